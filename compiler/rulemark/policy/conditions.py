"""From a conditional clause to a structured condition over named inputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rulemark.policy.alternatives import Alternatives, joined_by_or
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
    ConditionKind,
    Modality,
    Quantity,
    Scope,
    Statement,
    Topic,
    normalise,
)
from rulemark.statements import Condition as Clause

_OPERATORS = {
    Comparison.EQ: Operator.EQ,
    Comparison.LT: Operator.LT,
    Comparison.LE: Operator.LE,
    Comparison.GT: Operator.GT,
    Comparison.GE: Operator.GE,
    Comparison.BETWEEN: Operator.GE,
}
_AFFIRMED = {
    Modality.MAY_NOT: Modality.MAY,
    Modality.MUST_NOT: Modality.MUST,
    Modality.SHOULD_NOT: Modality.SHOULD,
}
"""What is left of a denial that is worked into a comparison."""
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


def is_conditional(statement: Statement) -> bool:
    """Whether a sentence holds in some cases only: it has a condition or an exception, or its subject tells cases."""
    reading = statement.reading
    return bool(reading.conditions or reading.subject or reading.excepted or reading.reserved)


def modality_of(statement: Statement, quantities: Iterable[Quantity]) -> str | None:
    """Return how a sentence binds somebody to its quantities: "can't add more than 5" is "can add at most 5"."""
    modality = statement.reading.modality
    if modality is not None and any(quantity.negated for quantity in quantities):
        modality = _AFFIRMED.get(modality, modality)
    return modality.value if modality else None


def understand(statement: Statement, lookup: Lookup) -> Understood:
    """Return what all conditions of a sentence say together; conditions of time ("until …") are left to timers."""
    clauses = tuple(
        clause
        for clause in statement.reading.conditions
        if clause.kind is not ConditionKind.UNTIL and not _points_back(statement, clause, lookup)
    )
    read = tuple(_clause(statement, clause, lookup) for clause in clauses)
    match joined_by_or(statement, clauses):
        case Alternatives.ALL:
            read = (together(read, either=True),)
        case Alternatives.SOME:
            read = (quoted(statement.reading.words(Span(clauses[0].span.start, clauses[-1].span.end)), lookup),)
    cases = (_cases(statement, lookup), _excepted(statement, lookup), _reserved(statement, lookup))
    every = (*read, *(part for part in cases if part is not None))
    return together(every) if every else UNCONDITIONAL


def _excepted(statement: Statement, lookup: Lookup) -> Understood | None:
    """Return what must not hold where a sentence ends in an exception."""
    span = statement.reading.excepted
    return None if span is None else _denied(_named(statement.reading.words(span), lookup))


def _reserved(statement: Statement, lookup: Lookup) -> Understood | None:
    """Return who somebody must be whom alone a sentence permits something."""
    span = statement.reading.reserved
    return None if span is None else _named(statement.reading.words(span), lookup)


def _named(words: str, lookup: Lookup) -> Understood:
    return _boolean(words, lookup, denied=False) or _choice(words, lookup, denied=False) or quoted(words, lookup)


def _denied(understood: Understood) -> Understood:
    return replace(understood, condition=Not(understood.condition))


def _points_back(statement: Statement, clause: Clause, lookup: Lookup) -> bool:
    """Tell "if this happens", which says what the sentence before says, from a condition of its own."""
    words = statement.reading.words(clause.span).casefold()
    return statement.reading.refers_back and words in lookup.lexicon.words("back")


def _cases(statement: Statement, lookup: Lookup) -> Understood | None:
    """Return what a subject like "teams with fewer than 5 members" says: the test of a count, else its words."""
    subject = statement.reading.subject
    if subject is None:
        return None
    told = tuple(quantity for quantity in statement.reading.quantities if quantity.scope is Scope.CASE)
    return _counted(statement, told, subject, lookup) or quoted(statement.reading.words(subject), lookup)


def _clause(statement: Statement, clause: Clause, lookup: Lookup) -> Understood:
    unless = clause.kind is ConditionKind.UNLESS
    understood = understand_clause(statement, clause.span, lookup, denied=clause.negated and not unless)
    if unless:
        return _denied(understood)
    return understood


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
        return _counted(statement, counted, span, lookup)
    text = statement.reading.words(span)
    return _boolean(text, lookup, denied=denied) or _choice(text, lookup, denied=denied)


def _counted(statement: Statement, counted: tuple[Quantity, ...], span: Span, lookup: Lookup) -> Understood | None:
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
