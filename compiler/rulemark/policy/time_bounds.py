"""What the durations of a sentence bound: how long something lasts, or when it happens at the earliest or latest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rulemark.policy.drafts import RefusedError
from rulemark.policy.look_alike_times import ends_with, is_filled, is_kept, is_taken, refuse_look_alike_time
from rulemark.policy.lookup import Lookup
from rulemark.policy.model import Duration, DurationUnit
from rulemark.source import Span
from rulemark.statements import FORBIDDING, Comparison, Place, Quantity, Statement, Topic, normalise

_MONTHS_A_QUARTER = 3
_AT_LEAST = frozenset({Comparison.GE, Comparison.GT})
_AT_MOST = frozenset({Comparison.LE, Comparison.LT})
_GAP = 3
"""Characters between a duration and the word that says "before"."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the durations of a sentence bound."""

    lasts: Duration | None = None
    earliest: Duration | None = None
    latest: Duration | None = None
    before: Duration | None = None


def bounds_of(statement: Statement, stated: tuple[Quantity, ...], lookup: Lookup) -> Bounds:
    """Return what the durations of a sentence bound.

    Raises:
        RefusedError: One of them is no limit, or nothing says what it bounds.
    """
    bare = next((quantity for quantity in stated if _is_bare(statement, quantity)), None)
    if bare is not None and len(stated) > 1:
        raise RefusedError(f"a time of which nothing says what it bounds: `{statement.reading.words(bare.span)}`")
    for quantity in stated:
        refuse_look_alike_time(statement, quantity, lookup.lexicon)
        if _looks_back(statement, quantity):
            raise RefusedError(f"a time that looks back: `{statement.reading.words(quantity.span)}`")
    found: dict[str, Duration] = {}
    for role, duration in (bound for quantity in stated for bound in _roles(statement, quantity, lookup)):
        if found.setdefault(role, duration) != duration:
            raise RefusedError(f"two times that both say how long or when: {', '.join(_words(statement, stated))}")
    if "lasts" in found and len(found) > 1:
        raise RefusedError(f"two times that may bound different things: {', '.join(_words(statement, stated))}")
    return Bounds(**found)


def _looks_back(statement: Statement, quantity: Quantity) -> bool:
    """Whether a time is the window of a count or a report: "in the last 28 days"."""
    span = quantity.span
    return any(
        mention.topic is Topic.PAST and span.start - _GAP <= mention.span.end and mention.span.start <= span.end + 1
        for mention in statement.mentions
    )


def _is_bare(statement: Statement, quantity: Quantity) -> bool:
    """Whether no word around a duration says that it is a limit, a point in time or how long something lasts."""
    said = quantity.after or quantity.anchor is not None or quantity.comparison is not Comparison.EQ
    return not (said or said_beside(statement, quantity, Topic.DURING))


def _words(statement: Statement, quantities: tuple[Quantity, ...]) -> Iterator[str]:
    return (f"`{statement.reading.words(quantity.span)}`" for quantity in quantities)


def _roles(statement: Statement, quantity: Quantity, lookup: Lookup) -> Iterator[tuple[str, Duration]]:
    """Yield what a duration bounds; exactly so long after an event is both the earliest and the latest day."""
    role, duration = _role(statement, quantity, lookup)
    _refuse_least_length(statement, quantity, lookup)
    anchor = anchor_of(statement, quantity, lookup)
    behind = anchor is not None and anchor.start >= quantity.span.end
    exact = role == "earliest" and quantity.comparison is Comparison.EQ
    if exact and anchor is not None and not behind:
        yield role, duration
        yield "latest", duration
        return
    if role == "lasts" and any(mention.topic is Topic.EARLIEST for mention in statement.mentions):
        yield "earliest", duration
    elif role == "lasts" and behind and not _goes_on(statement, quantity, lookup):
        yield "earliest", duration
        yield "latest", duration
    else:
        yield role, duration


def _refuse_least_length(statement: Statement, quantity: Quantity, lookup: Lookup) -> None:
    """Refuse "kept for at least 7 years": it bounds how long something lasts, not when it happens."""
    least = normalise(quantity.comparison, negated=quantity.negated) in _AT_LEAST and not quantity.after
    if least and (lasts(statement, lookup) or _stands_behind(statement, quantity, Topic.DURING)):
        raise RefusedError(f"a least length of time: `{statement.reading.words(quantity.span)}`")


def _goes_on(statement: Statement, quantity: Quantity, lookup: Lookup) -> bool:
    """Whether something is said to last from an event on, instead of happening that long after it."""
    return lasts(statement, lookup) or said_beside(statement, quantity, Topic.DURING)


def lasts(statement: Statement, lookup: Lookup) -> bool:
    """Whether a sentence says that something goes on: it is kept, or stays."""
    reading = statement.reading
    main = reading.consequence or Span(0, len(reading.text))
    return not reading.negated and is_kept(reading.text, main, lookup.lexicon)


def _comparison(statement: Statement, quantity: Quantity) -> Comparison:
    """Return how a time compares; what a prohibition does to a time that is not denied itself is left open."""
    forbidden = statement.reading.modality in FORBIDDING
    if forbidden and not quantity.negated and quantity.comparison in {Comparison.GT, Comparison.GE, Comparison.LT}:
        raise RefusedError(f"a time inside a prohibition: `{statement.reading.words(quantity.span)}`")
    return normalise(quantity.comparison, negated=quantity.negated)


def anchor_of(statement: Statement, quantity: Quantity, lookup: Lookup) -> Span | None:
    """Return the words for the event from which a duration runs: no hedge, nor what fills it or comes behind it."""
    anchor, text = quantity.anchor, statement.reading.text
    if anchor is None or is_filled(text, quantity, lookup.lexicon) or ends_with(text, anchor, lookup.lexicon):
        return None
    prior = any(m.topic is Topic.PRIOR and m.span.start == anchor.start for m in statement.mentions)
    if prior and is_taken(text, quantity, lookup.lexicon):
        return None
    hedges = (hedge.span for hedge in statement.reading.hedges)
    if any(hedge.start < anchor.end and anchor.start < hedge.end for hedge in hedges):
        return None
    return anchor


def said_beside(statement: Statement, quantity: Quantity, topic: Topic) -> bool:
    """Whether a word of a topic stands right in front of a quantity, or as a verb right behind it."""
    return _stands_behind(statement, quantity, topic) or any(
        0 <= mention.span.start - quantity.span.end <= 1 for mention in statement.mentions if mention.topic is topic
    )


def _stands_behind(statement: Statement, quantity: Quantity, topic: Topic) -> bool:
    return any(
        0 <= quantity.span.start - mention.span.end <= _GAP for mention in statement.mentions if mention.topic is topic
    )


def _role(statement: Statement, quantity: Quantity, lookup: Lookup) -> tuple[str, Duration]:
    if quantity.upper is not None:
        raise RefusedError(f"a range of time: `{statement.reading.words(quantity.span)}`")
    duration = duration_of(quantity)
    if _stands_before_event(statement, quantity, lookup):
        if quantity.comparison not in {Comparison.EQ, Comparison.GE}:
            raise RefusedError(f"a limit before an event: `{statement.reading.words(quantity.span)}`")
        return "before", duration
    match _comparison(statement, quantity):
        case Comparison.EQ:
            return ("earliest" if quantity.after else "lasts"), duration
        case Comparison.LE:
            return "latest", duration
        case Comparison.LT if duration.unit is DurationUnit.DAY:
            return "latest", replace(duration, count=duration.count - 1)
        case Comparison.GE:
            if not _starts(statement, quantity, lookup):
                raise RefusedError(f"a least time without an event: `{statement.reading.words(quantity.span)}`")
            return "earliest", duration
        case Comparison.GT if duration.unit is DurationUnit.DAY:
            return "earliest", replace(duration, count=duration.count + 1)
        case _:
            raise RefusedError(f"a time that is not exact to the day: `{statement.reading.words(quantity.span)}`")


def _starts(statement: Statement, quantity: Quantity, lookup: Lookup) -> bool:
    """Whether something begins a least time: an event, or a word for how long it lasts."""
    told = quantity.after or anchor_of(statement, quantity, lookup) is not None or statement.place is Place.CELL
    topics = {mention.topic for mention in statement.mentions}
    return told or bool(topics & {Topic.EARLIEST, Topic.STATE}) or said_beside(statement, quantity, Topic.DURING)


def _stands_before_event(statement: Statement, quantity: Quantity, lookup: Lookup) -> bool:
    """Whether "before" stands beside a duration; a word that may also mean "for" needs an event of the vocabulary."""
    if quantity.ahead:
        return True
    text = statement.reading.text
    for mention in statement.mentions:
        beside = 0 <= mention.span.start - quantity.span.end <= _GAP or mention.span in quantity.span
        if mention.topic is Topic.PRIOR and beside and not is_taken(text, quantity, lookup.lexicon):
            ahead = mention.name != "beside" or quantity.comparison in _AT_MOST
            return ahead or bool(lookup.events.find(text[mention.span.end :]))
    return False


def duration_of(quantity: Quantity) -> Duration:
    """Return the duration of a quantity of time.

    Raises:
        RefusedError: It is not a whole number of a unit that the model has.
    """
    count = quantity.value
    if count != count.to_integral_value():
        raise RefusedError(f"a fraction of a unit of time: {count}")
    if quantity.unit == "quarter":
        return Duration(int(count) * _MONTHS_A_QUARTER, DurationUnit.MONTH)
    return Duration(int(count), DurationUnit(quantity.unit))
