"""What a caller knows about the files around an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from rulemark.document.options import PivotGroup

_MOST = 300
"""Among more articles nobody looks for a similar one: it would take time."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The files of a project, as far as the caller knows them.

    Attributes:
        articles: The articles by POSIX path from the content root; a folder that holds one is taken to be complete.
        exists: Tells whether a file exists; None: unknown, so no link to a file is judged.
        anchors: The anchors of articles by path, in lower case (see `anchors_of`); those of others are unknown.
        pivot_groups: The pivot groups of the project; None: unknown, so no pivot is judged.
    """

    articles: frozenset[str] = frozenset()
    exists: Callable[[str], bool] | None = None
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pivot_groups: tuple[PivotGroup, ...] | None = None
    _folders: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_folders", frozenset(path.rpartition("/")[0] for path in self.articles))

    def has(self, path: str) -> bool:
        """Tell whether a file is known to exist."""
        return path in self.articles or (self.exists is not None and self.exists(path))

    def lacks(self, path: str, *, folders: frozenset[str] = frozenset()) -> bool:
        """Tell whether a file is certainly absent.

        Args:
            path: The file.
            folders: Folders that are known to be complete besides those of the articles.
        """
        if self.exists is None or self.has(path):
            return False
        folder = path.rpartition("/")[0]
        return folder in self._folders or folder in folders

    def similar(self, path: str) -> list[str]:
        """Return the article in the same folder whose name is most like that of a file, if one is."""
        folder = path.rpartition("/")[0]
        beside = [one for one in self.articles if one.rpartition("/")[0] == folder]
        return get_close_matches(path, sorted(beside), n=1, cutoff=0.9) if len(beside) <= _MOST else []
