"""The conditions of a sentence, wherever their markers stand, and what they govern."""

from __future__ import annotations

from rulemark.statements.conditions.leading_markers import clause_after
from rulemark.statements.conditions.main_clauses import Clause
from rulemark.statements.conditions.trailing_markers import clause_before
from rulemark.statements.conditions.verb_first import verb_first_clause
from rulemark.statements.words.scanning import Scan


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
    return tuple(found)
