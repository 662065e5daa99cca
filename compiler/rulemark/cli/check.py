"""`rulemark check`: what is wrong with articles and the policy they publish."""

from __future__ import annotations

from difflib import get_close_matches

import click

from rulemark.cli.fixing import apply_fixes
from rulemark.cli.opening import concerns, open_at
from rulemark.cli.options import locale_option, vocabulary_option
from rulemark.cli.progress import progress
from rulemark.cli.report import report
from rulemark.diagnostics import Diagnostic, Kind
from rulemark.diagnostics.render import Format
from rulemark.project import KINDS, Project, is_new, lines_changed_since


def _kinds(_context: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse the name of a kind that does not exist: a misspelt one would hide or keep every finding."""
    for name in names:
        if not any(_is_named(kind, name) for kind in KINDS):
            near = get_close_matches(name.lower(), [kind.name for kind in KINDS], n=1)
            advice = f"; did you mean {near[0]}?" if near else ""
            raise click.BadParameter(f"{name!r} is no kind of finding{advice}", param=parameter)
    return names


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option(
    "--format",
    "form",
    type=click.Choice([str(form) for form in Format]),
    default="text",
    help="The format of the report.",
)
@locale_option
@vocabulary_option
@click.option(
    "--select",
    multiple=True,
    metavar="KIND",
    callback=_kinds,
    help="Only kinds whose code begins so, or with this name.",
)
@click.option("--ignore", multiple=True, metavar="KIND", callback=_kinds, help="All kinds but these.")
@click.option("--since", metavar="REVISION", help="Only what stands on lines that differ from a git revision.")
@click.option("--fix", is_flag=True, help="First correct what can certainly be corrected.")
def check(
    paths: tuple[str, ...],
    form: str,
    locale: str,
    vocabulary: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    since: str | None,
    *,
    fix: bool,
) -> int:
    """Find what is wrong with a project, or with any article or folder of articles.

    Without PATH the project around the current folder is checked. Articles outside a project need no configuration:
    their language comes from `ms.contentlocale`, their folder (nl-nl/…) or --locale.

    Exit code 1 when there is an error or a warning; notes alone are clean.

    Example: rulemark check content/en-us/commerce --format json
    """
    project, chosen = open_at(paths, locale, vocabulary)
    if fix and apply_fixes(project.root, _findings(project, chosen)):
        project, chosen = open_at(paths, locale, vocabulary)
    found = [item for item in _findings(project, chosen) if _wanted(item, select, ignore)]
    if since is not None:
        changed = lines_changed_since(project.root, since)
        found = [item for item in found if is_new(item, changed)]
    paths_read = [source.path for source in project.sources()] + [item.location.path for item in project.inputs.unread]
    looked_at = sum(concerns(path, chosen) for path in paths_read)
    return report(found, Format(form), looked_at)


def _findings(project: Project, chosen: frozenset[str]) -> list[Diagnostic]:
    with progress() as show:
        found = project.check(project.compile(show))
    return [item for item in found if concerns(item.location.path, chosen)]


def _wanted(diagnostic: Diagnostic, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    kind = diagnostic.kind
    selected = not select or any(_is_named(kind, name) for name in select)
    return selected and not any(_is_named(kind, name) for name in ignore)


def _is_named(kind: Kind, name: str) -> bool:
    """Tell whether a kind is meant: by its name, or by the beginning of its code."""
    return kind.code.startswith(name.upper()) or kind.name == name.lower()
