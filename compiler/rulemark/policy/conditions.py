"""What all conditions of a sentence say together: its clauses, its exception, and the subject that tells cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rulemark.policy.alternatives import Alternatives, joined_by_or
from rulemark.policy.clauses import UNCONDITIONAL, Understood, counted_test, named, quoted, together, understand_clause
from rulemark.policy.lookup import Lookup
from rulemark.policy.model import (
    Not,
)
from rulemark.source import Span
from rulemark.statements import Condition as Clause
from rulemark.statements import (
    ConditionKind,
    Modality,
    Quantity,
    Scope,
    Statement,
    deny,
)

_AFFIRMED = {
    Modality.MAY_NOT: Modality.MAY,
    Modality.MUST_NOT: Modality.MUST,
    Modality.SHOULD_NOT: Modality.SHOULD,
}
"""What is left of a denial that is worked into a comparison."""


def is_conditional(statement: Statement) -> bool:
    """Whether a sentence holds in some cases only: it has a condition or an exception, or its subject tells cases."""
    reading = statement.reading
    return bool(reading.conditions or reading.subject or reading.excepted or reading.reserved)


def modality_of(statement: Statement, quantities: Iterable[Quantity]) -> str | None:
    """Return how a sentence binds somebody to its quantities: "can't add more than 5" is "can add at most 5"."""
    modality = statement.reading.modality
    if modality is not None and any(quantity.negated for quantity in quantities):
        modality = _AFFIRMED.get(modality, modality)
    return modality.value if modality else None


def understand(statement: Statement, lookup: Lookup) -> Understood:
    """Return what all conditions of a sentence say together; conditions of time ("until …") are left to timers."""
    clauses = tuple(
        clause
        for clause in statement.reading.conditions
        if clause.kind is not ConditionKind.UNTIL and not _points_back(statement, clause, lookup)
    )
    read = tuple(_clause(statement, clause, lookup) for clause in clauses)
    match joined_by_or(statement, clauses):
        case Alternatives.ALL:
            read = (together(read, either=True),)
        case Alternatives.SOME:
            read = (quoted(statement.reading.words(Span(clauses[0].span.start, clauses[-1].span.end)), lookup),)
    cases = (_cases(statement, lookup), _excepted(statement, lookup), _reserved(statement, lookup))
    every = (*read, *(part for part in cases if part is not None))
    return together(every) if every else UNCONDITIONAL


def _excepted(statement: Statement, lookup: Lookup) -> Understood | None:
    """Return what must not hold where a sentence ends in an exception."""
    span = statement.reading.excepted
    return None if span is None else _denied(named(statement.reading.words(span), lookup))


def _reserved(statement: Statement, lookup: Lookup) -> Understood | None:
    """Return who somebody must be whom alone a sentence permits something."""
    span = statement.reading.reserved
    return None if span is None else named(statement.reading.words(span), lookup)


def _denied(understood: Understood) -> Understood:
    return replace(understood, condition=Not(understood.condition))


def _points_back(statement: Statement, clause: Clause, lookup: Lookup) -> bool:
    """Tell "if this happens", which says what the sentence before says, from a condition of its own."""
    words = statement.reading.words(clause.span).casefold()
    return statement.reading.refers_back and words in lookup.lexicon.words("back")


def _cases(statement: Statement, lookup: Lookup) -> Understood | None:
    """Return what a subject like "teams with fewer than 5 members" says: the test of a count, else its words."""
    subject = statement.reading.subject
    if subject is None:
        return None
    told = tuple(quantity for quantity in statement.reading.quantities if quantity.scope is Scope.CASE)
    return counted_test(statement, told, subject, lookup) or quoted(statement.reading.words(subject), lookup)


def _clause(statement: Statement, clause: Clause, lookup: Lookup) -> Understood:
    unless = clause.kind is ConditionKind.UNLESS
    # the "not" of `提示しない限り` stands in the clause itself
    inside = unless and lookup.lexicon.script.marker_last
    said = inside and deny(statement.reading.words(clause.span), lookup.lexicon)
    denied = said if unless else clause.negated
    understood = understand_clause(statement, clause.span, lookup, denied=denied)
    return _denied(understood) if unless and not said else understood
