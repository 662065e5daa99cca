"""Date arithmetic, exactly: the day of an event is day 0, months go by the calendar, business days by the caller's."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ._values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from typing import TypeAlias

    BusinessDays: TypeAlias = Callable[[date], bool]

_ONE_DAY = timedelta(days=1)
_LONGEST_HOLIDAY = 366


class Span(Value):
    """A whole number of one unit of time: `days(90)`, `months(1)`, `business_days(5)`."""

    __slots__ = ("count", "unit")
    __match_args__ = ("count", "unit")

    count: int
    unit: str

    def __init__(self, count: int, unit: str) -> None:
        """Build a span; the unit is the English name of one of it."""
        self._fill(count=count, unit=unit)

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


def seconds(count: int) -> Span:
    """Return a span of seconds."""
    return Span(count, "second")


def minutes(count: int) -> Span:
    """Return a span of minutes."""
    return Span(count, "minute")


def hours(count: int) -> Span:
    """Return a span of hours."""
    return Span(count, "hour")


def days(count: int) -> Span:
    """Return a span of days."""
    return Span(count, "day")


def business_days(count: int) -> Span:
    """Return a span of business days, which only a calendar of the caller can place."""
    return Span(count, "business day")


def weeks(count: int) -> Span:
    """Return a span of weeks, seven days each."""
    return Span(count, "week")


def months(count: int) -> Span:
    """Return a span of months by the calendar."""
    return Span(count, "month")


def years(count: int) -> Span:
    """Return a span of years by the calendar."""
    return Span(count, "year")


def as_date(parameter: str, day: date, zone: tzinfo | None = None) -> date:
    """Return the day that a date or an aware datetime names.

    Args:
        parameter: Whose value it is, for the error.
        day: A date, or an aware datetime together with a zone.
        zone: In which the day of a datetime is meant.

    Raises:
        TypeError: It is no date.
        ValueError: It is a naive datetime, or an aware one without a zone.
    """
    if not isinstance(day, date):
        raise TypeError(f"{parameter} must be a date, or an aware datetime with a zone; got {day!r:.80}")
    if not isinstance(day, datetime):
        return day
    if day.tzinfo is None:
        raise ValueError(f"{parameter} must be a date, or an aware datetime with a zone; got the naive {day!r}")
    if zone is None:
        raise ValueError(
            f"{parameter} is an aware datetime: pass zone= to say in which zone its day is meant; got {day!r}"
        )
    return day.astimezone(zone).date()


def shifted(day: date, span: Span, calendar: BusinessDays | None = None, *, back: bool = False) -> date | None:
    """Return the day a span after (or before) another; a day that does not exist becomes the last of its month.

    Args:
        day: Day 0.
        span: How far away.
        calendar: Tells whether a day is a business day; needed for business days only.
        back: Go back in time.

    Returns:
        The day, or None when the span cannot be placed: business days without a calendar, or less than a day.

    Raises:
        ValueError: The day lies outside of what Python's dates can name, or the calendar knows no business day.
    """
    count = -span.count if back else span.count
    try:
        match span.unit:
            case "day":
                return day + timedelta(days=count)
            case "week":
                return day + timedelta(weeks=count)
            case "month":
                return _months_later(day, count)
            case "year":
                return _months_later(day, 12 * count)
            case "business day" if calendar is not None:
                return _business_days_later(day, count, calendar)
            case _:
                return None
    except OverflowError:
        raise ValueError(f"{span} from {day} is no date that Python can name") from None


def _months_later(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    for last in (day.day, 30, 29):
        try:
            return date(year, month + 1, min(last, day.day))
        except ValueError:
            continue
    return date(year, month + 1, 28)


def _business_days_later(day: date, count: int, calendar: BusinessDays) -> date:
    step = _ONE_DAY if count >= 0 else -_ONE_DAY
    idle = 0
    left = abs(count)
    while left:
        day += step
        if calendar(day):
            left, idle = left - 1, 0
        elif (idle := idle + 1) > _LONGEST_HOLIDAY:
            raise ValueError(f"calendar must name business days; it names none in the year around {day}")
    return day
