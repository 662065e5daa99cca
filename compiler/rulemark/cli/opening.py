"""Which project a command means: the one that holds the paths, or none when they are loose files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rulemark.project import Project, ProjectError, find_root


def open_at(paths: Sequence[str], locale: str = "", vocabulary: str | None = None) -> tuple[Project, frozenset[str]]:
    """Open what some paths mean.

    Args:
        paths: Files and folders; none: the project around the current folder.
        locale: The language of loose articles that don't say it.
        vocabulary: A file of names for loose articles.

    Returns:
        The project, and the paths in it (as its sources name them) that the command is about; empty: all of it.

    Raises:
        ProjectError: There is nothing there.
    """
    if not paths:
        root = around()
        if root is None:
            raise ProjectError("no project here; name files or folders to check, or try `rulemark init`")
        return Project.open(root), frozenset()
    for path in paths:
        if not Path(path).exists():
            raise ProjectError(f"{path}: no such file or folder")
    if locale or vocabulary:
        return Project.loose(paths, locale=locale, vocabulary=vocabulary), frozenset()
    return _enclosing(paths) or (Project.loose(paths), frozenset())


def _enclosing(paths: Sequence[str]) -> tuple[Project, frozenset[str]] | None:
    """Return the one project that all paths lie in, as far as its articles are meant."""
    resolved = [Path(path).resolve() for path in paths]
    roots = {find_root(path if path.is_dir() else path.parent) for path in resolved}
    root = roots.pop() if len(roots) == 1 else None
    if root is None:
        return None
    project = Project.open(_relative(root))
    if root in resolved:
        return project, frozenset()
    folders = [root / folder for folder in project.config.content]
    if not all(any(path.is_relative_to(folder) for folder in folders) for path in resolved):
        return None
    return project, frozenset(path.relative_to(root).as_posix() for path in resolved)


def around() -> Path | None:
    """Return the root of the project around the current folder, named as seen from here."""
    root = find_root(Path.cwd())
    return None if root is None else _relative(root)


def concerns(path: str, chosen: frozenset[str]) -> bool:
    """Tell whether a path is one of those that were chosen, or lies below one."""
    return not chosen or any(path == one or path.startswith(f"{one}/") or one == "." for one in chosen)


def _relative(root: Path) -> Path:
    """Name a folder as seen from here when it lies below, so that messages stay short."""
    here = Path.cwd()
    return root.relative_to(here) if root.is_relative_to(here) else root
