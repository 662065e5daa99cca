"""CEL (Common Expression Language): each decision as one expression, and each of its cases as a condition.

The expressions speak of complete facts. The outcome is a string; "" where the article leaves the case open or two of
its cases disagree. CEL has no decimals, so fractions become doubles.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, assert_never

from rulemark.outputs.python.article_data import as_json
from rulemark.outputs.python.decisions import Function
from rulemark.outputs.python.subject import Subject
from rulemark.outputs.templating import text_literal
from rulemark.policy import (
    All,
    AnyOf,
    Between,
    Compare,
    Condition,
    InputType,
    Not,
    OneOf,
    Operator,
    Value,
)

_SYMBOLS: Final = {
    Operator.LT: "<",
    Operator.LE: "<=",
    Operator.GT: ">",
    Operator.GE: ">=",
    Operator.EQ: "==",
    Operator.NE: "!=",
}
_TYPES: Final = {
    InputType.BOOLEAN: "bool",
    InputType.CHOICE: "string",
    InputType.DATE: "timestamp",
    InputType.INTEGER: "int",
    InputType.NUMBER: "double",
    InputType.MONEY: "double",
    InputType.DURATION: "double",
}


def cel_file(subject: Subject, functions: Sequence[Function]) -> str:
    """Return the decisions of an article as JSON that holds CEL."""
    decisions = {str(function.key): _decision(subject, function) for function in functions}
    return as_json({"article": subject.policy.path, "decisions": decisions})


def _decision(subject: Subject, function: Function) -> dict[str, object]:
    cases = [{"when": expression(case.when, subject), "then": case.then} for case in function.cases]
    outcome = '""'
    for condition, chosen in reversed(function.plan):
        then = text_literal(function.cases[chosen[0]].then) if len(chosen) == 1 else '""'
        outcome = f"({expression(condition, subject)} ? {then} : {outcome})"
    inputs = {subject.parameters[each.name]: _TYPES[each.type] for each in function.inputs}
    remark = {} if function.plan else {"remark": "not exported: its cases are too many for one expression"}
    return {"inputs": inputs, "cases": cases, "outcome": outcome if function.plan else None, **remark}


def expression(condition: Condition, subject: Subject) -> str:
    """Return a condition as a CEL expression; every part that is no single comparison stands in brackets."""
    match condition:
        case Compare(name, operator, value):
            return _comparison(subject, name, operator, value)
        case Between(name, low, high):
            upper = _comparison(subject, name, Operator.LE, high)
            return f"({_comparison(subject, name, Operator.GE, low)} && {upper})"
        case OneOf(name, values):
            return f"{subject.parameters[name]} in [{', '.join(_literal(value, subject, name) for value in values)}]"
        case All(parts):
            return _joined(" && ", [expression(part, subject) for part in parts], "true")
        case AnyOf(parts):
            return _joined(" || ", [expression(part, subject) for part in parts], "false")
        case Not(part):
            return f"!({expression(part, subject)})"
        case _:
            assert_never(condition)


def _comparison(subject: Subject, name: str, operator: Operator, value: Value) -> str:
    return f"{subject.parameters[name]} {_SYMBOLS[operator]} {_literal(value, subject, name)}"


def _joined(word: str, parts: Sequence[str], empty: str) -> str:
    if not parts:
        return empty
    return parts[0] if len(parts) == 1 else f"({word.join(parts)})"


def _literal(value: Value, subject: Subject, name: str) -> str:
    kind = subject.inputs[name].type
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        whole = kind is InputType.INTEGER and value == value.to_integral_value()
        return str(int(value)) if whole else f"{float(value)!r}"
    return f'timestamp("{value}T00:00:00Z")' if kind is InputType.DATE else text_literal(str(value))
