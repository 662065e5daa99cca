"""Conditions over facts that may be unknown: each holds, does not hold, or cannot be told (None).

A condition is a list: an operator, then a fact and a literal, or further conditions:
`["lt", "licenses", 25]`, `["all", ["in", "role", ["admin", "owner"]], ["not", ["eq", "own_domain", true]]]`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any


_SYMBOLS = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}


def holds(condition: list[Any], facts: Mapping[str, Any]) -> bool | None:
    """Tell whether a condition holds; None when that depends on a fact that is not known."""
    operator, *rest = condition
    match operator:
        case "all":
            return _every([holds(part, facts) for part in rest])
        case "any":
            unless = _every([_negated(holds(part, facts)) for part in rest])
            return _negated(unless)
        case "not":
            return _negated(holds(rest[0], facts))
        case _:
            fact = facts.get(rest[0])
            return None if fact is None else _compares(operator, fact, rest[1])


def needs(conditions: Iterable[list[Any]], facts: Mapping[str, Any]) -> frozenset[str]:
    """Return the unknown facts that conditions depend on."""
    found: set[str] = set()
    for condition in conditions:
        operator, *rest = condition
        if operator in {"all", "any", "not"}:
            found |= needs((part for part in rest if holds(part, facts) is None), facts)
        elif facts.get(rest[0]) is None:
            found.add(rest[0])
    return frozenset(found)


def describe(condition: list[Any]) -> str:
    """Return a condition in words: `licenses < 25 and not own_domain`; "" when it always holds."""
    operator, *rest = condition
    match operator:
        case "all" | "any":
            word = " and " if operator == "all" else " or "
            return word.join(
                f"({describe(part)})" if len(rest) > 1 and _joins(part) else describe(part) for part in rest
            )
        case "not":
            return f"not ({describe(rest[0])})"
        case "between":
            return f"{rest[1][0]} <= {rest[0]} <= {rest[1][1]}"
        case "in":
            return f"{rest[0]} is {' or '.join(map(str, rest[1]))}"
        case _:
            return f"{rest[0]} {_SYMBOLS[operator]} {rest[1]}"


def _joins(condition: list[Any]) -> bool:
    """Tell whether a condition in words has an `and` or an `or` of its own."""
    operator, *rest = condition
    return len(rest[1]) > 1 if operator == "in" else operator in {"all", "any"} and len(rest) > 1


def failing(condition: list[Any], facts: Mapping[str, Any]) -> str:
    """Return the facts that keep a condition from holding: `licenses is 30`."""
    names: dict[str, None] = {}
    _collect(condition, facts, names)
    return ", ".join(f"{name} is {facts[name]}" for name in names) or "never"


def _collect(condition: list[Any], facts: Mapping[str, Any], names: dict[str, None], *, wanted: bool = True) -> None:
    """Add the facts of every part whose truth is not the wanted one."""
    operator, *rest = condition
    if operator == "not":
        _collect(rest[0], facts, names, wanted=not wanted)
    elif operator in {"all", "any"}:
        for part in rest:
            if holds(part, facts) is not wanted:
                _collect(part, facts, names, wanted=wanted)
    elif facts.get(rest[0]) is not None:
        names[rest[0]] = None


def _every(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _negated(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


def _compares(operator: str, fact: Any, literal: Any) -> bool:
    match operator:
        case "between":
            return bool(_like(fact, literal[0]) <= fact <= _like(fact, literal[1]))
        case "in":
            return any(fact == _like(fact, option) for option in literal)
        case "lt":
            return bool(fact < _like(fact, literal))
        case "le":
            return bool(fact <= _like(fact, literal))
        case "gt":
            return bool(fact > _like(fact, literal))
        case "ge":
            return bool(fact >= _like(fact, literal))
        case "ne":
            return bool(fact != _like(fact, literal))
        case _:
            return bool(fact == _like(fact, literal))


def _like(fact: object, literal: Any) -> Any:
    """Return a literal of the data file in the type of the fact; fractions and dates are written as text."""
    if not isinstance(literal, str) or isinstance(fact, str):
        return literal
    if hasattr(fact, "isoformat"):
        from datetime import date

        return date.fromisoformat(literal)
    from decimal import Decimal

    return Decimal(literal)
