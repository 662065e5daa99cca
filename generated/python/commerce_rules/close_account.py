"""Close your account.

Check the prerequisites, close the Northwind Cloud account of your organization, and note the deadlines.

Compiled from the article `commerce/close-account`; change the article, not this module.
"""

from __future__ import annotations

from enum import StrEnum

from ._calendar import days
from ._citations import Article, Citation
from ._duties import duties_of
from ._elements import Advisory, Reference, steps_of
from ._evaluation import evaluate_article
from ._timers import Deadline, Delay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Final, Literal, TypeAlias

    from ._duties import Duties
    from ._elements import Step
    from ._evaluation import Evaluation

    Event: TypeAlias = Literal["closure"]
    Locale: TypeAlias = Literal["de-de", "en-us", "ja-jp", "nl-nl"]
    Moniker: TypeAlias = Literal["northwind-worldwide", "northwind-germany", "northwind-china"]
    Procedure: TypeAlias = Literal["close_account"]

__all__ = [
    "ACCOUNT_DATA_DELETED",
    "ACCOUNT_DATA_DELETED_2",
    "ACCOUNT_REOPENED",
    "ADVISORIES",
    "ARTICLE",
    "LOCALES",
    "MONIKERS",
    "REFERENCES",
    "Role",
    "SubscriptionState",
    "evaluate",
    "obligations",
    "prohibitions",
    "recommendations",
    "steps",
]

ARTICLE: Final = Article("close_account")
"""The article itself: titles, locales, metadata."""
LOCALES: Final = ("de-de", "en-us", "ja-jp", "nl-nl")
"""The languages of the article."""
MONIKERS: Final = ("northwind-worldwide", "northwind-germany", "northwind-china")
"""The products that the article distinguishes."""


class Role(StrEnum):
    """What `role` can be."""

    GLOBAL_ADMIN = "global_admin"
    BILLING_ADMIN = "billing_admin"
    USER = "user"


class SubscriptionState(StrEnum):
    """What `subscription_state` can be."""

    ACTIVE = "active"
    EXPIRED = "expired"
    DISABLED = "disabled"
    DELETED = "deleted"


ACCOUNT_REOPENED: Final = Deadline(
    "account_reopened",
    Citation(ARTICLE, "timers/account_reopened"),
    event="closure",
    effect="account_reopened",
    actors=("global_admin",),
    latest=days(7),
)
"""“A global administrator can reopen the account within 7 days after the closure.”
(content/en-us/commerce/close-account.md:71)
"""
ACCOUNT_DATA_DELETED: Final = Delay(
    "account_data_deleted",
    Citation(ARTICLE, "timers/account_data_deleted"),
    event="closure",
    effect="account_data_deleted",
    earliest=days(14),
)
"""“The data of the closed account may be deleted 14 days after the closure at the earliest.”
(content/en-us/commerce/close-account.md:73)
"""
ACCOUNT_DATA_DELETED_2: Final = Deadline(
    "account_data_deleted_2",
    Citation(ARTICLE, "timers/account_data_deleted_2"),
    event="closure",
    effect="account_data_deleted",
    latest=days(30),
)
"""“The data of the closed account is deleted no later than 30 days after the closure, unless a legal hold
applies.” (content/en-us/commerce/close-account.md:73)

When not legal_hold.
"""
ADVISORIES: Final = (
    Advisory("close_account_warning", "warning", Citation(ARTICLE, "advisories/close_account_warning")),
    Advisory("before_you_close_account_tip", "tip", Citation(ARTICLE, "advisories/before_you_close_account_tip")),
    Advisory(
        "deadlines_after_closure_important",
        "important",
        Citation(ARTICLE, "advisories/deadlines_after_closure_important"),
    ),
)
REFERENCES: Final = (
    Reference("cancel-subscription.md#cancel-the-subscription", Citation(ARTICLE, "references/1")),
    Reference("cancel-subscription.md#remove-your-own-domain", Citation(ARTICLE, "references/2")),
    Reference("cancel-subscription.md#back-up-your-data", Citation(ARTICLE, "references/3")),
    Reference("when-a-subscription-ends.md", Citation(ARTICLE, "references/4")),
    Reference("reactivate-subscription.md", Citation(ARTICLE, "references/5")),
    Reference("cancel-subscription.md", Citation(ARTICLE, "references/6")),
)


def obligations(
    *,
    own_domain: bool | None = None,
    subscription_state: SubscriptionState | None = None,
    unpaid_invoice: bool | None = None,
) -> Duties:
    """Return what must be done.

    - before_you_close_account_obligation (when subscription_state == active or subscription_state == expired,
      before closure): “If a subscription is in the Active state or in the Expired state, you must cancel the
      subscription before you close the account.” (content/en-us/commerce/close-account.md:36)
    - before_you_close_account_obligation_2 (when own_domain, before closure): “If you use your own domain, you
      must remove the domain before you close the account.” (content/en-us/commerce/close-account.md:36)
    - before_you_close_account_obligation_3 (when unpaid_invoice, before closure): “If the account has an unpaid
      invoice, you must pay the invoice before you close the account.”
      (content/en-us/commerce/close-account.md:36)
    - before_you_close_account_obligation_4 (before closure): “You must download all invoices before you close
      the account.” (content/en-us/commerce/close-account.md:38)

    Args:
        own_domain: own domain: True or False; None when not known.
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.
        unpaid_invoice: unpaid invoice: True or False; None when not known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(
        ARTICLE,
        "obligation",
        own_domain=own_domain,
        subscription_state=subscription_state,
        unpaid_invoice=unpaid_invoice,
    )


def prohibitions(
    *,
    own_domain: bool | None = None,
    role: Role | None = None,
    subscription_state: SubscriptionState | None = None,
    unpaid_invoice: bool | None = None,
) -> Duties:
    """Return what must not be done.

    - close_account_prohibition: “You can't recover the data after its deletion.”
      (content/en-us/commerce/close-account.md:21)
    - check_prerequisites_prohibition (when not (role == global_admin and (subscription_state == disabled or
      subscription_state == deleted) and not own_domain and not unpaid_invoice)): “You can close the account
      only if all of the following are true:” (content/en-us/commerce/close-account.md:25)
    - check_prerequisites_prohibition_2: “A billing administrator can't close the account.”
      (content/en-us/commerce/close-account.md:32)
    - check_prerequisites_prohibition_3: “A user can't close the account.”
      (content/en-us/commerce/close-account.md:32)
    - what_happens_after_closure_prohibition (after closure): “Users can't sign in to the apps and services
      after the closure.” (content/en-us/commerce/close-account.md:80)
    - what_happens_after_closure_prohibition_2 (after closure): “Administrators can't download invoices after
      the closure.” (content/en-us/commerce/close-account.md:81)

    Args:
        own_domain: own domain: True or False; None when not known.
        role: one of global_admin, billing_admin, user; None when not known.
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.
        unpaid_invoice: unpaid invoice: True or False; None when not known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(
        ARTICLE,
        "prohibition",
        own_domain=own_domain,
        role=role,
        subscription_state=subscription_state,
        unpaid_invoice=unpaid_invoice,
    )


def recommendations() -> Duties:
    """Return what should be done.

    - before_you_close_account_recommendation: “We recommend that you tell your users the date of the closure.”
      (content/en-us/commerce/close-account.md:38)
    """
    return duties_of(ARTICLE, "recommendation")


def evaluate(
    *,
    legal_hold: bool | None = None,
    own_domain: bool | None = None,
    role: Role | None = None,
    subscription_state: SubscriptionState | None = None,
    unpaid_invoice: bool | None = None,
    events: Mapping[Event, date] | None = None,
) -> Evaluation:
    """Evaluate the whole article: every decision with its trace, every duty, every timer.

    Args:
        legal_hold: legal hold: True or False; None when not known.
        own_domain: own domain: True or False; None when not known.
        role: one of global_admin, billing_admin, user; None when not known.
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.
        unpaid_invoice: unpaid invoice: True or False; None when not known.
        events: the day of each event that happened, by its name: closure.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain, or the article names no such event.
    """
    return evaluate_article(
        ARTICLE,
        {},
        (ACCOUNT_REOPENED, ACCOUNT_DATA_DELETED, ACCOUNT_DATA_DELETED_2),
        {
            "legal_hold": legal_hold,
            "own_domain": own_domain,
            "role": role,
            "subscription_state": subscription_state,
            "unpaid_invoice": unpaid_invoice,
        },
        events,
    )


def steps(
    procedure: Procedure = "close_account",
    *,
    moniker: Moniker | None = None,
    locale: Locale | None = None,
) -> tuple[Step, ...]:
    """Return the steps of a procedure.

    Args:
        procedure: The first one of the article, or another:
            close_account: Close the account.
        moniker: The product; needed where the steps differ.
        locale: The language, en-us by default.

    Raises:
        ValueError: The article knows no such procedure, product or locale.
    """
    return steps_of(ARTICLE, procedure, moniker, locale)
