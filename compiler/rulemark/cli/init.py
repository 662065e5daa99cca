"""`rulemark init`: a small project that works."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from rulemark.outputs.artifact import Artifact
from rulemark.project import ProjectError, replace_files


@click.command()
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path(file_okay=False))
def init(folder: str) -> int:
    """Write a small project: settings, an article in two languages, and the names it uses.

    No file is overwritten.

    Example: rulemark init my-policies
    """
    root = Path(folder)
    starter = _files(files("rulemark.cli") / "starter", "")
    for name, _ in starter:
        if (root / name).exists():
            raise ProjectError(f"{root / name}: exists already; `rulemark init` overwrites nothing")
    replace_files(root, [Artifact(name, text) for name, text in starter])
    for name, _ in starter:
        click.echo(f"{root / name}")
    click.echo(f"now try `rulemark build{'' if folder == '.' else f' {folder}'}`", err=True)
    return 0


def _files(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    """Return the files below a folder of the package by relative path, sorted."""
    found: list[tuple[str, str]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found.extend(_files(entry, f"{prefix}{entry.name}/"))
        else:
            found.append((f"{prefix}{entry.name}", entry.read_text(encoding="utf-8")))
    return sorted(found)
