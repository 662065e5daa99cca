"""`rulemark build`: articles to policies to rules and pages."""

from __future__ import annotations

from pathlib import Path

import click

from rulemark.cli.opening import around
from rulemark.cli.progress import progress
from rulemark.cli.report import FINDINGS, report
from rulemark.diagnostics.render import Format
from rulemark.project import Changes, Project, pack


@click.command()
@click.argument("root", required=False, metavar="[ROOT]", type=click.Path())
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail when something is out of date.")
@click.option("--draft", is_flag=True, help="Pages for writers: findings in the margin.")
@click.option("--wheel", is_flag=True, help="Then build the generated package, into its folder `dist`.")
def build(root: str | None, *, only_check: bool, draft: bool, wheel: bool) -> int:
    """Compile a project: content to policies to generated rules and pages.

    Findings are printed, and don't keep the rest from being built; a vocabulary, an article or a folder that was built
    from and cannot be read does. With --check nothing is written; exit code 1 means that something is out of date.

    Example: rulemark build --check
    """
    project = Project.open(root or around() or Path())
    with progress() as show:
        compilation = project.compile(show)
        found = project.check(compilation)
        changes = project.changes(project.artifacts(compilation, found, draft=draft))
    code = report(found, Format.TEXT, len(project.sources()))
    if only_check:
        return max(code, _stale(changes, root))
    if held := project.held_back():
        path = held[0].location.path
        click.echo(f"nothing was written: {path} cannot be read, and what was built from it would be lost", err=True)
        return code
    project.write(changes)
    click.echo(_written(changes), err=True)
    for file in pack(project.root / project.config.generated / "python") if wheel else ():
        click.echo(file)
    return code


def _stale(changes: Changes, root: str | None) -> int:
    for path in changes.paths:
        click.echo(f"out of date: {path}")
    if not changes:
        return 0
    click.echo(f"run `rulemark build{f' {root}' if root else ''}` and commit what it writes", err=True)
    return FINDINGS


def _written(changes: Changes) -> str:
    counts = {"written": len(changes.write), "removed": len(changes.remove), "unchanged": changes.unchanged}
    return "files: " + ", ".join(f"{number} {what}" for what, number in counts.items() if number)
