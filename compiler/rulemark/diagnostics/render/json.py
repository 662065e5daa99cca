"""Findings as JSON; the shape is part of the public interface."""

from __future__ import annotations

import json
from collections.abc import Iterable

from rulemark.diagnostics.model import Diagnostic, Label
from rulemark.source import Position


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a JSON list with one object a finding."""
    return json.dumps([plain(item) for item in diagnostics], ensure_ascii=False, indent=2) + "\n"


def plain(diagnostic: Diagnostic) -> dict[str, object]:
    """Return a finding as plain values; lines and columns count from 1."""
    return {
        "code": diagnostic.kind.code,
        "name": diagnostic.kind.name,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "path": diagnostic.location.path,
        "start": _position(diagnostic.location.start),
        "end": _position(diagnostic.location.end),
        "labels": [_label(label) for label in diagnostic.labels],
        "witness": dict(diagnostic.witness),
    }


def _label(label: Label) -> dict[str, object]:
    return {
        "path": label.location.path,
        "start": _position(label.location.start),
        "end": _position(label.location.end),
        "message": label.message,
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
