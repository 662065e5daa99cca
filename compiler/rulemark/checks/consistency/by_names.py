"""Contradictions of timers and amounts that have one name, from the vocabulary or from the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import TypeVar

from rulemark.checks.consistency.conflict import Conflict
from rulemark.checks.places import Places, location_of
from rulemark.policy import Amount, Basis, Duration, Evidence, Policy, Timer
from rulemark.source import Location

_Element = TypeVar("_Element", Timer, Amount)
_BOUNDS = ("lasts", "earliest", "latest", "before")


def conflicts_by_names(policies: Sequence[Policy], locale: str, places: Places) -> Iterator[Conflict]:
    """Yield each pair of elements that share their name, readers and conditions, and differ in their value.

    Args:
        policies: The policies of the project.
        locale: The language in which the places are wanted.
        places: The sentences of the project.
    """
    yield from _between_timers(policies, locale, places)
    yield from _between_amounts(policies, locale, places)


def _between_timers(policies: Sequence[Policy], locale: str, places: Places) -> Iterator[Conflict]:
    """Compare the timers of the same event and the same state or effect, in all articles."""
    groups: dict[object, list[tuple[Timer, Evidence]]] = {}
    for timer in (timer for policy in policies for timer in policy.timers):
        evidence = _evidence(timer, locale)
        if evidence and timer.event and (timer.state or timer.effect) and not timer.period:
            frame = _conditions(evidence, places)
            key = (timer.event, timer.state, timer.effect, timer.actors, timer.when, timer.hedges, frame)
            groups.setdefault(key, []).append((timer, evidence))
    for (first, ours), (second, theirs) in _each_with_the_first(groups.values()):
        for value, other in islice(_different_bounds(first, second), 1):
            yield Conflict(*_value(ours, value, places), *_value(theirs, other, places))


def _different_bounds(first: Timer, second: Timer) -> Iterator[tuple[int, int]]:
    for bound in _BOUNDS:
        value, other = getattr(first, bound), getattr(second, bound)
        if isinstance(value, Duration) and isinstance(other, Duration) and value != other:
            yield value.count, other.count


def _between_amounts(policies: Sequence[Policy], locale: str, places: Places) -> Iterator[Conflict]:
    """Compare the amounts that the vocabulary gives one name, in all articles."""
    groups: dict[object, list[tuple[Amount, Evidence]]] = {}
    for amount in (amount for policy in policies for amount in policy.amounts if amount.name):
        if evidence := _evidence(amount, locale):
            frame = (_conditions(evidence, places), _labels(evidence, places))
            key = (amount.name, amount.unit, amount.operator, amount.when, amount.hedges, frame)
            groups.setdefault(key, []).append((amount, evidence))
    for (first, ours), (second, theirs) in _each_with_the_first(groups.values()):
        if (first.value, first.upper) != (second.value, second.upper):
            yield Conflict(*_value(ours, first.value, places), *_value(theirs, second.value, places))


def _each_with_the_first(
    groups: Iterable[Sequence[tuple[_Element, Evidence]]],
) -> Iterator[tuple[tuple[_Element, Evidence], tuple[_Element, Evidence]]]:
    """Pair each element with the first one before it in its group that it can be compared with."""
    for group in groups:
        for index, second in enumerate(group):
            yield from islice(((first, second) for first in group[:index] if _comparable(first[0], second[0])), 1)


def _comparable(first: Timer | Amount, second: Timer | Amount) -> bool:
    """Whether somebody reads both, and not as rows of a table, which are about different things."""
    seen, seen_too = first.monikers, second.monikers
    shared = not seen or not seen_too or not frozenset(seen).isdisjoint(seen_too)
    return shared and not (first.basis is second.basis is Basis.TABLE)


def _evidence(element: Timer | Amount, locale: str) -> Evidence | None:
    return next((item for item in element.evidence if item.locale == locale), None)


def _conditions(evidence: Evidence, places: Places) -> int:
    """Return how many conditions the sentences have: one that no name covers still tells two cases apart."""
    return sum(len(statement.reading.conditions) for statement in places.statements_of(evidence))


def _labels(evidence: Evidence, places: Places) -> tuple[tuple[str, ...], ...]:
    """Return the labels and tabs of the sentences: "Small:" and "Large:" tell two amounts apart."""
    return tuple((item.label, item.label_of_item, *item.variant) for item in places.statements_of(evidence))


def _value(evidence: Evidence, value: Decimal | int, places: Places) -> tuple[Location, str]:
    """Return the place and the words of a value in the sentence that states it."""
    found = places.quantity_of(evidence, value)
    if found is None:
        return location_of(evidence), str(value)
    statement, quantity = found
    return statement.locate(quantity.span), statement.reading.words(quantity.span)
