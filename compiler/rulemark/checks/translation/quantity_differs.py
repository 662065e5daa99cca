"""Whether the numbers of a sentence, its dates and its units survived translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from rulemark.checks.problems import QUANTITY_DIFFERS
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.checks.translation.numerals import Numeral
from rulemark.checks.translation.units_differ import MEASURES
from rulemark.diagnostics import Severity
from rulemark.statements import Quantity

_PLACEHOLDER = re.compile(r"<\d{1,3}>")
_VAGUE = frozenset({"both", "half", "dual", "double", "twice"})
"""Words with a number in them that other languages say without one."""
_SMALL = frozenset({Decimal(0), Decimal(1)})
_PARTS = {
    "second": 60,
    "minute": 60,
    "hour": 24,
    "day": 7,
    "month": 12,
    "quarter": 4,
}
"""How many of a unit make the next larger one, so that 12 months may become a year."""
_LARGER = {"second": "minute", "minute": "hour", "hour": "day", "day": "week", "month": "year", "quarter": "year"}


def quantity_differs(source: Line, target: Line) -> Iterator[PairFinding]:
    """Yield what differs in the numbers of a sentence, the most certain first."""
    found = (
        *_identifiers(source, target),
        *_placeholders(source, target),
        *_changed(source, target),
        *_respelled(source, target),
        *_dates(source, target),
        *_ranges(source, target),
        *_lost(source, target),
        *_added(source, target),
        *_surplus(source, target),
    )
    if found:
        severity, message = found[0]
        yield PairFinding(QUANTITY_DIFFERS.name, severity, message)


_Found = Iterator[tuple[Severity, str]]


def _identifiers(source: Line, target: Line) -> _Found:
    """Account numbers and other long runs of digits must be equal to the digit."""
    ours, theirs = source.numerals.long, target.numerals.long
    lost = sorted(run for run in ours - theirs if not target.numerals.has({Decimal(run)}))
    if lost:
        yield Severity.ERROR, f"`{lost[0]}` is not in the translation"
    elif stray := sorted(run for run in theirs - ours if not source.numerals.has({Decimal(run)})):
        yield Severity.ERROR, f"the translation says `{stray[0]}`, which is not in the source"


def _placeholders(source: Line, target: Line) -> _Found:
    stray = _PLACEHOLDER.search(target.text)
    if stray and not _PLACEHOLDER.search(source.text):
        yield Severity.ERROR, f"the translation says `{stray.group()}` where the source has words"


def _changed(source: Line, target: Line) -> _Found:
    """One number is missing and another one stands in its place."""
    extra = _unmatched(target, source)
    if not extra:
        return
    missing = _unmatched(source, target) or _used_up(source, target) or _in_words(source, target)
    if missing and not _same_in_pieces(missing, extra):
        yield Severity.ERROR, f"`{missing[0].text}` became `{extra[0].text}`"


def _in_words(line: Line, other: Line) -> tuple[Numeral, ...]:
    """Return the numbers in words that nothing in the other sentence can mean; `both` counts nothing."""
    return tuple(
        item
        for item in line.numerals.items
        if item.spelled
        and item.text not in _VAGUE
        and not other.numerals.has(item.readings)
        and not any(quantity.value in item.readings for quantity in other.reading.quantities)
    )


def _respelled(source: Line, target: Line) -> _Found:
    """The only number in words became another one in words."""
    if source.lexicon.script.spaces and target.lexicon.script.spaces:
        missing, extra = _in_words(source, target), _in_words(target, source)
        if len(missing) == len(extra) == 1:
            yield Severity.WARNING, f"`{missing[0].text}` became `{extra[0].text}`"


def _surplus(source: Line, target: Line) -> _Found:
    """Another number stands where the source has but a "one"."""
    extra = _unmatched(target, source)
    one = source.numerals.one
    small = all(item.readings <= _SMALL for item in source.numerals.items)
    if not (one and small and len(extra) == 1) or target.numerals.has({Decimal(1)}) or _is_ordinal(extra[0], target):
        return
    # A year may be 12 months.
    if not any(extra[0].readings & frozenset(_equivalents(quantity)) for quantity in source.reading.quantities):
        yield Severity.WARNING, f"`{one}` became `{extra[0].text}`"


def _unmatched(line: Line, other: Line) -> tuple[Numeral, ...]:
    """Return the numbers in digits that nothing in the other sentence can mean."""
    months = frozenset(map(Decimal, other.numerals.months))
    return tuple(
        item
        for item in line.numerals.items
        if not (item.spelled or item.readings <= _SMALL or other.numerals.has(item.readings) or item.readings & months)
    )


def _used_up(source: Line, target: Line) -> tuple[Numeral, ...]:
    """Return the numbers that stand more often in the source, beginning with the second occurrence."""
    counts = Counter(reading for item in target.numerals.items for reading in item.readings)
    missing: list[Numeral] = []
    for item in source.numerals.items:
        if not item.spelled and not item.readings <= _SMALL:
            if not any(counts[reading] > 0 for reading in item.readings):
                missing.append(item)
            counts.subtract(item.readings)
    return tuple(missing)


def _same_in_pieces(missing: tuple[Numeral, ...], extra: tuple[Numeral, ...]) -> bool:
    """Whether the digits are the same when separators are left out: `12.30` and `12:30`."""
    return _pieces(missing) == _pieces(extra)


def _pieces(items: tuple[Numeral, ...]) -> str:
    return "".join(sorted(re.sub(r"\D", "", item.text).strip("0") for item in items))


def _is_ordinal(item: Numeral, line: Line) -> bool:
    return any(mark in line.folded[max(0, item.start - 2) : item.start] for mark in ("第", "제"))


def _dates(source: Line, target: Line) -> _Found:
    """A month changed, or the end of a period is gone."""
    ours, theirs = source.numerals.months, target.numerals.months
    lost, added = ours - theirs - target.numerals.named, theirs - ours - source.numerals.named
    if len(ours) == len(theirs) and lost and added:
        yield Severity.ERROR, f"month {min(lost)} became month {min(added)}"
    if theirs and theirs < ours and lost:
        numbers = {reading for item in target.numerals.items for reading in item.readings}
        if not lost <= {int(number) for number in numbers if number == number.to_integral_value()}:
            yield Severity.WARNING, f"month {min(lost)} is not in the translation"


def _ranges(source: Line, target: Line) -> _Found:
    for low, high in source.numerals.ranges:
        if low > 1 and not target.numerals.has({low}) and not target.numerals.has({high}):
            yield Severity.WARNING, f"`{low}-{high}` is not in the translation"


def _lost(source: Line, target: Line) -> _Found:
    """A measured quantity has no number in the translation, not even in a word such as "fortnight"."""
    if target.cues is not None and target.cues.counts.search(target.folded):
        return
    for quantity in source.reading.quantities:
        if _is_lost(quantity, source, target):
            yield Severity.WARNING, f"`{source.reading.words(quantity.span)}` is not in the translation"


def _is_lost(quantity: Quantity, source: Line, target: Line) -> bool:
    if quantity.unit not in MEASURES and not quantity.unit.startswith("currency:"):
        return False
    if quantity.value in _SMALL or not source.numerals.has({quantity.value}):
        return False
    same = frozenset(_equivalents(quantity))
    # Several words may be one number: "yirmi beş".
    read = any(item.value in same for item in target.reading.quantities)
    return not (read or target.numerals.has(same) or _is_rounded_up(quantity, target))


def _equivalents(quantity: Quantity) -> Iterator[Decimal]:
    """Yield the number itself and what it is in the next larger and smaller unit."""
    yield quantity.value
    for unit, parts in _PARTS.items():
        if unit == quantity.unit and quantity.value % parts == 0:
            yield quantity.value / parts
        if _LARGER[unit] == quantity.unit:
            yield quantity.value * parts


def _is_rounded_up(quantity: Quantity, target: Line) -> bool:
    """Whether 12 months may stand there as "a year", 24 hours as "a day"."""
    parts = _PARTS.get(quantity.unit)
    return quantity.value == parts and _LARGER[quantity.unit] in target.units


def _added(source: Line, target: Line) -> _Found:
    """A percentage or an amount of money appeared."""
    for quantity in target.reading.quantities:
        measured = quantity.unit == "percent" or quantity.unit.startswith("currency:")
        if measured and quantity.value > 1 and not source.numerals.has({quantity.value}):
            yield Severity.WARNING, f"the translation says `{target.reading.words(quantity.span)}`"
