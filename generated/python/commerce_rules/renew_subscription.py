"""Renew a subscription.

Learn how Northwind Cloud renews a subscription, which terms exist, and what the grace period allows.

Compiled from the article `commerce/renew-subscription`; change the article, not this module.
"""

from __future__ import annotations

from enum import StrEnum

from ._calendar import days, months, years
from ._citations import Article, Citation
from ._decisions import Decided, decide
from ._duties import duties_of
from ._elements import Advisory, Definition, Reference, steps_of
from ._evaluation import evaluate_article
from ._lifecycle import find_state
from ._timers import Notice, Phase

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

    Event: TypeAlias = Literal["renewal", "term_end"]
    Locale: TypeAlias = Literal["de-de", "en-us", "ja-jp", "nl-nl"]
    Moniker: TypeAlias = Literal["northwind-worldwide", "northwind-germany", "northwind-china"]
    Procedure: TypeAlias = Literal["turn_recurring_billing", "turn_recurring_billing_2", "renew_expired_subscription"]

__all__ = [
    "ADVISORIES",
    "ARTICLE",
    "DEFINITIONS",
    "EXPIRED_PERIOD",
    "FIXED_TERM",
    "FLEX_TERM",
    "LOCALES",
    "MONIKERS",
    "REFERENCES",
    "REMINDER_SENT",
    "STANDARD_TERM",
    "RenewalMode",
    "RenewalPrice",
    "State",
    "Term",
    "effects",
    "evaluate",
    "obligations",
    "permissions",
    "prohibitions",
    "renewal_mode",
    "renewal_price",
    "state_on",
    "steps",
]

ARTICLE: Final = Article("renew_subscription")
"""The article itself: titles, locales, metadata."""
LOCALES: Final = ("de-de", "en-us", "ja-jp", "nl-nl")
"""The languages of the article."""
MONIKERS: Final = ("northwind-worldwide", "northwind-germany", "northwind-china")
"""The products that the article distinguishes."""


class Term(StrEnum):
    """What `term` can be."""

    FLEX = "flex"
    STANDARD = "standard"
    FIXED = "fixed"


class State(StrEnum):
    """A state that the article names."""

    EXPIRED = "expired"


FLEX_TERM: Final = Phase("flex_term", Citation(ARTICLE, "timers/flex_term"), effect="flex_term", lasts=months(1))
"""“A Flex term lasts 1 month.” (content/en-us/commerce/renew-subscription.md:24)"""
STANDARD_TERM: Final = Phase(
    "standard_term",
    Citation(ARTICLE, "timers/standard_term"),
    effect="standard_term",
    lasts=years(1),
)
"""“A Standard term lasts 1 year.” (content/en-us/commerce/renew-subscription.md:25)"""
FIXED_TERM: Final = Phase("fixed_term", Citation(ARTICLE, "timers/fixed_term"), effect="fixed_term", lasts=years(3))
"""“A Fixed term lasts 3 years.” (content/en-us/commerce/renew-subscription.md:26)"""
REMINDER_SENT: Final = Notice(
    "reminder_sent",
    Citation(ARTICLE, "timers/reminder_sent"),
    event="term_end",
    effect="reminder_sent",
    actors=("admin",),
    before=days(30),
)
"""“If the subscription has a Standard term or a Fixed term, administrators receive a reminder 30 days before the
end date.” (content/en-us/commerce/renew-subscription.md:76)

When term == standard or term == fixed.
"""
EXPIRED_PERIOD: Final = Phase(
    "expired_period",
    Citation(ARTICLE, "timers/expired_period"),
    state=State.EXPIRED,
    lasts=days(30),
)
"""“The grace period lasts 30 days.” (content/en-us/commerce/renew-subscription.md:84)"""
ADVISORIES: Final = (
    Advisory("renew_expired_subscription_tip", "tip", Citation(ARTICLE, "advisories/renew_expired_subscription_tip")),
)
DEFINITIONS: Final = (
    Definition("flex_term", Citation(ARTICLE, "definitions/flex_term")),
    Definition("standard_term", Citation(ARTICLE, "definitions/standard_term")),
    Definition("fixed_term", Citation(ARTICLE, "definitions/fixed_term")),
)
REFERENCES: Final = (
    Reference("reactivate-subscription.md", Citation(ARTICLE, "references/1")),
    Reference("when-a-subscription-ends.md#the-expired-state", Citation(ARTICLE, "references/2")),
    Reference("cancel-subscription.md", Citation(ARTICLE, "references/3")),
    Reference("licenses-and-limits.md", Citation(ARTICLE, "references/4")),
)


class RenewalMode(StrEnum):
    """What `renewal_mode` can answer."""

    RENEWED_AUTOMATICALLY = "renewed_automatically"
    """renewed automatically"""
    ENDS = "ends"
    """the subscription ends"""


_RENEWAL_MODE_RENEWED_AUTOMATICALLY: Final = Decided(
    RenewalMode.RENEWED_AUTOMATICALLY,
    Citation(ARTICLE, "decisions/renewal_mode/1"),
)
_RENEWAL_MODE_ENDS: Final = Decided(RenewalMode.ENDS, Citation(ARTICLE, "decisions/renewal_mode/2"))


@overload
def renewal_mode(*, recurring_billing: bool) -> Decided[RenewalMode]: ...
@overload
def renewal_mode(*, recurring_billing: bool | None) -> Decided[RenewalMode] | Unknown: ...
def renewal_mode(*, recurring_billing: bool | None) -> Decided[RenewalMode] | Unknown | Unstated:
    """Decide the renewal mode.

    - renewed_automatically: recurring_billing: “If recurring billing is turned on, the subscription is renewed
      automatically on the end date.” (content/en-us/commerce/renew-subscription.md:30)
    - ends: not recurring_billing: “If recurring billing is turned off, the subscription ends on the end date.”
      (content/en-us/commerce/renew-subscription.md:30)

    Args:
        recurring_billing: recurring billing: True or False; None when not known.

    Returns:
        Decided, with the sentence that decides; Unknown, when a fact it depends on is None; Unstated, when the
        article leaves the case open.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    if type(recurring_billing) is not bool:
        return decide(ARTICLE, "renewal_mode", RenewalMode, recurring_billing=recurring_billing)
    if recurring_billing:
        return _RENEWAL_MODE_RENEWED_AUTOMATICALLY
    return _RENEWAL_MODE_ENDS


class RenewalPrice(StrEnum):
    """What `renewal_price` can answer."""

    AGREED_PRICE = "agreed_price"
    """agreed price"""
    LIST_PRICE = "list_price"
    """list price"""


_RENEWAL_PRICE_AGREED_PRICE: Final = Decided(RenewalPrice.AGREED_PRICE, Citation(ARTICLE, "decisions/renewal_price/1"))
_RENEWAL_PRICE_LIST_PRICE: Final = Decided(RenewalPrice.LIST_PRICE, Citation(ARTICLE, "decisions/renewal_price/2"))


@overload
def renewal_price(*, term: Term) -> Decided[RenewalPrice]: ...
@overload
def renewal_price(*, term: Term | None) -> Decided[RenewalPrice] | Unknown: ...
def renewal_price(*, term: Term | None) -> Decided[RenewalPrice] | Unknown | Unstated:
    """Decide the renewal price.

    - agreed_price: term == fixed: “If the subscription has a Fixed term, the subscription is renewed at the
      agreed price.” (content/en-us/commerce/renew-subscription.md:80)
    - list_price: otherwise: “Otherwise, the subscription is renewed at the list price.”
      (content/en-us/commerce/renew-subscription.md:80)

    Args:
        term: one of flex, standard, fixed; None when not known.

    Returns:
        Decided, with the sentence that decides; Unknown, when a fact it depends on is None; Unstated, when the
        article leaves the case open.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    if type(term) is not Term:
        return decide(ARTICLE, "renewal_price", RenewalPrice, term=term)
    if term == "fixed":
        return _RENEWAL_PRICE_AGREED_PRICE
    return _RENEWAL_PRICE_LIST_PRICE


def state_on(*, term_end: date, day: date) -> Decided[State] | Unknown | Unstated:
    """Tell the state on a day, as far as the article decides it.

    Args:
        day: the day that is asked for.
        term_end: the day of “term_end”, with which the state “expired” begins; day 0.

    Raises:
        TypeError: A day or a fact has the wrong type.
        ValueError: The day lies before the event, or a fact outside its domain.
    """
    timers = (EXPIRED_PERIOD,)
    begun = {"expired": term_end}
    return find_state(ARTICLE, State, timers, {}, begun, day)


def obligations() -> Duties:
    """Return what must be done.

    - before_renewal_obligation (before renewal): “A global administrator or a billing administrator must add a
      valid payment method before the renewal.” (content/en-us/commerce/renew-subscription.md:60)
    """
    return duties_of(ARTICLE, "obligation")


def permissions(*, moniker: Moniker | None = None) -> Duties:
    """Return what may be done.

    - recurring_billing_permission: “A global administrator or a billing administrator can turn recurring
      billing on or off.” (content/en-us/commerce/renew-subscription.md:32)
    - before_renewal_permission (when moniker is northwind-worldwide or northwind-germany): “You can pay for the
      renewal by credit card or by invoice.” (content/en-us/commerce/renew-subscription.md:64)
    - before_renewal_permission_2 (when moniker is northwind-china): “You can pay for the renewal by invoice.”
      (content/en-us/commerce/renew-subscription.md:70)
    - grace_period_permission: “Users can use all apps and services during the grace period.”
      (content/en-us/commerce/renew-subscription.md:86)
    - grace_period_permission_2: “A global administrator or a billing administrator can renew the subscription
      during the grace period.” (content/en-us/commerce/renew-subscription.md:87)
    - grace_period_permission_3: “Administrators can back up data during the grace period.”
      (content/en-us/commerce/renew-subscription.md:88)

    Args:
        moniker: the product; None when not known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(ARTICLE, "permission", moniker=moniker)


def prohibitions() -> Duties:
    """Return what must not be done.

    - recurring_billing_prohibition: “A user can't change recurring billing.”
      (content/en-us/commerce/renew-subscription.md:32)
    """
    return duties_of(ARTICLE, "prohibition")


def effects(*, term: Term | None = None) -> Duties:
    """Return what follows by itself.

    - reminder_effect (when term == flex): “If the subscription has a Flex term, administrators receive no
      reminder.” (content/en-us/commerce/renew-subscription.md:76)
    - grace_period_effect (after term_end): “After the end date, a subscription that isn't renewed moves to the
      Expired state.” (content/en-us/commerce/renew-subscription.md:84)
    - grace_period_effect_2: “The grace period is the time in the Expired state.”
      (content/en-us/commerce/renew-subscription.md:84)
    - grace_period_effect_3: “After the grace period, the subscription moves to the Disabled state.”
      (content/en-us/commerce/renew-subscription.md:90)
    - grace_period_effect_4: “A subscription in the Disabled state isn't renewed but reactivated.”
      (content/en-us/commerce/renew-subscription.md:90)

    Args:
        term: one of flex, standard, fixed; None when not known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(ARTICLE, "effect", term=term)


def evaluate(
    *,
    recurring_billing: bool | None = None,
    term: Term | None = None,
    moniker: Moniker | None = None,
    events: Mapping[Event, date] | None = None,
) -> Evaluation:
    """Evaluate the whole article: every decision with its trace, every duty, every timer.

    Args:
        recurring_billing: recurring billing: True or False; None when not known.
        term: one of flex, standard, fixed; None when not known.
        moniker: the product; None when not known.
        events: the day of each event that happened, by its name: renewal, term_end.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain, or the article names no such event.
    """
    return evaluate_article(
        ARTICLE,
        {"renewal_mode": RenewalMode, "renewal_price": RenewalPrice},
        (FLEX_TERM, STANDARD_TERM, FIXED_TERM, REMINDER_SENT, EXPIRED_PERIOD),
        {"recurring_billing": recurring_billing, "term": term, "moniker": moniker},
        events,
    )


def steps(
    procedure: Procedure = "turn_recurring_billing",
    *,
    moniker: Moniker | None = None,
    locale: Locale | None = None,
) -> tuple[Step, ...]:
    """Return the steps of a procedure.

    Args:
        procedure: The first one of the article, or another:
            turn_recurring_billing: Turn recurring billing on or off.
            turn_recurring_billing_2: Turn recurring billing on or off.
            renew_expired_subscription: Renew an expired subscription.
        moniker: The product; needed where the steps differ.
        locale: The language, en-us by default.

    Raises:
        ValueError: The article knows no such procedure, product or locale.
    """
    return steps_of(ARTICLE, procedure, moniker, locale)
