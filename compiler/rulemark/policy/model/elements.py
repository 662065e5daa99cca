"""Timers, amounts, duties, procedures, and what is taken over as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rulemark.policy.model.conditions import ALWAYS, Condition, Operator
from rulemark.policy.model.durations import Duration
from rulemark.policy.model.evidence import Basis, Evidence, Localized


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
    name: str = ""
    """What the vocabulary calls it; "" when it has no name there. Unlike `id` it may stand more than once."""
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
