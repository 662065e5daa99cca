"""The domain of an input, cut into cells at the literals that conditions name.

Within a cell every condition over that input has one truth value, so one sample stands for all of the cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rulemark.policy import All, AnyOf, Between, Compare, Condition, Input, InputType, Not, OneOf, Operator, Value

_INTEGRAL = frozenset({InputType.INTEGER, InputType.DATE})
_NUMERIC = frozenset({InputType.INTEGER, InputType.NUMBER, InputType.MONEY, InputType.DURATION, InputType.DATE})
_DIGITS = 12
"""Decimal places to look for a short number between two literals."""
_ORDERED = frozenset({Operator.LT, Operator.LE, Operator.GT, Operator.GE})


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a domain on which all conditions agree.

    Attributes:
        sample: A value in the cell, the most readable one.
        low: The literal below, not included; None for a single value and at the lower end of the domain.
        high: The literal above, not included; None likewise.
        single: The cell is this one value and nothing else.
    """

    sample: Value
    low: Decimal | None = None
    high: Decimal | None = None
    single: bool = True


@dataclass(frozen=True, slots=True)
class Axis:
    """An input with the cells of its domain, in ascending or declared order."""

    input: Input
    cells: tuple[Cell, ...]

    @property
    def numeric(self) -> bool:
        """Whether the cells are ordered by size."""
        return self.input.type in _NUMERIC

    @property
    def integral(self) -> bool:
        """Whether there is a next value after each value."""
        return self.input.type in _INTEGRAL


def axis(domain: Input, conditions: Iterable[Condition]) -> Axis | None:
    """Cut the domain of an input at the literals of the conditions.

    Returns:
        The axis, or None when a literal is not of the domain's type or an ordering makes no sense on it.
    """
    literals = [pair for condition in conditions for pair in _literals(condition, domain.name)]
    match domain.type:
        case InputType.BOOLEAN:
            fits = all(isinstance(value, bool) and not ordered for value, ordered in literals)
            return Axis(domain, (Cell(sample=True), Cell(sample=False))) if fits else None
        case InputType.CHOICE:
            fits = all(isinstance(value, str) and not ordered for value, ordered in literals)
            named = dict.fromkeys((*domain.choices, *(str(value) for value, _ in literals)))
            known = not domain.choices or len(named) == len(domain.choices)
            return Axis(domain, tuple(Cell(name) for name in named)) if fits and known and named else None
        case InputType.DATE:
            return _dates(domain, [value for value, _ in literals])
        case InputType.INTEGER | InputType.NUMBER | InputType.MONEY | InputType.DURATION:
            numbers = [value for value, _ in literals if isinstance(value, Decimal)]
            fits = len(numbers) == len(literals) and all(number.is_finite() for number in numbers)
            return Axis(domain, tuple(_cut(domain, numbers))) if fits else None


def _literals(condition: Condition, name: str) -> Iterator[tuple[Value, bool]]:
    """Yield each literal that the input is compared with, and whether by order."""
    match condition:
        case Compare(input=read, operator=operator, value=value):
            if read == name:
                yield value, operator in _ORDERED
        case Between(input=read, low=low, high=high):
            if read == name:
                yield low, True
                yield high, True
        case OneOf(input=read, values=values):
            if read == name:
                yield from ((value, False) for value in values)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _literals(part, name)
        case Not(part):
            yield from _literals(part, name)


def _cut(domain: Input, literals: Iterable[Decimal]) -> Iterator[Cell]:
    """Yield points and the open intervals between them, as far as the domain has values there."""
    least, most = domain.minimum, domain.maximum
    points = sorted({*literals, *(end for end in (least, most) if end is not None)})
    points = [point for point in points if (least is None or point >= least) and (most is None or point <= most)]
    integral = domain.type in _INTEGRAL
    below: Decimal | None = None
    for index, point in enumerate(points):
        if (index or least is None) and (cell := _between(below, point, integral=integral)):
            yield cell
        if not integral or point == point.to_integral_value():
            yield Cell(point)
        below = point
    if (most is None or not points) and (cell := _between(below, None, integral=integral)):
        yield cell


def _between(low: Decimal | None, high: Decimal | None, *, integral: bool) -> Cell | None:
    """Return the cell strictly between two literals, or None when it is empty."""
    sample = _whole_between(low, high) if integral else _simple_between(low, high)
    return None if sample is None else Cell(sample, low, high, single=False)


def _whole_between(low: Decimal | None, high: Decimal | None) -> Decimal | None:
    """Return the integer nearest to the lower literal, else nearest to the upper one; None when there is none."""
    if low is None:
        return Decimal(0) if high is None else _ceiling(high) - 1
    sample = _floor(low) + 1
    return sample if high is None or sample < high else None


def _simple_between(low: Decimal | None, high: Decimal | None) -> Decimal:
    """Return the number with the fewest digits between two literals."""
    if low is None or high is None:
        return _whole_between(low, high) or Decimal(0)
    for digits in range(_DIGITS):
        step = Decimal(1).scaleb(-digits)
        sample = _floor(low / step) * step + step
        if low < sample < high:
            return sample
    return (low + high) / 2


def _floor(number: Decimal) -> Decimal:
    whole = number.to_integral_value()
    return whole - 1 if whole > number else whole


def _ceiling(number: Decimal) -> Decimal:
    return -_floor(-number)


def _dates(domain: Input, literals: Iterable[Value]) -> Axis | None:
    """Cut a domain of dates, whose literals are written as in ISO 8601."""
    try:
        days = [Decimal(date.fromisoformat(str(literal)).toordinal()) for literal in literals]
        cells = tuple(_dated(cell) for cell in _cut(domain, days))
    except (ValueError, OverflowError):
        return None
    return Axis(domain, cells)


def _dated(cell: Cell) -> Cell:
    day = date.fromordinal(int(cell.sample)) if cell.low or cell.high or cell.single else date(2000, 1, 1)
    return Cell(day.isoformat(), cell.low, cell.high, cell.single)
