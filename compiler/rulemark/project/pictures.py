"""The pictures of articles: copied beside the pages, so that a site is complete wherever it is put."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote

from rulemark.outputs.artifact import Artifact

_FORMATS: Final = frozenset({".apng", ".avif", ".gif", ".ico", ".jpeg", ".jpg", ".mp4", ".png", ".webm", ".webp"})
_ACTIVE: Final = re.compile(r"<\s*(?:script|foreignobject|!entity|handler)\b|\bon[a-z]+\s*=|javascript:", re.IGNORECASE)
"""What makes a drawing a program: it would run with the rights of the site when somebody opens it alone."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The files that pages point at, collected while pages are rendered.

    Attributes:
        root: The folder of the project.
        files: Returns the text of a file by its path, "" when it is no text, None when there is none.
        up: From the folder of the pages back to the root.
    """

    root: Path
    files: Callable[[str], str | None]
    up: str
    _copied: dict[str, str] = field(default_factory=dict)
    """From the path of a picture in the project to that of its copy below `guidance`."""

    def url(self, path: str) -> str | None:
        """Return the URL of a file of the project as seen from `guidance`, None when pages must not point at it.

        Pictures are copied; any other file stays where its writer put it.
        """
        text = self.files(path)
        if text is None:
            return None
        suffix = Path(path).suffix.lower()
        if suffix == ".svg" and _ACTIVE.search(text):
            return None
        if suffix != ".svg" and suffix not in _FORMATS:
            return self.up + quote(path)
        self._copied[path] = f"media/{path}"
        return quote(self._copied[path])

    def artifacts(self) -> Iterator[Artifact]:
        """Yield the copies of all pictures that were asked for."""
        for path, copy in sorted(self._copied.items()):
            yield Artifact(f"guidance/{copy}", "", origin=str(self.root / path))
