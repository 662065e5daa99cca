"""Conditions as Python expressions, as data, and in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias, assert_never

from rulemark.outputs.templating import Code, python_literal
from rulemark.policy import (
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
    Value,
)

Names: TypeAlias = Mapping[str, str]
"""The parameter of each input."""
Inputs: TypeAlias = Mapping[str, Input]
"""Each input by its name."""

_SYMBOLS: Final = {
    Operator.LT: "<",
    Operator.LE: "<=",
    Operator.GT: ">",
    Operator.GE: ">=",
    Operator.EQ: "==",
    Operator.NE: "!=",
}
_OR, _AND, _NOT, _ATOM = range(4)


def expression(condition: Condition, names: Names, inputs: Inputs) -> Code:
    """Return a condition as a Python expression over parameters whose facts are all known."""
    return Code(_render(condition, names, inputs)[0])


def _render(condition: Condition, names: Names, inputs: Inputs) -> tuple[str, int]:
    """Return the source of a condition and how tightly it binds."""
    match condition:
        case Compare(name, operator, value):
            return _comparison(names[name], operator, value, inputs[name])
        case Between(name, low, high):
            return f"{_literal(low, inputs[name])} <= {names[name]} <= {_literal(high, inputs[name])}", _ATOM
        case OneOf(name, values):
            return _membership(names[name], values, inputs[name])
        case All(parts):
            return _joined("and", [_render(part, names, inputs) for part in parts], _AND)
        case AnyOf(parts):
            return _joined("or", [_render(part, names, inputs) for part in parts], _OR)
        case Not(part):
            source, binding = _render(part, names, inputs)
            return (f"not {source}" if binding >= _NOT else f"not ({source})"), _NOT
        case _:
            assert_never(condition)


def _comparison(parameter: str, operator: Operator, value: Value, subject: Input) -> tuple[str, int]:
    if isinstance(value, bool) and operator in {Operator.EQ, Operator.NE}:
        wanted = value is (operator is Operator.EQ)
        return (parameter, _ATOM) if wanted else (f"not {parameter}", _NOT)
    return f"{parameter} {_SYMBOLS[operator]} {_literal(value, subject)}", _ATOM


def _membership(parameter: str, values: tuple[Value, ...], subject: Input) -> tuple[str, int]:
    if len(values) == 1:
        return _comparison(parameter, Operator.EQ, values[0], subject)
    if not values:
        return "False", _ATOM
    return f"{parameter} in {{{', '.join(_literal(value, subject) for value in values)}}}", _ATOM


def _joined(word: str, parts: list[tuple[str, int]], binding: int) -> tuple[str, int]:
    if not parts:
        return ("True" if word == "and" else "False"), _ATOM
    if len(parts) == 1:
        return parts[0]
    return f" {word} ".join(_tight(parts, binding)), binding


def _tight(parts: list[tuple[str, int]], binding: int) -> list[str]:
    return [source if inner >= binding else f"({source})" for source, inner in parts]


def operands(condition: Condition, names: Names, inputs: Inputs) -> tuple[str, list[str]]:
    """Return the word that joins the parts of a condition, and each part as an expression."""
    match condition:
        case All(parts) if parts:
            return "and", _tight([_render(part, names, inputs) for part in parts], _AND)
        case AnyOf(parts) if parts:
            return "or", _tight([_render(part, names, inputs) for part in parts], _OR)
        case _:
            return "and", [_render(condition, names, inputs)[0]]


def _literal(value: Value, subject: Input) -> str:
    if subject.type is InputType.DATE and isinstance(value, str):
        return python_literal(date.fromisoformat(value))
    return python_literal(value)


def as_data(condition: Condition, names: Names) -> list[object]:
    """Return a condition in the form that a generated package reads: `["lt", "licenses", 25]`."""
    match condition:
        case Compare(name, operator, value):
            return [operator.value, names[name], plain(value)]
        case Between(name, low, high):
            return ["between", names[name], [plain(low), plain(high)]]
        case OneOf(name, values):
            return ["in", names[name], [plain(value) for value in values]]
        case All(parts):
            return ["all", *(as_data(part, names) for part in parts)]
        case AnyOf(parts):
            return ["any", *(as_data(part, names) for part in parts)]
        case Not(part):
            return ["not", as_data(part, names)]
        case _:
            assert_never(condition)


def plain(value: Value) -> object:
    """Return a literal as JSON: whole numbers as integers, fractions as text with their exact digits."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else f"{value:f}"


def in_words(condition: Condition, names: Names) -> str:
    """Return a condition for a docstring: `licenses < 25 and not own_domain`; "" when it always holds."""
    match condition:
        case Compare(name, (Operator.EQ | Operator.NE) as operator, bool() as value):
            return names[name] if value is (operator is Operator.EQ) else f"not {names[name]}"
        case Compare(name, operator, value):
            return f"{names[name]} {_SYMBOLS[operator]} {plain(value)}"
        case Between(name, low, high):
            return f"{plain(low)} <= {names[name]} <= {plain(high)}"
        case OneOf(name, values):
            return f"{names[name]} is {' or '.join(str(plain(value)) for value in values)}"
        case All(parts):
            return " and ".join(_bracketed(part, names) for part in parts)
        case AnyOf(parts):
            return " or ".join(_bracketed(part, names) for part in parts)
        case Not(part):
            return f"not {_bracketed(part, names)}"
        case _:
            assert_never(condition)


def _bracketed(part: Condition, names: Names) -> str:
    words = in_words(part, names)
    return f"({words})" if isinstance(part, All | AnyOf) and len(part.parts) > 1 else words
