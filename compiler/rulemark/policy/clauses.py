"""One clause to a test of named inputs: a count, a yes or no, a choice, or else only its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rulemark.policy.invented_inputs import distinct, renamed
from rulemark.policy.lookup import Lookup, declared_input
from rulemark.policy.matching import Match
from rulemark.policy.model import (
    ALWAYS,
    All,
    AnyOf,
    Between,
    Compare,
    Condition,
    Input,
    InputType,
    Not,
    OneOf,
    Operator,
)
from rulemark.policy.naming import invented, snake, tokens
from rulemark.source import Span
from rulemark.statements import (
    COUNT,
    DURATIONS,
    Comparison,
    Quantity,
    Statement,
    Topic,
    deny,
    normalise,
)

_OPERATORS = {
    Comparison.EQ: Operator.EQ,
    Comparison.LT: Operator.LT,
    Comparison.LE: Operator.LE,
    Comparison.GT: Operator.GT,
    Comparison.GE: Operator.GE,
    Comparison.BETWEEN: Operator.GE,
}
_SHARE_OF_CHOICE = 0.25
"""How much of a clause the words of a choice must fill: "you are a billing admin", not "users want to print"."""
_SHORTEST_SIDE = 3
"""Words on one side of "and" that make it a condition of its own."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A condition as far as it was understood."""

    condition: Condition
    inputs: tuple[Input, ...] = ()
    exact: bool = True
    """Every part names an input of the vocabulary or counts something; else a part is only quoted."""
    rest: frozenset[str] = frozenset()
    """The words around a counted quantity: two conditions ask the same only when these agree."""


UNCONDITIONAL = Understood(ALWAYS)


def is_time(unit: str) -> bool:
    """Whether a unit measures time."""
    return unit in DURATIONS


def operator_of(quantity: Quantity) -> Operator:
    """Return how a quantity compares once the negation around it is worked in: "must not exceed 25" is at most 25."""
    return _OPERATORS[normalise(quantity.comparison, negated=quantity.negated)]


def understand_clause(statement: Statement, span: Span, lookup: Lookup, *, denied: bool = False) -> Understood:
    """Return what one clause says; what names no input becomes an input of its own, quoted and invented."""
    sides, joints = _sides(statement, span)
    if {"and", "or"} <= joints:
        return quoted(statement.reading.words(span), lookup)
    read = tuple(_side(statement, side, lookup, denied=denied) for side in sides)
    known = tuple(part for part in read if part is not None)
    if not known:
        return quoted(statement.reading.words(span), lookup)
    unknown = tuple(
        quoted(statement.reading.words(side), lookup)
        for side, part in zip(sides, read, strict=True)
        if part is None and len(tokens(statement.reading.words(side))) >= _SHORTEST_SIDE
    )
    return together(known + unknown, either="or" in joints)


def _sides(statement: Statement, span: Span) -> tuple[tuple[Span, ...], frozenset[str]]:
    """Cut a clause where words join two conditions; return its sides and the names of what joins them."""
    counted = tuple(quantity.span for quantity in statement.reading.quantities)
    inside = (m for m in statement.mentions if m.topic is Topic.JOINT and m.span in span and m.span.start > span.start)
    joints = tuple(joint for joint in inside if not any(joint.span in quantity for quantity in counted))
    starts = (span.start, *(joint.span.end for joint in joints))
    ends = (*(joint.span.start for joint in joints), span.end)
    sides = tuple(Span(start, max(start, end)) for start, end in zip(starts, ends, strict=True))
    return sides, frozenset(joint.name for joint in joints)


def _side(statement: Statement, span: Span, lookup: Lookup, *, denied: bool) -> Understood | None:
    counted = tuple(q for q in statement.reading.quantities if q.number_span in span)
    if counted:
        return counted_test(statement, counted, span, lookup)
    text = statement.reading.words(span)
    return _boolean(text, lookup, denied=denied) or _choice(text, lookup, denied=denied)


def counted_test(statement: Statement, counted: tuple[Quantity, ...], span: Span, lookup: Lookup) -> Understood | None:
    """Return the test that the counts in some words make; None for times, and for numbers of nothing."""
    if any(is_time(quantity.unit) or not quantity.unit for quantity in counted):
        return None
    text = statement.reading.words(span)
    inputs = tuple(lookup.numeric_input(quantity, text) for quantity in counted)
    if any(entry.invented and entry.unit == COUNT for entry in inputs):  # each may count something else
        return None
    tests = tuple(compare(entry.name, quantity) for entry, quantity in zip(inputs, counted, strict=True))
    rest = frozenset(_rest(statement, counted, span, lookup))
    return Understood(tests[0] if len(tests) == 1 else All(tests), tuple(dict.fromkeys(inputs)), rest=rest)


def compare(name: str, quantity: Quantity) -> Condition:
    """Return the test that a quantity makes of an input."""
    if quantity.upper is not None:
        return Between(name, quantity.value, quantity.upper)
    return Compare(name, operator_of(quantity), quantity.value)


def _rest(statement: Statement, counted: tuple[Quantity, ...], span: Span, lookup: Lookup) -> Iterator[str]:
    start = span.start
    for quantity in counted:
        yield from lookup.stems(statement.reading.text[start : quantity.span.start])
        start = quantity.span.end
    yield from lookup.stems(statement.reading.text[start : span.end])


def _boolean(text: str, lookup: Lookup, *, denied: bool) -> Understood | None:
    opposite = lookup.opposites.find(text)
    found = opposite or _of_type(lookup, lookup.inputs.find(text), InputType.BOOLEAN)
    entry = lookup.input(found[0].name) if found else None
    if entry is None:
        return None
    # words of the vocabulary that deny have said so already: `don't return the keys`
    denied = denied and not deny(text[found[0].span.start : found[0].span.end], lookup.lexicon)
    return Understood(Compare(entry.name, Operator.EQ, bool(opposite) == denied), (declared_input(entry),))


def _of_type(lookup: Lookup, found: tuple[Match, ...], kind: InputType) -> tuple[Match, ...]:
    return tuple(match for match in found if (entry := lookup.input(match.name)) and entry.type is kind)


def _choice(text: str, lookup: Lookup, *, denied: bool) -> Understood | None:
    found = lookup.choices.find(text)
    if not found or _share(text, found) < _SHARE_OF_CHOICE:
        return None
    owner = lookup.input(found[0].name.partition(".")[0])
    if owner is None:
        return None
    names = tuple(dict.fromkeys(m.name.partition(".")[2] for m in found if m.name.startswith(f"{owner.name}.")))
    test: Condition = Compare(owner.name, Operator.EQ, names[0]) if len(names) == 1 else OneOf(owner.name, names)
    return Understood(Not(test) if denied else test, (declared_input(owner),))


def _share(text: str, found: tuple[Match, ...]) -> float:
    words = " ".join(text[match.span.start : match.span.end] for match in found)
    if " " not in text.strip():
        return len(words) / len(text)
    return len(tokens(words)) / len(tokens(text))


def named(words: str, lookup: Lookup) -> Understood:
    """Return the yes or no, or the choice, that words name; what names no input is quoted."""
    return _boolean(words, lookup, denied=False) or _choice(words, lookup, denied=False) or quoted(words, lookup)


def quoted(text: str, lookup: Lookup) -> Understood:
    """Return a condition that is only quoted: an invented yes-or-no input that bears its words."""
    words = " ".join(text.split()).strip(" ,.;:，、。")
    name = invented(words, lookup.lexicon) or snake(words, words=4)
    # digits alone are what is left of a script that has no Latin letters
    name = "condition" if not name.strip("n_0123456789") else name
    entry = Input(name, InputType.BOOLEAN, labels=((lookup.locale, words),), invented=True)
    return Understood(Compare(name, Operator.EQ, value=True), (entry,), exact=False)


def together(parts: tuple[Understood, ...], *, either: bool = False) -> Understood:
    """Return conditions of which all, or at least one, must hold."""
    if len(parts) == 1:
        return parts[0]
    given: dict[str, Input] = {}
    parts = tuple(_apart(part, given) for part in parts)
    conditions = tuple(part.condition for part in parts)
    return Understood(
        condition=AnyOf(conditions) if either else All(conditions),
        inputs=tuple(dict.fromkeys(entry for part in parts for entry in part.inputs)),
        exact=all(part.exact for part in parts),
        rest=frozenset[str]().union(*(part.rest for part in parts)),
    )


def _apart(part: Understood, given: dict[str, Input]) -> Understood:
    """Keep the invented names of different words apart."""
    inputs, names = distinct(part.inputs, given)
    return replace(part, inputs=inputs, condition=renamed(part.condition, names))
