"""Licenses and limits.

Look up the limits of a Northwind Cloud business plan, and learn how to add, assign, and return licenses.

Compiled from the article `commerce/licenses-and-limits`; change the article, not this module.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from ._calendar import days
from ._citations import Article, Citation
from ._decisions import Decided, decide
from ._duties import duties_of
from ._elements import Advisory, Amount, Reference, steps_of
from ._evaluation import evaluate_article
from ._timers import Deadline

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

    Event: TypeAlias = Literal["purchase"]
    Locale: TypeAlias = Literal["de-de", "en-us", "ja-jp", "nl-nl"]
    Moniker: TypeAlias = Literal["northwind-worldwide", "northwind-germany", "northwind-china"]
    Procedure: TypeAlias = Literal["assign_license_to_user"]

__all__ = [
    "ADVISORIES",
    "ARCHIVE_STORAGE",
    "ARTICLE",
    "DEVICES_PER_USER",
    "DEVICES_PER_USER_2",
    "DISPLAY_NAME_LENGTH",
    "FILE_SIZE",
    "LICENSE_RETURNED",
    "LOCALES",
    "MONIKERS",
    "NAMES_AND_ROLES_ADMINISTRATOR",
    "NAMES_AND_ROLES_LICENSE",
    "PERSONAL_STORAGE",
    "REFERENCES",
    "REFUND_SHARE",
    "SHARED_STORAGE",
    "USERS_PER_ORGANIZATION",
    "LicensePurchase",
    "Role",
    "SubscriptionState",
    "evaluate",
    "license_purchase",
    "permissions",
    "prohibitions",
    "steps",
]

ARTICLE: Final = Article("licenses_and_limits")
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


LICENSE_RETURNED: Final = Deadline(
    "license_returned",
    Citation(ARTICLE, "timers/license_returned"),
    event="purchase",
    effect="license_returned",
    actors=("global_admin", "billing_admin"),
    latest=days(14),
)
"""“A global administrator or a billing administrator can return a license within 14 days after the purchase.”
(content/en-us/commerce/licenses-and-limits.md:81)
"""
USERS_PER_ORGANIZATION: Final = Amount(
    "users_per_organization",
    300,
    "le",
    "user",
    Citation(ARTICLE, "amounts/users_per_organization"),
)
"""“Up to 300 users” (content/en-us/commerce/licenses-and-limits.md:25)"""
DEVICES_PER_USER: Final = Amount("devices_per_user", 5, "le", "device", Citation(ARTICLE, "amounts/devices_per_user"))
"""“At most 5 devices” (content/en-us/commerce/licenses-and-limits.md:26)"""
PERSONAL_STORAGE: Final = Amount(
    "personal_storage",
    1,
    "le",
    "terabyte",
    Citation(ARTICLE, "amounts/personal_storage"),
)
"""“Up to 1 TB” (content/en-us/commerce/licenses-and-limits.md:27)"""
ARCHIVE_STORAGE: Final = Amount(
    "archive_storage",
    Decimal("1.5"),
    "le",
    "terabyte",
    Citation(ARTICLE, "amounts/archive_storage"),
)
"""“Up to 1.5 TB” (content/en-us/commerce/licenses-and-limits.md:28)"""
SHARED_STORAGE: Final = Amount("shared_storage", 25, "le", "terabyte", Citation(ARTICLE, "amounts/shared_storage"))
"""“Up to 25 TB” (content/en-us/commerce/licenses-and-limits.md:29)"""
FILE_SIZE: Final = Amount("file_size", 250, "le", "gigabyte", Citation(ARTICLE, "amounts/file_size"))
"""“At most 250 GB” (content/en-us/commerce/licenses-and-limits.md:30)"""
DEVICES_PER_USER_2: Final = Amount(
    "devices_per_user_2",
    5,
    "le",
    "device",
    Citation(ARTICLE, "amounts/devices_per_user_2"),
)
"""“A user can install the apps on at most 5 devices.” (content/en-us/commerce/licenses-and-limits.md:37)"""
DISPLAY_NAME_LENGTH: Final = Amount(
    "display_name_length",
    3,
    "ge",
    "character",
    Citation(ARTICLE, "amounts/display_name_length"),
    upper=64,
)
"""“The display name of a subscription contains between 3 and 64 characters.”
(content/en-us/commerce/licenses-and-limits.md:41)
"""
NAMES_AND_ROLES_LICENSE: Final = Amount(
    "names_and_roles_license",
    1,
    "ge",
    "license",
    Citation(ARTICLE, "amounts/names_and_roles_license"),
)
"""“A subscription has at least 1 license.” (content/en-us/commerce/licenses-and-limits.md:42)"""
NAMES_AND_ROLES_ADMINISTRATOR: Final = Amount(
    "names_and_roles_administrator",
    2,
    "ge",
    "administrator",
    Citation(ARTICLE, "amounts/names_and_roles_administrator"),
)
"""“We recommend that an organization has at least 2 global administrators.”
(content/en-us/commerce/licenses-and-limits.md:43)
"""
REFUND_SHARE: Final = Amount("refund_share", 50, "eq", "percent", Citation(ARTICLE, "amounts/refund_share"))
"""“Northwind Cloud refunds 50 percent of the price of a returned license.”
(content/en-us/commerce/licenses-and-limits.md:81)
"""
ADVISORIES: Final = (
    Advisory("limits_of_business_plan_note", "note", Citation(ARTICLE, "advisories/limits_of_business_plan_note")),
    Advisory("add_licenses_tip", "tip", Citation(ARTICLE, "advisories/add_licenses_tip")),
)
REFERENCES: Final = (
    Reference("renew-subscription.md#terms", Citation(ARTICLE, "references/1")),
    Reference("cancel-subscription.md#choose-how-to-cancel", Citation(ARTICLE, "references/2")),
    Reference("when-a-subscription-ends.md", Citation(ARTICLE, "references/3")),
    Reference("reactivate-subscription.md", Citation(ARTICLE, "references/4")),
    Reference("renew-subscription.md", Citation(ARTICLE, "references/5")),
)


class LicensePurchase(StrEnum):
    """What `license_purchase` can answer."""

    ONLINE = "online"
    """online"""
    SUPPORT = "support"
    """call support"""
    ENTERPRISE_PLAN = "enterprise_plan"
    """enterprise plan"""
    ASK_ADMINISTRATOR = "ask_administrator"
    """ask an administrator"""


_LICENSE_PURCHASE_ONLINE: Final = Decided(LicensePurchase.ONLINE, Citation(ARTICLE, "decisions/license_purchase/1"))
_LICENSE_PURCHASE_SUPPORT: Final = Decided(LicensePurchase.SUPPORT, Citation(ARTICLE, "decisions/license_purchase/2"))
_LICENSE_PURCHASE_ENTERPRISE_PLAN: Final = Decided(
    LicensePurchase.ENTERPRISE_PLAN,
    Citation(ARTICLE, "decisions/license_purchase/3"),
)
_LICENSE_PURCHASE_ONLINE_2: Final = Decided(LicensePurchase.ONLINE, Citation(ARTICLE, "decisions/license_purchase/4"))
_LICENSE_PURCHASE_SUPPORT_2: Final = Decided(
    LicensePurchase.SUPPORT,
    Citation(ARTICLE, "decisions/license_purchase/5"),
)
_LICENSE_PURCHASE_ENTERPRISE_PLAN_2: Final = Decided(
    LicensePurchase.ENTERPRISE_PLAN,
    Citation(ARTICLE, "decisions/license_purchase/6"),
)
_LICENSE_PURCHASE_ASK_ADMINISTRATOR: Final = Decided(
    LicensePurchase.ASK_ADMINISTRATOR,
    Citation(ARTICLE, "decisions/license_purchase/7"),
)
_LICENSE_PURCHASE_ASK_ADMINISTRATOR_2: Final = Decided(
    LicensePurchase.ASK_ADMINISTRATOR,
    Citation(ARTICLE, "decisions/license_purchase/8"),
)
_LICENSE_PURCHASE_ASK_ADMINISTRATOR_3: Final = Decided(
    LicensePurchase.ASK_ADMINISTRATOR,
    Citation(ARTICLE, "decisions/license_purchase/9"),
)


@overload
def license_purchase(*, role: Role, licenses: int) -> Decided[LicensePurchase]: ...
@overload
def license_purchase(*, role: Role | None, licenses: int | None) -> Decided[LicensePurchase] | Unknown: ...
def license_purchase(*, role: Role | None, licenses: int | None) -> Decided[LicensePurchase] | Unknown | Unstated:
    """Decide the license purchase.

    - online: role == global_admin and licenses < 25: “Global administrator | Fewer than 25 licenses | Buy
      online” (content/en-us/commerce/licenses-and-limits.md:51)
    - support: role == global_admin and 25 <= licenses <= 300: “Global administrator | Between 25 and 300
      licenses | Call support” (content/en-us/commerce/licenses-and-limits.md:52)
    - enterprise_plan: role == global_admin and licenses > 300: “Global administrator | More than 300 licenses |
      Choose an enterprise plan” (content/en-us/commerce/licenses-and-limits.md:53)
    - online: role == billing_admin and licenses < 25: “Billing administrator | Fewer than 25 licenses | Buy
      online” (content/en-us/commerce/licenses-and-limits.md:54)
    - support: role == billing_admin and 25 <= licenses <= 300: “Billing administrator | Between 25 and 300
      licenses | Call support” (content/en-us/commerce/licenses-and-limits.md:55)
    - enterprise_plan: role == billing_admin and licenses > 300: “Billing administrator | More than 300 licenses
      | Choose an enterprise plan” (content/en-us/commerce/licenses-and-limits.md:56)
    - ask_administrator: role == user and licenses < 25: “User | Fewer than 25 licenses | Ask an administrator”
      (content/en-us/commerce/licenses-and-limits.md:57)
    - ask_administrator: role == user and 25 <= licenses <= 300: “User | Between 25 and 300 licenses | Ask an
      administrator” (content/en-us/commerce/licenses-and-limits.md:58)
    - ask_administrator: role == user and licenses > 300: “User | More than 300 licenses | Ask an administrator”
      (content/en-us/commerce/licenses-and-limits.md:59)

    Args:
        role: one of global_admin, billing_admin, user; None when not known.
        licenses: an integer from 0 (unit: license); None when not known.

    Returns:
        Decided, with the sentence that decides; Unknown, when a fact it depends on is None; Unstated, when the
        article leaves the case open.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    if type(role) is not Role or type(licenses) is not int or licenses < 0:
        return decide(ARTICLE, "license_purchase", LicensePurchase, role=role, licenses=licenses)
    if role == "global_admin":
        if licenses < 25:
            return _LICENSE_PURCHASE_ONLINE
        if licenses <= 300:
            return _LICENSE_PURCHASE_SUPPORT
        return _LICENSE_PURCHASE_ENTERPRISE_PLAN
    if role == "billing_admin":
        if licenses < 25:
            return _LICENSE_PURCHASE_ONLINE_2
        if licenses <= 300:
            return _LICENSE_PURCHASE_SUPPORT_2
        return _LICENSE_PURCHASE_ENTERPRISE_PLAN_2
    if licenses < 25:
        return _LICENSE_PURCHASE_ASK_ADMINISTRATOR
    if licenses <= 300:
        return _LICENSE_PURCHASE_ASK_ADMINISTRATOR_2
    return _LICENSE_PURCHASE_ASK_ADMINISTRATOR_3


def permissions(*, subscription_state: SubscriptionState | None = None) -> Duties:
    """Return what may be done.

    - devices_permission: “A user can sign out of a device under My account > Devices.”
      (content/en-us/commerce/licenses-and-limits.md:37)
    - assign_licenses_permission (when subscription_state == active): “If the subscription is in the Active
      state, a global administrator can assign licenses.” (content/en-us/commerce/licenses-and-limits.md:66)

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

    - assign_licenses_prohibition: “A billing administrator can't assign licenses.”
      (content/en-us/commerce/licenses-and-limits.md:67)
    - assign_licenses_prohibition_2: “A user can't assign licenses.”
      (content/en-us/commerce/licenses-and-limits.md:68)
    - assign_licenses_prohibition_3 (when subscription_state == disabled): “If the subscription is in the
      Disabled state, you can't assign licenses.” (content/en-us/commerce/licenses-and-limits.md:69)

    Args:
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain.
    """
    return duties_of(ARTICLE, "prohibition", subscription_state=subscription_state)


def evaluate(
    *,
    licenses: int | None = None,
    role: Role | None = None,
    subscription_state: SubscriptionState | None = None,
    events: Mapping[Event, date] | None = None,
) -> Evaluation:
    """Evaluate the whole article: every decision with its trace, every duty, every timer.

    Args:
        licenses: an integer from 0 (unit: license); None when not known.
        role: one of global_admin, billing_admin, user; None when not known.
        subscription_state: state of the subscription: one of active, expired, disabled, deleted; None when not
            known.
        events: the day of each event that happened, by its name: purchase.

    Raises:
        TypeError: A fact has the wrong type.
        ValueError: A fact lies outside its domain, or the article names no such event.
    """
    return evaluate_article(
        ARTICLE,
        {"license_purchase": LicensePurchase},
        (LICENSE_RETURNED,),
        {"licenses": licenses, "role": role, "subscription_state": subscription_state},
        events,
    )


def steps(
    procedure: Procedure = "assign_license_to_user",
    *,
    moniker: Moniker | None = None,
    locale: Locale | None = None,
) -> tuple[Step, ...]:
    """Return the steps of a procedure.

    Args:
        procedure: The first one of the article, or another:
            assign_license_to_user: Assign a license to a user.
        moniker: The product; needed where the steps differ.
        locale: The language, en-us by default.

    Raises:
        ValueError: The article knows no such procedure, product or locale.
    """
    return steps_of(ARTICLE, procedure, moniker, locale)
