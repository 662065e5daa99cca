"""Ages: bare numbers beside people that count years, as in "children under 16" and "aged 18 to 25"."""

from __future__ import annotations

from dataclasses import replace

from rulemark.statements.quantities.measures import Measure
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.scanning import Scan

_OLDEST = 120


def with_ages(scan: Scan, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Give bare numbers the unit `year` where the words around them speak of an age.

    Args:
        scan: The sentence.
        measures: Its numbers, in order; what has a unit already keeps it.
    """
    if not scan.has("age", "aged", "age_bearer"):
        return measures
    found: list[Measure] = []
    for index, measure in enumerate(measures):
        goes_on = bool(found) and _is_age(found[-1]) and _joined(scan, found[-1], measure)
        behind = measures[index + 1] if index + 1 < len(measures) else None
        lent = behind is not None and bool(behind.unit) and _joined(scan, measure, behind)
        aged = _is_bare(measure) and not lent and (goes_on or _speaks_of_age(scan, measure))
        found.append(replace(measure, unit="year", end=measure.number.end, known=True) if aged else measure)
    return tuple(found)


def _is_bare(measure: Measure) -> bool:
    value = measure.number.value
    return not measure.unit and 0 < value <= _OLDEST and value == value.to_integral_value()


def _is_age(measure: Measure) -> bool:
    return measure.unit == "year" and measure.end == measure.number.end


def _joined(scan: Scan, before: Measure, behind: Measure) -> bool:
    """Tell whether only a dash or "to" stands between two numbers."""
    mark = scan.starting(before.end, "range", "either")
    return scan.skip(mark.end if mark else before.end, " -–") >= behind.start


def _speaks_of_age(scan: Scan, measure: Measure) -> bool:
    """Look for "aged" right before a number, or for people before its comparator."""
    comparator = scan.ending(measure.start, "before")
    if scan.ending(measure.start, "aged") or (comparator and scan.ending(comparator.start, "aged")):
        return True
    if comparator:
        grown = bool(measure.number.digits) and _is_of_age(scan, comparator)
        return grown or scan.ending(comparator.start, "age") is not None
    return scan.ending(measure.start, "age") is not None and scan.starting(measure.end, "after") is not None


def _is_of_age(scan: Scan, comparator: Mark) -> bool:
    """Tell "you are under 18" and "they must be at least 21", where nothing but forms of "to be" stands between."""
    bearer = scan.last("age_bearer", comparator.start)
    if not bearer:
        return False
    position = scan.skip(bearer.end)
    while verb := scan.starting(position, "being", "modal"):
        position = scan.skip(verb.end)
    return position == comparator.start
