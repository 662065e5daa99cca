"""Findings as SARIF 2.1.0, the interchange format of code scanning services."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from urllib.parse import quote

from rulemark.diagnostics.explain import summary
from rulemark.diagnostics.model import Diagnostic, Edit, Kind, Severity
from rulemark.source import Location

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a log with one run; columns count code points."""
    found = tuple(diagnostics)
    kinds = sorted({item.kind for item in found}, key=lambda kind: kind.code)
    rules = {kind.code: index for index, kind in enumerate(kinds)}
    run = {
        "tool": {"driver": {"name": "rulemark", "rules": [_rule(kind) for kind in kinds]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, rules[item.kind.code]) for item in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(kind: Kind) -> dict[str, object]:
    return {
        "id": kind.code,
        "name": kind.name,
        "shortDescription": {"text": summary(kind.code) or kind.name},
        "defaultConfiguration": {"level": _LEVEL[kind.severity]},
    }


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, object]:
    text = diagnostic.message if diagnostic.help is None else f"{diagnostic.message}\n{diagnostic.help}"
    result: dict[str, object] = {
        "ruleId": diagnostic.kind.code,
        "ruleIndex": rule,
        "level": _LEVEL[diagnostic.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(diagnostic.location)}],
        "partialFingerprints": {"rulemark/v1": _fingerprint(diagnostic)},
    }
    if diagnostic.labels:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": label.message}, "physicalLocation": _place(label.location)}
            for number, label in enumerate(diagnostic.labels, start=1)
        ]
    if diagnostic.witness:
        result["properties"] = {"witness": dict(diagnostic.witness)}
    if diagnostic.fix is not None:
        changes = [_change(edit) for edit in diagnostic.fix.edits]
        result["fixes"] = [{"description": {"text": diagnostic.fix.message}, "artifactChanges": changes}]
    return result


def _place(location: Location) -> dict[str, object]:
    return {"artifactLocation": {"uri": quote(location.path)}, "region": _region(location)}


def _region(location: Location) -> dict[str, int]:
    start, end = location.start, location.end
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _change(edit: Edit) -> dict[str, object]:
    replacement = {"deletedRegion": _region(edit.location), "insertedContent": {"text": edit.replacement}}
    return {"artifactLocation": {"uri": quote(edit.location.path)}, "replacements": [replacement]}


def _fingerprint(diagnostic: Diagnostic) -> str:
    """Name a finding by what it says, not by its line, so that edits elsewhere don't make it a new one."""
    words = f"{diagnostic.kind.code}\n{diagnostic.location.path}\n{diagnostic.message}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
