from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outputs.python.generated import imported
from outputs.python.sample import POLICY, days, said
from rulemark.outputs.python.runtime import _calendar as calendar
from rulemark.policy import Basis, Duty, DutyKind, PolicySet, Timer

_DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
_ENDED = date(2026, 1, 1)


def _is_weekday(day: date) -> bool:
    return day.weekday() < 5


def test_no_later_than_includes_its_day(rules: ModuleType) -> None:
    assert rules.WIPED.latest_on(_ENDED) == rules.WIPED.deadline(_ENDED) == date(2026, 5, 31)
    assert rules.WIPED.earliest_on(_ENDED) == date(2026, 3, 2)


def test_a_state_of_sixty_days_holds_on_days_0_to_59(rules: ModuleType) -> None:
    assert rules.PAUSED_PERIOD.last_day(_ENDED) == _ENDED + timedelta(days=59)
    assert rules.PAUSED_PERIOD.deadline(_ENDED) == _ENDED + timedelta(days=59)
    assert rules.PAUSED_PERIOD.state_on(_ENDED, _ENDED + timedelta(days=59)).outcome is rules.State.PAUSED
    assert rules.PAUSED_PERIOD.state_on(_ENDED, _ENDED + timedelta(days=60)).outcome is None


def test_what_the_article_does_not_state_is_unstated(rules: ModuleType, package: ModuleType) -> None:
    assert isinstance(rules.PAUSED_PERIOD.earliest_on(_ENDED), package.Unstated)
    assert isinstance(rules.WIPED.last_day(_ENDED), package.Unstated)
    assert isinstance(rules.NOTICE.state_on(_ENDED, _ENDED), package.Unstated)


def test_a_notice_comes_before_its_event(rules: ModuleType) -> None:
    assert rules.NOTICE.deadline(_ENDED) == rules.NOTICE.earliest_on(_ENDED) == date(2025, 12, 18)


def test_business_days_need_the_calendar_of_the_caller(rules: ModuleType) -> None:
    assert rules.PAPERS.deadline(_ENDED).needs == {"calendar"}
    assert rules.PAPERS.deadline(_ENDED, calendar=_is_weekday) == date(2026, 1, 8)


def test_a_calendar_without_business_days_is_refused(rules: ModuleType) -> None:
    with pytest.raises(ValueError, match="calendar must name business days"):
        rules.PAPERS.deadline(_ENDED, calendar=lambda _: False)


def test_a_named_period_needs_its_dates(rules: ModuleType) -> None:
    cycle = (date(2026, 2, 1), date(2026, 2, 28))

    assert rules.CREDIT.latest_on(_ENDED).needs == {"next_invoice_period"}
    assert rules.CREDIT.latest_on(_ENDED, period=cycle) == date(2026, 2, 28)
    assert rules.CREDIT.earliest_on(_ENDED, period=cycle) == date(2026, 2, 1)


def test_hours_need_the_time_of_the_event(rules: ModuleType) -> None:
    noon = datetime(2026, 1, 1, 12, tzinfo=UTC)

    assert rules.REPLY.deadline(_ENDED).needs == {"time of the event"}
    assert rules.REPLY.deadline(noon) == datetime(2026, 1, 2, 12, tzinfo=UTC)


def test_an_aware_moment_falls_on_the_day_of_the_zone_that_the_caller_names(rules: ModuleType) -> None:
    late = datetime(2026, 1, 1, 23, 30, tzinfo=UTC)

    assert rules.WIPED.latest_on(late, zone=UTC) == date(2026, 5, 31)
    assert rules.WIPED.latest_on(late, zone=timezone(timedelta(hours=1))) == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda r: r.WIPED.latest_on(datetime(2026, 1, 1)), ValueError, "event must be .* naive"),  # noqa: DTZ001
        (lambda r: r.WIPED.latest_on(datetime(2026, 1, 1, tzinfo=UTC)), ValueError, "event is an aware .* zone="),
        (lambda r: r.WIPED.latest_on("2026-01-01"), TypeError, "event must be a date"),
        (lambda r: r.WIPED.latest_on(date.max), ValueError, "150 days from 9999-12-31 is no date"),
        (lambda r: r.ARCHIVE.last_day(date.max), ValueError, "1 month from 9999-12-31 is no date"),
        (lambda r: r.WIPED.state_on(_ENDED, _ENDED - timedelta(days=1)), ValueError, "day must not lie before"),
        (lambda r: r.state_on(cancelled=_ENDED, day=date(2025, 12, 31)), ValueError, "day must not lie before"),
        (lambda r: r.state_on(cancelled=_ENDED, day=7), TypeError, "day must be a date"),
        (lambda r: r.state_on(cancelled=None, day=_ENDED), ValueError, "at least one of cancellation"),
        (lambda r: r.CREDIT.latest_on(_ENDED, period=(_ENDED, date(2025, 1, 1))), ValueError, "period must end after"),
    ],
)
def test_a_moment_that_makes_no_sense_is_refused(
    rules: ModuleType,
    call: Any,  # noqa: ANN401 - the lambdas above
    error: type[Exception],
    words: str,
) -> None:
    with pytest.raises(error, match=words):
        call(rules)


@pytest.mark.parametrize(
    ("day", "state"),
    [(0, "paused"), (59, "paused"), (60, None), (149, None), (150, "wiped"), (4000, "wiped")],
)
def test_the_state_on_a_day_follows_from_all_timers(rules: ModuleType, day: int, state: str | None) -> None:
    assert rules.state_on(cancelled=_ENDED, day=_ENDED + timedelta(days=day)).outcome == state


_WAITING = Timer("waiting", said(1, "30 days"), state="waiting", lasts=days(30), basis=Basis.TABLE, anchor="cycle")
_CLOSED = Timer("closed", said(2, "90 days"), state="closed", lasts=days(90), basis=Basis.TABLE, anchor="cycle")


@pytest.fixture(scope="module")
def cycle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    policy = replace(POLICY, path="cycle", timers=(_WAITING, _CLOSED))
    with imported(PolicySet((policy,)), tmp_path_factory.mktemp("cycle"), "cycle_rules") as package:
        yield package.POLICIES["cycle"]


@pytest.mark.parametrize(
    ("day", "state"), [(0, "waiting"), (29, "waiting"), (30, "closed"), (119, "closed"), (120, None)]
)
def test_a_table_of_states_is_a_sequence(cycle: ModuleType, day: int, state: str | None) -> None:
    assert cycle.state_on(day=_ENDED + timedelta(days=day), waiting=_ENDED).outcome == state


def test_a_state_that_begins_earlier_than_planned_ends_the_one_before(cycle: ModuleType) -> None:
    day = _ENDED + timedelta(days=12)

    assert cycle.state_on(day=day, waiting=_ENDED, closed=_ENDED + timedelta(days=10)).outcome == "closed"
    assert cycle.state_on(day=day, waiting=_ENDED, closed=_ENDED + timedelta(days=20)).outcome == "waiting"


def test_an_event_that_leads_to_a_state_is_its_beginning(tmp_path: Path) -> None:
    moves = Duty("moves", DutyKind.EFFECT, said(3, "It moves."), (), after="cancellation", state="closed")
    policy = replace(POLICY, path="moved", timers=(_CLOSED,), duties=(moves,))

    with imported(PolicySet((policy,)), tmp_path, "moved_rules") as package:
        found = package.POLICIES["moved"].state_on(cancelled=_ENDED, day=_ENDED + timedelta(days=89))

    assert found.outcome == "closed"


def test_a_sequence_needs_a_beginning(cycle: ModuleType) -> None:
    with pytest.raises(ValueError, match="at least one of waiting, closed must be given"):
        cycle.state_on(day=_ENDED)


def test_a_day_that_does_not_exist_becomes_the_last_of_its_month() -> None:
    assert calendar.shifted(date(2026, 1, 31), calendar.months(1)) == date(2026, 2, 28)
    assert calendar.shifted(date(2024, 1, 31), calendar.months(1)) == date(2024, 2, 29)
    assert calendar.shifted(date(2024, 2, 29), calendar.years(1)) == date(2025, 2, 28)
    assert calendar.shifted(date(2026, 3, 31), calendar.months(1), back=True) == date(2026, 2, 28)


def test_a_month_that_is_kept_ends_the_day_before_its_next_one(rules: ModuleType) -> None:
    assert rules.ARCHIVE.last_day(date(2026, 1, 31)) == date(2026, 2, 27)
    assert rules.ARCHIVE.last_day(date(2026, 1, 1)) == date(2026, 1, 31)


@given(_DAYS, st.integers(0, 60))
def test_months_never_leave_the_month_they_lead_to(day: date, count: int) -> None:
    later = calendar.shifted(day, calendar.months(count))

    assert later is not None
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(_DAYS, st.integers(0, 400))
def test_weeks_are_seven_days(day: date, count: int) -> None:
    assert calendar.shifted(day, calendar.weeks(count)) == calendar.shifted(day, calendar.days(7 * count))


@given(_DAYS, st.integers(1, 60))
def test_business_days_go_there_and_back(day: date, count: int) -> None:
    later = calendar.shifted(day, calendar.business_days(count), _is_weekday)

    assert later is not None
    assert _is_weekday(later)
    assert sum(_is_weekday(day + timedelta(days=n)) for n in range(1, (later - day).days + 1)) == count


def test_a_misspelt_argument_is_refused_by_every_class_of_timer(rules: ModuleType) -> None:
    for timer, method in ((rules.WIPED, "latest_on"), (rules.PAUSED_PERIOD, "last_day"), (rules.NOTICE, "deadline")):
        with pytest.raises(TypeError, match="zoen"):
            getattr(timer, method)(_ENDED, zoen=UTC)
