"""What a caller knows about the files around an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rulemark.document.monikers import MonikerDefinitions


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The files and monikers of a project, as far as the caller knows them.

    Attributes:
        files: Every file under the content root by POSIX path from it; None: unknown, so no link is judged.
        anchors: The anchors of articles, by path; an article that is absent has unknown anchors.
        definitions: The monikers of the project; None or inferred: unknown, so what an article uses is all there is.
    """

    files: frozenset[str] | None = None
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    definitions: MonikerDefinitions | None = None
    _folders: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        folders = frozenset(path.rpartition("/")[0] for path in self.files or ())
        object.__setattr__(self, "_folders", folders)

    def lacks(self, path: str) -> bool:
        """Tell whether a file is certainly absent: its folder is known and has no such file."""
        return self.files is not None and path.rpartition("/")[0] in self._folders and path not in self.files
