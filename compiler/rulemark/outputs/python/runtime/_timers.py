"""Stretches of time that the article states, as date arithmetic."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ._calendar import as_date, shifted
from ._decisions import Decided, Unknown, Unstated
from ._values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import tzinfo
    from enum import StrEnum
    from typing import TypeAlias

    from ._calendar import BusinessDays, Span
    from ._citations import Citation

    Day: TypeAlias = date | Unknown | Unstated
    Zone: TypeAlias = tzinfo | None
    Calendar: TypeAlias = BusinessDays | None
    Ends: TypeAlias = tuple[date, date] | None

_CLOCK = {"second", "minute", "hour"}


class Timer(Value):
    """A stretch of time that begins with an event, which falls on day 0.

    Every method takes the day of the event: a date, or an aware datetime with the `zone` in which its day is meant.
    Business days are counted by a `calendar` (a function that tells whether a day is one), and a named period such as
    the next billing cycle needs its first and last day as `period`; without them the answer is `Unknown`. What the
    article does not state is `Unstated`.

    Attributes:
        id: Its name.
        event: From what it runs; None when the article does not say.
        state: The state that it is about, when there is one.
        effect: What happens at its end, when the article says.
        actors: Whose deadline it is, when the article says.
        lasts: How long a state holds: on days 0 to N-1.
        earliest: It happens on day N at the earliest.
        latest: It happens on day N at the latest.
        before: It happens this long before the event.
        period: The name of the period that it fills.
        hedges: What makes it only usually true.
        monikers: The products it is for; empty: all of them.
        because: The sentence that says so.
    """

    __slots__ = (
        "actors",
        "because",
        "before",
        "earliest",
        "effect",
        "event",
        "hedges",
        "id",
        "lasts",
        "latest",
        "monikers",
        "period",
        "state",
    )
    __match_args__ = (
        "id",
        "because",
        "event",
        "state",
        "effect",
        "actors",
        "lasts",
        "earliest",
        "latest",
        "before",
        "period",
        "hedges",
        "monikers",
    )

    id: str
    because: Citation
    event: str | None
    state: StrEnum | None
    effect: str | None
    actors: tuple[str, ...]
    lasts: Span | None
    earliest: Span | None
    latest: Span | None
    before: Span | None
    period: str | None
    hedges: tuple[str, ...]
    monikers: tuple[str, ...]

    def __init__(  # noqa: PLR0913, PLR0917 - what an article can say about time
        self,
        id: str,  # noqa: A002 - what it is called everywhere
        because: Citation,
        event: str | None = None,
        state: StrEnum | None = None,
        effect: str | None = None,
        actors: tuple[str, ...] = (),
        lasts: Span | None = None,
        earliest: Span | None = None,
        latest: Span | None = None,
        before: Span | None = None,
        period: str | None = None,
        hedges: tuple[str, ...] = (),
        monikers: tuple[str, ...] = (),
    ) -> None:
        """Build a timer."""
        self._fill(id=id, because=because, event=event, state=state, effect=effect, actors=actors, lasts=lasts)
        self._fill(earliest=earliest, latest=latest, before=before, period=period, hedges=hedges, monikers=monikers)

    def earliest_on(self, event: date, *, zone: Zone = None, calendar: Calendar = None, period: Ends = None) -> Day:
        """Return the first day on which it may happen."""
        if self.before is not None:
            return self._reach(event, self.before, zone, calendar, back=True)
        if self.earliest is not None:
            return self._reach(event, self.earliest, zone, calendar)
        return self._in_period(event, zone, period, 0)

    def latest_on(self, event: date, *, zone: Zone = None, calendar: Calendar = None, period: Ends = None) -> Day:
        """Return the last day on which it may happen."""
        if self.before is not None:
            return self._reach(event, self.before, zone, calendar, back=True)
        if self.latest is not None:
            return self._reach(event, self.latest, zone, calendar)
        return self._in_period(event, zone, period, 1)

    def last_day(self, event: date, *, zone: Zone = None, calendar: Calendar = None, period: Ends = None) -> Day:
        """Return the last day on which the state still holds: day N-1."""
        if self.lasts is None:
            return self._in_period(event, zone, period, 1)
        end = self._reach(event, self.lasts, zone, calendar)
        return end - timedelta(days=1) if type(end) is date else end

    def deadline(self, event: date, *, zone: Zone = None, calendar: Calendar = None, period: Ends = None) -> Day:
        """Return the last day that is in time: the latest day, or the last day of the state."""
        if self.lasts is not None and self.latest is None and self.before is None:
            return self.last_day(event, zone=zone, calendar=calendar, period=period)
        return self.latest_on(event, zone=zone, calendar=calendar, period=period)

    def state_on(
        self, event: date, day: date, *, zone: Zone = None, calendar: Calendar = None, period: Ends = None
    ) -> Decided[StrEnum] | Unknown | Unstated:
        """Return the state on a day, as far as this timer alone decides it.

        Raises:
            ValueError: The day lies before the event.
        """
        start, day = as_date("event", event, zone), as_date("day", day, zone)
        if day < start:
            raise ValueError(f"day must not lie before the event, {start}; got {day}")
        if self.state is None:
            return Unstated((self.because,))
        if self.lasts is None and self.period is None:
            first = self.latest_on(start, calendar=calendar) if self.latest is not None else start
            inside = isinstance(first, date) and self.latest is not None and day >= first
            return Decided(self.state, self.because, self.hedges) if inside else Unstated((self.because,))
        last = self.last_day(start, calendar=calendar, period=period)
        if not isinstance(last, date):
            return last
        return Decided(self.state, self.because, self.hedges) if day <= last else Unstated((self.because,))

    def _reach(self, event: date, span: Span, zone: Zone, calendar: Calendar, *, back: bool = False) -> date | Unknown:
        if span.unit in _CLOCK and isinstance(event, datetime) and event.tzinfo is not None:
            length = timedelta(**{f"{span.unit}s": span.count})
            return event - length if back else event + length
        found = shifted(as_date("event", event, zone), span, calendar, back=back)
        if found is None:
            return Unknown(frozenset({"time of the event" if span.unit in _CLOCK else "calendar"}), (self.because,))
        return found

    def _in_period(self, event: date, zone: Zone, period: Ends, end: int) -> Day:
        day = as_date("event", event, zone)
        if self.period is None:
            return Unstated((self.because,))
        if period is None:
            return Unknown(frozenset({self.period}), (self.because,))
        first, last = as_date("period", period[0], zone), as_date("period", period[1], zone)
        if not day <= last >= first:
            raise ValueError(f"period must end after it begins and after the event, {day}; got {first} to {last}")
        return last if end else first


class _Beginning(Timer):
    """A timer with a first day."""

    __slots__ = ()

    if TYPE_CHECKING:

        def earliest_on(
            self, event: date, *, zone: Zone = None, calendar: Calendar = None, period: Ends = None
        ) -> date: ...


class _Ending(Timer):
    """A timer with a last day."""

    __slots__ = ()

    if TYPE_CHECKING:

        def latest_on(
            self, event: date, *, zone: Zone = None, calendar: Calendar = None, period: Ends = None
        ) -> date: ...
        def deadline(
            self, event: date, *, zone: Zone = None, calendar: Calendar = None, period: Ends = None
        ) -> date: ...


class Window(_Beginning, _Ending):
    """A timer with a first and a last day, both certain."""

    __slots__ = ()


class Delay(_Beginning):
    """A timer with a first day and no last one."""

    __slots__ = ()


class Deadline(_Ending):
    """A timer with a last day."""

    __slots__ = ()


class Phase(Timer):
    """A timer of something that lasts."""

    __slots__ = ()

    if TYPE_CHECKING:

        def last_day(
            self, event: date, *, zone: Zone = None, calendar: Calendar = None, period: Ends = None
        ) -> date: ...
        def deadline(
            self, event: date, *, zone: Zone = None, calendar: Calendar = None, period: Ends = None
        ) -> date: ...


class Notice(_Beginning, _Ending):
    """A timer of something that happens a fixed time before an event."""

    __slots__ = ()
