"""The conditions of a sentence, wherever their markers stand, and what they govern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rulemark.source import Span
from rulemark.statements.conditions.leading_markers import clause_after
from rulemark.statements.conditions.main_clauses import Clause
from rulemark.statements.conditions.trailing_markers import clause_before
from rulemark.statements.conditions.verb_first import verb_first_clause
from rulemark.statements.words.scanning import Scan

_COMMAS = (",", "、")
_ADNOMINAL = 1
"""Characters of the ending that ties a predicate to its marker: `必要(な)場合`."""


def find_clauses(scan: Scan) -> tuple[Clause, ...]:
    """Return the conditions of a sentence in order; none lies inside another."""
    found: list[Clause] = []
    for mark in scan.of("condition", "condition_behind"):
        reached = found[-1].whole.end if found else 0
        if mark.start < reached:
            continue
        behind = mark.sense.topic == "condition_behind"
        clause = clause_before(scan, mark, reached) if behind else clause_after(scan, mark)
        if clause:
            found.append(clause)
    if not found and scan.lexicon.script.verb_first and (clause := verb_first_clause(scan)):
        found.append(clause)
    behind = not scan.lexicon.script.spaces or scan.lexicon.script.marker_last
    return _behind_others(scan, found) if behind and len(found) > 1 else tuple(found)


def _behind_others(scan: Scan, found: Sequence[Clause]) -> tuple[Clause, ...]:
    """Return conditions of which one follows another, `…場合、または…場合、…`, with the main clause behind the last."""
    mains: dict[int, Span] = {}
    placed: list[Clause] = []
    for clause in reversed(found):
        main = mains.get(clause.main.start, clause.main)
        placed.append(replace(clause, main=main))
        if not _holds_main_clause(scan, clause):
            mains[clause.whole.start] = mains[clause.condition.span.start] = main
    return tuple(reversed(placed))


def _holds_main_clause(scan: Scan, clause: Clause) -> bool:
    """Tell whether the main clause of the condition before may stand in a clause: `…場合は中止し、雪の場合は…`."""
    span = clause.condition.span
    if clause.whole.start < span.start and not scan.lexicon.script.marker_last:
        return False  # its own marker opens it, as in `申请退款时，如果…`
    if any(scan.masked.find(comma, span.start, span.end) >= 0 for comma in _COMMAS):
        return True
    marks = (scan.first(topic, span.start) for topic in ("connective_end", "modal"))
    return any(mark is not None and mark.end + _ADNOMINAL < span.end for mark in marks)
