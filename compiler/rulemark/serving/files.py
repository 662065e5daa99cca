"""Which file an address means: one below the folder of the pages, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote_to_bytes

from rulemark.config import Config

_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that may be served.

    Addresses mirror the folders of the project.

    Attributes:
        root: The folder of the project.
        pages: The folder of the guidance pages, relative to the root.
    """

    root: Path
    pages: str

    @property
    def home(self) -> str:
        """The address where reading begins."""
        return f"/{quote(self.pages)}/"

    def find(self, address: str) -> Path | None:
        """Return the file that the path of an address means, or None when there is no such file to serve."""
        name = _name(address)
        if name is None or (name != self.pages and not name.startswith(f"{self.pages}/")):
            return None
        path = self.root / name
        path = path / _INDEX if address.endswith("/") else path
        return path if _lies_in(path, self.root / self.pages) else None


def shelf_of(root: Path, config: Config) -> Shelf:
    """Return what a project serves."""
    return Shelf(root, PurePosixPath(config.generated, "guidance").as_posix())


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
