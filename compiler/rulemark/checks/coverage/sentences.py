"""The sentences behind the cases of a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rulemark.checks.coverage.question import Question
from rulemark.checks.places import Places, evidence_in
from rulemark.diagnostics import Label
from rulemark.policy import All, AnyOf, Between, Case, Compare, Condition, Not, OneOf, in_locale

_LONGEST = 60
"""Characters of an outcome in the article's words."""
_MOST = 8
"""Sentences shown with one finding."""


def sentences(question: Question, cases: Iterable[Case], places: Places) -> tuple[Label, ...]:
    """Return a label for the sentence of each case, in the source locale, in order of appearance."""
    labels: dict[object, Label] = {}
    for case in cases:
        evidence = evidence_in(case.evidence, question.policy.source_locale)
        if evidence is not None:
            literal = next(_numbers(case.when), None)
            place = places.of_number(evidence, literal if literal is not None else Decimal("NaN"))
            labels.setdefault((place.path, place.span), Label(place, f"this case leads to {outcome(question, case)}"))
    ordered = sorted(labels.values(), key=lambda label: (label.location.path, label.location.span))
    return tuple(ordered[:_MOST])


def outcome(question: Question, case: Case) -> str:
    """Name the outcome of a case: as developers call it, or in the words of the article when nobody named it."""
    if not question.decision.declared:
        found = next((item for item in question.decision.outcomes if item.name == case.then), None)
        words = " ".join(in_locale(found.labels, question.policy.source_locale).split()) if found else ""
        if words:
            return f"`{words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + '…'}`"
    return f"`{case.then}`"


def moniker_note(question: Question) -> str:
    """Name the readers that a finding is about, unless it is about everybody."""
    return f" for {', '.join(f'`{moniker}`' for moniker in question.monikers)}" if question.monikers else ""


def _numbers(condition: Condition) -> Iterator[Decimal]:
    match condition:
        case Compare(value=value):
            if isinstance(value, Decimal):
                yield value
        case Between(low=low):
            yield low
        case OneOf(values=values):
            yield from (value for value in values if isinstance(value, Decimal))
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _numbers(part)
        case Not(part):
            yield from _numbers(part)
