"""Reactivate a subscription.

Find the right action for a subscription in each state, and reactivate a disabled Northwind Cloud subscription.

Compiled from the article `commerce/reactivate-subscription`; change the article, not this module.
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
from ._timers import Phase

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

    Event: TypeAlias = Literal["reactivation"]
    Locale: TypeAlias = Literal["de-de", "en-us", "ja-jp", "nl-nl"]
    Moniker: TypeAlias = Literal["northwind-worldwide", "northwind-germany", "northwind-china"]
    Procedure: TypeAlias = Literal["reactivate_subscription"]

__all__ = [
    "ADVISORIES",
    "ARTICLE",
    "LOCALES",
    "MONIKERS",
    "REACTIVATION",
    "REFERENCES",
    "RequiredAction",
    "State",
    "SubscriptionState",
    "effects",
    "evaluate",
    "obligations",
    "permissions",
    "prohibitions",
    "recommendations",
    "required_action",
    "state_on",
    "steps",
]

ARTICLE: Final = Article("reactivate_subscription")
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


REACTIVATION: Final = Phase(
    "reactivation",
    Citation(ARTICLE, "timers/reactivation"),
    state=State.DISABLED,
    effect="reactivation",
    actors=("global_admin", "billing_admin"),
    lasts=days(90),
)
"""“A global administrator or a billing administrator has 90 days to reactivate a subscription in the Disabled
state.” (content/en-us/commerce/reactivate-subscription.md:33)
"""
ADVISORIES: Final = (
    Advisory("before_you_reactivate_note", "note", Citation(ARTICLE, "advisories/before_you_reactivate_note")),
    Advisory(
        "what_happens_after_reactivation_tip",
        "tip",
        Citation(ARTICLE, "advisories/what_happens_after_reactivation_tip"),
    ),
)
REFERENCES: Final = (
    Reference("renew-subscription.md#renew-an-expired-subscription", Citation(ARTICLE, "references/1")),
    Reference("when-a-subscription-ends.md#what-to-expect-in-each-state", Citation(ARTICLE, "references/2")),
    Reference("cancel-subscription.md", Citation(ARTICLE, "references/3")),
    Reference("when-a-subscription-ends.md", Citation(ARTICLE, "references/4")),
    Reference("close-account.md", Citation(ARTICLE, "references/5")),
    Reference("renew-subscription.md#turn-recurring-billing-on-or-off", Citation(ARTICLE, "references/6")),
)


class RequiredAction(StrEnum):
    """What `required_action` can answer."""

    NO_ACTION = "no_action"
    """no action"""
    RENEW = "renew"
    """renew the subscription"""
    REACTIVATE = "reactivate"
    """reactivate the subscription"""
    BUY_NEW = "buy_new"
    """buy a new subscription"""


_REQUIRED_ACTION_NO_ACTION: Final = Decided(RequiredAction.NO_ACTION, Citation(ARTICLE, "decisions/required_action/1"))
_REQUIRED_ACTION_RENEW: Final = Decided(RequiredAction.RENEW, Citation(ARTICLE, "decisions/required_action/2"))
_REQUIRED_ACTION_REACTIVATE: Final = Decided(
    RequiredAction.REACTIVATE,
    Citation(ARTICLE, "decisions/required_action/3"),
)
_REQUIRED_ACTION_BUY_NEW: Final = Decided(RequiredAction.BUY_NEW, Citation(ARTICLE, "decisions/required_action/4"))


@overload
def required_action(*, subscription_state: SubscriptionState) -> Decided[RequiredAction]: ...
@overload
def required_action(*, subscription_state: SubscriptionState | None) -> Decided[RequiredAction] | Unknown: ...
def required_action(*, subscription_state: SubscriptionState | None) -> Decided[RequiredAction] | Unknown | Unstated:
    """Decide the required action.

    - no_action: subscription_state == active: “Active | No action”
      (content/en-us/commerce/reactivate-subscription.md:26)
    - renew: subscription_state == expired: “Expired | Renew the subscription”
      (content/en-us/commerce/reactivate-subscription.md:27)
    - reactivate: subscription_state == disabled: “Disabled | Reactivate the subscription”
      (content/en-us/commerce/reactivate-subscription.md:28)
    - buy_new: subscription_state == deleted: “Deleted | Buy a new subscription”
      (content/en-us/commerce/reactivate-subscription.md:29)

    Args:
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.

    Returns:
        Decided, with the sentence that decides; Unknown, when a fact it depends on is None; Unstated, when the
        article leaves the case open.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    if type(subscription_state) is not SubscriptionState:
        return decide(ARTICLE, "required_action", RequiredAction, subscription_state=subscription_state)
    if subscription_state == "active":
        return _REQUIRED_ACTION_NO_ACTION
    if subscription_state == "expired":
        return _REQUIRED_ACTION_RENEW
    if subscription_state == "disabled":
        return _REQUIRED_ACTION_REACTIVATE
    return _REQUIRED_ACTION_BUY_NEW


def state_on(*, disabled: date, day: date) -> Decided[State] | Unknown | Unstated:
    """Tell the state on a day, as far as the article decides it.

    Args:
        day: the day that is asked for.
        disabled: the first day of the state “disabled”.

    Raises:
        TypeError: A day or a fact has the wrong type.
        ValueError: The day lies before the event, or a fact outside its domain.
    """
    timers = (REACTIVATION,)
    begun = {"disabled": disabled}
    return find_state(ARTICLE, State, timers, {}, begun, day)


def obligations(*, unpaid_invoice: bool | None = None) -> Duties:
    """Return what must be done.

    - before_you_reactivate_obligation (when unpaid_invoice, before reactivation): “If the account has an unpaid
      invoice, you must pay the invoice before you reactivate the subscription.”
      (content/en-us/commerce/reactivate-subscription.md:37)

    Args:
        unpaid_invoice: unpaid invoice: True or False; None when not known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(ARTICLE, "obligation", unpaid_invoice=unpaid_invoice)


def permissions() -> Duties:
    """Return what may be done.

    - what_happens_after_reactivation_permission: “Users can use all apps and services again.”
      (content/en-us/commerce/reactivate-subscription.md:73)
    """
    return duties_of(ARTICLE, "permission")


def prohibitions(*, subscription_state: SubscriptionState | None = None) -> Duties:
    """Return what must not be done.

    - who_can_reactivate_subscription_prohibition: “A user can't reactivate a subscription.”
      (content/en-us/commerce/reactivate-subscription.md:33)
    - before_you_reactivate_prohibition (when not subscription_state == disabled): “You can reactivate a
      subscription only if the subscription is in the Disabled state.”
      (content/en-us/commerce/reactivate-subscription.md:37)

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

    - before_you_reactivate_recommendation (before reactivation): “We recommend that you check the payment
      method before the reactivation.” (content/en-us/commerce/reactivate-subscription.md:37)
    """
    return duties_of(ARTICLE, "recommendation")


def effects() -> Duties:
    """Return what follows by itself.

    - what_happens_after_reactivation_effect (after reactivation): “On the day of the reactivation, the
      subscription moves to the Active state.” (content/en-us/commerce/reactivate-subscription.md:72)
    """
    return duties_of(ARTICLE, "effect")


def evaluate(
    *,
    subscription_state: SubscriptionState | None = None,
    unpaid_invoice: bool | None = None,
    events: Mapping[Event, date] | None = None,
) -> Evaluation:
    """Evaluate the whole article: every decision with its trace, every duty, every timer.

    Args:
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.
        unpaid_invoice: unpaid invoice: True or False; None when not known.
        events: the day of each event that happened, by its name: reactivation.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain, or the article names no such event.
    """
    return evaluate_article(
        ARTICLE,
        {"required_action": RequiredAction},
        (REACTIVATION,),
        {"subscription_state": subscription_state, "unpaid_invoice": unpaid_invoice},
        events,
    )


def steps(
    procedure: Procedure = "reactivate_subscription",
    *,
    moniker: Moniker | None = None,
    locale: Locale | None = None,
) -> tuple[Step, ...]:
    """Return the steps of a procedure.

    Args:
        procedure: The first one of the article, or another:
            reactivate_subscription: Reactivate the subscription.
        moniker: The product; needed where the steps differ.
        locale: The language, en-us by default.

    Raises:
        ValueError: The article knows no such procedure, product or locale.
    """
    return steps_of(ARTICLE, procedure, moniker, locale)
