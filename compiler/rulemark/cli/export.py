"""`rulemark export`: decisions for other engines."""

from __future__ import annotations

from pathlib import Path

import click

from rulemark.cli.opening import open_at
from rulemark.cli.progress import progress
from rulemark.cli.report import report_unread
from rulemark.outputs.artifact import Artifact
from rulemark.outputs.export import Format, render
from rulemark.project import replace_files


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option(
    "--to", "form", required=True, type=click.Choice([form.value for form in Format]), help="The format to write."
)
@click.option("--output", default=".", metavar="FOLDER", help="Where to write.", show_default=True)
def export(paths: tuple[str, ...], form: str, output: str) -> int:
    """Write the decisions of a project as DMN 1.3 tables, JSON Schema or CEL expressions, one file an article.

    Example: rulemark export --to dmn --output build
    """
    project, _ = open_at(paths)
    with progress() as show:
        compilation = project.compile(show)
    artifacts = render(compilation.policies, Format(form))
    replace_files(Path(), [Artifact(f"{output}/{artifact.path}", artifact.text) for artifact in artifacts])
    click.echo(f"files: {len(artifacts)} in {output}", err=True)
    return report_unread(project)
