"""Findings on standard output, and the exit code that they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from rulemark.cli.options import colours
from rulemark.diagnostics import Diagnostic, Severity
from rulemark.diagnostics.render import Format, render
from rulemark.project import Project

CLEAN, FINDINGS = 0, 1


def report(diagnostics: Sequence[Diagnostic], form: Format, articles: int | None = None) -> int:
    """Print findings and return the exit code: notes alone are clean.

    Args:
        diagnostics: The findings in the order of the report.
        form: The format of the report.
        articles: How many articles were looked at, for the last line; None: not known.
    """
    click.echo(render(diagnostics, form, colour=colours()), nl=False)
    if form is Format.TEXT:
        click.echo(summary(diagnostics, articles), err=True)
    return exit_code(diagnostics)


def report_unread(project: Project) -> int:
    """Say on standard error which articles cannot be read, and so are missing from what is printed.

    Returns:
        The exit code that this means.
    """
    if not project.inputs.unread:
        return CLEAN
    click.echo(render(project.inputs.unread, Format.TEXT, colour=colours()), nl=False, err=True)
    return FINDINGS


def exit_code(diagnostics: Sequence[Diagnostic]) -> int:
    """Return 1 when there is an error or a warning, else 0."""
    return FINDINGS if any(item.severity is not Severity.NOTE for item in diagnostics) else CLEAN


def summary(diagnostics: Sequence[Diagnostic], articles: int | None = None) -> str:
    """Return one line: how many findings there are in how many articles, and where to read more about them."""
    where = "" if articles is None else f" in {articles} article{'' if articles == 1 else 's'}"
    if not diagnostics:
        return f"no findings{where}"
    count = Counter(item.severity for item in diagnostics)
    parts = [f"{count[one]} {one}{'' if count[one] == 1 else 's'}" for one in Severity if count[one]]
    return f"{', '.join(parts)}{where}; `rulemark explain {diagnostics[0].kind.code}` says more about one"
