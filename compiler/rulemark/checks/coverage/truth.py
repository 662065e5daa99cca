"""Whether a condition holds when only some inputs are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rulemark.policy import All, AnyOf, Between, Compare, Condition, Not, OneOf, Operator, Value


def holds(condition: Condition, known: Mapping[str, Value]) -> bool | None:
    """Say whether a condition holds.

    Args:
        condition: What is asked.
        known: Values by input name; an ISO date is its text.

    Returns:
        True or False when that follows from what is known, otherwise None.
    """
    match condition:
        case Compare(input=name, operator=operator, value=value):
            return _compares(known[name], operator, value) if name in known else None
        case Between(input=name, low=low, high=high):
            return low <= known[name] <= high if name in known else None  # type: ignore[operator]  # axes fit types
        case OneOf(input=name, values=values):
            return known[name] in values if name in known else None
        case All(parts):
            return _all(holds(part, known) for part in parts)
        case AnyOf(parts):
            denied = _all(_negate(holds(part, known)) for part in parts)
            return _negate(denied)
        case Not(part):
            return _negate(holds(part, known))


def _compares(left: Value, operator: Operator, right: Value) -> bool:
    match operator:
        case Operator.EQ:
            return left == right
        case Operator.NE:
            return left != right
        case Operator.LT:
            return left < right  # type: ignore[operator]  # an axis is made only of values of one type
        case Operator.LE:
            return left <= right  # type: ignore[operator]  # likewise
        case Operator.GT:
            return left > right  # type: ignore[operator]  # likewise
        case Operator.GE:
            return left >= right  # type: ignore[operator]  # likewise


def _all(truths: Iterable[bool | None]) -> bool | None:
    """Conjunction in three values; stops at the first part that is false."""
    unknown = False
    for truth in truths:
        if truth is False:
            return False
        unknown = unknown or truth is None
    return None if unknown else True


def _negate(truth: bool | None) -> bool | None:  # noqa: FBT001 - it is what the function is about
    return None if truth is None else not truth
