"""Findings as workflow commands of GitHub Actions, which show them beside the changed lines."""

from __future__ import annotations

from collections.abc import Iterable

from rulemark.diagnostics.model import Diagnostic, Severity

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one command a finding."""
    return "".join(f"{_command(item)}\n" for item in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    start, end = diagnostic.location.start, diagnostic.location.end
    facts = {"file": diagnostic.location.path, "line": start.line, "endLine": end.line, "col": start.column}
    if end.line == start.line:
        facts["endColumn"] = end.column
    facts["title"] = f"{diagnostic.kind.code} {diagnostic.kind.name}"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in facts.items())
    return f"::{_LEVEL[diagnostic.severity]} {properties}::{_data(_message(diagnostic))}"


def _message(diagnostic: Diagnostic) -> str:
    labels = (f"{label.location.path}:{label.location.start.line}: {label.message}" for label in diagnostic.labels)
    helps = (f"help: {diagnostic.help}",) if diagnostic.help else ()
    return "\n".join((diagnostic.message, *labels, *helps))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
