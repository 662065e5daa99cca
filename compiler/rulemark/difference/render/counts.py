"""How many elements had which fate, in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rulemark.difference.model import Change, ChangeKind

SHOWN = (ChangeKind.CHANGED, ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.REWORDED, ChangeKind.RETRANSLATED)
"""The order in which changes are told: what matters first."""


def counts(changes: Iterable[Change]) -> str:
    """Return `2 changed, 1 added, 14 unchanged`; `nothing changed` when nothing did."""
    found = Counter(change.change for change in changes)
    parts = [f"{found[kind]} {kind.value}" for kind in (*SHOWN, ChangeKind.UNCHANGED) if found[kind]]
    return ", ".join(parts) if any(found[kind] for kind in SHOWN) else "nothing changed"
