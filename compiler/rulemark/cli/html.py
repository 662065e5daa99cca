"""`rulemark html`: the compatible HTML of one article."""

from __future__ import annotations

import click

from rulemark.cli.opening import open_at
from rulemark.diagnostics.render import Format, render
from rulemark.document import parse, to_html
from rulemark.project import parse_options


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
@click.option("--moniker", metavar="MONIKER", help="Only what the readers of one version or cloud see.")
def html(file: str, moniker: str | None) -> int:
    """Print an article as the HTML that Learn's style sheets expect; findings go to standard error.

    Example: rulemark html content/en-us/commerce/cancel-subscription.md --moniker northwind-germany
    """
    project, chosen = open_at((file,))
    inputs = project.inputs
    path = next(iter(chosen), file)
    source = next((source for source in inputs.sources if source.path in {path, file}), None)
    if source is None:
        click.echo(render(inputs.problems, Format.TEXT), nl=False, err=True)
        return 1
    options = parse_options(inputs, source.path)
    document = parse(source, options)
    if moniker is not None and document.monikers and moniker.lower() not in document.monikers:
        known = ", ".join(document.monikers)
        raise click.BadParameter(f"{moniker!r} is no moniker of the article; it has {known}", param_hint="--moniker")
    click.echo(to_html(document, moniker, options))
    click.echo(render(document.diagnostics, Format.TEXT), nl=False, err=True)
    return 0
