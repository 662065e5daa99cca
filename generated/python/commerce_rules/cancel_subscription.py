"""Cancel a subscription.

Learn how to cancel a Northwind Cloud subscription, when the refund arrives, and how long your data is kept.

Compiled from the article `commerce/cancel-subscription`; change the article, not this module.
"""

from __future__ import annotations

from enum import StrEnum

from ._calendar import days
from ._citations import Article, Citation
from ._decisions import Decided, decide
from ._duties import duties_of
from ._elements import Advisory, Reference, steps_of
from ._evaluation import evaluate_article
from ._lifecycle import find_state
from ._timers import Phase, Timer, Window

TYPE_CHECKING = False
if not TYPE_CHECKING:
    from ._decisions import overload
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Final, Literal, TypeAlias, overload  # noqa: TC004

    from ._decisions import Unknown, Unstated
    from ._duties import Duties
    from ._elements import Step
    from ._evaluation import Evaluation

    Event: TypeAlias = Literal["cancellation"]
    Locale: TypeAlias = Literal["de-de", "en-us", "ja-jp", "nl-nl"]
    Moniker: TypeAlias = Literal["northwind-worldwide", "northwind-germany", "northwind-china"]
    Procedure: TypeAlias = Literal["remove_own_domain", "cancel_subscription"]

__all__ = [
    "ADVISORIES",
    "ARTICLE",
    "CREDIT_REFUNDED",
    "DATA_DELETED",
    "DISABLED_PERIOD",
    "LOCALES",
    "MONIKERS",
    "REACTIVATION",
    "REFERENCES",
    "CancellationChannel",
    "State",
    "SubscriptionState",
    "cancellation_channel",
    "effects",
    "evaluate",
    "obligations",
    "permissions",
    "prohibitions",
    "recommendations",
    "state_on",
    "steps",
]

ARTICLE: Final = Article("cancel_subscription")
"""The article itself: titles, locales, metadata."""
LOCALES: Final = ("de-de", "en-us", "ja-jp", "nl-nl")
"""The languages of the article."""
MONIKERS: Final = ("northwind-worldwide", "northwind-germany", "northwind-china")
"""The products that the article distinguishes."""


class SubscriptionState(StrEnum):
    """What `subscription_state` can be."""

    ACTIVE = "active"
    EXPIRED = "expired"
    DISABLED = "disabled"
    DELETED = "deleted"


class State(StrEnum):
    """A state that the article names."""

    DISABLED = "disabled"


CREDIT_REFUNDED: Final = Timer(
    "credit_refunded",
    Citation(ARTICLE, "timers/credit_refunded"),
    effect="credit_refunded",
    period="next_billing_cycle",
)
"""“A prorated credit for the unused part of the term is refunded within the next billing cycle.”
(content/en-us/commerce/cancel-subscription.md:26)
"""
DISABLED_PERIOD: Final = Phase(
    "disabled_period",
    Citation(ARTICLE, "timers/disabled_period"),
    state=State.DISABLED,
    lasts=days(90),
    hedges=("most_subscriptions", "most_countries"),
)
"""“For most subscriptions in most countries, the Disabled state lasts 90 days.”
(content/en-us/commerce/cancel-subscription.md:109)

Only usually: most_subscriptions, most_countries.
"""
DATA_DELETED: Final = Window(
    "data_deleted",
    Citation(ARTICLE, "timers/data_deleted"),
    event="cancellation",
    effect="data_deleted",
    earliest=days(90),
    latest=days(180),
)
"""“Your data may be deleted 90 days after the cancellation at the earliest.”
(content/en-us/commerce/cancel-subscription.md:113)
"""
REACTIVATION: Final = Phase(
    "reactivation",
    Citation(ARTICLE, "timers/reactivation"),
    effect="reactivation",
    actors=("global_admin", "billing_admin"),
    lasts=days(90),
)
"""“A global administrator or a billing administrator has 90 days to reactivate the subscription.”
(content/en-us/commerce/cancel-subscription.md:122)
"""
ADVISORIES: Final = (
    Advisory("choose_how_to_cancel_note", "note", Citation(ARTICLE, "advisories/choose_how_to_cancel_note")),
    Advisory("remove_own_domain_tip", "tip", Citation(ARTICLE, "advisories/remove_own_domain_tip")),
    Advisory("data_important", "important", Citation(ARTICLE, "advisories/data_important")),
)
REFERENCES: Final = (
    Reference("when-a-subscription-ends.md#the-life-cycle-at-a-glance", Citation(ARTICLE, "references/1")),
    Reference("close-account.md#deadlines-after-the-closure", Citation(ARTICLE, "references/2")),
    Reference("reactivate-subscription.md", Citation(ARTICLE, "references/3")),
    Reference("renew-subscription.md", Citation(ARTICLE, "references/4")),
    Reference("licenses-and-limits.md", Citation(ARTICLE, "references/5")),
    Reference("when-a-subscription-ends.md", Citation(ARTICLE, "references/6")),
)


class CancellationChannel(StrEnum):
    """What `cancellation_channel` can answer."""

    ONLINE = "online"
    """online"""
    SUPPORT = "support"
    """call support"""


_CANCELLATION_CHANNEL_ONLINE: Final = Decided(
    CancellationChannel.ONLINE,
    Citation(ARTICLE, "decisions/cancellation_channel/1"),
)
_CANCELLATION_CHANNEL_SUPPORT: Final = Decided(
    CancellationChannel.SUPPORT,
    Citation(ARTICLE, "decisions/cancellation_channel/2"),
)


@overload
def cancellation_channel(*, licenses: int) -> Decided[CancellationChannel]: ...
@overload
def cancellation_channel(*, licenses: int | None) -> Decided[CancellationChannel] | Unknown: ...
def cancellation_channel(*, licenses: int | None) -> Decided[CancellationChannel] | Unknown | Unstated:
    """Decide the cancellation channel.

    - online: licenses < 25: “If the subscription has fewer than 25 licenses, cancel it online in the admin
      center.” (content/en-us/commerce/cancel-subscription.md:22)
    - support: licenses >= 25: “If the subscription has 25 or more licenses, call support to cancel it.”
      (content/en-us/commerce/cancel-subscription.md:22)

    Args:
        licenses: an integer from 0 (unit: license); None when not known.

    Returns:
        Decided, with the sentence that decides; Unknown, when a fact it depends on is None; Unstated, when the
        article leaves the case open.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    if type(licenses) is not int or licenses < 0:
        return decide(ARTICLE, "cancellation_channel", CancellationChannel, licenses=licenses)
    if licenses < 25:
        return _CANCELLATION_CHANNEL_ONLINE
    return _CANCELLATION_CHANNEL_SUPPORT


def state_on(*, cancelled: date, day: date) -> Decided[State] | Unknown | Unstated:
    """Tell the state on a day, as far as the article decides it.

    Args:
        day: the day that is asked for.
        cancelled: the day of “cancellation”, with which the state “disabled” begins; day 0.

    Raises:
        TypeError: A day or a fact has the wrong type.
        ValueError: The day lies before the event, or a fact outside its domain.
    """
    timers = (DISABLED_PERIOD,)
    begun = {"disabled": cancelled}
    return find_state(ARTICLE, State, timers, {}, begun, day)


def obligations(*, own_domain: bool | None = None) -> Duties:
    """Return what must be done.

    - remove_own_domain_obligation (when own_domain, before cancellation): “If you use your own domain with the
      subscription, you must remove the domain before you cancel the subscription.”
      (content/en-us/commerce/cancel-subscription.md:46)

    Args:
        own_domain: own domain: True or False; None when not known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(ARTICLE, "obligation", own_domain=own_domain)


def permissions(*, subscription_state: SubscriptionState | None = None) -> Duties:
    """Return what may be done.

    - choose_how_to_cancel_permission: “A global administrator or a billing administrator can cancel a
      subscription.” (content/en-us/commerce/cancel-subscription.md:24)
    - administrators_permission (when subscription_state == disabled): “If the subscription is in the Disabled
      state, administrators can sign in to the admin center.”
      (content/en-us/commerce/cancel-subscription.md:120)
    - administrators_permission_2 (when subscription_state == disabled): “If the subscription is in the Disabled
      state, administrators can back up data.” (content/en-us/commerce/cancel-subscription.md:121)

    Args:
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(ARTICLE, "permission", subscription_state=subscription_state)


def prohibitions(*, subscription_state: SubscriptionState | None = None) -> Duties:
    """Return what must not be done.

    - choose_how_to_cancel_prohibition: “A user can't cancel a subscription.”
      (content/en-us/commerce/cancel-subscription.md:24)
    - users_prohibition (when subscription_state == disabled): “If the subscription is in the Disabled state,
      users can't open files in the services.” (content/en-us/commerce/cancel-subscription.md:127)

    Args:
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(ARTICLE, "prohibition", subscription_state=subscription_state)


def recommendations() -> Duties:
    """Return what should be done.

    - back_up_data_recommendation (before cancellation): “We recommend that administrators back up all data
      before they cancel the subscription.” (content/en-us/commerce/cancel-subscription.md:59)
    - users_recommendation (after cancellation): “We recommend that users uninstall the apps after the
      cancellation.” (content/en-us/commerce/cancel-subscription.md:129)
    """
    return duties_of(ARTICLE, "recommendation")


def effects(*, own_domain: bool | None = None) -> Duties:
    """Return what follows by itself.

    - remove_own_domain_effect (when not own_domain): “If you don't use your own domain with the subscription,
      skip ahead to Back up your data.” (content/en-us/commerce/cancel-subscription.md:46)
    - what_happens_after_cancellation_effect (after cancellation): “On the day of the cancellation, the
      subscription moves to the Disabled state.” (content/en-us/commerce/cancel-subscription.md:109)

    Args:
        own_domain: own domain: True or False; None when not known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(ARTICLE, "effect", own_domain=own_domain)


def evaluate(
    *,
    licenses: int | None = None,
    own_domain: bool | None = None,
    subscription_state: SubscriptionState | None = None,
    events: Mapping[Event, date] | None = None,
) -> Evaluation:
    """Evaluate the whole article: every decision with its trace, every duty, every timer.

    Args:
        licenses: an integer from 0 (unit: license); None when not known.
        own_domain: own domain: True or False; None when not known.
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.
        events: the day of each event that happened, by its name: cancellation.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain, or the article names no such event.
    """
    return evaluate_article(
        ARTICLE,
        {"cancellation_channel": CancellationChannel},
        (CREDIT_REFUNDED, DISABLED_PERIOD, DATA_DELETED, REACTIVATION),
        {"licenses": licenses, "own_domain": own_domain, "subscription_state": subscription_state},
        events,
    )


def steps(
    procedure: Procedure = "remove_own_domain",
    *,
    moniker: Moniker | None = None,
    locale: Locale | None = None,
) -> tuple[Step, ...]:
    """Return the steps of a procedure.

    Args:
        procedure: The first one of the article, or another:
            remove_own_domain: Remove your own domain.
            cancel_subscription: Cancel the subscription.
        moniker: The product; needed where the steps differ.
        locale: The language, en-us by default.

    Raises:
        ValueError: The article knows no such procedure, product or locale.
    """
    return steps_of(ARTICLE, procedure, moniker, locale)
