"""`rulemark test`: the examples that writers give, run."""

from __future__ import annotations

from pathlib import Path

import click

from rulemark.cli.opening import around
from rulemark.cli.progress import progress
from rulemark.cli.report import CLEAN, FINDINGS
from rulemark.diagnostics import Diagnostic
from rulemark.diagnostics.render import Format, render
from rulemark.examples import run, to_json, to_text
from rulemark.policy.problems import UNKNOWN_EXAMPLE_NAME, UNREADABLE_EXAMPLE
from rulemark.project import Project

_UNREADABLE = frozenset({UNKNOWN_EXAMPLE_NAME, UNREADABLE_EXAMPLE})


@click.command()
@click.argument("root", required=False, metavar="[ROOT]", type=click.Path())
@click.option("--boundaries", is_flag=True, help="Also show what comes out at the edges of decisions and timers.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="The format.")
def test(root: str | None, form: str, *, boundaries: bool) -> int:
    """Run the examples of a project: tables behind `<!-- rulemark: examples DECISION -->`, in any language.

    Exit code 1 when one fails or cannot be read.

    Example: rulemark test --boundaries
    """
    project = Project.open(root or around() or Path())
    with progress() as show:
        compilation = project.compile(show)
    policies = compilation.policies
    unread = [item for item in policies.diagnostics if item.kind in _UNREADABLE]
    trials = run(policies)
    write = to_json if form == "json" else to_text
    click.echo(write(trials, policies.policies if boundaries else ()), nl=False)
    _complain(unread)
    failed = sum(not trial.passed for trial in trials)
    if trials or not boundaries:
        click.echo(_summary(len(trials), failed), err=True)
    return FINDINGS if failed or unread else CLEAN


def _complain(unread: list[Diagnostic]) -> None:
    if unread:
        click.echo(render(unread, Format.TEXT), nl=False, err=True)


def _summary(number: int, failed: int) -> str:
    if not number:
        return "no examples; mark a table with `<!-- rulemark: examples DECISION -->`"
    return f"{number} example{'' if number == 1 else 's'}, {failed or 'none'} failed"
