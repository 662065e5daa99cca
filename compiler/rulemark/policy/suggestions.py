"""The vocabulary entries that an article still needs: what was invented, ready to be named."""

from __future__ import annotations

from typing import Any

import yaml

from rulemark.policy.model import Input, InputType, PolicySet


def suggest_vocabulary(policies: PolicySet) -> str:
    """Return YAML entries for every input, event and decision that has an invented name; "" when all are named."""
    inputs: dict[str, Any] = {}
    decisions: dict[str, Any] = {}
    outcomes: dict[str, Any] = {}
    for policy in policies.policies:
        inputs |= {entry.name: _input(entry) for entry in policy.inputs if entry.invented}
        for decision in policy.decisions:
            if not decision.declared:
                names = [outcome.name for outcome in decision.outcomes]
                decisions[decision.id] = {"inputs": list(decision.inputs), "outcomes": names}
                outcomes |= {outcome.name: {"words": _words(outcome.labels)} for outcome in decision.outcomes}
    entries = {"inputs": inputs, "outcomes": outcomes, "decisions": decisions}
    found = {section: named for section, named in entries.items() if named}
    return yaml.safe_dump(found, sort_keys=False, allow_unicode=True, width=120) if found else ""


def _input(entry: Input) -> dict[str, Any]:
    described: dict[str, Any] = {"type": entry.type.value}
    if entry.type is InputType.INTEGER:
        described |= {"minimum": 0, "unit": entry.unit}
    return described | {"words": _words(entry.labels)}


def _words(labels: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
    return {locale: [text] for locale, text in labels}
