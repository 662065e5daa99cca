"""The days at the edges of a timer: 89, 90 and 91 of "after 90 days". Day 0 is the day of the event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rulemark.policy import Duration, DurationUnit, Timer


class Phase(StrEnum):
    """Where a moment lies in a timer."""

    NOT_YET = "not yet"
    WITHIN = "within"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class TimerEdge:
    """A moment and where it lies.

    Attributes:
        moment: In words that hold for every calendar: `day 90`.
        phase: Where it lies.
        count: How many units after the event; before it when negative.
        unit: What is counted; weeks are days.
    """

    moment: str
    phase: Phase
    count: int
    unit: DurationUnit


@dataclass(frozen=True, slots=True)
class _Window:
    """From which count of the unit, to which one, both included; None: without end."""

    unit: DurationUnit
    first: int | None
    last: int | None
    stated: tuple[int, ...]
    """The numbers that the article states."""


def timer_edges(timer: Timer) -> tuple[TimerEdge, ...]:
    """Return the moments around both ends of a timer; none when its length is a named period.

    A unit is counted as it stands: what a month is in days depends on the month, so that "month 1" is the same day of
    the next one.
    """
    windows = tuple(_windows(timer))
    edges = (_edge(count, window) for window in windows for count in _counts(window))
    return tuple(dict.fromkeys(edges))


def _windows(timer: Timer) -> Iterator[_Window]:
    """Yield the window of a timer, or one for each end when the two ends count different units."""
    ends = (_scaled(timer.earliest), _scaled(timer.latest))
    match ends:
        case (first, unit), (last, other) if unit is other:
            yield _Window(unit, first, last, (first, last))
        case earliest, latest:
            if earliest:
                yield _Window(earliest[1], earliest[0], None, earliest[:1])
            if latest:
                yield _Window(latest[1], None, latest[0], latest[:1])
    if lasts := _scaled(timer.lasts):
        yield _Window(lasts[1], None, lasts[0] - 1, lasts[:1])
    if before := _scaled(timer.before):
        yield _Window(before[1], -before[0], None, (-before[0],))


def _scaled(duration: Duration | None) -> tuple[int, DurationUnit] | None:
    """Return a duration in the unit that is counted: weeks are days."""
    if duration is None:
        return None
    week = duration.unit is DurationUnit.WEEK
    return (duration.count * 7, DurationUnit.DAY) if week else (duration.count, duration.unit)


def _counts(window: _Window) -> tuple[int, ...]:
    """Return the numbers around those that are stated; nothing lies before the event unless a number does."""
    around = {count + step for count in window.stated for step in (-1, 0, 1)}
    least = min((count - 1 for count in window.stated if count < 0), default=0)
    return tuple(sorted(count for count in around if count >= least))


def _edge(count: int, window: _Window) -> TimerEdge:
    name = window.unit.value.replace("_", " ")
    moment = f"{name} {count}" if count >= 0 else f"{name} −{-count}"
    if window.first is not None and count < window.first:
        return TimerEdge(moment, Phase.NOT_YET, count, window.unit)
    if window.last is not None and count > window.last:
        return TimerEdge(moment, Phase.OVER, count, window.unit)
    return TimerEdge(moment, Phase.WITHIN, count, window.unit)
