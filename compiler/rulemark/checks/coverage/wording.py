"""Parts of a domain in words that a doc writer uses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from rulemark.checks.coverage.axes import Axis, Cell
from rulemark.diagnostics import Scalar
from rulemark.policy import Input, InputType, Value


def number(value: Decimal) -> str:
    """Write a number without exponent and without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scalar(value: Value) -> Scalar:
    """Return a value as a witness shows it; a fraction is written out, so that nothing is rounded."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else number(value)
    return value


def counted(value: Decimal | str, domain: Input) -> str:
    """Write a value with what it counts: `25 licenses`."""
    if isinstance(value, str):
        return value
    unit = (domain.unit or "").replace("_", " ")
    if unit.startswith("currency:"):
        return f"{number(value)} {unit.removeprefix('currency:')}"
    if unit == "percent" or not unit:
        return f"{number(value)} {unit or domain.name.replace('_', ' ')}"
    return f"{number(value)} {unit if value == 1 else plural(unit)}"


def plural(noun: str) -> str:
    """Return the English plural of a noun in lower case; other words are left alone."""
    if not noun.isascii() or not noun[-1:].isalpha() or noun.endswith("s"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("x", "ch", "sh")) else f"{noun}s"


def stretch(cells: Sequence[Cell], axis: Axis) -> str:
    """Describe neighbouring cells of one axis: `exactly 25 licenses`, `26 to 50 licenses`, `role = user`."""
    if not axis.numeric:
        return " or ".join(_equation(axis.input, cell.sample) for cell in cells)
    first, last = cells[0], cells[-1]
    if first is last and (first.single or _alone(first, axis)):
        return f"exactly {counted(_shown(first.sample), axis.input)}"
    low, low_open = (_shown(first.sample), False) if first.single else (_bound(first.low, axis), True)
    high, high_open = (_shown(last.sample), False) if last.single else (_bound(last.high, axis), True)
    return _range(low, high, axis, low_open=low_open, high_open=high_open)


def _range(
    low: Decimal | str | None, high: Decimal | str | None, axis: Axis, *, low_open: bool, high_open: bool
) -> str:
    if low is None and high is None:
        return f"any number of {axis.input.name.replace('_', ' ')}"
    if low is None or high is None:
        word = {(True, True): "less than", (True, False): "at most", (False, True): "more than"}
        end, is_open, below = (high, high_open, True) if low is None else (low, low_open, False)
        phrase = word.get((below, is_open), "at least")
        return f"{_fewer(phrase, axis)} {counted(end if end is not None else Decimal(0), axis.input)}"
    if isinstance(low, Decimal) and isinstance(high, Decimal) and axis.integral:
        low, high = (low + 1 if low_open else low), (high - 1 if high_open else high)
        return f"{number(low)} to {counted(high, axis.input)}"
    joint = "between" if low_open and high_open else "from"
    low_text = number(low) if isinstance(low, Decimal) else low
    return f"{joint} {low_text} {'and' if joint == 'between' else 'to'} {counted(high, axis.input)}"


def _fewer(phrase: str, axis: Axis) -> str:
    """Counted things are fewer, measured ones less."""
    return "fewer than" if phrase == "less than" and axis.input.type is InputType.INTEGER else phrase


def _alone(cell: Cell, axis: Axis) -> bool:
    """Whether a cell between two literals holds one integer only."""
    return axis.integral and cell.low is not None and cell.high is not None and cell.high - cell.low == 2


def _shown(value: Value) -> Decimal | str:
    return value if isinstance(value, Decimal) else str(value)


def _bound(literal: Decimal | None, axis: Axis) -> Decimal | str | None:
    if literal is None or axis.input.type is not InputType.DATE:
        return literal

    return date.fromordinal(int(literal)).isoformat()


def _equation(domain: Input, value: Value) -> str:
    name = domain.name.replace("_", " ")
    if isinstance(value, bool):
        return f"`{name}` is {'true' if value else 'false'}"
    return f"`{name}` is `{value}`"
