"""RM411: two sentences give the same thing different values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rulemark.checks.consistency.claims import Claim, similar_pairs
from rulemark.checks.places import Places, location_of
from rulemark.checks.problems import CONFLICTING_VALUES
from rulemark.diagnostics import Diagnostic, Label
from rulemark.policy import Basis, Duration, Evidence, Policy, Timer
from rulemark.source import Location
from rulemark.statements import Quantity

_BOUNDS = ("lasts", "earliest", "latest", "before")
_ENOUGH_SHARED = 5
"""Content words that make a sentence say what it is about without the sections around it."""
_ENOUGH_BESIDE_A_VALUE = 3
"""The same, where both sentences also share a value."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that give the same thing different values, each with its words."""

    first: Location
    first_value: str
    second: Location
    second_value: str


def conflicting_values(policies: Sequence[Policy], claims: Sequence[Claim], places: Places) -> Iterator[Diagnostic]:
    """Report each contradiction of the claims of one language, and of the timers that they became, once.

    Args:
        policies: The policies of the project.
        claims: The claims of one language.
        places: The sentences of the project.
    """
    if not claims:
        return
    seen: set[tuple[str, str]] = set()
    for conflict in (*_between_claims(claims), *_between_timers(policies, claims[0].locale, places)):
        first, second = sorted((conflict.first, conflict.second), key=lambda place: (place.path, place.span))
        sentences = (_sentence(first, places), _sentence(second, places))
        if sentences in seen or first == second:
            continue
        seen.add(sentences)
        yield _finding(conflict if conflict.first == first else _turned(conflict))


def _sentence(place: Location, places: Places) -> str:
    statement = next((item for item in places.statements.get(place.path, ()) if place.span in item.location.span), None)
    start = statement.location.span.start if statement else place.span.start
    return f"{place.path}@{start}"


def _turned(conflict: Conflict) -> Conflict:
    return Conflict(conflict.second, conflict.second_value, conflict.first, conflict.first_value)


def _finding(conflict: Conflict) -> Diagnostic:
    return Diagnostic(
        CONFLICTING_VALUES,
        f"the same thing has two values: `{conflict.first_value}` and `{conflict.second_value}`",
        conflict.first,
        help="keep one value, or say in both sentences what makes the two cases different",
        labels=(Label(conflict.second, f"here it is `{conflict.second_value}`"),),
        witness=(("here", conflict.first_value), ("there", conflict.second_value)),
    )


# --- by words ---------------------------------------------------------------------------------------------------------


def _between_claims(claims: Sequence[Claim]) -> Iterator[Conflict]:
    stating = [claim for claim in claims if claim.statement.reading.quantities]
    for first, second in similar_pairs(stating):
        pair = _one_difference(first.statement.reading.quantities, second.statement.reading.quantities)
        if pair is not None and first.same_frame(second) and _same_subject(first, second):
            ours, theirs = pair
            yield Conflict(
                first.statement.locate(ours.span),
                first.statement.reading.words(ours.span),
                second.statement.locate(theirs.span),
                second.statement.reading.words(theirs.span),
            )


def _one_difference(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Return the one pair of quantities, in the same position, that differs in its value and in nothing else."""
    if len(ours) != len(theirs):
        return None
    pairs = list(zip(ours, theirs, strict=True))
    if any((a.unit, a.comparison, a.negated) != (b.unit, b.comparison, b.negated) for a, b in pairs):
        return None
    different = [(a, b) for a, b in pairs if (a.value, a.upper) != (b.value, b.upper)]
    return different[0] if len(different) == 1 else None


def _same_subject(first: Claim, second: Claim) -> bool:
    """Whether two claims are about the same thing.

    Neither may add a word to what the other says; one is allowed where a second value, equal in both, shows that they
    speak of the same. Two words that stand in for each other always tell two things apart.
    """
    mine, theirs = first.extra_words(second)
    if mine and theirs:
        return False
    extra = len(mine) + len(theirs)
    shared = max(len(first.content), len(second.content)) - extra
    values = len(first.statement.reading.quantities)
    if values > 1:
        return extra <= 1 and shared >= _ENOUGH_BESIDE_A_VALUE
    return extra == 0 and shared >= _ENOUGH_SHARED


# --- by names ---------------------------------------------------------------------------------------------------------


def _between_timers(policies: Sequence[Policy], locale: str, places: Places) -> Iterator[Conflict]:
    """Compare the timers of the same event and the same state or effect, in all articles."""
    groups: dict[object, list[Timer]] = {}
    for timer in (timer for policy in policies for timer in policy.timers):
        if timer.event and (timer.state or timer.effect) and not timer.period:
            key = (timer.event, timer.state, timer.effect, timer.actors, timer.when, timer.hedges)
            groups.setdefault(key, []).append(timer)
    for group in groups.values():
        for first, second in combinations(group, 2):
            if _overlap(first.monikers, second.monikers) and not (first.basis is second.basis is Basis.TABLE):
                yield from _different_bounds(first, second, locale, places)


def _overlap(first: Sequence[str], second: Sequence[str]) -> bool:
    return not first or not second or not frozenset(first).isdisjoint(second)


def _different_bounds(first: Timer, second: Timer, locale: str, places: Places) -> Iterator[Conflict]:
    ours, theirs = _evidence(first, locale), _evidence(second, locale)
    if ours is None or theirs is None or not _same_conditions(ours, theirs, places):
        return
    for bound in _BOUNDS:
        value, other = getattr(first, bound), getattr(second, bound)
        if isinstance(value, Duration) and isinstance(other, Duration) and value != other:
            here, there = _value(ours, value, places), _value(theirs, other, places)
            yield Conflict(*here, *there)
            return


def _evidence(timer: Timer, locale: str) -> Evidence | None:
    return next((item for item in timer.evidence if item.locale == locale), None)


def _same_conditions(first: Evidence, second: Evidence, places: Places) -> bool:
    """Whether the sentences have equally many conditions: one that no name covers still tells two cases apart."""
    counts = [
        sum(len(statement.reading.conditions) for statement in places.statements_of(evidence))
        for evidence in (first, second)
    ]
    return counts[0] == counts[1]


def _value(evidence: Evidence, duration: Duration, places: Places) -> tuple[Location, str]:
    for statement in places.statements_of(evidence):
        for quantity in statement.reading.quantities:
            if duration.count in {quantity.value, quantity.upper}:
                return statement.locate(quantity.span), statement.reading.words(quantity.span)
    return location_of(evidence), duration.iso
