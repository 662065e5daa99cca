"""Numbers that look like an amount and are none: examples, tolerances, prices in stories, the least that may be."""

from __future__ import annotations

import re
from functools import cache

from rulemark.policy.beside_numbers import near, opens, words_of
from rulemark.source import Span
from rulemark.statements import Comparison, Lexicon, Modality, Place, Quantity, Statement

_SENTENCE = 240
"""Characters in front of a number that tell what it is; hostile sentences have thousands of numbers."""
_REACH = 24
"""Characters beside a number in which such a word stands."""
_LEAST = frozenset({Comparison.GE, Comparison.GT})
_TOLERANCES = ("+/-", "+/−", "±", "+-")
_DAY = re.compile(r"\d{1,2} ?[月월] ?\d{1,2} ?[日일号]")
_BEHIND_A_DAY = r"(?:\d{1,2}(?:st|nd|rd|th|er|\.|º)?)"


def look_alike_amount(statement: Statement, quantity: Quantity, lexicon: Lexicon) -> str:
    """Return why a number is no limit: an example, a tolerance, a story, the least that may be; "" when it is one."""
    reading = statement.reading
    said = f"`{reading.words(quantity.span)}`"
    start = max(0, quantity.number_span.start - _SENTENCE)
    front = reading.text[start : quantity.number_span.start]
    if front.rstrip().endswith(_TOLERANCES):
        return f"a tolerance: {said}"
    if _is_example(front, lexicon):
        return f"a number in an example: {said}"
    if (day := _day_in(front, lexicon)) and not any(day.shift(start) in clause.span for clause in reading.conditions):
        return f"a day of the calendar: `{front[day.start : day.end]}`"
    if _is_denied(statement, quantity):
        return f"a number in a denial: {said}"
    if _sizes_a_group(statement, quantity, lexicon):
        return f"a limit or a condition: {said}"
    least = not quantity.negated and quantity.comparison in _LEAST and not quantity.upper
    return _idle_least(statement, quantity, lexicon) if least else ""


def _is_denied(statement: Statement, quantity: Quantity) -> bool:
    """Whether a number is said not to hold: "we no longer charge $10", "there is no limit of 5 guests"."""
    if quantity.negated:
        return quantity.comparison is Comparison.LE
    reading = statement.reading
    return reading.negated and reading.modality is None and quantity.comparison is Comparison.EQ


def _is_example(front: str, lexicon: Lexicon) -> bool:
    """Whether a bracket in front of a number opens an example: "(such as 60 percent …"."""
    bracket = max(front.rfind("("), front.rfind("（"))
    if bracket < max(front.rfind(")"), front.rfind("）"), 0):
        return False
    return opens(front[bracket + 1 :].lstrip(), (*lexicon.words("insertion"), *lexicon.words("example")))


def _day_in(text: str, lexicon: Lexicon) -> Span | None:
    """Return the first day of the calendar that a text names."""
    found = _day_pattern(lexicon).search(text.casefold())
    return Span(*found.span()) if found else None


@cache
def _day_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    months = sorted(lexicon.words("month"), key=len, reverse=True)
    if not months or not lexicon.script.spaces:
        return _DAY
    names = "|".join(map(re.escape, months))
    return re.compile(rf"(?<!\w)(?:(?:{names})\.? {_BEHIND_A_DAY}|{_BEHIND_A_DAY} (?:de |di )?(?:{names}))(?!\w)")


def _sizes_a_group(statement: Statement, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number tells which groups may do something: "groups of up to 10 persons can …"."""
    end, main = quantity.span.start, statement.reading.consequence or Span(0, 0)
    start = max(main.start, end - _SENTENCE)
    subject = statement.reading.text[start:end].rpartition(",")[2].casefold().split()
    if statement.reading.modality is not Modality.MAY or len(subject) < len(("groups", "of")):
        return False
    modals = lexicon.words("modal")
    return subject[-1] in words_of(lexicon, "genitive") and not any(word in modals for word in subject)


def _idle_least(statement: Statement, quantity: Quantity, lexicon: Lexicon) -> str:
    """Return why nothing demands a lower bound: it is what may be, or what happens to be."""
    modality, said = statement.reading.modality, f"`{statement.reading.words(quantity.span)}`"
    if modality is Modality.MAY:
        return f"a lower bound in a permission: {said}"
    single = quantity.value == 1 and quantity.comparison is Comparison.GE
    idle = single or (quantity.comparison is Comparison.GT and statement.place is not Place.CELL)
    around = Span(max(0, quantity.span.start - _SENTENCE), quantity.span.end + _REACH)
    needed = near(statement.reading.text, around, words_of(lexicon, "needing"))
    told = quantity.span.start < quantity.number_span.start  # "at least one", not "one or more"
    end = quantity.span.start if lexicon.script.spaces else around.end
    beside = Span(max(0, quantity.span.start - _REACH), end)
    needed = needed or (single and told and near(statement.reading.text, beside, words_of(lexicon, "having")))
    return f"a lower bound that nothing demands: {said}" if modality is None and idle and not needed else ""
