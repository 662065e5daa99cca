"""Conditions as unions of boxes: in each box, every input lies in one range or among some values.

That is the form of a row of a decision table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias, assert_never

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

MOST_BOXES: Final = 400
_OPPOSITE: Final = {
    Operator.LT: Operator.GE,
    Operator.GE: Operator.LT,
    Operator.GT: Operator.LE,
    Operator.LE: Operator.GT,
    Operator.EQ: Operator.NE,
    Operator.NE: Operator.EQ,
}
Bound: TypeAlias = Decimal | str
"""A number, or a date in ISO 8601."""


@dataclass(frozen=True, slots=True)
class Range:
    """What lies between two bounds; None is unbounded."""

    low: Bound | None = None
    high: Bound | None = None
    low_included: bool = True
    high_included: bool = True

    def meets(self, other: Range) -> Range | None:
        """Return what lies in both ranges, None when nothing does."""
        low, low_included = _tighter(self.low, self.low_included, other.low, other.low_included, largest=True)
        high, high_included = _tighter(self.high, self.high_included, other.high, other.high_included, largest=False)
        if low is not None and high is not None and not _is_room(low, high, included=low_included and high_included):
            return None
        return Range(low, high, low_included, high_included)


@dataclass(frozen=True, slots=True)
class Among:
    """One of some values, in declared order."""

    values: tuple[Value, ...]


Test: TypeAlias = Range | Among
Box: TypeAlias = Mapping[str, Test]


class TooManyBoxesError(Exception):
    """A condition falls into more boxes than a table should have rows."""


def boxes_of(condition: Condition, inputs: Mapping[str, Input], *, positive: bool = True) -> list[Box]:
    """Return boxes that together hold exactly where a condition holds (or, not positive, where it doesn't).

    Raises:
        TooManyBoxesError: There are more than `MOST_BOXES`.
    """
    match condition:
        case Not(part):
            return boxes_of(part, inputs, positive=not positive)
        case All(parts) | AnyOf(parts):
            found = [boxes_of(part, inputs, positive=positive) for part in parts]
            together = isinstance(condition, All) is positive
            return _product(found) if together else _checked([box for boxes in found for box in boxes])
        case Compare(name, operator, value):
            chosen = operator if positive else _OPPOSITE[operator]
            return [{name: test} for test in _compared(inputs[name], chosen, value)]
        case Between(name, low, high):
            tests = [Range(low, high)] if positive else [*_ranges(Operator.LT, low), *_ranges(Operator.GT, high)]
            return [{name: test} for test in tests]
        case OneOf(name, values):
            if _domain(inputs[name]) is not None:
                return _one_of(inputs[name], values, positive=positive)
            each = AnyOf(tuple(Compare(name, Operator.EQ, value) for value in values))
            return boxes_of(each, inputs, positive=positive)
        case _:
            assert_never(condition)


def _one_of(subject: Input, values: tuple[Value, ...], *, positive: bool) -> list[Box]:
    domain = _domain(subject) or ()
    return [{subject.name: Among(tuple(value for value in domain if (value in values) is positive))}]


def _domain(subject: Input) -> tuple[Value, ...] | None:
    """Return the values of a finite input."""
    if subject.type is InputType.BOOLEAN:
        return (True, False)
    return subject.choices if subject.type is InputType.CHOICE else None


def _compared(subject: Input, operator: Operator, value: Value) -> Sequence[Test]:
    domain = _domain(subject)
    if domain is not None:
        return [Among(tuple(each for each in domain if (each == value) is (operator is Operator.EQ)))]
    if isinstance(value, bool):
        raise TypeError(f"{subject.name} is no truth value")
    return _ranges(operator, value)


def _ranges(operator: Operator, value: Bound) -> Sequence[Range]:
    match operator:
        case Operator.LT:
            return [Range(high=value, high_included=False)]
        case Operator.LE:
            return [Range(high=value)]
        case Operator.GT:
            return [Range(low=value, low_included=False)]
        case Operator.GE:
            return [Range(low=value)]
        case Operator.EQ:
            return [Range(value, value)]
        case Operator.NE:
            return [*_ranges(Operator.LT, value), *_ranges(Operator.GT, value)]


def _product(unions: Sequence[Sequence[Box]]) -> list[Box]:
    """Return the boxes in which one box of each union meets."""
    found: list[Box] = [{}]
    for union in unions:
        met = (_meet(box, other) for box in found for other in union)
        found = _checked([box for box in met if box is not None])
    return found


def _checked(boxes: list[Box]) -> list[Box]:
    if len(boxes) > MOST_BOXES:
        raise TooManyBoxesError
    return boxes


def _meet(box: Box, other: Box) -> Box | None:
    met = dict(box)
    for name, test in other.items():
        both = _both(met[name], test) if name in met else test
        if both is None or both == Among(()):
            return None
        met[name] = both
    return met


def _both(one: Test, other: Test) -> Test | None:
    if isinstance(one, Among) and isinstance(other, Among):
        return Among(tuple(value for value in one.values if value in other.values))
    if isinstance(one, Range) and isinstance(other, Range):
        return one.meets(other)
    return None


def _tighter(
    one: Bound | None, one_included: bool, other: Bound | None, other_included: bool, *, largest: bool  # noqa: FBT001
) -> tuple[Bound | None, bool]:  # fmt: skip
    if one is None or other is None:
        return (other, other_included) if one is None else (one, one_included)
    if one == other:
        return one, one_included and other_included
    first = _is_less(other, one) if largest else _is_less(one, other)
    return (one, one_included) if first else (other, other_included)


def _is_room(low: Bound, high: Bound, *, included: bool) -> bool:
    return _is_less(low, high) or (low == high and included)


def _is_less(one: Bound, other: Bound) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one < other
    return str(one) < str(other)
