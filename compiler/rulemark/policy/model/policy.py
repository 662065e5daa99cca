"""The policy of an article, and of a project."""

from __future__ import annotations

from dataclasses import dataclass

from rulemark.diagnostics import Diagnostic
from rulemark.policy.example import Example
from rulemark.policy.model.conditions import Input
from rulemark.policy.model.decisions import Decision
from rulemark.policy.model.elements import Advisory, Amount, Definition, Duty, NotCompiled, Procedure, Reference, Timer
from rulemark.policy.model.evidence import Localized


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
