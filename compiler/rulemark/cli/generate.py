"""`rulemark generate`: rules from reviewed policies alone, without any article at hand."""

from __future__ import annotations

from pathlib import Path

import click

from rulemark.cli.report import exit_code, report
from rulemark.config import Config
from rulemark.diagnostics.render import Format
from rulemark.outputs import python
from rulemark.outputs.artifact import Artifact
from rulemark.policy import PolicySet, load
from rulemark.project import read_text, replace_files
from rulemark.source import Source


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="POLICY...", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--package", default=Config().package, metavar="NAME", help="The import name of the package.", show_default=True
)
@click.option("--output", default="generated", metavar="FOLDER", help="Where to write.", show_default=True)
def generate(files: tuple[str, ...], package: str, output: str) -> int:
    """Generate the Python package from compiled policies.

    Example: rulemark generate policies/commerce/cancel-subscription.yaml --output build
    """
    loaded = [load(Source(file, read_text(Path(file), file))) for file in files]
    found = [item for one in loaded for item in one.diagnostics]
    if exit_code(found):
        return report(found, Format.TEXT)
    policies = sorted((one.policy for one in loaded if one.policy is not None), key=lambda policy: policy.path)
    artifacts = python.render(PolicySet(tuple(policies)), package=package)
    replace_files(Path(), [Artifact(f"{output}/{artifact.path}", artifact.text) for artifact in artifacts])
    click.echo(f"files: {len(artifacts)} in {output}", err=True)
    return 0
