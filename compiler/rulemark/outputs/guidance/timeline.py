"""The life cycle as a picture: one lane per timer, on one scale of days from the event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rulemark.outputs.guidance.locales import direction
from rulemark.outputs.guidance.voice import Voice
from rulemark.policy import Duration, DurationUnit, Timer

_DAYS = {
    DurationUnit.SECOND: 1 / 86400,
    DurationUnit.MINUTE: 1 / 1440,
    DurationUnit.HOUR: 1 / 24,
    DurationUnit.DAY: 1.0,
    DurationUnit.BUSINESS_DAY: 7 / 5,
    DurationUnit.WEEK: 7.0,
    DurationUnit.MONTH: 30.44,
    DurationUnit.YEAR: 365.25,
}
_ROOM = 1.12
"""How far the scale reaches beyond its last mark."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a lane, in percent of its width; `kind` is `sure`, `possible` or `open`."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of time on the scale or a lane, in percent; `text` is what stands at it."""

    x: float
    text: str = ""
    anchor: str = "middle"
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """What one timer looks like."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The lanes of the timers of one event, and the marks of their common scale."""

    lanes: Mapping[str, Lane]
    """By timer."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to percent; from the right in languages that are read from the right."""

    first: float
    last: float
    mirrored: bool

    def at(self, days: float) -> float:
        """Return where a day stands, in percent."""
        share = 100 * (days - self.first) / (self.last - self.first)
        return round(100 - share if self.mirrored else share, 2)

    def bar(self, kind: str, start: float, end: float) -> Bar:
        """Return the stretch between two days."""
        left, right = sorted((self.at(start), self.at(end)))
        return Bar(kind, left, round(right - left, 2))


def days(duration: Duration) -> float:
    """Return roughly how many days a duration takes: enough to draw it, never to compute with."""
    return duration.count * _DAYS[duration.unit]


def time_lines(
    timers: Iterable[Timer], voice: Voice, length: Callable[[Timer, Duration], str]
) -> Mapping[str | None, TimeLine]:
    """Return the time line of every event that has a timer with a duration.

    Args:
        timers: The timers of an article.
        voice: How its page speaks.
        length: A duration of a timer in words.
    """
    groups: dict[str | None, list[Timer]] = {}
    for timer in timers:
        if _durations(timer):
            groups.setdefault(timer.event, []).append(timer)
    return {event: _time_line(group, voice, length) for event, group in groups.items()}


def _durations(timer: Timer) -> tuple[tuple[float, Duration], ...]:
    """Return where the ends of a timer lie, in days, each with its length."""
    forward = [(days(item), item) for item in (timer.lasts, timer.earliest, timer.latest) if item]
    return (*forward, *((-days(item), item) for item in (timer.before,) if item))


def _time_line(timers: list[Timer], voice: Voice, length: Callable[[Timer, Duration], str]) -> TimeLine:
    ends = [(at, duration, timer) for timer in timers for at, duration in _durations(timer)]
    ends.sort(key=lambda end: (end[0], end[1].iso))
    points = {at: ("−" if at < 0 else "") + length(timer, duration) for at, duration, timer in ends}
    last = max(0.0, *points) * _ROOM
    first = min(0.0, *points) * _ROOM
    scale = Scale(first, last if last > first else first + 1, mirrored=direction(voice.locale) == "rtl")
    texts = {0.0: voice.number(0)} | points
    return TimeLine({timer.id: _lane(timer, scale) for timer in timers}, tuple(_spread(texts, scale)))


def _spread(texts: Mapping[float, str], scale: Scale) -> Iterable[Mark]:
    """Yield the marks of the scale; a text that would run into the one before is left out."""
    edge = -100.0
    for at, text in sorted(texts.items()):
        near = abs(scale.at(at) - edge) < 14
        edge = edge if near else scale.at(at)
        yield Mark(scale.at(at), "" if near else text, _anchor(scale.at(at), mirrored=scale.mirrored))


def _anchor(x: float, *, mirrored: bool) -> str:
    ends = ("end", "start") if mirrored else ("start", "end")
    return ends[0] if x < 8 else ends[1] if x > 92 else "middle"


def _lane(timer: Timer, scale: Scale) -> Lane:
    hedged = bool(timer.hedges)
    bars: list[Bar] = []
    marks: list[Mark] = []
    if timer.lasts:
        bars.append(scale.bar("possible" if hedged else "sure", 0, days(timer.lasts)))
    if timer.earliest and timer.latest:
        bars.append(scale.bar("possible", days(timer.earliest), days(timer.latest)))
    elif timer.earliest:
        bars.append(scale.bar("open", days(timer.earliest), scale.last))
    elif timer.latest:
        bars.append(scale.bar("possible", 0, days(timer.latest)))
    marks += [Mark(scale.at(days(item)), hedged=hedged) for item in (timer.earliest, timer.latest) if item]
    marks += [Mark(scale.at(-days(timer.before)), hedged=hedged)] if timer.before else []
    return Lane(tuple(bars), tuple(marks))
