"""Inputs, and conditions over them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from rulemark.policy.model.evidence import Localized

Value: TypeAlias = Decimal | str | bool
"""A literal of a condition: a number, the name of a choice, or a truth value."""


class InputType(StrEnum):
    """The type of an input, which is also its domain."""

    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    DATE = "date"
    DURATION = "duration"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Input:
    """A fact that decisions and duties depend on."""

    name: str
    type: InputType
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str | None = None
    choices: tuple[str, ...] = ()
    """Of a choice, in declared order."""
    labels: Localized = ()
    """How each language calls it: a base word of the vocabulary, or the words of the article."""
    invented: bool = False
    """The name does not come from the vocabulary."""


class Operator(StrEnum):
    """How an input compares with a literal."""

    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    EQ = "eq"
    NE = "ne"


@dataclass(frozen=True, slots=True)
class Compare:
    """`licenses < 25`, `own_domain = true`, `role = user`."""

    input: str
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class Between:
    """`low <= input <= high`."""

    input: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class OneOf:
    """The input is one of the values."""

    input: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts: always."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition: TypeAlias = Compare | Between | OneOf | All | AnyOf | Not
ALWAYS = All(())


def inputs_of(condition: Condition) -> frozenset[str]:
    """Return the names of the inputs a condition reads."""
    match condition:
        case Compare(name) | Between(name) | OneOf(name):
            return frozenset({name})
        case All(parts) | AnyOf(parts):
            return frozenset[str]().union(*(inputs_of(part) for part in parts))
        case Not(part):
            return inputs_of(part)
