"""What an article promises, without language: decisions, timers, amounts, duties, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from rulemark.diagnostics import Diagnostic
from rulemark.policy.example import Example
from rulemark.source import Location

Localized: TypeAlias = tuple[tuple[str, str], ...]
"""Texts by locale, sorted by locale."""
Value: TypeAlias = Decimal | str | bool
"""A literal of a condition: a number, the name of a choice, or a truth value."""


def in_locale(texts: Localized, locale: str, fallback: str = "") -> str:
    """Return the text in a locale, else in the fallback locale, else the first one, else ""."""
    found = dict(texts)
    return found.get(locale) or found.get(fallback) or next((text for _, text in texts), "")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that an element was compiled from, in one locale."""

    locale: str
    path: str
    anchor: str
    """The section, "" before the first heading."""
    line: int
    quote: str
    location: Location | None = None
    """Where the quote stands, for findings; None when the policy was loaded from YAML."""


class Basis(StrEnum):
    """What kind of text an element was read from."""

    PROSE = "prose"
    TABLE = "table"
    LIST = "list"
    COMMENT = "comment"


# --- inputs and conditions --------------------------------------------------------------------------------------------


class InputType(StrEnum):
    """The type of an input, which is also its domain."""

    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    DATE = "date"
    DURATION = "duration"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Input:
    """A fact that decisions and duties depend on."""

    name: str
    type: InputType
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str | None = None
    choices: tuple[str, ...] = ()
    """Of a choice, in declared order."""
    labels: Localized = ()
    """How each language calls it: a base word of the vocabulary, or the words of the article."""
    invented: bool = False
    """The name does not come from the vocabulary."""


class Operator(StrEnum):
    """How an input compares with a literal."""

    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    EQ = "eq"
    NE = "ne"


@dataclass(frozen=True, slots=True)
class Compare:
    """`licenses < 25`, `own_domain = true`, `role = user`."""

    input: str
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class Between:
    """`low <= input <= high`."""

    input: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class OneOf:
    """The input is one of the values."""

    input: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts: always."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition: TypeAlias = Compare | Between | OneOf | All | AnyOf | Not
ALWAYS = All(())


def inputs_of(condition: Condition) -> frozenset[str]:
    """Return the names of the inputs a condition reads."""
    match condition:
        case Compare(name) | Between(name) | OneOf(name):
            return frozenset({name})
        case All(parts) | AnyOf(parts):
            return frozenset[str]().union(*(inputs_of(part) for part in parts))
        case Not(part):
            return inputs_of(part)


# --- elements ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """A possible answer of a decision."""

    name: str
    labels: Localized = ()
    """What each language says happens then."""


@dataclass(frozen=True, slots=True)
class Case:
    """One alternative of a decision."""

    when: Condition
    then: str
    """The name of an outcome."""
    evidence: tuple[Evidence, ...]
    monikers: tuple[str, ...] = ()
    """Who it applies to; empty: everybody."""
    hedges: tuple[str, ...] = ()
    exception: bool = False
    """Marked as an exception: it has priority over the cases that are not."""
    otherwise: bool = False
    """Applies when no other case does."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A question that the article answers by cases."""

    id: str
    inputs: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    cases: tuple[Case, ...]
    monikers: tuple[str, ...] = ()
    basis: Basis = Basis.PROSE
    declared: bool = False
    """Named in the vocabulary, so that its cases must cover the declared domains."""
    anchor: str = ""


class DurationUnit(StrEnum):
    """A unit of time."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_ISO = {
    DurationUnit.SECOND: ("PT", "S"),
    DurationUnit.MINUTE: ("PT", "M"),
    DurationUnit.HOUR: ("PT", "H"),
    DurationUnit.DAY: ("P", "D"),
    DurationUnit.BUSINESS_DAY: ("P", "BD"),
    DurationUnit.WEEK: ("P", "W"),
    DurationUnit.MONTH: ("P", "M"),
    DurationUnit.YEAR: ("P", "Y"),
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole number of one unit of time; `P5BD`, five business days, extends ISO 8601."""

    count: int
    unit: DurationUnit

    @property
    def iso(self) -> str:
        """The duration in ISO 8601."""
        prefix, suffix = _ISO[self.unit]
        return f"{prefix}{self.count}{suffix}"

    @classmethod
    def from_iso(cls, text: str) -> Duration:
        """Read what `iso` prints; raises ValueError for anything else."""
        for unit, (prefix, suffix) in _ISO.items():
            count = text.removeprefix(prefix).removesuffix(suffix)
            if text == f"{prefix}{count}{suffix}" and count.isascii() and count.isdecimal():
                return cls(int(count), unit)
        raise ValueError(f"not a duration: {text!r}")


@dataclass(frozen=True, slots=True)
class Timer:
    """A stretch of time that begins with an event, or with a state.

    Day 0 is the day of the event: `earliest` 90 days is day 90, `latest` 180 days includes day 180, and a state that
    `lasts` 90 days holds on days 0 to 89.
    """

    id: str
    evidence: tuple[Evidence, ...]
    event: str | None = None
    """From what it runs: an event of the vocabulary, or the words of the article; None when not said."""
    state: str | None = None
    effect: str | None = None
    actors: tuple[str, ...] = ()
    """The roles whose deadline it is, when the article says."""
    lasts: Duration | None = None
    earliest: Duration | None = None
    latest: Duration | None = None
    before: Duration | None = None
    """It happens this long before the event: "reminders are sent 30 days before the term ends"."""
    period: str | None = None
    """A named period instead of a number: `next_billing_cycle`."""
    when: Condition = ALWAYS
    modality: str | None = None
    hedges: tuple[str, ...] = ()
    monikers: tuple[str, ...] = ()
    basis: Basis = Basis.PROSE
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that the article states, with what it measures."""

    id: str
    evidence: tuple[Evidence, ...]
    value: Decimal
    operator: Operator
    unit: str
    upper: Decimal | None = None
    """The upper end of a range (`value` is the lower one)."""
    measures: Localized = ()
    """What is measured, in the words of the article."""
    when: Condition = ALWAYS
    modality: str | None = None
    hedges: tuple[str, ...] = ()
    monikers: tuple[str, ...] = ()
    basis: Basis = Basis.PROSE
    anchor: str = ""


class DutyKind(StrEnum):
    """How a sentence binds."""

    OBLIGATION = "obligation"
    PERMISSION = "permission"
    PROHIBITION = "prohibition"
    RECOMMENDATION = "recommendation"
    EXEMPTION = "exemption"
    """"You need not …"."""
    EFFECT = "effect"
    """What happens by itself: "the apps become read-only"."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody must, may, must not or should do, or what follows under a condition."""

    id: str
    kind: DutyKind
    evidence: tuple[Evidence, ...]
    text: Localized
    """What is to be done, or what follows: the main clause of the sentence."""
    actors: tuple[str, ...] = ()
    """Who it binds, when the article says."""
    when: Condition = ALWAYS
    conditions: Localized = ()
    """The condition in the words of the article."""
    modality: str | None = None
    """As the language says it; None where the sentence lost its verb."""
    before: str | None = None
    """The event before which it is due."""
    after: str | None = None
    state: str | None = None
    """The state that an effect leads to, or in which the duty holds."""
    hedges: tuple[str, ...] = ()
    monikers: tuple[str, ...] = ()
    basis: Basis = Basis.PROSE
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step, in every language."""

    number: int
    text: Localized
    links: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Procedure:
    """What to do, step by step, for each moniker ("" when the page is the same for everybody)."""

    id: str
    title: Localized
    steps: tuple[tuple[str, tuple[Step, ...]], ...]
    """Steps by moniker, in definition order."""
    evidence: tuple[Evidence, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Advisory:
    """An alert."""

    id: str
    kind: str
    text: Localized
    evidence: tuple[Evidence, ...]
    monikers: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and its meaning."""

    id: str
    term: Localized
    text: Localized
    evidence: tuple[Evidence, ...]
    monikers: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another article."""

    target: str
    """As written, relative to the article, with its bookmark."""
    text: Localized
    evidence: tuple[Evidence, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class NotCompiled:
    """A sentence that bears policy and became no element."""

    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Metadata:
    """The validated front matter."""

    title: Localized
    description: Localized
    audience: str | None = None
    topic: str | None = None
    date: str | None = None
    """ISO 8601 date of the last review (`ms.date`)."""
    author: str | None = None
    service: str | None = None
    collections: tuple[str, ...] = ()
    source_commit: tuple[tuple[str, str], ...] = ()
    """By locale: the commit that a translation was made from."""
    source_hash: tuple[tuple[str, str], ...] = ()
    """By locale: the hash of the source file that a translation was made from."""
    translation_type: tuple[tuple[str, str], ...] = ()
    """By locale: `HT` or `MT` as written."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything one article promises, in all its languages."""

    path: str
    """The article without root, locale and suffix: `commerce/cancel-subscription`."""
    metadata: Metadata
    locales: tuple[str, ...]
    source_locale: str
    monikers: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()
    decisions: tuple[Decision, ...] = ()
    timers: tuple[Timer, ...] = ()
    amounts: tuple[Amount, ...] = ()
    duties: tuple[Duty, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    advisories: tuple[Advisory, ...] = ()
    definitions: tuple[Definition, ...] = ()
    references: tuple[Reference, ...] = ()
    not_compiled: tuple[NotCompiled, ...] = ()
    anchors: tuple[tuple[str, Localized], ...] = ()
    """The sections in order: anchor and title."""

    def input(self, name: str) -> Input:
        """Return an input by name; raises KeyError when there is none."""
        for candidate in self.inputs:
            if candidate.name == name:
                return candidate
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class PolicySet:
    """The policies of a project, sorted by path, and what was wrong on the way."""

    policies: tuple[Policy, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    examples: tuple[Example, ...] = ()
    """What writers say must come out, by article and locale, in the order of the article."""

    def get(self, path: str) -> Policy | None:
        """Return the policy of an article, or None."""
        return next((policy for policy in self.policies if policy.path == path), None)


def localized(texts: Iterable[tuple[str, str]]) -> Localized:
    """Return texts by locale in canonical order."""
    return tuple(sorted(dict(texts).items()))
