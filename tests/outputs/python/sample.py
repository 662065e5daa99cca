"""A policy as the policy stage would hand it over: the life cycle of a plan, in invented words."""

from __future__ import annotations

from decimal import Decimal

from rulemark.policy.model import (
    Advisory,
    All,
    Amount,
    Basis,
    Between,
    Case,
    Compare,
    Decision,
    Definition,
    Duration,
    DurationUnit,
    Duty,
    DutyKind,
    Evidence,
    Input,
    InputType,
    Metadata,
    Not,
    OneOf,
    Operator,
    Outcome,
    Policy,
    PolicySet,
    Procedure,
    Reference,
    Step,
    Timer,
)

CLOUDS = ("north-cloud", "harbor-cloud", "island-cloud")
_LINES = {"de-de": 1, "en-us": 0, "nl-nl": 2}


def said(line: int, en: str, nl: str = "", de: str = "", anchor: str = "ending-a-plan") -> tuple[Evidence, ...]:
    """Return a sentence in up to three languages."""
    texts = {"de-de": de, "en-us": en, "nl-nl": nl}
    return tuple(
        Evidence(locale, f"content/{locale}/plans/end-a-plan.md", anchor, line + _LINES[locale], text)
        for locale, text in texts.items()
        if text
    )


def days(count: int) -> Duration:
    """Return a length in days."""
    return Duration(count, DurationUnit.DAY)


def below(limit: int) -> Compare:
    """Return the condition that there are fewer seats."""
    return Compare("seats", Operator.LT, Decimal(limit))


def at_least(limit: int) -> Compare:
    """Return the condition that there are so many seats or more."""
    return Compare("seats", Operator.GE, Decimal(limit))


SEATS = Input("seats", InputType.INTEGER, minimum=Decimal(0), unit="seat", labels=(("en-us", "paid seats"),))
OWN_DOMAIN = Input("own_domain", InputType.BOOLEAN, labels=(("en-us", "a mail domain of your own"),))
ROLE = Input("role", InputType.CHOICE, choices=("owner", "accountant", "guest"))
PAID = Input("paid", InputType.MONEY, minimum=Decimal(0), unit="EUR")

CHANNEL = Decision(
    "ending_channel",
    ("seats",),
    (
        Outcome("online", (("en-us", "End the plan yourself."), ("nl-nl", "Zelf stopzetten."))),
        Outcome("by_phone", (("en-us", "Ring us."),)),
    ),
    (
        Case(
            below(40),
            "online",
            said(14, "With fewer than 40 paid seats, end the plan on the web.", "Met minder dan 40 plaatsen: online."),
        ),
        Case(
            Compare("seats", Operator.GT, Decimal(40)),
            "by_phone",
            said(15, "With more than 40 paid seats, ring the service desk.", de="Bei mehr als 40 Plätzen: anrufen."),
            hedges=("most_countries",),
        ),
    ),
)
REFUND = Decision(
    "refund",
    ("paid", "role"),
    (Outcome("full"), Outcome("half"), Outcome("none")),
    (
        Case(Compare("paid", Operator.LT, Decimal("19.90")), "full", said(20, "Less than 19.90 is paid back in full.")),
        Case(
            Between("paid", Decimal("19.90"), Decimal(500)), "half", said(21, "From 19.90 to 500, half is paid back.")
        ),
        Case(
            Compare("role", Operator.EQ, "guest"), "none", said(22, "A guest, however, gets nothing."), exception=True
        ),
        Case(All(()), "none", said(23, "In all other cases nothing is paid back."), otherwise=True),
    ),
    basis=Basis.LIST,
)
HANDOVER = Decision(
    "handover",
    ("seats", "own_domain"),
    (Outcome("self_service"), Outcome("assisted")),
    (
        Case(at_least(10), "assisted", said(30, "From 10 seats we help with the handover."), monikers=("north-cloud",)),
        Case(below(20), "self_service", said(31, "Below 20 seats you hand over on your own.")),
        Case(
            All((at_least(20), Not(Compare("own_domain", Operator.EQ, value=True)))),
            "assisted",
            said(32, "Larger plans without a domain of their own get help."),
        ),
    ),
)

SAVING = Procedure(
    "save", (("en-us", "Save files"),), (("", (Step(1, (("en-us", "Copy them."),)),)),), said(75, "Save files")
)
SEVERAL_PLANS = Advisory("several_plans", "note", (("en-us", "Each ends alone."),), said(80, "Each ends alone."))
PAUSED = Definition("paused", (("en-us", "Paused"),), (("en-us", "No one can sign in."),), said(85, "Paused"))

POLICY = Policy(
    path="plans/end-a-plan",
    metadata=Metadata(
        title=(("en-us", "End a plan"), ("nl-nl", "Een abonnement stopzetten")),
        description=(("en-us", "How a plan ends and what becomes of its data."),),
        audience="Admin",
        date="2026-02-03",
        source_commit=(("nl-nl", "0123abcd"),),
    ),
    locales=("de-de", "en-us", "nl-nl"),
    source_locale="en-us",
    monikers=CLOUDS,
    inputs=(SEATS, OWN_DOMAIN, ROLE, PAID),
    decisions=(CHANNEL, REFUND, HANDOVER),
    timers=(
        Timer(
            "paused_period",
            said(40, "A plan stays paused for 60 days.", "Een abonnement blijft 60 dagen gepauzeerd."),
            event="cancellation",
            state="paused",
            lasts=days(60),
            hedges=("most_plans",),
        ),
        Timer(
            "wiped",
            said(41, "All files are wiped no earlier than 60 and no later than 150 days after you end the plan."),
            event="cancellation",
            state="wiped",
            effect="files_wiped",
            earliest=days(60),
            latest=days(150),
        ),
        Timer("credit", said(42, "The rest is credited in the next invoice period."), period="next_invoice_period"),
        Timer("notice", said(43, "We write to you 14 days before."), event="cancellation", before=days(14)),
        Timer(
            "papers",
            said(44, "Send the papers within 5 working days."),
            event="cancellation",
            latest=Duration(5, DurationUnit.BUSINESS_DAY),
            actors=("owner",),
        ),
        Timer("archive", said(45, "The archive is kept for one month."), lasts=Duration(1, DurationUnit.MONTH)),
        Timer("reply", said(46, "We answer within 24 hours."), latest=Duration(24, DurationUnit.HOUR)),
    ),
    amounts=(
        Amount("most_devices", said(50, "Use up to 6 devices."), Decimal(6), Operator.LE, "device"),
        Amount("fee", said(51, "The fee is 2.50 percent."), Decimal("2.50"), Operator.EQ, "percent"),
        Amount("range", said(52, "Between 5 and 8 copies."), Decimal(5), Operator.GE, "copy", upper=Decimal(8)),
    ),
    duties=(
        Duty(
            "remove_own_domain",
            DutyKind.OBLIGATION,
            said(60, "If you brought your own domain, you must detach it before you end the plan."),
            (("en-us", "you must detach it"), ("nl-nl", "moet u het loskoppelen")),
            when=Compare("own_domain", Operator.EQ, value=True),
            conditions=(("en-us", "If you brought your own domain"),),
            modality="must",
            before="cancellation",
        ),
        Duty(
            "keep_papers",
            DutyKind.OBLIGATION,
            said(61, "On the island cloud, keep the papers."),
            (("en-us", "keep the papers"),),
            monikers=("island-cloud",),
        ),
        Duty(
            "open_files",
            DutyKind.PERMISSION,
            said(62, "Owners and accountants can still open files."),
            (("en-us", "can still open files"),),
            when=OneOf("role", ("owner", "accountant")),
        ),
        Duty("read_only", DutyKind.EFFECT, said(63, "The apps turn read-only."), (("en-us", "turn read-only"),)),
    ),
    procedures=(
        Procedure(
            "end_the_plan",
            (("en-us", "End the plan"),),
            (
                ("north-cloud", (Step(1, (("en-us", "Open the portal."), ("nl-nl", "Open de portal."))),)),
                (
                    "harbor-cloud",
                    (
                        Step(1, (("en-us", "Open the harbor portal."),), links=("https://harbor.example",)),
                        Step(2, (("en-us", "Choose End."),), images=("end.png",)),
                    ),
                ),
            ),
            said(70, "End the plan"),
        ),
        SAVING,
    ),
    advisories=(SEVERAL_PLANS,),
    definitions=(PAUSED,),
    references=(Reference("renew-a-plan.md#how", (("en-us", "Renew a plan"),), said(90, "Renew a plan")),),
)
POLICIES = PolicySet((POLICY,))
