"""Changes as plain text: one paragraph for each change of meaning, then the counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rulemark.difference.model import Change, ChangeKind
from rulemark.difference.render.counts import SHOWN, counts

_WITHOUT_DETAIL = frozenset({ChangeKind.REWORDED, ChangeKind.RETRANSLATED})


def to_text(changes: Sequence[Change]) -> str:
    """Return the changes for a terminal, with a final newline."""
    lines = [line for kind in SHOWN for change in changes if change.change is kind for line in _change(change)]
    return "\n".join((*lines, counts(changes))) + "\n"


def _change(change: Change) -> Iterator[str]:
    direction = f", {change.direction.value}" if change.direction else ""
    whom = f" for {', '.join(change.monikers)}" if change.monikers else ""
    yield f"{change.change.value}{direction}: {change.kind} {change.id}{whom}"
    if change.change in _WITHOUT_DETAIL:
        return
    if change.before:
        yield f"  - {change.before}"
    if change.after:
        yield f"  + {change.after}"
    yield from (f"    {example}" for example in change.examples)
