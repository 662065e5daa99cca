"""The tests of timers that a package ships: the days around both ends of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from rulemark.examples import timer_edges
from rulemark.outputs.python.layout import bracketed, docstring
from rulemark.outputs.python.names import Scope
from rulemark.outputs.python.shipped_test import ShippedTest
from rulemark.outputs.python.timers import TimerConstant
from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import DurationUnit, Timer

BEGIN: Final = date(2026, 1, 1)
"""The day of the event in every test: a Thursday, and the first of a month, so that no month is too short."""
_SATURDAY: Final = 5
_LATEST_YEAR: Final = 9000


def timer_test(timer: TimerConstant, module: str, name: str, scope: Scope) -> ShippedTest | None:
    """Return the test of a timer, None when no date lies at its ends: a named period, hours, two unlike units.

    Args:
        timer: The timer.
        module: The module of its article.
        name: What the test module calls that module.
        scope: The names of the test module.
    """
    rows = tuple(_rows(timer.timer))
    if not rows:
        return None
    test = scope.claim(f"test_{module}_{timer.key}")
    return ShippedTest(
        signature=Code(f"def {test}(day: date, expected: str) -> None:"),
        doc=docstring([f"Ask `{module}.{timer.name}` on the days at its ends."], indent=4),
        body=Code(f"assert phase({name}.{timer.name}, day) == expected"),
        rows=rows,
    )


def _rows(timer: Timer) -> Iterator[Code]:
    edges = timer_edges(timer) if _is_single(timer) else ()
    for edge in edges:
        day = day_after(edge.count, edge.unit)
        if day is not None:
            parts = [
                python_literal(day),
                python_literal(edge.phase.value),
                f"id={python_literal(edge.moment.replace('−', '-'))}",
            ]
            yield bracketed("pytest.param(", parts, ")", indent=8)


def _is_single(timer: Timer) -> bool:
    """Tell whether one stretch is all that a timer states, so that a day lies in one place only."""
    lengths = [length for length in (timer.earliest, timer.latest, timer.lasts, timer.before) if length is not None]
    window = timer.earliest is not None and timer.latest is not None and timer.earliest.unit is timer.latest.unit
    return len(lengths) == 1 or (window and len(lengths) == 2)


def day_after(count: int, unit: DurationUnit) -> date | None:
    """Return the day so long after the event; None for moments within a day and beyond the calendar."""
    try:
        match unit:
            case DurationUnit.DAY:
                return BEGIN + timedelta(days=count)
            case DurationUnit.WEEK:
                return BEGIN + timedelta(weeks=count)
            case DurationUnit.MONTH:
                return _month(count)
            case DurationUnit.YEAR:
                return _month(12 * count)
            case DurationUnit.BUSINESS_DAY:
                return _weekday(count)
            case _:
                return None
    except OverflowError:
        return None


def _month(count: int) -> date | None:
    year, month = divmod(BEGIN.year * 12 + BEGIN.month - 1 + count, 12)
    return date(year, month + 1, 1) if 1 <= year <= _LATEST_YEAR else None


def _weekday(count: int) -> date:
    day, step, left = BEGIN, timedelta(days=1 if count >= 0 else -1), abs(count)
    while left:
        day += step
        left -= day.weekday() < _SATURDAY
    return day
