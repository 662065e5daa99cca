"""Times that look like a limit, a deadline or a duration and are none: rates, windows, counted days."""

from __future__ import annotations

from functools import cache

from rulemark.policy.beside_numbers import first_word, near, opens, words_of
from rulemark.policy.clauses import is_time
from rulemark.policy.drafts import RefusedError
from rulemark.source import Span
from rulemark.statements import Comparison, Lexicon, Quantity, Statement, Topic

_REACH = 24
"""Characters beside a number in which such a word stands."""
_REACH_OF_EACH = 60
"""Characters in front of a time in which "each year" stands."""
_AT_MOST = frozenset({Comparison.LE, Comparison.LT})


def refuse_look_alike_time(statement: Statement, quantity: Quantity, lexicon: Lexicon) -> None:
    """Raise RefusedError when the words beside a time say that it is no limit and does not tell how long either."""
    text, span = statement.reading.text, quantity.span
    said = f"`{statement.reading.words(span)}`"
    if is_rate(text, quantity, lexicon) or _in_each(text, quantity, lexicon):
        raise RefusedError(f"a time that is counted per another: {said}")
    if near(text, Span(max(0, span.start - _REACH), span.end), words_of(lexicon, "rolling")):
        raise RefusedError(f"a window of time that moves on: {said}")
    ahead = near(text, Span(max(0, span.start - _REACH), span.end), words_of(lexicon, "ahead"))
    if ahead and statement.reading.modality is None and quantity.anchor is None:
        raise RefusedError(f"a window of time that begins today: {said}")
    if near(text, Span(max(0, span.start - _REACH), span.start), words_of(lexicon, "existing")):
        raise RefusedError(f"a time that is only counted: {said}")
    if _comes_round(text, span, lexicon):
        raise RefusedError(f"a time that comes round: {said}")
    if near(text, Span(0, span.start), words_of(lexicon, "failure")):
        raise RefusedError(f"a limit that somebody does not keep to: {said}")
    if _counts_days(statement, quantity, lexicon):
        raise RefusedError(f"a number of days, not a time limit: {said}")
    if _is_measured(statement, quantity, lexicon):
        raise RefusedError(f"a time that is no limit: {said}")
    if _is_fragment(statement):
        raise RefusedError("a clause without a main clause")


def is_rate(text: str, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a time is counted per another one: "4 hours a week"."""
    behind = text[quantity.span.end :].lstrip()[:_REACH].casefold()
    units = _units_of_time(lexicon)
    rates = (rate for rate in words_of(lexicon, "rate") if behind.startswith(f"{rate} "))
    return any(first_word(behind[len(rate) :]) in units for rate in rates) or first_word(behind.lstrip("/")) in (
        units if behind.startswith("/") else ()
    )


def _in_each(text: str, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a stretch of time stands in front, in each of which a time may be used: `每年最多 6 个月`."""
    if quantity.anchor is not None or quantity.comparison not in _AT_MOST:
        return False
    front = Span(max(0, quantity.span.start - _REACH_OF_EACH), quantity.span.start)
    return near(text, front, _each_time(lexicon))


def is_filled(text: str, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether what stands behind a time fills it, and is no event: "90 days of training"."""
    if quantity.anchor is None or quantity.after or quantity.anchor.start < quantity.span.end:
        return False
    genitive = opens(text[quantity.anchor.start : quantity.anchor.end], words_of(lexicon, "genitive"))
    bare = quantity.comparison is Comparison.EQ or opens(
        text[quantity.span.start : quantity.span.end], words_of(lexicon, "counting")
    )
    return genitive and bare


def ends_with(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether the words behind a time say until when it lasts, not when it begins."""
    return opens(text[span.start : span.end], words_of(lexicon, "until"))


def is_taken(text: str, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether something takes a time: "it takes 15 minutes before the door opens"."""
    return near(text, Span(0, quantity.span.start), words_of(lexicon, "taking"))


def is_kept(text: str, within: Span, lexicon: Lexicon) -> bool:
    """Whether something goes on for a time: "we keep the file 24 months after your visit"."""
    return near(text, within, words_of(lexicon, "keeping"))


def _comes_round(text: str, span: Span, lexicon: Lexicon) -> bool:
    every = words_of(lexicon, "every")
    front = text[max(0, span.start - _REACH) : span.start].casefold().rstrip()
    if lexicon.script.spaces:
        return f" {front}".endswith(tuple(f" {word}" for word in every))
    return front.endswith(every) or text[span.end :].lstrip().startswith(every)


def _counts_days(statement: Statement, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether days are counted like things: "up to 5 unused days can be carried over"."""
    reading, span = statement.reading, quantity.span
    if is_filled(reading.text, quantity, lexicon):
        return True
    if quantity.comparison not in _AT_MOST or quantity.anchor is not None:
        return False
    main = reading.consequence or Span(0, len(reading.text))
    first = not reading.text[main.start : span.start].strip() and reading.text[span.end :].strip(" .")
    return bool(first) and opens(reading.words(span), words_of(lexicon, "counting"))


def _is_measured(statement: Statement, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a time tells a length, or may both end and pass: "is less than 30 days", "in 14 days"."""
    if quantity.anchor is not None or quantity.after:
        return False
    front = f" {statement.reading.text[max(0, quantity.span.start - _REACH) : quantity.span.start].casefold().rstrip()}"
    compared = quantity.comparison in {Comparison.LT, Comparison.GT} and statement.reading.modality is None
    being = lexicon.words("being") if compared else ()
    inside = words_of(lexicon, "inside") if quantity.comparison is Comparison.EQ else ()
    return front.endswith(tuple(f" {word}" for word in (*being, *inside)))


def _is_fragment(statement: Statement) -> bool:
    """Whether a sentence is nothing but a clause of time: "When the bill is more than 60 days overdue"."""
    reading = statement.reading
    first = any(m.topic is Topic.WHEN and m.span.start == 0 for m in statement.mentions)
    return first and not reading.conditions and "," not in reading.text


@cache
def _each_time(lexicon: Lexicon) -> tuple[str, ...]:
    """Return what says that a stretch of time comes round: `each year`, `每年`."""
    gap = " " if lexicon.script.spaces else ""
    every, units = words_of(lexicon, "every"), sorted(_units_of_time(lexicon))
    return tuple(f"{word}{gap}{unit}" for word in every for unit in units)


@cache
def _units_of_time(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(p for p, sense in lexicon.entries if sense.topic == "unit" and is_time(sense.name))
