"""Sentences with a stretch of time become timers: how long a state lasts, from when, until when at the latest."""

from __future__ import annotations

from dataclasses import replace

from rulemark.policy.clauses import Understood, is_time
from rulemark.policy.conditions import modality_of
from rulemark.policy.drafts import RefusedError, evidence_of
from rulemark.policy.lookup import Lookup, first, hedges_of
from rulemark.policy.model import Basis, Timer
from rulemark.policy.naming import invented, name_of_labels, without_opener
from rulemark.policy.time_bounds import Bounds, anchor_of, bounds_of, lasts, said_beside
from rulemark.source import Span
from rulemark.statements import Mention, Modality, Quantity, Scope, Statement, Topic

_NEXT = "next_"
"""Only the next one of its kind is a time limit: "within the next billing cycle"."""
_MOST_TIMES = 8
"""Times in a sentence; more than these are no timer, and are not compared with each other."""
_RECOMMENDING = frozenset({Modality.SHOULD, Modality.SHOULD_NOT})
"""What is advised bounds nothing: it stays a recommendation in words."""


def durations(statement: Statement) -> tuple[Quantity, ...]:
    """Return the stretches of time of a sentence that neither stand in its conditions nor tell cases apart."""
    conditions = tuple(condition.span for condition in statement.reading.conditions)
    return tuple(
        quantity
        for quantity in statement.reading.quantities
        if is_time(quantity.unit)
        and quantity.scope is not Scope.CASE
        and not any(quantity.number_span in span for span in conditions)
    )


def timer_of(statement: Statement, when: Understood, lookup: Lookup, about: str = "") -> Timer | None:
    """Return the timer that a sentence states, or None when it states no time.

    Args:
        statement: The sentence.
        when: What its conditions say.
        lookup: The vocabulary.
        about: What a table cell is about: the words of its row and column.

    Raises:
        RefusedError: The sentence states a time, but not what it bounds.
    """
    stated = durations(statement)
    period = next((m for m in statement.mentions if m.topic is Topic.PERIOD and m.name.startswith(_NEXT)), None)
    if (not stated and period is None) or statement.reading.modality in _RECOMMENDING:
        return None
    if len(stated) > _MOST_TIMES:
        raise RefusedError(f"more than {_MOST_TIMES} times in one sentence")
    bounds = bounds_of(statement, stated, lookup) if stated else Bounds()
    timer = _named(statement, stated, when, lookup)
    if about:
        state = first(lookup.states.find(about)) or timer.state
        effect = first(lookup.effects.find(statement.reading.text)) or (
            None if state else name_of_labels(about, lookup.lexicon) or None
        )
        timer = replace(timer, state=state, effect=effect)
    timer = replace(
        timer,
        lasts=bounds.lasts,
        earliest=bounds.earliest,
        latest=bounds.latest,
        before=bounds.before,
        period=_period(statement, period, lookup) if not stated else None,
    )
    lasting = lasts(statement, lookup) or any(said_beside(statement, each, Topic.DURING) for each in stated)
    if not (about or lasting):
        _require_subject(statement, timer)
    return timer


def _named(statement: Statement, stated: tuple[Quantity, ...], when: Understood, lookup: Lookup) -> Timer:
    """Return a timer without bounds: its event, state, effect and actors."""
    reading = statement.reading
    main = reading.consequence or Span(0, len(reading.text))
    anchors = tuple(span for quantity in stated if (span := anchor_of(statement, quantity, lookup)) is not None)
    event = _event(statement, anchors, lookup)
    return Timer(
        id="",
        evidence=(evidence_of(statement, lookup.locale),),
        event=event,
        state=lookup.state(statement),
        effect=_effect(statement, main, anchors, event, lookup),
        actors=lookup.actors(statement, main.start),
        when=when.condition,
        modality=modality_of(statement, stated),
        hedges=hedges_of(reading, lookup),
        monikers=statement.monikers,
        basis=Basis.PROSE,
        anchor=statement.anchor,
    )


def _event(statement: Statement, anchors: tuple[Span, ...], lookup: Lookup) -> str | None:
    reading = statement.reading
    for anchor in anchors:
        if event := first(lookup.events.find(reading.words(anchor))):
            return event
    for condition in reading.conditions:
        if event := first(lookup.events.find(reading.words(condition.span))):
            return event
    names = (_name_of_event(statement, anchor, lookup) for anchor in anchors)
    return next((name for name in names if name), None)


def _name_of_event(statement: Statement, anchor: Span, lookup: Lookup) -> str | None:
    """Return the name of an event that the vocabulary does not have: its own words, or the language's name for it."""
    own = lookup.event_of_language(statement, anchor)
    return own or invented(statement.reading.words(anchor), lookup.lexicon) or None


def _effect(
    statement: Statement, main: Span, anchors: tuple[Span, ...], event: str | None, lookup: Lookup
) -> str | None:
    reading = statement.reading
    text = reading.words(main)
    if effect := first(lookup.effects.find(text)):
        return effect
    outside = (m for m in lookup.events.find(text) if not any(m.span.shift(main.start) in span for span in anchors))
    if other := next((match.name for match in outside if match.name != event), None):
        return other
    if lookup.state(statement):
        return None
    behind = Span(max((span.end for span in anchors if span in main), default=main.start), main.end)
    words = without_opener(_bare(statement, main, anchors), lookup.lexicon)
    return lookup.event_of_language(statement, behind) or invented(words, lookup.lexicon) or None


def _bare(statement: Statement, main: Span, anchors: tuple[Span, ...]) -> str:
    """Return the words of the main clause without its quantities, their events and hedges."""
    reading = statement.reading
    times, hedges = (q.span for q in reading.quantities), (hedge.span for hedge in reading.hedges)
    spans = (*times, *anchors, *hedges)
    left_out = sorted(span for span in spans if span in main)
    text, start = "", main.start
    for span in left_out:
        text += reading.text[start : max(start, span.start)]
        start = max(start, span.end)
    return text + reading.text[start : main.end]


def _period(statement: Statement, period: Mention | None, lookup: Lookup) -> str | None:
    if period is None:
        return None
    return first(lookup.periods.find(statement.reading.text)) or period.name


def _require_subject(statement: Statement, timer: Timer) -> None:
    """A bare duration says nothing: there must be an event, a state or a word that bounds it."""
    bounded = timer.earliest or timer.latest or timer.before or timer.period
    if not (bounded or timer.event or timer.state or statement.reading.hedges):
        raise RefusedError("a stretch of time without an event or a state")
