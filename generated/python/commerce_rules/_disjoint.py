"""Conditions that can never hold together, seen from what they ask of one fact: `licenses < 25`, `licenses > 300`.

Where one of such a pair holds, the other certainly does not, whatever is missing. Only what is plain is seen; two
conditions of which nothing is said here may be disjoint all the same.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


def are_disjoint(a: list[Any], b: list[Any]) -> bool:
    """Tell whether two conditions ask of one fact what cannot both be."""
    return any(x[1] == y[1] and _exclude(x, y) for x in _parts(a) for y in _parts(b))


def _parts(condition: list[Any]) -> Iterator[list[Any]]:
    """Yield the comparisons that must all hold."""
    if condition[0] == "all":
        for part in condition[1:]:
            yield from _parts(part)
    elif condition[0] not in {"any", "not", "ne"}:
        yield condition


def _exclude(x: list[Any], y: list[Any]) -> bool:
    options, others = _options(x), _options(y)
    if options is not None and others is not None:
        return not any(_same(one, other) for one in options for other in others)
    return _ends_before(x, y) or _ends_before(y, x)


def _same(one: object, other: object) -> bool:
    return bool(one == other or (_number(one) is not None and _number(one) == _number(other)))


def _options(part: list[Any]) -> list[Any] | None:
    """Return the only values that a comparison admits, None when it admits a stretch."""
    if part[0] == "eq":
        return [part[2]]
    return list(part[2]) if part[0] == "in" else None


def _ends_before(x: list[Any], y: list[Any]) -> bool:
    """Tell whether the highest value that one comparison admits lies below the lowest of the other."""
    top, bottom = _top(x), _bottom(y)
    if top is None or bottom is None:
        return False
    (high, open_high), (low, open_low) = top, bottom
    if _number(high) is not None and _number(low) is not None:
        high, low = _number(high), _number(low)
    return bool(high < low or (high == low and (open_high or open_low)))


def _top(part: list[Any]) -> tuple[Any, bool] | None:
    """Return the upper end of a comparison, and whether it stays below it."""
    operator, _, literal = part
    if operator == "between":
        return literal[1], False
    return (literal, operator == "lt") if operator in {"lt", "le", "eq"} else None


def _bottom(part: list[Any]) -> tuple[Any, bool] | None:
    """Return the lower end of a comparison, and whether it stays above it."""
    operator, _, literal = part
    if operator == "between":
        return literal[0], False
    return (literal, operator == "gt") if operator in {"gt", "ge", "eq"} else None


def _number(literal: Any) -> Any:
    """Return a number of the data file, which writes fractions as text; None for what is none, as a date."""
    from decimal import Decimal, InvalidOperation

    try:
        return Decimal(literal)
    except InvalidOperation:
        return None
