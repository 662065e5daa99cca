"""From artifacts to files: only what changed, all of it or nothing, and nothing stale left behind."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from rulemark.outputs.artifact import Artifact
from rulemark.project.errors import ProjectError

MANIFEST = ".manifest"


@dataclass(frozen=True, slots=True)
class Changes:
    """What must happen to the files of a project so that they are up to date.

    Attributes:
        write: Files that are missing or differ, sorted by path.
        remove: Files of an earlier build that nothing makes any more, sorted.
        unchanged: How many files are right as they are.
    """

    write: tuple[Artifact, ...]
    remove: tuple[str, ...]
    unchanged: int

    def __bool__(self) -> bool:
        return bool(self.write or self.remove)

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path that is out of date, sorted."""
        return tuple(sorted((*(artifact.path for artifact in self.write), *self.remove)))


def compare(root: Path, artifacts: Iterable[Artifact], manifest: str, folders: Sequence[str]) -> Changes:
    """Compare what should stand in a project with what stands there.

    Args:
        root: The folder of the project.
        artifacts: Everything that a build makes; paths relative to the root.
        manifest: The path of the list of files that the last build made.
        folders: Where builds write; a path of the manifest elsewhere is never removed.
    """
    wanted = {artifact.path: artifact for artifact in artifacts}
    listing = Artifact(manifest, "".join(f"{path}\n" for path in sorted(wanted)))
    wanted[manifest] = listing
    write = tuple(wanted[path] for path in sorted(wanted) if not _is_current(root / path, wanted[path]))
    remove = tuple(path for path in _listed(root / manifest) if path not in wanted and _removable(root, path, folders))
    return Changes(write, tuple(sorted(remove)), len(wanted) - len(write))


def apply(root: Path, changes: Changes) -> None:
    """Write and remove files; when one cannot be written, none is.

    Raises:
        ProjectError: A file cannot be written; everything is as it was before.
    """
    try:
        with _prepared(root, changes.write) as files:
            for temporary, path in files:
                temporary.replace(path)
        for name in changes.remove:
            (root / name).unlink(missing_ok=True)
            _remove_empty(root, (root / name).parent)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ProjectError(f"{error.filename or root}: cannot be written: {reason}") from None


def replace_files(root: Path, artifacts: Iterable[Artifact]) -> None:
    """Write files below a folder, all of them or none.

    Raises:
        ProjectError: One of them cannot be written; nothing has changed.
    """
    apply(root, Changes(tuple(artifacts), (), 0))


@contextmanager
def _prepared(root: Path, artifacts: Iterable[Artifact]) -> Iterator[list[tuple[Path, Path]]]:
    """Write every text to a temporary file beside its place; clean up what is left of them."""
    files: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for artifact in artifacts:
            path = root / artifact.path
            temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            made.extend(_make_folder(path.parent))
            files.append((temporary, path))
            _write(artifact, temporary, path)
        yield files
    finally:
        for temporary, _ in files:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()


def _write(artifact: Artifact, temporary: Path, path: Path) -> None:
    """Write a file to a temporary one; an error names the file that was meant."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder stands where a file must be written", str(path))
    try:
        with temporary.open("xb") as stream:
            stream.write(_content(artifact))
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


def _make_folder(folder: Path) -> Iterator[Path]:
    """Make a folder with its parents, and yield each that was made, outermost first."""
    if not folder.exists():
        yield from _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        yield folder


def _content(artifact: Artifact) -> bytes:
    return Path(artifact.origin).read_bytes() if artifact.origin else artifact.text.encode()


def _is_current(path: Path, artifact: Artifact) -> bool:
    try:
        if artifact.origin and path.stat().st_size != Path(artifact.origin).stat().st_size:
            return False
        return path.read_bytes() == _content(artifact)
    except OSError:
        return False


def _listed(manifest: Path) -> tuple[str, ...]:
    try:
        return tuple(manifest.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return ()


def _removable(root: Path, name: str, folders: Sequence[str]) -> bool:
    """Tell whether a path of the manifest is a file that a build may have made."""
    inside = ".." not in name.split("/") and name.startswith(tuple(f"{folder}/" for folder in folders))
    return inside and (root / name).is_file()


def _remove_empty(root: Path, folder: Path) -> None:
    """Remove folders that have become empty, up to the root."""
    while folder != root and folder.is_relative_to(root):
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
