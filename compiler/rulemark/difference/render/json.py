"""Changes as JSON: a list of objects, one for each element."""

from __future__ import annotations

import json
from collections.abc import Iterable

from rulemark.difference.model import Change


def to_json(changes: Iterable[Change]) -> str:
    """Return `[{id, kind, change, direction, monikers, before, after, examples}]`, indented, with a final newline."""
    rows = [
        {
            "id": change.id,
            "kind": change.kind,
            "change": change.change.value,
            "direction": change.direction.value if change.direction else None,
            "monikers": list(change.monikers),
            "before": change.before,
            "after": change.after,
            "examples": list(change.examples),
        }
        for change in changes
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
