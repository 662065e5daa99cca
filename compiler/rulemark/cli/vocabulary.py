"""`rulemark vocabulary`: entries for what still has an invented name."""

from __future__ import annotations

import click

from rulemark.cli.opening import open_at
from rulemark.cli.options import locale_option, vocabulary_option
from rulemark.cli.progress import progress
from rulemark.cli.report import report_unread
from rulemark.policy import suggest_vocabulary


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@locale_option
@vocabulary_option
def vocabulary(paths: tuple[str, ...], locale: str, vocabulary: str | None) -> int:
    """Print the entries of a vocabulary for what articles talk about and nobody has named yet.

    Paste them under the keys that the vocabulary has already (`inputs`, `outcomes`, `decisions`), and rename them.

    Example: rulemark vocabulary content
    """
    project, _ = open_at(paths, locale, vocabulary)
    with progress() as show:
        compilation = project.compile(show)
    entries = suggest_vocabulary(compilation.policies, project.inputs.vocabulary)
    click.echo(entries, nl=False)
    if not entries:
        click.echo("everything is named", err=True)
    return report_unread(project)
