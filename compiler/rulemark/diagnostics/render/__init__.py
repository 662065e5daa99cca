"""Reports: how findings look, one format a module; every function is pure and returns the whole report.

A report is deterministic: the same findings give the same bytes on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import assert_never

from rulemark.diagnostics.model import Diagnostic
from rulemark.diagnostics.render import github, json, junit, sarif, text

__all__ = ["Format", "render"]

Renderer = Callable[[Iterable[Diagnostic]], str]


class Format(StrEnum):
    """The formats of a report."""

    TEXT = "text"
    """For people: the line, underlined, the second place, the remedy."""
    JSON = "json"
    """For programs: a list of findings."""
    SARIF = "sarif"
    """SARIF 2.1.0, for code scanning services."""
    JUNIT = "junit"
    """JUnit XML, for test reports."""
    GITHUB = "github"
    """Workflow commands: annotations on a pull request."""


def render(diagnostics: Iterable[Diagnostic], form: Format, *, colour: bool = False) -> str:
    """Return a report, with a line end behind its last line; text without findings is empty.

    Args:
        diagnostics: The findings in the order of the report.
        form: The format.
        colour: Mark text with ANSI colours; the other formats have none.
    """
    match form:
        case Format.TEXT:
            return text.render(diagnostics, colour=colour)
        case Format.JSON:
            return json.render(diagnostics)
        case Format.SARIF:
            return sarif.render(diagnostics)
        case Format.JUNIT:
            return junit.render(diagnostics)
        case Format.GITHUB:
            return github.render(diagnostics)
        case _:
            assert_never(form)
