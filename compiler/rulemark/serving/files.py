"""Which file an address means: pages below the generated folder, pictures below the content folders, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote_to_bytes

from rulemark.config import Config

PICTURES = frozenset({".apng", ".avif", ".gif", ".ico", ".jpeg", ".jpg", ".mp4", ".png", ".svg", ".webm", ".webp"})
_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that may be served.

    Addresses mirror the folders of the project, because pages point back at the pictures of writers by relative links.

    Attributes:
        root: The folder of the project.
        pages: The folder of the guidance pages, relative to the root.
        content: The folders of articles, relative to the root; only their pictures are served.
    """

    root: Path
    pages: str
    content: tuple[str, ...]

    @property
    def home(self) -> str:
        """The address where reading begins."""
        return f"/{quote(self.pages)}/"

    def find(self, address: str) -> Path | None:
        """Return the file that the path of an address means, or None when there is no such file to serve."""
        name = _name(address)
        if name is None:
            return None
        for folder, suffixes in self._shelves():
            if name == folder or name.startswith(f"{folder}/"):
                path = self.root / name
                path = path / _INDEX if address.endswith("/") else path
                wanted = suffixes is None or path.suffix.lower() in suffixes
                return path if wanted and _lies_in(path, self.root / folder) else None
        return None

    def _shelves(self) -> Iterator[tuple[str, frozenset[str] | None]]:
        yield self.pages, None
        for folder in self.content:
            yield folder, PICTURES


def library(root: Path, config: Config) -> Library:
    """Return what a project serves."""
    plain = tuple(PurePosixPath(folder).as_posix() for folder in config.content)
    return Library(root, PurePosixPath(config.generated, "guidance").as_posix(), plain)


def _name(address: str) -> str | None:
    """Return the path below the root that an address spells, or None when it spells anything but a plain path."""
    try:
        path = unquote_to_bytes(address.partition("?")[0].partition("#")[0]).decode()
    except UnicodeDecodeError:
        return None
    parts = path.removeprefix("/").removesuffix("/").split("/")
    plain = path.startswith("/") and path.isprintable() and not set(path) & {"\\", ":"}
    hidden = any(part.startswith(".") or not part for part in parts)
    return "/".join(parts) if plain and not hidden else None


def _lies_in(path: Path, folder: Path) -> bool:
    """Tell whether a file stands below a folder once all links are followed."""
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except OSError:
        return False
