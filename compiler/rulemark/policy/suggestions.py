"""The vocabulary entries that articles still need: what was invented, ready to be named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from rulemark.policy.matching import stem
from rulemark.policy.model import Input, InputType, Localized, PolicySet
from rulemark.policy.naming import tokens
from rulemark.policy.vocabulary import EMPTY_VOCABULARY, Term, Vocabulary

_NEAR = 0.5
"""The share of a phrase's words that an article must use for the phrase to be suggested."""


def suggest_vocabulary(policies: PolicySet, vocabulary: Vocabulary = EMPTY_VOCABULARY) -> str:
    """Return YAML entries for every input and decision that has an invented name; "" when all are named.

    An entry whose words come near those of an input that the vocabulary has says so in a comment.
    """
    inputs = {entry.name: entry for policy in policies.policies for entry in policy.inputs if entry.invented}
    decisions: dict[str, Any] = {}
    outcomes: dict[str, Any] = {}
    for policy in policies.policies:
        for decision in policy.decisions:
            if not decision.declared:
                entries = {outcome.name: {"words": _words(outcome.labels)} for outcome in decision.outcomes}
                if any(outcomes.get(name, entry) != entry for name, entry in entries.items()):
                    entries = {f"{decision.id}_{name}": entry for name, entry in entries.items()}
                decisions[decision.id] = {"inputs": list(decision.inputs), "outcomes": list(entries)}
                outcomes |= entries
    sections = (_inputs(inputs, vocabulary), _section("outcomes", outcomes), _section("decisions", decisions))
    return "".join(section for section in sections if section)


def _inputs(inputs: Mapping[str, Input], vocabulary: Vocabulary) -> str:
    entries = []
    for name, entry in inputs.items():
        nearest = _nearest(entry.labels, vocabulary)
        remark = f"  # nearest: {nearest}; add these words there if they mean the same\n" if nearest else ""
        entries.append(remark + _indented(_yaml({name: _input(entry)})))
    return "inputs:\n" + "".join(entries) if entries else ""


def _section(name: str, entries: Mapping[str, Any]) -> str:
    return _yaml({name: dict(entries)}) if entries else ""


def _yaml(value: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(value), sort_keys=False, allow_unicode=True, width=120)


def _indented(text: str) -> str:
    return "".join(f"  {line}" for line in text.splitlines(keepends=True))


def _input(entry: Input) -> dict[str, Any]:
    described: dict[str, Any] = {"type": entry.type.value}
    if entry.type is InputType.INTEGER:
        described |= {"minimum": 0, "unit": entry.unit}
    return described | {"words": _words(entry.labels)}


def _words(labels: Localized) -> dict[str, list[str]]:
    return {locale: [text] for locale, text in labels}


def _nearest(labels: Localized, vocabulary: Vocabulary) -> str:
    """Return the input whose words come nearest to those of an article, "" when none comes near."""
    scores = {entry.name: max(_scores(labels, entry.term), default=0.0) for entry in vocabulary.inputs}
    best = max(scores, key=lambda name: (scores[name], name), default="")
    return best if scores.get(best, 0.0) >= _NEAR else ""


def _scores(labels: Localized, term: Term) -> Iterator[float]:
    for locale, text in labels:
        said = {stem(word, locale) for word in tokens(text)}
        for phrase in term.in_locale(locale):
            wanted = {stem(word, locale) for word in tokens(phrase)}
            yield len(said & wanted) / len(wanted) if wanted else 0.0
