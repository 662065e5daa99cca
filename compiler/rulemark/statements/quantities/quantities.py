"""Quantities: measured numbers with their comparison, ranges, and the event a duration runs from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rulemark.source import Span
from rulemark.statements.meaning import Comparison, Quantity
from rulemark.statements.quantities.ages import with_ages
from rulemark.statements.quantities.anchors import NO_ANCHOR, find_anchor
from rulemark.statements.quantities.comparators import Compared, compare
from rulemark.statements.quantities.counted_nouns import COUNT, DIGITS_OF_A_NAME, is_year
from rulemark.statements.quantities.counts import counts, is_counted, is_part, is_version
from rulemark.statements.quantities.measures import Measure, find_measures
from rulemark.statements.quantities.units import DURATIONS
from rulemark.statements.words.scanning import Scan

_LIST_SIGNS = frozenset(",、")
_DASHES = frozenset("-–—~")
_OPENERS = frozenset({"between", "from"})
_YEARS = range(1900, 2100)
_COMPLEMENT = 2
"""Words of a complement between a noun and "or"."""


def read_quantities(scan: Scan) -> tuple[Quantity, ...]:
    """Return every measured quantity of a sentence, in order."""
    measures = find_measures(scan)
    return tuple(_quantities(scan, _shared_units(scan, with_ages(scan, measures)))) if measures else ()


def _shared_units(scan: Scan, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Give `1` in "1 or 3 years", in "1, 2 or 3 years" and in "1 to 3 years" the unit of its neighbour."""
    shared = list(measures)
    joined = False
    for index in range(len(shared) - 2, -1, -1):
        here, there = shared[index], shared[index + 1]
        listed = joined and scan.masked[here.end : there.start].strip(" -") in _LIST_SIGNS
        joined = not here.unit and _lends(there) and not _is_identifier(here) and (listed or _joins(scan, here, there))
        if joined:
            shared[index] = replace(here, unit=there.unit, known=there.known, plural=there.plural)
    return tuple(shared)


def _lends(there: Measure) -> bool:
    """Tell whether a unit stands behind its number, where it counts for the number before as well."""
    return bool(there.unit) and there.start == there.number.start


def _is_identifier(measure: Measure) -> bool:
    """Tell a year or a long number without separators and unit, which names something, from a count."""
    year = measure.number.value in _YEARS and len(measure.number.digits) == len("1985")
    return year or (len(measure.number.digits) >= DIGITS_OF_A_NAME and measure.number.digits.isdigit())


def _joins(scan: Scan, here: Measure, there: Measure) -> bool:
    between = scan.masked[here.end : there.start].strip(" -")
    mark = scan.starting(scan.skip(here.end, " -,、"), "either", "contrast")
    if not between or _is_range(scan, here, there) or not mark:
        return not between or _is_range(scan, here, there)
    # "at least 6 but not more than 12 months"
    comparator = scan.starting(mark.end, "before")
    return scan.skip(comparator.end if comparator else mark.end) >= there.start


def _is_range(scan: Scan, here: Measure, there: Measure) -> bool:
    """Tell whether only a dash or "to" stands between two measures, or "and" behind "between"."""
    between = scan.masked[here.end : there.start].strip()
    if between in _DASHES:
        return here.number.value < there.number.value
    # in `14 日から 30 日` the word for "from then on" is one with its unit
    mark = scan.starting(scan.skip(here.end, " -"), "range") or scan.starting(here.number.end, "range")
    if not mark:
        return False
    if mark.name == "to":
        return scan.skip(mark.end, " -") >= there.start and (
            here.unit in {"", there.unit} or _opener(scan, here) is not None
        )
    return mark.name == "and" and _behind_articles(scan, mark.end) >= there.start and _opener(scan, here) == "between"


def _behind_articles(scan: Scan, position: int) -> int:
    while filler := scan.starting(position, "filler", "definite"):
        position = filler.end
    return scan.skip(position)


def _opener(scan: Scan, measure: Measure) -> str | None:
    """Return the word that opens a range in front of a measure: "between" or "from"."""
    position = measure.start
    while True:
        mark = scan.ending(position, "range")
        if mark and mark.name in _OPENERS:
            return mark.name
        filler = scan.ending(position, "filler", "definite")
        if not filler:
            return None
        position = filler.start


def _numbers_things(scan: Scan, here: Measure, there: Measure) -> bool:
    """Tell "rooms 7 to 13", which names rooms, from "from 7 to 13"."""
    return _is_range(scan, here, there) and _opener(scan, here) is None


def _is_bare_range(scan: Scan, here: Measure, there: Measure) -> bool:
    """Tell what lies "between 5 and 10" from years and names; in European languages bare numbers are hours as well."""
    named = here.known or there.known or _is_identifier(here) or _is_identifier(there)
    if scan.lexicon.script.spaces or named or here.unit or there.unit:
        return False
    return _is_range(scan, here, there) and _opener(scan, here) == "between"


def _quantities(scan: Scan, measures: tuple[Measure, ...]) -> Iterator[Quantity]:
    previous: Quantity | None = None
    index = 0
    while index < len(measures):
        here = measures[index]
        there = measures[index + 1] if index + 1 < len(measures) else None
        earliest = measures[index - 1].end if index else 0
        if there and here.unit and there.unit and _is_range(scan, here, there):
            found = _range(scan, here, there)
            index += 2
        elif there and _is_bare_range(scan, here, there):
            found = _range(scan, replace(here, unit=COUNT), replace(there, unit=COUNT))
            index += 2
        elif there and not here.unit and not there.unit and _numbers_things(scan, here, there):
            found = ()
            index += 2
        else:
            latest = there.start if there else len(scan.masked)
            found = _single(scan, here, compare(scan, here, earliest, latest), previous)
            index += 1
        yield from found
        previous = found[-1] if found else previous


def _range(scan: Scan, here: Measure, there: Measure) -> tuple[Quantity, ...]:
    """Read `3 to 5 days` as one quantity, `from 50 KB to 4 MB` as two."""
    if here.unit == there.unit:
        if there.unit == "hour" and here.number.value > there.number.value:
            # "between 22 and 6 hours" are times of the clock
            return ()
        falls = here.number.value > there.number.value
        if falls or (scan.has("change") and _opener(scan, here) == "from"):
            return (_quantity(scan, here, _plain(here)), _quantity(scan, there, _plain(there)))
        whole = Compared(Comparison.BETWEEN, here.start, there.end, explicit=True)
        return (replace(_quantity(scan, there, whole), value=here.number.value, upper=there.number.value),)
    low = Compared(Comparison.GE, here.start, here.end, explicit=True)
    high = Compared(Comparison.LE, there.start, there.end, explicit=True)
    return _quantity(scan, here, low), _quantity(scan, there, high)


def _plain(measure: Measure) -> Compared:
    return Compared(Comparison.EQ, measure.start, measure.end)


def _single(scan: Scan, here: Measure, compared: Compared, previous: Quantity | None) -> tuple[Quantity, ...]:
    if here.known and not here.unit and not scan.lexicon.script.spaces:
        return ()
    if not here.unit and is_version(scan, here, compared):
        return ()
    if not here.unit and previous and (scan.starting(here.end, "of_which") or scan.ending(here.start, "of_which")):
        here = replace(here, unit=previous.unit, known=True)
    elif not here.unit and is_part(scan, here):
        here = replace(here, unit=COUNT, known=True)
    if not here.unit and compared.explicit and not is_year(here.number):
        here = replace(here, unit=previous.unit if previous and is_counted(previous.unit) else COUNT)
    if not here.unit or not counts(scan, here, compared):
        return ()
    inherited = _inherited(scan, here, compared, previous)
    return (_quantity(scan, here, inherited),)


def _inherited(scan: Scan, here: Measure, compared: Compared, previous: Quantity | None) -> Compared:
    """Carry a comparator over "or": "no more than 100 accounts or 50 groups"."""
    if compared.explicit or not previous or previous.unit == here.unit or here.unit in DURATIONS:
        return compared
    mark = scan.ending(here.start, "either")
    if mark and _completes(scan, previous.span.end, mark.start) and previous.comparison is not Comparison.BETWEEN:
        return replace(compared, comparison=previous.comparison, negated=previous.negated)
    return compared


def _completes(scan: Scan, start: int, end: int) -> bool:
    """Tell whether nothing but a complement stands between two positions: `100 comptes d'utilisateur ou 50`."""
    if start > end or scan.words(start, end) == 0:
        return scan.skip(start) == scan.skip(end)
    return scan.words(start, end) <= _COMPLEMENT and scan.starting(start, "partitive", "equals") is not None


def _quantity(scan: Scan, measure: Measure, compared: Compared) -> Quantity:
    duration = measure.unit in DURATIONS
    anchor = find_anchor(scan, compared.start, compared.end) if duration else NO_ANCHOR
    return Quantity(
        value=measure.number.value,
        upper=None,
        unit=measure.unit,
        comparison=compared.comparison,
        span=Span(compared.start, compared.end),
        number_span=Span(measure.number.start, measure.number.end),
        negated=compared.negated,
        anchor=anchor.span,
        after=duration and (_is_point(scan, compared) or _is_point_after(scan, compared, anchor.span)),
        ahead=anchor.ahead,
        approximate=compared.approximate,
    )


def _is_point(scan: Scan, compared: Compared) -> bool:
    """Tell "after 90 days" from "for 90 days"."""
    position = compared.start
    while filler := scan.ending(position, "approximate", "filler", "definite"):
        position = filler.start
    return bool(scan.ending(position, "point") or scan.starting(compared.end, "point_behind"))


def _is_point_after(scan: Scan, compared: Compared, anchor: Span | None) -> bool:
    """Tell `解約後 90 日で`, a point in time behind an event, from `解約後 90 日間`."""
    before = anchor is not None and anchor.end <= compared.start and compared.comparison is Comparison.EQ
    return before and scan.starting(compared.end, "moment") is not None
