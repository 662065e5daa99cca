"""Numbers that look like a limit, a deadline or a duration and are none: rates, windows, counted days, stories."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rulemark.policy.conditions import is_time
from rulemark.policy.drafts import RefusedError
from rulemark.source import Span, language
from rulemark.statements import Comparison, Modality, Place, Quantity, Statement, Topic, load_lexicon

_SENTENCE = 240
"""Characters in front of a number that tell what it is; hostile sentences have thousands of numbers."""
_REACH = 24
"""Characters beside a number in which such a word stands."""
_LEAST = frozenset({Comparison.GE, Comparison.GT})
_AT_MOST = frozenset({Comparison.LE, Comparison.LT})
_TOLERANCES = ("+/-", "+/−", "±", "+-")
_DAY = re.compile(r"\d{1,2} ?[月월] ?\d{1,2} ?[日일号]")
_BEHIND_A_DAY = r"(?:\d{1,2}(?:st|nd|rd|th|er|\.|º)?)"


def refuse_look_alike_time(statement: Statement, quantity: Quantity, locale: str) -> None:
    """Raise RefusedError when the words beside a time say that it is no limit and does not tell how long either."""
    text, span = statement.reading.text, quantity.span
    said = f"`{statement.reading.words(span)}`"
    if is_rate(text, quantity, locale):
        raise RefusedError(f"a time that is counted per another: {said}")
    if _near(text, Span(max(0, span.start - _REACH), span.end), _words(locale, "rolling")):
        raise RefusedError(f"a window of time that moves on: {said}")
    ahead = _near(text, Span(max(0, span.start - _REACH), span.end), _words(locale, "ahead"))
    if ahead and statement.reading.modality is None and quantity.anchor is None:
        raise RefusedError(f"a window of time that begins today: {said}")
    if _near(text, Span(max(0, span.start - _REACH), span.start), _words(locale, "existing")):
        raise RefusedError(f"a time that is only counted: {said}")
    if _comes_round(text, span, locale):
        raise RefusedError(f"a time that comes round: {said}")
    if _near(text, Span(0, span.start), _words(locale, "failure")):
        raise RefusedError(f"a limit that somebody does not keep to: {said}")
    if _counts_days(statement, quantity, locale):
        raise RefusedError(f"a number of days, not a time limit: {said}")
    if _is_measured(statement, quantity, locale):
        raise RefusedError(f"a time that is no limit: {said}")
    if _is_fragment(statement):
        raise RefusedError("a clause without a main clause")


def look_alike_amount(statement: Statement, quantity: Quantity, locale: str) -> str:
    """Return why a number is no limit: an example, a tolerance, a story, the least that may be; "" when it is one."""
    reading = statement.reading
    said = f"`{reading.words(quantity.span)}`"
    start = max(0, quantity.number_span.start - _SENTENCE)
    front = reading.text[start : quantity.number_span.start]
    if front.rstrip().endswith(_TOLERANCES):
        return f"a tolerance: {said}"
    if _is_example(front, locale):
        return f"a number in an example: {said}"
    if (day := _day_in(front, locale)) and not any(day.shift(start) in clause.span for clause in reading.conditions):
        return f"a day of the calendar: `{front[day.start : day.end]}`"
    if _sizes_a_group(statement, quantity, locale):
        return f"a limit or a condition: {said}"
    least = not quantity.negated and quantity.comparison in _LEAST and not quantity.upper
    return _idle_least(statement, quantity, locale) if least else ""


def is_rate(text: str, quantity: Quantity, locale: str) -> bool:
    """Whether a time is counted per another one: "4 hours a week"."""
    behind = text[quantity.span.end :].lstrip()[:_REACH].casefold()
    units = _units_of_time(locale)
    rates = (rate for rate in _words(locale, "rate") if behind.startswith(f"{rate} "))
    return any(_first_word(behind[len(rate) :]) in units for rate in rates) or _first_word(behind.lstrip("/")) in (
        units if behind.startswith("/") else ()
    )


def is_filled(text: str, quantity: Quantity, locale: str) -> bool:
    """Whether what stands behind a time fills it, and is no event: "90 days of training"."""
    if quantity.anchor is None or quantity.after or quantity.anchor.start < quantity.span.end:
        return False
    genitive = _opens(text[quantity.anchor.start : quantity.anchor.end], _words(locale, "genitive"))
    bare = quantity.comparison is Comparison.EQ or _opens(
        text[quantity.span.start : quantity.span.end], _words(locale, "counting")
    )
    return genitive and bare


def ends_with(text: str, span: Span, locale: str) -> bool:
    """Whether the words behind a time say until when it lasts, not when it begins."""
    return _opens(text[span.start : span.end], _words(locale, "until"))


def is_taken(text: str, quantity: Quantity, locale: str) -> bool:
    """Whether something takes a time: "it takes 15 minutes before the door opens"."""
    return _near(text, Span(0, quantity.span.start), _words(locale, "taking"))


def is_kept(text: str, within: Span, locale: str) -> bool:
    """Whether something goes on for a time: "we keep the file 24 months after your visit"."""
    return _near(text, within, _words(locale, "keeping"))


def _comes_round(text: str, span: Span, locale: str) -> bool:
    every = _words(locale, "every")
    front = text[max(0, span.start - _REACH) : span.start].casefold().rstrip()
    if load_lexicon(locale).script.spaces:
        return f" {front}".endswith(tuple(f" {word}" for word in every))
    return front.endswith(every) or text[span.end :].lstrip().startswith(every)


def _counts_days(statement: Statement, quantity: Quantity, locale: str) -> bool:
    """Whether days are counted like things: "up to 5 unused days can be carried over"."""
    reading, span = statement.reading, quantity.span
    if is_filled(reading.text, quantity, locale):
        return True
    if quantity.comparison not in _AT_MOST or quantity.anchor is not None:
        return False
    main = reading.consequence or Span(0, len(reading.text))
    opens = not reading.text[main.start : span.start].strip() and reading.text[span.end :].strip(" .")
    return bool(opens) and _opens(reading.words(span), _words(locale, "counting"))


def _is_measured(statement: Statement, quantity: Quantity, locale: str) -> bool:
    """Whether a time tells a length, or may both end and pass: "is less than 30 days", "in 14 days"."""
    if quantity.anchor is not None or quantity.after:
        return False
    front = f" {statement.reading.text[max(0, quantity.span.start - _REACH) : quantity.span.start].casefold().rstrip()}"
    compared = quantity.comparison in {Comparison.LT, Comparison.GT} and statement.reading.modality is None
    being = load_lexicon(locale).words("being") if compared else ()
    inside = _words(locale, "inside") if quantity.comparison is Comparison.EQ else ()
    return front.endswith(tuple(f" {word}" for word in (*being, *inside)))


def _is_fragment(statement: Statement) -> bool:
    """Whether a sentence is nothing but a clause of time: "When the bill is more than 60 days overdue"."""
    reading = statement.reading
    opens = any(m.topic is Topic.WHEN and m.span.start == 0 for m in statement.mentions)
    return opens and not reading.conditions and "," not in reading.text


def _idle_least(statement: Statement, quantity: Quantity, locale: str) -> str:
    """Return why nothing demands a lower bound: it is what may be, or what happens to be."""
    modality, said = statement.reading.modality, f"`{statement.reading.words(quantity.span)}`"
    if modality is Modality.MAY:
        return f"a lower bound in a permission: {said}"
    single = quantity.value == 1 and quantity.comparison is Comparison.GE
    idle = single or (quantity.comparison is Comparison.GT and statement.place is not Place.CELL)
    around = Span(max(0, quantity.span.start - _SENTENCE), quantity.span.end + _REACH)
    needed = _near(statement.reading.text, around, _words(locale, "needing"))
    told = quantity.span.start < quantity.number_span.start  # "at least one", not "one or more"
    end = quantity.span.start if load_lexicon(locale).script.spaces else around.end
    beside = Span(max(0, quantity.span.start - _REACH), end)
    needed = needed or (single and told and _near(statement.reading.text, beside, _words(locale, "having")))
    return f"a lower bound that nothing demands: {said}" if modality is None and idle and not needed else ""


def _is_example(front: str, locale: str) -> bool:
    """Whether a bracket in front of a number opens an example: "(such as 60 percent …"."""
    bracket = max(front.rfind("("), front.rfind("（"))
    if bracket < max(front.rfind(")"), front.rfind("）"), 0):
        return False
    lexicon = load_lexicon(locale)
    return _opens(front[bracket + 1 :].lstrip(), (*lexicon.words("insertion"), *lexicon.words("example")))


def _day_in(text: str, locale: str) -> Span | None:
    """Return the first day of the calendar that a text names."""
    found = _day_pattern(language(locale)).search(text.casefold())
    return Span(*found.span()) if found else None


@cache
def _day_pattern(code: str) -> re.Pattern[str]:
    months = sorted(load_lexicon(code).words("month"), key=len, reverse=True)
    if not months or not load_lexicon(code).script.spaces:
        return _DAY
    names = "|".join(map(re.escape, months))
    return re.compile(rf"(?<!\w)(?:(?:{names})\.? {_BEHIND_A_DAY}|{_BEHIND_A_DAY} (?:de |di )?(?:{names}))(?!\w)")


def _sizes_a_group(statement: Statement, quantity: Quantity, locale: str) -> bool:
    """Whether a number tells which groups may do something: "groups of up to 10 persons can …"."""
    end, main = quantity.span.start, statement.reading.consequence or Span(0, 0)
    start = max(main.start, end - _SENTENCE)
    subject = statement.reading.text[start:end].rpartition(",")[2].casefold().split()
    if statement.reading.modality is not Modality.MAY or len(subject) < len(("groups", "of")):
        return False
    modals = load_lexicon(locale).words("modal")
    return subject[-1] in _words(locale, "genitive") and not any(word in modals for word in subject)


# --- words ------------------------------------------------------------------------------------------------------------


def _near(text: str, within: Span, phrases: Iterable[str]) -> bool:
    """Whether one of some phrases stands in a part of a text, as whole words where the script has spaces."""
    part = text[within.start : within.end].casefold()
    found = (phrase for phrase in phrases if phrase in part)
    return any((not phrase.isascii() and _joined(phrase)) or f" {phrase} " in f" {_spaced(part)} " for phrase in found)


def _joined(phrase: str) -> bool:
    return any(character >= "\u3040" for character in phrase)


def _spaced(text: str) -> str:
    return " ".join(re.split(r"[^\w'’-]+", text))


def _opens(text: str, phrases: Iterable[str]) -> bool:
    folded = text.casefold().lstrip()
    return any(
        (folded.startswith(phrase) and not folded[len(phrase) :][:1].isalpha())
        or (_joined(phrase) and folded.startswith(phrase))
        for phrase in phrases
    )


def _first_word(text: str) -> str:
    found = re.match(r"\s*(\w+)", text)
    return found[1] if found else ""


@cache
def _units_of_time(locale: str) -> frozenset[str]:
    return frozenset(p for p, sense in load_lexicon(locale).entries if sense.topic == "unit" and is_time(sense.name))


def _words(locale: str, kind: str) -> tuple[str, ...]:
    return load_lexicon(locale).beside_numbers.get(kind, ())
