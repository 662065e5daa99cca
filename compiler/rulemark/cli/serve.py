"""`rulemark serve`: the guidance pages of a project while somebody writes."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from rulemark.cli.opening import around
from rulemark.cli.options import colours
from rulemark.cli.progress import progress
from rulemark.cli.report import summary
from rulemark.diagnostics import Diagnostic
from rulemark.diagnostics.render import Format, render
from rulemark.serving import serve as serve_project

DEFAULT_PORT = 8025


@click.command()
@click.argument("root", required=False, metavar="[ROOT]", type=click.Path())
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=DEFAULT_PORT,
    show_default=True,
    help="The port on 127.0.0.1; 0 takes any that is free.",
)
@click.option("--no-open", is_flag=True, help="Don't open a browser.")
def serve(root: str | None, port: int, *, no_open: bool) -> int:
    """Build a project, serve its guidance pages on this machine, and build and reload on every save.

    Findings are printed, and shown on the page. Ctrl+C ends it.

    Example: rulemark serve --port 0 --no-open
    """
    with suppress(KeyboardInterrupt):
        serve_project(Path(root or around() or Path()), port, _Terminal(opens=not no_open), progresses=progress)
    click.echo("stopped", err=True)
    return 0


@dataclass(frozen=True, slots=True)
class _Terminal:
    """Prints how it goes, and opens a browser when pages can be read."""

    opens: bool

    def serving(self, address: str) -> None:
        click.echo(f"serving {address} (Ctrl+C ends it)", err=True)
        if self.opens:
            webbrowser.open(address)

    def built(self, findings: Sequence[Diagnostic], pages: int, seconds: float) -> None:
        click.echo(render(findings, Format.TEXT, colour=colours()), nl=False)
        changed = f"{pages} file{'' if pages == 1 else 's'} changed"
        click.echo(f"built in {seconds:.1f} s, {changed}; {summary(findings)}", err=True)

    def failed(self, reason: str) -> None:
        click.echo(f"not built: {' '.join(reason.split())}", err=True)
