"""From files to sources: what is no article is a finding, and the rest is read all the same."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rulemark.diagnostics import Diagnostic, Kind
from rulemark.document.problems import BINARY_FILE, INVALID_ENCODING, OVERSIZED_ARTICLE, UNREADABLE_FILE
from rulemark.project.patterns import matches
from rulemark.source import Location, Source, Span

LIMIT = 2 * 1024 * 1024
"""Bytes of the largest article that is read; real ones stay below a tenth of it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to read and the name that findings give it."""

    path: Path
    name: str
    root: Path | None = None
    """The folder that a symbolic link must not leave; None: any place will do."""


def articles(root: Path, folders: Iterable[str], exclude: Sequence[str]) -> tuple[File, ...]:
    """Return the Markdown files below some folders of a root, sorted by name, without those that match a pattern.

    Links to folders are not followed. A folder that cannot be opened stands for its articles: reading it is a finding.
    """
    found = {file.name: file for folder in folders for file in _walk(root / folder, root)}
    return tuple(file for name, file in sorted(found.items()) if not matches(name, exclude))


def _walk(folder: Path, root: Path) -> Iterator[File]:
    closed: list[OSError] = []
    for parent, _, names in os.walk(folder, onerror=closed.append):
        for name in names:
            if name.endswith(".md"):
                yield _file(Path(parent, name), root)
    yield from (_file(Path(error.filename), root) for error in closed)


def _file(path: Path, root: Path) -> File:
    return File(path, path.relative_to(root).as_posix(), root)


def read(file: File) -> str | Diagnostic:
    """Return the text of a file, exactly as it stands there, or what is wrong with it."""
    if not file.name.isprintable():
        shown = File(file.path, "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in file.name))
        return _problem(shown, UNREADABLE_FILE, "the name of the file cannot be shown", "rename the file")
    if file.root is not None and not _real(file.path).is_relative_to(_real(file.root)):
        return _problem(file, UNREADABLE_FILE, "the file is a link to a place outside the project", "copy the file")
    try:
        with file.path.open("rb") as stream:
            content = stream.read(LIMIT + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        what = "folder" if os.path.isdir(file.path) else "file"  # noqa: PTH112 -- never raises, unlike Path.is_dir
        return _problem(
            file, UNREADABLE_FILE, f"the {what} cannot be read: {reason}", "correct its name or its permissions"
        )
    if len(content) > LIMIT:
        return _problem(
            file, OVERSIZED_ARTICLE, f"the file is larger than {LIMIT // 2**20} MB", "divide it into articles"
        )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _problem(file, INVALID_ENCODING, "the file is UTF-16, not UTF-8", "save the article as UTF-8")
    if b"\0" in content:
        return _problem(file, BINARY_FILE, "the file is not text", "exclude it, or give it another suffix than `.md`")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        return _invalid(file, content, error)


def _real(path: Path) -> Path:
    """Return where a path leads; a link that leads to itself stays, and fails when it is opened."""
    return Path(os.path.realpath(path))


def _invalid(file: File, content: bytes, error: UnicodeDecodeError) -> Diagnostic:
    """Point at the byte that is no UTF-8."""
    start = len(content[: error.start].decode())
    source = Source(file.name, content.decode(errors="replace"))
    location = Location(source, Span(start, start + 1))
    message = f"byte {content[error.start]:#04x} is not UTF-8"
    return Diagnostic(INVALID_ENCODING, message, location, help="save the article as UTF-8")


def _problem(file: File, kind: Kind, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(kind, message, Location(Source(file.name, ""), Span(0, 0)), help=remedy)
