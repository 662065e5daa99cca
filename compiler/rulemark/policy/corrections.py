"""The correction comment: `<!-- rulemark: cancellation_channel: licenses < 25 -> online -->` in front of a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rulemark.diagnostics import Diagnostic
from rulemark.policy.drafts import Draft, evidence_at
from rulemark.policy.lookup import Lookup, declared_input
from rulemark.policy.model import (
    All,
    Basis,
    Case,
    Compare,
    Condition,
    Decision,
    Input,
    InputType,
    Operator,
    Outcome,
    Value,
)
from rulemark.policy.problems import INVALID_CORRECTION, UNSUPPORTED_CORRECTION
from rulemark.policy.vocabulary import DecisionTerm, InputTerm
from rulemark.statements import Correction, Extraction, Statement

_SHAPE = re.compile(r"(?P<decision>\w+)\s*:(?P<condition>[^>-]*(?:>=?[^>-]*)?)->\s*(?P<outcome>\w+)")
_TEST = re.compile(r"\s*(?P<input>\w+)\s*(?P<operator><=|>=|!=|<|>|=)\s*(?P<value>[\w.]+)\s*")
_OPERATORS = {
    "<": Operator.LT,
    "<=": Operator.LE,
    ">": Operator.GT,
    ">=": Operator.GE,
    "=": Operator.EQ,
    "!=": Operator.NE,
}
_HELP = "write `decision: input < 25 -> outcome`, with names of the vocabulary; join several tests with `and`"


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the correction comments of an article say."""

    drafts: tuple[Draft, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rule:
    term: DecisionTerm
    tests: tuple[Compare, ...]
    outcome: str
    correction: Correction
    block: tuple[tuple[int, Statement], ...]


class _InvalidError(ValueError):
    """A correction that cannot be read; the message says why."""


def correct(extraction: Extraction, lookup: Lookup) -> Corrected:
    """Return the decisions that correction comments state; a literal that its block does not hold is an error."""
    rules: list[_Rule] = []
    found: list[Diagnostic] = []
    for correction in extraction.corrections:
        try:
            rule = _rule(correction, extraction, lookup)
        except _InvalidError as error:
            found.append(Diagnostic(INVALID_CORRECTION, str(error), correction.location, help=_HELP))
            continue
        unsupported = tuple(_unsupported(rule))
        found += unsupported
        if not unsupported:
            rules.append(rule)
    return Corrected(tuple(_drafts(rules, lookup)), tuple(found))


def _rule(correction: Correction, extraction: Extraction, lookup: Lookup) -> _Rule:
    shape = _SHAPE.fullmatch(correction.text)
    if shape is None:
        raise _InvalidError(f"the correction `{correction.text}` is not understood")
    term = next((term for term in lookup.vocabulary.decisions if term.id == shape["decision"]), None)
    if term is None:
        raise _InvalidError(f"the vocabulary has no decision `{shape['decision']}`")
    if shape["outcome"] not in term.outcomes:
        raise _InvalidError(f"`{shape['outcome']}` is no outcome of `{term.id}`")
    tests = tuple(_test(part, term, lookup) for part in re.split(r"\band\b", shape["condition"]))
    block = tuple(
        (index, statement)
        for index, statement in enumerate(extraction.statements)
        if (statement.anchor, statement.block) == (correction.anchor, correction.block)
    )
    return _Rule(term, tests, shape["outcome"], correction, block)


def _test(text: str, term: DecisionTerm, lookup: Lookup) -> Compare:
    shape = _TEST.fullmatch(text)
    entry = lookup.input(shape["input"]) if shape else None
    if shape is None or entry is None or entry.name not in term.inputs:
        raise _InvalidError(f"`{text.strip()}` does not test an input of `{term.id}`")
    return Compare(entry.name, _OPERATORS[shape["operator"]], _value(shape["value"], entry))


def _value(text: str, entry: InputTerm) -> Value:
    match entry.type:
        case InputType.BOOLEAN if text in {"true", "false"}:
            return text == "true"
        case InputType.CHOICE if any(choice.name == text for choice in entry.choices):
            return text
        case InputType.INTEGER | InputType.NUMBER | InputType.MONEY if text.replace(".", "", 1).isdecimal():
            return Decimal(text)
        case _:
            raise _InvalidError(f"`{text}` is no value of `{entry.name}`")


def _unsupported(rule: _Rule) -> Iterator[Diagnostic]:
    """Every number of a correction must stand in the block behind it: a comment cannot invent a value."""
    stated = {q.value for _, statement in rule.block for q in statement.reading.quantities}
    words = " ".join(statement.reading.text for _, statement in rule.block)
    for test in rule.tests:
        written = f"{test.value:f}" if isinstance(test.value, Decimal) else ""
        if written and test.value not in stated and not re.search(rf"(?<!\d){re.escape(written)}(?!\d)", words):
            yield Diagnostic(
                UNSUPPORTED_CORRECTION,
                f"the correction says `{written}`, which does not stand in the block behind it",
                rule.correction.location,
                help="a comment only tells how to read what is written: correct its number, or that of the article",
            )


def _drafts(rules: list[_Rule], lookup: Lookup) -> Iterator[Draft]:
    for term in lookup.vocabulary.decisions:
        own = tuple(rule for rule in rules if rule.term == term)
        if own:
            yield _draft(term, own, lookup)


def _draft(term: DecisionTerm, rules: tuple[_Rule, ...], lookup: Lookup) -> Draft:
    labels = {outcome.name: outcome.labels for outcome in lookup.vocabulary.outcomes}
    inputs = tuple(dict.fromkeys(_input(test.input, lookup) for rule in rules for test in rule.tests))
    first = rules[0].correction
    decision = Decision(
        id=term.id,
        inputs=tuple(entry.name for entry in inputs),
        outcomes=tuple(dict.fromkeys(Outcome(rule.outcome, labels.get(rule.outcome, ())) for rule in rules)),
        cases=tuple(_case(rule, lookup) for rule in rules),
        basis=Basis.COMMENT,
        declared=True,
        anchor=first.anchor,
    )
    sentences = tuple(dict.fromkeys(index for rule in rules for index, _ in rule.block))
    return Draft(decision, ("decision", first.anchor, first.block, 0), inputs, sentences)


def _input(name: str, lookup: Lookup) -> Input:
    entry = lookup.input(name)
    assert entry is not None
    return declared_input(entry)


def _case(rule: _Rule, lookup: Lookup) -> Case:
    tests: Condition = rule.tests[0] if len(rule.tests) == 1 else All(rule.tests)
    quote = " ".join(" ".join(statement.reading.text.split()) for _, statement in rule.block)
    place = rule.block[0][1].location if rule.block else rule.correction.location
    monikers = rule.block[0][1].monikers if rule.block else ()
    return Case(tests, rule.outcome, (evidence_at(place, rule.correction.anchor, quote, lookup.locale),), monikers)
