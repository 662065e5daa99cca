"""Decisions: questions that an article answers by cases."""

from __future__ import annotations

from dataclasses import dataclass

from rulemark.policy.model.conditions import Condition
from rulemark.policy.model.evidence import Basis, Evidence, Localized


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
