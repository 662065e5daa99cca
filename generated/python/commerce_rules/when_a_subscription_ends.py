"""When a subscription ends.

Follow a Northwind Cloud subscription from its end date to the deletion of its data, state by state.

Compiled from the article `commerce/when-a-subscription-ends`; change the article, not this module.
"""

from __future__ import annotations

from enum import StrEnum

from ._calendar import days
from ._citations import Article, Citation
from ._duties import duties_of
from ._elements import Advisory, Definition, Reference
from ._evaluation import evaluate_article
from ._lifecycle import find_state
from ._timers import Deadline, Phase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Final, Literal, TypeAlias

    from ._decisions import Decided, Unknown, Unstated
    from ._duties import Duties
    from ._evaluation import Evaluation

    Event: TypeAlias = Literal["cancellation", "expiry"]
    Locale: TypeAlias = Literal["de-de", "en-us", "ja-jp", "nl-nl"]
    Moniker: TypeAlias = Literal["northwind-worldwide", "northwind-germany", "northwind-china"]

__all__ = [
    "ADVISORIES",
    "ARTICLE",
    "DATA_DELETED",
    "DEFINITIONS",
    "DISABLED_PERIOD",
    "DISABLED_PERIOD_2",
    "EXPIRED_PERIOD",
    "EXPIRED_PERIOD_2",
    "LOCALES",
    "MONIKERS",
    "REFERENCES",
    "State",
    "StateSubscription",
    "SubscriptionState",
    "effects",
    "evaluate",
    "permissions",
    "prohibitions",
    "recommendations",
    "state_on",
]

ARTICLE: Final = Article("when_a_subscription_ends")
"""The article itself: titles, locales, metadata."""
LOCALES: Final = ("de-de", "en-us", "ja-jp", "nl-nl")
"""The languages of the article."""
MONIKERS: Final = ("northwind-worldwide", "northwind-germany", "northwind-china")
"""The products that the article distinguishes."""


class StateSubscription(StrEnum):
    """What `state_subscription` can be."""

    ACTIVE = "active"
    EXPIRED = "expired"
    DISABLED = "disabled"
    DELETED = "deleted"


class SubscriptionState(StrEnum):
    """What `subscription_state` can be."""

    ACTIVE = "active"
    EXPIRED = "expired"
    DISABLED = "disabled"
    DELETED = "deleted"


class State(StrEnum):
    """A state that the article names."""

    EXPIRED = "expired"
    DISABLED = "disabled"


EXPIRED_PERIOD: Final = Phase(
    "expired_period",
    Citation(ARTICLE, "timers/expired_period"),
    state=State.EXPIRED,
    lasts=days(30),
)
"""“30 days” (content/en-us/commerce/when-a-subscription-ends.md:42)"""
DISABLED_PERIOD: Final = Phase(
    "disabled_period",
    Citation(ARTICLE, "timers/disabled_period"),
    state=State.DISABLED,
    lasts=days(90),
    hedges=("most_subscriptions", "most_countries"),
)
"""“90 days for most subscriptions in most countries” (content/en-us/commerce/when-a-subscription-ends.md:43)

Only usually: most_subscriptions, most_countries.
"""
EXPIRED_PERIOD_2: Final = Phase(
    "expired_period_2",
    Citation(ARTICLE, "timers/expired_period_2"),
    state=State.EXPIRED,
    lasts=days(30),
)
"""“The Expired state lasts 30 days.” (content/en-us/commerce/when-a-subscription-ends.md:53)"""
DISABLED_PERIOD_2: Final = Phase(
    "disabled_period_2",
    Citation(ARTICLE, "timers/disabled_period_2"),
    state=State.DISABLED,
    lasts=days(90),
    hedges=("most_subscriptions", "most_countries"),
)
"""“For most subscriptions in most countries, the Disabled state lasts 90 days.”
(content/en-us/commerce/when-a-subscription-ends.md:57)

Only usually: most_subscriptions, most_countries.
"""
DATA_DELETED: Final = Deadline(
    "data_deleted",
    Citation(ARTICLE, "timers/data_deleted"),
    event="cancellation",
    effect="data_deleted",
    latest=days(180),
)
"""“The data of a canceled subscription is deleted no later than 180 days after the cancellation.”
(content/en-us/commerce/when-a-subscription-ends.md:68)
"""
ADVISORIES: Final = (
    Advisory("life_cycle_at_glance_note", "note", Citation(ARTICLE, "advisories/life_cycle_at_glance_note")),
    Advisory("deleted_state_important", "important", Citation(ARTICLE, "advisories/deleted_state_important")),
)
DEFINITIONS: Final = (
    Definition("expiry", Citation(ARTICLE, "definitions/expiry")),
    Definition("cancellation", Citation(ARTICLE, "definitions/cancellation")),
    Definition("active", Citation(ARTICLE, "definitions/active")),
    Definition("expired", Citation(ARTICLE, "definitions/expired")),
    Definition("disabled", Citation(ARTICLE, "definitions/disabled")),
    Definition("deleted", Citation(ARTICLE, "definitions/deleted")),
)
REFERENCES: Final = (
    Reference("renew-subscription.md#renew-an-expired-subscription", Citation(ARTICLE, "references/1")),
    Reference("reactivate-subscription.md#reactivate-the-subscription", Citation(ARTICLE, "references/2")),
    Reference("cancel-subscription.md#back-up-your-data", Citation(ARTICLE, "references/3")),
    Reference("close-account.md", Citation(ARTICLE, "references/4")),
    Reference("cancel-subscription.md", Citation(ARTICLE, "references/5")),
    Reference("renew-subscription.md", Citation(ARTICLE, "references/6")),
    Reference("licenses-and-limits.md", Citation(ARTICLE, "references/7")),
    Reference("reactivate-subscription.md", Citation(ARTICLE, "references/8")),
)


def state_on(
    *,
    day: date,
    expired: date | None = None,
    disabled: date | None = None,
) -> Decided[State] | Unknown | Unstated:
    """Tell the state on a day, as far as the article decides it.

    Args:
        day: the day that is asked for.
        expired: the first day of the state “expired”; None when that is not known or did not happen.
        disabled: the first day of the state “disabled”; None when that is not known or did not happen.

    Raises:
        TypeError: A day or a fact has the wrong type.
        ValueError: The day lies before the event, or a fact outside its domain.
    """
    timers = (EXPIRED_PERIOD, DISABLED_PERIOD, EXPIRED_PERIOD_2, DISABLED_PERIOD_2)
    begun = {"expired": expired, "disabled": disabled}
    return find_state(ARTICLE, State, timers, {State.EXPIRED: State.DISABLED}, begun, day)


def permissions(
    *,
    state_subscription: StateSubscription | None = None,
    subscription_state: SubscriptionState | None = None,
) -> Duties:
    """Return what may be done.

    - life_cycle_at_glance_permission: “Manage users, licenses, and billing”
      (content/en-us/commerce/when-a-subscription-ends.md:41)
    - life_cycle_at_glance_permission_2: “Renew or cancel the subscription, and back up data”
      (content/en-us/commerce/when-a-subscription-ends.md:42)
    - life_cycle_at_glance_permission_3: “Reactivate the subscription, and back up data”
      (content/en-us/commerce/when-a-subscription-ends.md:43)
    - life_cycle_at_glance_permission_4 (when state_subscription == deleted): “Buy a new subscription”
      (content/en-us/commerce/when-a-subscription-ends.md:44)
    - expired_state_permission (when subscription_state == expired): “If the subscription is in the Expired
      state, users can use all apps and services.” (content/en-us/commerce/when-a-subscription-ends.md:53)
    - expired_state_permission_2 (when subscription_state == expired): “If the subscription is in the Expired
      state, a global administrator or a billing administrator can renew the subscription.”
      (content/en-us/commerce/when-a-subscription-ends.md:53)
    - disabled_state_permission (when subscription_state == disabled): “If the subscription is in the Disabled
      state, administrators can back up data.” (content/en-us/commerce/when-a-subscription-ends.md:59)
    - disabled_state_permission_2 (when subscription_state == disabled): “If the subscription is in the Disabled
      state, a global administrator or a billing administrator can reactivate the subscription.”
      (content/en-us/commerce/when-a-subscription-ends.md:60)

    Args:
        state_subscription: State of the subscription: one of active, expired, disabled, deleted; None when not
            known.
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(
        ARTICLE,
        "permission",
        state_subscription=state_subscription,
        subscription_state=subscription_state,
    )


def prohibitions(*, subscription_state: SubscriptionState | None = None) -> Duties:
    """Return what must not be done.

    - disabled_state_prohibition (when subscription_state == disabled): “If the subscription is in the Disabled
      state, users can't sign in to the services.” (content/en-us/commerce/when-a-subscription-ends.md:61)
    - deleted_state_prohibition (when subscription_state == deleted): “If the subscription is in the Deleted
      state, administrators can't reactivate the subscription.”
      (content/en-us/commerce/when-a-subscription-ends.md:65)
    - deleted_state_prohibition_2: “You can't recover the data after its deletion.”
      (content/en-us/commerce/when-a-subscription-ends.md:65)

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

    - deleted_state_recommendation (before cancellation): “We recommend that administrators back up all data
      before the cancellation.” (content/en-us/commerce/when-a-subscription-ends.md:68)
    """
    return duties_of(ARTICLE, "recommendation")


def effects() -> Duties:
    """Return what follows by itself.

    - how_subscription_ends_effect (after expiry): “After the expiry, the subscription moves to the Expired
      state.” (content/en-us/commerce/when-a-subscription-ends.md:28)
    - how_subscription_ends_effect_2 (after cancellation): “After the cancellation, the subscription skips the
      Expired state and moves to the Disabled state.” (content/en-us/commerce/when-a-subscription-ends.md:28)
    - life_cycle_at_glance_effect: “A renewal or a reactivation takes the subscription back to the Active
      state.” (content/en-us/commerce/when-a-subscription-ends.md:47)
    - disabled_state_effect: “The apps are read-only in the Disabled state.”
      (content/en-us/commerce/when-a-subscription-ends.md:57)
    """
    return duties_of(ARTICLE, "effect")


def evaluate(
    *,
    state_subscription: StateSubscription | None = None,
    subscription_state: SubscriptionState | None = None,
    events: Mapping[Event, date] | None = None,
) -> Evaluation:
    """Evaluate the whole article: every decision with its trace, every duty, every timer.

    Args:
        state_subscription: State of the subscription: one of active, expired, disabled, deleted; None when not
            known.
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.
        events: the day of each event that happened, by its name: cancellation, expiry.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain, or the article names no such event.
    """
    return evaluate_article(
        ARTICLE,
        {},
        (EXPIRED_PERIOD, DISABLED_PERIOD, EXPIRED_PERIOD_2, DISABLED_PERIOD_2, DATA_DELETED),
        {"state_subscription": state_subscription, "subscription_state": subscription_state},
        events,
    )
