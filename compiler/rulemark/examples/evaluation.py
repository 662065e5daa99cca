"""What a decision answers for some facts: an outcome, that facts are missing, or that the article leaves it open.

This is the meaning that the generated rules have, too: exceptions come first and the case for all the rest last; two
cases of the same rank that disagree leave the question open; a case that may apply keeps a lower one from deciding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rulemark.checks.coverage import holds
from rulemark.policy import (
    All,
    AnyOf,
    Between,
    Case,
    Compare,
    Condition,
    Decision,
    Not,
    OneOf,
    Value,
)

MONIKER = "moniker"
"""What an answer needs when cases differ by moniker and none is given."""
_READER = "@moniker"
"""The moniker among the facts; no vocabulary can declare this name."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A case certainly applies."""

    outcome: str
    case: Case


@dataclass(frozen=True, slots=True)
class Unknown:
    """The answer depends on facts that are not given."""

    needs: frozenset[str]
    cases: tuple[Case, ...]
    """Those that may apply."""


@dataclass(frozen=True, slots=True)
class Unstated:
    """No case applies, or cases of the same rank disagree."""

    cases: tuple[Case, ...]
    """Those that disagree."""


Answer: TypeAlias = Decided | Unknown | Unstated


def evaluate(
    decision: Decision, facts: Mapping[str, Value], *, moniker: str = "", monikers: Sequence[str] = ()
) -> Answer:
    """Answer a decision.

    Args:
        decision: The question.
        facts: Values by input name, each of the type of its input; what is missing is unknown.
        moniker: The reader's; "" is unknown.
        monikers: All that the article distinguishes; a case for all of them is for everybody.
    """
    known = {**facts, _READER: moniker} if moniker else dict(facts)
    conditions = {case: _condition(case, decision, monikers) for case in decision.cases}
    pending: list[Case] = []
    for rank in _ranks(decision):
        truths = {case: holds(conditions[case], known) for case in rank}
        certain = tuple(case for case in rank if truths[case])
        if len({case.then for case in certain}) > 1 and not pending:
            return Unstated(certain)
        pending += (case for case in rank if truths[case] is None)
        if certain and all(case.then == certain[0].then for case in pending):
            return Decided(certain[0].then, certain[0])
        if certain:
            break
    if pending:
        missing = (name for case in pending for name in _missing(conditions[case], known))
        return Unknown(frozenset(MONIKER if name == _READER else name for name in missing), tuple(pending))
    return Unstated(())


def _ranks(decision: Decision) -> tuple[tuple[Case, ...], ...]:
    """Return the exceptions, the ordinary cases, and the case for all the rest."""
    otherwise = tuple(case for case in decision.cases if case.otherwise)
    rest = tuple(case for case in decision.cases if not case.otherwise)
    return tuple(case for case in rest if case.exception), tuple(case for case in rest if not case.exception), otherwise


def _condition(case: Case, decision: Decision, monikers: Sequence[str]) -> Condition:
    """Return when a case applies, its readers included unless they are all there are."""
    readers = case.monikers or decision.monikers
    if not readers or set(readers) >= set(monikers):
        return case.when
    return All((OneOf(_READER, readers), case.when))


def _missing(condition: Condition, known: Mapping[str, Value]) -> Iterator[str]:
    """Yield the inputs that keep a condition from being true or false."""
    match condition:
        case Compare(name) | Between(name) | OneOf(name):
            if name not in known:
                yield name
        case All(parts) | AnyOf(parts):
            for part in parts:
                if holds(part, known) is None:
                    yield from _missing(part, known)
        case Not(part):
            yield from _missing(part, known)
