"""Whether a changed rule became stricter or more generous."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rulemark.difference.entries import Element
from rulemark.difference.model import Direction
from rulemark.policy import Amount, Duration, DurationUnit, Duty, DutyKind, Operator, Procedure, Timer

_DAYS = {
    DurationUnit.SECOND: Decimal(1) / 86400,
    DurationUnit.MINUTE: Decimal(1) / 1440,
    DurationUnit.HOUR: Decimal(1) / 24,
    DurationUnit.DAY: Decimal(1),
    DurationUnit.BUSINESS_DAY: Decimal("1.4"),
    DurationUnit.WEEK: Decimal(7),
    DurationUnit.MONTH: Decimal("30.4"),
    DurationUnit.YEAR: Decimal(365),
}
_STRICTNESS = {
    DutyKind.PROHIBITION: 3,
    DutyKind.OBLIGATION: 2,
    DutyKind.RECOMMENDATION: 1,
    DutyKind.PERMISSION: 0,
    DutyKind.EXEMPTION: 0,
}
_FLOOR = frozenset({Operator.GT, Operator.GE})


def direction(old: Element, new: Element) -> Direction | None:
    """Say where a changed element went: less time, a lower limit or more duty tightens it."""
    match old, new:
        case Timer(), Timer():
            return _of_signs(set(_signs(old, new)))
        case Amount(), Amount():
            sign = _sign(new.value - old.value) if old.unit == new.unit and old.operator == new.operator else 0
            return _of_signs({-sign if new.operator in _FLOOR else sign} - {0})
        case Duty(), Duty() if old.kind in _STRICTNESS and new.kind in _STRICTNESS:
            return _of_signs({_sign(Decimal(_STRICTNESS[old.kind] - _STRICTNESS[new.kind]))} - {0})
        case Procedure(), Procedure():
            return Direction.MOVES
        case _:
            return None


def _signs(old: Timer, new: Timer) -> Iterator[int]:
    bounds = ((old.lasts, new.lasts), (old.earliest, new.earliest), (old.latest, new.latest))
    for before, after in bounds:
        if before is not None and after is not None and before != after:
            yield _sign(_days(after) - _days(before))


def _days(duration: Duration) -> Decimal:
    return duration.count * _DAYS[duration.unit]


def _sign(number: Decimal) -> int:
    return (number > 0) - (number < 0)


def _of_signs(signs: set[int]) -> Direction | None:
    """More is looser; both ways at once moves."""
    if len(signs) > 1:
        return Direction.MOVES
    return {1: Direction.LOOSENS, -1: Direction.TIGHTENS}.get(next(iter(signs), 0))
