"""What writers give as examples of each decision, and what the articles say at its edges.

An example has its place as id, an edge its facts. Run `pytest` beside `pyproject.toml`. Generated: change the articles,
not this module.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import pytest

from commerce_rules import (
    Decided,
    Unknown,
    Unstated,
    cancel_subscription,
    licenses_and_limits,
    reactivate_subscription,
    renew_subscription,
)

Expected: TypeAlias = str | tuple[str, ...] | None
"""An outcome; the facts that are needed, none where the article leaves the case open; or None: any of the two."""


def agree(answer: Decided[Any] | Unknown | Unstated, expected: Expected) -> None:
    """Compare an answer with what is expected."""
    outcome = expected if isinstance(expected, str) else None
    assert answer.outcome == outcome
    if isinstance(expected, tuple):
        needs = answer.needs if isinstance(answer, Unknown) else ()
        assert sorted(needs) == sorted(expected)


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
