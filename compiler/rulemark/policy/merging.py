"""Two sentences about one stretch of time make one timer: "after 90 days at the earliest", "no later than 180"."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace

from rulemark.policy.drafts import Draft
from rulemark.policy.model import Duration, Timer

_BOUNDS = ("lasts", "earliest", "latest", "before", "period")


def merge_timers(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Join timers of one section that bound the same thing from different sides; a second value is never dropped."""
    merged: list[Draft] = []
    places: dict[Hashable, dict[int, frozenset[str]]] = {}
    for draft in drafts:
        if not isinstance(draft.element, Timer):
            merged.append(draft)
            continue
        alike, bounds = places.setdefault(_about(draft.element), {}), _bounded(draft.element)
        free = (index for index, bounded in alike.items() if bounds.isdisjoint(bounded))
        place = next((index for index in free if _fit(merged[index], draft)), None)
        if place is None:
            alike[len(merged)] = bounds
            merged.append(draft)
        else:
            alike[place] |= bounds
            merged[place] = _joined(merged[place], draft)
    return tuple(merged)


def _fit(one: Draft, other: Draft) -> bool:
    """Tell whether a time can lie between the bounds of two timers."""
    assert isinstance(one.element, Timer)
    assert isinstance(other.element, Timer)
    return _in_order(one.element.earliest or other.element.earliest, one.element.latest or other.element.latest)


def _in_order(earliest: Duration | None, latest: Duration | None) -> bool:
    """Whether a time can lie between two bounds; of different units nothing is said."""
    if earliest is None or latest is None:
        return True
    return earliest.unit is not latest.unit or earliest.count <= latest.count


def _about(timer: Timer) -> Hashable:
    """What a timer is about; without an event and what comes of it no two timers are about the same."""
    same = (
        timer.anchor,
        timer.event,
        timer.state,
        timer.effect,
        timer.actors,
        timer.when,
        timer.monikers,
        timer.hedges,
    )
    return same if timer.event and (timer.state or timer.effect) else (*same, id(timer))


def _bounded(timer: Timer) -> frozenset[str]:
    return frozenset(bound for bound in _BOUNDS if getattr(timer, bound) is not None)


def _joined(one: Draft, other: Draft) -> Draft:
    assert isinstance(one.element, Timer)
    assert isinstance(other.element, Timer)
    element = replace(
        one.element,
        lasts=one.element.lasts or other.element.lasts,
        earliest=one.element.earliest or other.element.earliest,
        latest=one.element.latest or other.element.latest,
        before=one.element.before or other.element.before,
        period=one.element.period or other.element.period,
        modality=one.element.modality if one.element.modality == other.element.modality else None,
        evidence=(*one.element.evidence, *other.element.evidence),
    )
    return replace(one, element=element, sentences=(*one.sentences, *other.sentences))
