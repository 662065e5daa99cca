"""What writers give as examples of each decision, and what the articles say at the edges of decisions and timers.

An example has its place as id, an edge its facts or its day. Run `pytest` beside `pyproject.toml`. Generated: change
the articles, not this module.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, TypeAlias

import pytest

from commerce_rules import (
    Decided,
    Timer,
    Unknown,
    Unstated,
    cancel_subscription,
    close_account,
    licenses_and_limits,
    reactivate_subscription,
    renew_subscription,
    when_a_subscription_ends,
)

Expected: TypeAlias = str | tuple[str, ...] | None
"""An outcome; the facts that are needed, none where the article leaves the case open; or None: any of the two."""
BEGIN: Final = date(2026, 1, 1)
"""The day of the event that a timer runs from, day 0; business days are those from Monday to Friday."""


def agree(answer: Decided[Any] | Unknown | Unstated, expected: Expected) -> None:
    """Compare an answer with what is expected."""
    outcome = expected if isinstance(expected, str) else None
    assert answer.outcome == outcome
    if isinstance(expected, tuple):
        needs = answer.needs if isinstance(answer, Unknown) else ()
        assert sorted(needs) == sorted(expected)


def is_weekday(day: date) -> bool:
    """Tell whether a day is one from Monday to Friday."""
    return day.isoweekday() < 6


def phase(timer: Timer, day: date) -> str:
    """Tell whether a day is too early for a timer, in time, or too late."""
    first = timer.earliest_on(BEGIN, calendar=is_weekday)
    ending = timer.latest_on if timer.lasts is None else timer.last_day
    last = ending(BEGIN, calendar=is_weekday)
    if isinstance(first, date) and day < first:
        return "not yet"
    if timer.before is None and isinstance(last, date) and day > last:
        return "over"
    return "within"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"licenses": 1}, "online", id="content/de-de/commerce/cancel-subscription.md:41"),
        pytest.param({"licenses": 24}, "online", id="content/de-de/commerce/cancel-subscription.md:42"),
        pytest.param({"licenses": 25}, "support", id="content/de-de/commerce/cancel-subscription.md:43"),
        pytest.param({"licenses": 300}, "support", id="content/de-de/commerce/cancel-subscription.md:44"),
        pytest.param({"licenses": 1}, "online", id="content/en-us/commerce/cancel-subscription.md:37"),
        pytest.param({"licenses": 24}, "online", id="content/en-us/commerce/cancel-subscription.md:38"),
        pytest.param({"licenses": 25}, "support", id="content/en-us/commerce/cancel-subscription.md:39"),
        pytest.param({"licenses": 300}, "support", id="content/en-us/commerce/cancel-subscription.md:40"),
        pytest.param({"licenses": 1}, "online", id="content/ja-jp/commerce/cancel-subscription.md:41"),
        pytest.param({"licenses": 24}, "online", id="content/ja-jp/commerce/cancel-subscription.md:42"),
        pytest.param({"licenses": 25}, "support", id="content/ja-jp/commerce/cancel-subscription.md:43"),
        pytest.param({"licenses": 300}, "support", id="content/ja-jp/commerce/cancel-subscription.md:44"),
        pytest.param({"licenses": 1}, "online", id="content/nl-nl/commerce/cancel-subscription.md:41"),
        pytest.param({"licenses": 24}, "online", id="content/nl-nl/commerce/cancel-subscription.md:42"),
        pytest.param({"licenses": 25}, "support", id="content/nl-nl/commerce/cancel-subscription.md:43"),
        pytest.param({"licenses": 300}, "support", id="content/nl-nl/commerce/cancel-subscription.md:44"),
        pytest.param({"licenses": 0}, "online", id="licenses is 0"),
        pytest.param({"licenses": 24}, "online", id="licenses is 24"),
        pytest.param({"licenses": 25}, "support", id="licenses is 25"),
        pytest.param({"licenses": 26}, "support", id="licenses is 26"),
    ],
)
def test_cancel_subscription_cancellation_channel(facts: dict[str, Any], expected: Expected) -> None:
    """Ask `cancel_subscription.cancellation_channel` what writers give as examples, and at its edges."""
    agree(cancel_subscription.cancellation_channel(**facts), expected)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            {"role": licenses_and_limits.Role.GLOBAL_ADMIN, "licenses": 0},
            "online",
            id="role is global_admin, licenses is 0",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.BILLING_ADMIN, "licenses": 0},
            "online",
            id="role is billing_admin, licenses is 0",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.USER, "licenses": 0},
            "ask_administrator",
            id="role is user, licenses is 0",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.GLOBAL_ADMIN, "licenses": 24},
            "online",
            id="role is global_admin, licenses is 24",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.BILLING_ADMIN, "licenses": 24},
            "online",
            id="role is billing_admin, licenses is 24",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.USER, "licenses": 24},
            "ask_administrator",
            id="role is user, licenses is 24",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.GLOBAL_ADMIN, "licenses": 25},
            "support",
            id="role is global_admin, licenses is 25",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.BILLING_ADMIN, "licenses": 25},
            "support",
            id="role is billing_admin, licenses is 25",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.USER, "licenses": 25},
            "ask_administrator",
            id="role is user, licenses is 25",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.GLOBAL_ADMIN, "licenses": 26},
            "support",
            id="role is global_admin, licenses is 26",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.BILLING_ADMIN, "licenses": 26},
            "support",
            id="role is billing_admin, licenses is 26",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.USER, "licenses": 26},
            "ask_administrator",
            id="role is user, licenses is 26",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.GLOBAL_ADMIN, "licenses": 299},
            "support",
            id="role is global_admin, licenses is 299",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.BILLING_ADMIN, "licenses": 299},
            "support",
            id="role is billing_admin, licenses is 299",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.USER, "licenses": 299},
            "ask_administrator",
            id="role is user, licenses is 299",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.GLOBAL_ADMIN, "licenses": 300},
            "support",
            id="role is global_admin, licenses is 300",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.BILLING_ADMIN, "licenses": 300},
            "support",
            id="role is billing_admin, licenses is 300",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.USER, "licenses": 300},
            "ask_administrator",
            id="role is user, licenses is 300",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.GLOBAL_ADMIN, "licenses": 301},
            "enterprise_plan",
            id="role is global_admin, licenses is 301",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.BILLING_ADMIN, "licenses": 301},
            "enterprise_plan",
            id="role is billing_admin, licenses is 301",
        ),
        pytest.param(
            {"role": licenses_and_limits.Role.USER, "licenses": 301},
            "ask_administrator",
            id="role is user, licenses is 301",
        ),
    ],
)
def test_licenses_and_limits_license_purchase(facts: dict[str, Any], expected: Expected) -> None:
    """Ask `licenses_and_limits.license_purchase` what writers give as examples, and at its edges."""
    agree(licenses_and_limits.license_purchase(**facts), expected)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            {"subscription_state": reactivate_subscription.SubscriptionState.ACTIVE},
            "no_action",
            id="subscription_state is active",
        ),
        pytest.param(
            {"subscription_state": reactivate_subscription.SubscriptionState.EXPIRED},
            "renew",
            id="subscription_state is expired",
        ),
        pytest.param(
            {"subscription_state": reactivate_subscription.SubscriptionState.DISABLED},
            "reactivate",
            id="subscription_state is disabled",
        ),
        pytest.param(
            {"subscription_state": reactivate_subscription.SubscriptionState.DELETED},
            "buy_new",
            id="subscription_state is deleted",
        ),
    ],
)
def test_reactivate_subscription_required_action(facts: dict[str, Any], expected: Expected) -> None:
    """Ask `reactivate_subscription.required_action` what writers give as examples, and at its edges."""
    agree(reactivate_subscription.required_action(**facts), expected)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"recurring_billing": True}, "renewed_automatically", id="recurring_billing is true"),
        pytest.param({"recurring_billing": False}, "ends", id="recurring_billing is false"),
    ],
)
def test_renew_subscription_renewal_mode(facts: dict[str, Any], expected: Expected) -> None:
    """Ask `renew_subscription.renewal_mode` what writers give as examples, and at its edges."""
    agree(renew_subscription.renewal_mode(**facts), expected)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"term": renew_subscription.Term.FLEX}, "list_price", id="term is flex"),
        pytest.param({"term": renew_subscription.Term.STANDARD}, "list_price", id="term is standard"),
        pytest.param({"term": renew_subscription.Term.FIXED}, "agreed_price", id="term is fixed"),
    ],
)
def test_renew_subscription_renewal_price(facts: dict[str, Any], expected: Expected) -> None:
    """Ask `renew_subscription.renewal_price` what writers give as examples, and at its edges."""
    agree(renew_subscription.renewal_price(**facts), expected)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 3, 31), "within", id="day 89"),
        pytest.param(date(2026, 4, 1), "over", id="day 90"),
        pytest.param(date(2026, 4, 2), "over", id="day 91"),
    ],
)
def test_cancel_subscription_disabled_period(day: date, expected: str) -> None:
    """Ask `cancel_subscription.DISABLED_PERIOD` on the days at its ends."""
    assert phase(cancel_subscription.DISABLED_PERIOD, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 3, 31), "not yet", id="day 89"),
        pytest.param(date(2026, 4, 1), "within", id="day 90"),
        pytest.param(date(2026, 4, 2), "within", id="day 91"),
        pytest.param(date(2026, 6, 29), "within", id="day 179"),
        pytest.param(date(2026, 6, 30), "within", id="day 180"),
        pytest.param(date(2026, 7, 1), "over", id="day 181"),
    ],
)
def test_cancel_subscription_data_deleted(day: date, expected: str) -> None:
    """Ask `cancel_subscription.DATA_DELETED` on the days at its ends."""
    assert phase(cancel_subscription.DATA_DELETED, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 3, 31), "within", id="day 89"),
        pytest.param(date(2026, 4, 1), "over", id="day 90"),
        pytest.param(date(2026, 4, 2), "over", id="day 91"),
    ],
)
def test_cancel_subscription_reactivation(day: date, expected: str) -> None:
    """Ask `cancel_subscription.REACTIVATION` on the days at its ends."""
    assert phase(cancel_subscription.REACTIVATION, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 1, 7), "within", id="day 6"),
        pytest.param(date(2026, 1, 8), "within", id="day 7"),
        pytest.param(date(2026, 1, 9), "over", id="day 8"),
    ],
)
def test_close_account_account_reopened(day: date, expected: str) -> None:
    """Ask `close_account.ACCOUNT_REOPENED` on the days at its ends."""
    assert phase(close_account.ACCOUNT_REOPENED, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 1, 14), "not yet", id="day 13"),
        pytest.param(date(2026, 1, 15), "within", id="day 14"),
        pytest.param(date(2026, 1, 16), "within", id="day 15"),
    ],
)
def test_close_account_account_data_deleted(day: date, expected: str) -> None:
    """Ask `close_account.ACCOUNT_DATA_DELETED` on the days at its ends."""
    assert phase(close_account.ACCOUNT_DATA_DELETED, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 1, 30), "within", id="day 29"),
        pytest.param(date(2026, 1, 31), "within", id="day 30"),
        pytest.param(date(2026, 2, 1), "over", id="day 31"),
    ],
)
def test_close_account_account_data_deleted_2(day: date, expected: str) -> None:
    """Ask `close_account.ACCOUNT_DATA_DELETED_2` on the days at its ends."""
    assert phase(close_account.ACCOUNT_DATA_DELETED_2, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 1, 14), "within", id="day 13"),
        pytest.param(date(2026, 1, 15), "within", id="day 14"),
        pytest.param(date(2026, 1, 16), "over", id="day 15"),
    ],
)
def test_licenses_and_limits_license_returned(day: date, expected: str) -> None:
    """Ask `licenses_and_limits.LICENSE_RETURNED` on the days at its ends."""
    assert phase(licenses_and_limits.LICENSE_RETURNED, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 3, 31), "within", id="day 89"),
        pytest.param(date(2026, 4, 1), "over", id="day 90"),
        pytest.param(date(2026, 4, 2), "over", id="day 91"),
    ],
)
def test_reactivate_subscription_reactivation(day: date, expected: str) -> None:
    """Ask `reactivate_subscription.REACTIVATION` on the days at its ends."""
    assert phase(reactivate_subscription.REACTIVATION, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 1, 1), "within", id="month 0"),
        pytest.param(date(2026, 2, 1), "over", id="month 1"),
        pytest.param(date(2026, 3, 1), "over", id="month 2"),
    ],
)
def test_renew_subscription_flex_term(day: date, expected: str) -> None:
    """Ask `renew_subscription.FLEX_TERM` on the days at its ends."""
    assert phase(renew_subscription.FLEX_TERM, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 1, 1), "within", id="year 0"),
        pytest.param(date(2027, 1, 1), "over", id="year 1"),
        pytest.param(date(2028, 1, 1), "over", id="year 2"),
    ],
)
def test_renew_subscription_standard_term(day: date, expected: str) -> None:
    """Ask `renew_subscription.STANDARD_TERM` on the days at its ends."""
    assert phase(renew_subscription.STANDARD_TERM, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2028, 1, 1), "within", id="year 2"),
        pytest.param(date(2029, 1, 1), "over", id="year 3"),
        pytest.param(date(2030, 1, 1), "over", id="year 4"),
    ],
)
def test_renew_subscription_fixed_term(day: date, expected: str) -> None:
    """Ask `renew_subscription.FIXED_TERM` on the days at its ends."""
    assert phase(renew_subscription.FIXED_TERM, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2025, 12, 1), "not yet", id="day -31"),
        pytest.param(date(2025, 12, 2), "within", id="day -30"),
        pytest.param(date(2025, 12, 3), "within", id="day -29"),
    ],
)
def test_renew_subscription_reminder_sent(day: date, expected: str) -> None:
    """Ask `renew_subscription.REMINDER_SENT` on the days at its ends."""
    assert phase(renew_subscription.REMINDER_SENT, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 1, 30), "within", id="day 29"),
        pytest.param(date(2026, 1, 31), "over", id="day 30"),
        pytest.param(date(2026, 2, 1), "over", id="day 31"),
    ],
)
def test_renew_subscription_expired_period(day: date, expected: str) -> None:
    """Ask `renew_subscription.EXPIRED_PERIOD` on the days at its ends."""
    assert phase(renew_subscription.EXPIRED_PERIOD, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 1, 30), "within", id="day 29"),
        pytest.param(date(2026, 1, 31), "over", id="day 30"),
        pytest.param(date(2026, 2, 1), "over", id="day 31"),
    ],
)
def test_when_a_subscription_ends_expired_period(day: date, expected: str) -> None:
    """Ask `when_a_subscription_ends.EXPIRED_PERIOD` on the days at its ends."""
    assert phase(when_a_subscription_ends.EXPIRED_PERIOD, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 3, 31), "within", id="day 89"),
        pytest.param(date(2026, 4, 1), "over", id="day 90"),
        pytest.param(date(2026, 4, 2), "over", id="day 91"),
    ],
)
def test_when_a_subscription_ends_disabled_period(day: date, expected: str) -> None:
    """Ask `when_a_subscription_ends.DISABLED_PERIOD` on the days at its ends."""
    assert phase(when_a_subscription_ends.DISABLED_PERIOD, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 1, 30), "within", id="day 29"),
        pytest.param(date(2026, 1, 31), "over", id="day 30"),
        pytest.param(date(2026, 2, 1), "over", id="day 31"),
    ],
)
def test_when_a_subscription_ends_expired_period_2(day: date, expected: str) -> None:
    """Ask `when_a_subscription_ends.EXPIRED_PERIOD_2` on the days at its ends."""
    assert phase(when_a_subscription_ends.EXPIRED_PERIOD_2, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 3, 31), "within", id="day 89"),
        pytest.param(date(2026, 4, 1), "over", id="day 90"),
        pytest.param(date(2026, 4, 2), "over", id="day 91"),
    ],
)
def test_when_a_subscription_ends_disabled_period_2(day: date, expected: str) -> None:
    """Ask `when_a_subscription_ends.DISABLED_PERIOD_2` on the days at its ends."""
    assert phase(when_a_subscription_ends.DISABLED_PERIOD_2, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 6, 29), "within", id="day 179"),
        pytest.param(date(2026, 6, 30), "within", id="day 180"),
        pytest.param(date(2026, 7, 1), "over", id="day 181"),
    ],
)
def test_when_a_subscription_ends_data_deleted(day: date, expected: str) -> None:
    """Ask `when_a_subscription_ends.DATA_DELETED` on the days at its ends."""
    assert phase(when_a_subscription_ends.DATA_DELETED, day) == expected
