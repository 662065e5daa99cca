"""Two versions of a decision, compared input by input."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rulemark.checks.coverage import Axis, Region, axis, holds, regions
from rulemark.difference.matching import similarity
from rulemark.policy import Case, Decision, Input, Policy, Value, in_locale, inputs_of

_NUMBER = re.compile(r"(\S*)\s?(?<![\d.,])(\d+(?:[.,]\d+)*)")
_NOTHING = "nothing stated"
_SAME_OUTCOME = 0.4
_MOST = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Version:
    """A decision with the policy that holds it."""

    policy: Policy
    decision: Decision

    def answers(self, known: Mapping[str, Value]) -> frozenset[str]:
        """Return the outcomes that apply to an input: exceptions before cases, `otherwise` last."""
        for group in (self._exceptions, self._plain, self._otherwise):
            found = frozenset(case.then for case in group if holds(case.when, known))
            if found:
                return found
        return frozenset()

    @property
    def _exceptions(self) -> tuple[Case, ...]:
        return tuple(case for case in self.decision.cases if case.exception)

    @property
    def _plain(self) -> tuple[Case, ...]:
        return tuple(case for case in self.decision.cases if not case.exception and not case.otherwise)

    @property
    def _otherwise(self) -> tuple[Case, ...]:
        return tuple(case for case in self.decision.cases if case.otherwise)

    def words(self, outcome: str) -> str:
        """Return an outcome in the words of the article, "" when it has none."""
        found = next((item for item in self.decision.outcomes if item.name == outcome), None)
        return " ".join(in_locale(found.labels, self.policy.source_locale).split()) if found else ""

    def values(self, outcome: str) -> tuple[str, ...]:
        """Return the numbers in the words of an outcome, those of names ("Studio 54") left out.

        Other numbers make another outcome.
        """
        found = _NUMBER.finditer(self.words(outcome))
        return tuple(sorted(match.group(2) for match in found if not match.group(1)[:1].isupper()))

    def label(self, outcome: str) -> str:
        """Return an outcome as developers name it, or in the article's words when nobody named it."""
        words = "" if self.decision.declared else self.words(outcome)
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        return short or outcome


def examples(old: Version, new: Version) -> tuple[str, ...] | None:
    """Return inputs whose outcome differs, the simplest first.

    Returns:
        At most three examples, empty when every input has the same outcome; None when that cannot be decided, because
        a condition does not fit its input or there are too many of them.
    """
    conditions = [case.when for case in (*old.decision.cases, *new.decision.cases)]
    names = sorted(frozenset[str]().union(*(inputs_of(condition) for condition in conditions)))
    domains = _domains(old, new)
    axes: dict[str, Axis] = {}
    for name in names:
        cut = axis(domains[name], conditions) if name in domains else None
        if cut is None:
            return None
        axes[name] = cut
    parts = regions(conditions, axes)
    if parts is None:
        return None
    same = _same_outcomes(old, new)
    return _shown([part for part in parts if _differs(part, old, new, same)], old, new)


def _domains(old: Version, new: Version) -> Mapping[str, Input]:
    return {item.name: item for version in (old, new) for item in version.policy.inputs}


def _same_outcomes(old: Version, new: Version) -> Mapping[str, str]:
    """Return for each new outcome the old one it stands for: by name, or by the words where names are invented."""
    if new.decision.declared or old.decision.declared:
        return {item.name: item.name for item in new.decision.outcomes}
    found: dict[str, str] = {}
    for item in new.decision.outcomes:
        alike = [other for other in old.decision.outcomes if old.values(other.name) == new.values(item.name)]
        scores = [(similarity(old.words(other.name), new.words(item.name)), other.name) for other in alike]
        best = max(scores, default=(0.0, item.name))
        found[item.name] = best[1] if best[0] >= _SAME_OUTCOME else f"new {item.name}"
    return found


def _differs(part: Region, old: Version, new: Version, same: Mapping[str, str]) -> bool:
    known = part.known
    return old.answers(known) != frozenset(same.get(outcome, outcome) for outcome in new.answers(known))


def _shown(parts: Sequence[Region], old: Version, new: Version) -> tuple[str, ...]:
    ordered = sorted(parts, key=lambda part: sum(not cell.single for _, cell in part.cells))
    return tuple(_example(part, old, new) for part in ordered[:_MOST])


def _example(part: Region, old: Version, new: Version) -> str:
    known = part.known
    inputs = ", ".join(f"{name} = {_written(value)}" for name, value in known.items()) or "any input"
    return f"{inputs}: {_said(old, known)} → {_said(new, known)}"


def _said(version: Version, known: Mapping[str, Value]) -> str:
    return " or ".join(sorted(version.label(outcome) for outcome in version.answers(known))) or _NOTHING


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:f}" if isinstance(value, Decimal) else value
