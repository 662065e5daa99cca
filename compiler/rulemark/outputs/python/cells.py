"""The cells that the cases of a decision cut its inputs into, each with one point to try it at.

All literals of an input are also the only places where an answer can change, so trying a value at, between, below and
above them tries everything.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise, product
from typing import Final, TypeAlias, assert_never

from rulemark.policy import (
    All,
    AnyOf,
    Between,
    Case,
    Compare,
    Condition,
    Input,
    InputType,
    Not,
    OneOf,
    Operator,
    Value,
)

Point: TypeAlias = dict[str, Value]
MOST_CELLS: Final = 20_000
_MOST_POINTS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the cells of a decision show; cases are named by their index.

    Attributes:
        conflicts: Pairs of cases of the same rank that apply together with different outcomes.
        complete: Every cell has exactly one answer.
        nearest: The cases beside the cells that none covers.
        examples: For each case that decides a cell alone, a point of the last such cell: 24 of “fewer than 25”.
    """

    conflicts: tuple[tuple[int, int], ...]
    complete: bool
    nearest: tuple[int, ...]
    examples: tuple[tuple[int, Point], ...]


def analyse(cases: Sequence[Case], inputs: Sequence[Input]) -> Analysis | None:
    """Try every cell of a decision; None when there are too many, or a condition does not fit its input."""
    axes = [points_of(each, [case.when for case in cases]) for each in inputs]
    if math.prod(len(axis) for axis in axes) * max(len(cases), 1) > MOST_CELLS:
        return None
    try:
        return _analyse(cases, [each.name for each in inputs], axes)
    except (TypeError, ValueError, KeyError):
        return None


def _analyse(cases: Sequence[Case], names: list[str], axes: list[tuple[Value, ...]]) -> Analysis:
    conflicts: set[tuple[int, int]] = set()
    answers: dict[tuple[int, ...], list[int]] = {}
    examples: dict[int, Point] = {}
    for index in product(*(range(len(axis)) for axis in axes)):
        point = {name: axis[i] for name, axis, i in zip(names, axes, index, strict=True)}
        answers[index] = applying = _applying(cases, point)
        if applying and len({cases[i].then for i in applying}) == 1:
            examples[applying[0]] = point
        conflicts.update((a, b) for a in applying for b in applying if a < b and cases[a].then != cases[b].then)
    gaps = [index for index, applying in answers.items() if not applying]
    beside = {case for gap in gaps for index in _neighbours(gap) for case in answers.get(index, ())}
    nearest = tuple(sorted(beside) or range(len(cases)))
    return Analysis(
        tuple(sorted(conflicts)),
        not gaps and not conflicts,
        nearest,
        tuple(sorted(examples.items(), key=lambda each: each[0])),
    )


def simplified(planned: Sequence[Condition], inputs: Sequence[Input]) -> tuple[Condition, ...]:
    """Return conditions that are tried in order without the parts that those before them make sure of.

    Args:
        planned: At most as many as `analyse` accepts, which must have accepted their cases.
        inputs: What they read.
    """
    axes = [points_of(each, planned) for each in inputs]
    if math.prod(len(axis) for axis in axes) > _MOST_POINTS:
        return tuple(planned)
    names = [each.name for each in inputs]
    remaining: list[Point] = [dict(zip(names, values, strict=True)) for values in product(*axes)]
    found: list[Condition] = []
    for condition in planned:
        found.append(_without_certain_parts(condition, remaining))
        remaining = [point for point in remaining if not is_true(condition, point)]
    return tuple(found)


def _without_certain_parts(condition: Condition, points: Sequence[Point]) -> Condition:
    kept = list(parts_of(condition))
    for part in tuple(kept):
        others = [other for other in kept if other is not part]
        near = [point for point in points if all(is_true(other, point) for other in others)]
        if all(is_true(part, point) for point in near):
            kept = others
        elif isinstance(part, Between):
            kept = [_half(part, near) if each is part else each for each in kept]
    return kept[0] if len(kept) == 1 else All(tuple(kept))


def _half(part: Between, points: Sequence[Point]) -> Condition:
    """Return one end of a range where the points make sure of the other."""
    ends = (Compare(part.input, Operator.LE, part.high), Compare(part.input, Operator.GE, part.low))
    for end in ends:
        if all(is_true(end, point) is is_true(part, point) for point in points):
            return end
    return part


def parts_of(condition: Condition) -> Iterator[Condition]:
    """Yield the conditions that must all hold."""
    if isinstance(condition, All):
        for part in condition.parts:
            yield from parts_of(part)
    else:
        yield condition


def _applying(cases: Sequence[Case], point: Point) -> list[int]:
    """Return the cases of the highest rank that apply."""
    true = [i for i, case in enumerate(cases) if is_true(case.when, point)]
    for rank in (0, 1, 2):
        if found := [i for i in true if rank_of(cases[i]) == rank]:
            return found
    return []


def rank_of(case: Case) -> int:
    """Return 0 for an exception, 1 for a plain case, 2 for what holds otherwise."""
    if case.otherwise:
        return 2
    return 0 if case.exception else 1


def _neighbours(index: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for axis, value in enumerate(index):
        for near in (value - 1, value + 1):
            yield (*index[:axis], near, *index[axis + 1 :])


def points_of(each: Input, conditions: Iterable[Condition]) -> tuple[Value, ...]:
    """Return one value of an input for every stretch in which no condition can change."""
    literals = {literal for condition in conditions for literal in literals_of(condition, each.name)}
    match each.type:
        case InputType.BOOLEAN:
            return (False, True)
        case InputType.CHOICE:
            return (*each.choices, *sorted(str(literal) for literal in literals if literal not in each.choices))
        case InputType.DATE:
            return tuple(sorted({day for literal in literals for day in _days_around(str(literal))})) or ("2000-01-01",)
        case InputType.INTEGER:
            whole = {n for literal in literals if isinstance(literal, Decimal) for n in _integers_around(literal)}
            return _within(each, whole | {Decimal(0)})
        case InputType.NUMBER | InputType.DURATION | InputType.MONEY:
            return _within(each, _fractions_around({n for n in literals if isinstance(n, Decimal)}))
        case _:
            assert_never(each.type)


def _days_around(literal: str) -> Iterator[str]:
    day = date.fromisoformat(literal)
    yield from (str(day - timedelta(days=1)), str(day), str(day + timedelta(days=1)))


def _integers_around(literal: Decimal) -> Iterator[Decimal]:
    yield from (Decimal(math.floor(literal) - 1), Decimal(math.floor(literal)))
    yield from (Decimal(math.ceil(literal)), Decimal(math.ceil(literal) + 1))


def _fractions_around(literals: set[Decimal]) -> set[Decimal]:
    ordered = sorted(literals)
    between = {(low + high) / 2 for low, high in pairwise(ordered)}
    outside = {ordered[0] - 1, ordered[-1] + 1} if ordered else {Decimal(0)}
    return literals | between | outside


def _within(each: Input, values: set[Decimal]) -> tuple[Decimal, ...]:
    ends = {end for end in (each.minimum, each.maximum) if end is not None}
    low = each.minimum if each.minimum is not None else min(values)
    high = each.maximum if each.maximum is not None else max(values)
    return tuple(sorted(value for value in values | ends if low <= value <= high))


def literals_of(condition: Condition, name: str) -> Iterator[Value]:
    """Yield the literals that a condition compares an input with."""
    match condition:
        case Compare(input=subject, value=value):
            yield from (value,) if subject == name else ()
        case Between(input=subject, low=low, high=high):
            yield from (low, high) if subject == name else ()
        case OneOf(input=subject, values=values):
            yield from values if subject == name else ()
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from literals_of(part, name)
        case Not(part):
            yield from literals_of(part, name)
        case _:
            assert_never(condition)


def is_true(condition: Condition, point: Mapping[str, Value]) -> bool:
    """Tell whether a condition holds at a point; raises TypeError or KeyError when it does not fit the point."""
    match condition:
        case Compare(name, operator, value):
            return _compares(point[name], operator, value)
        case Between(name, low, high):
            return _compares(point[name], Operator.GE, low) and _compares(point[name], Operator.LE, high)
        case OneOf(name, values):
            return point[name] in values
        case All(parts):
            return all(is_true(part, point) for part in parts)
        case AnyOf(parts):
            return any(is_true(part, point) for part in parts)
        case Not(part):
            return not is_true(part, point)
        case _:
            assert_never(condition)


def _compares(fact: Value, operator: Operator, literal: Value) -> bool:
    if operator is Operator.EQ:
        return fact == literal
    if operator is Operator.NE:
        return fact != literal
    if isinstance(fact, bool) or isinstance(literal, bool) or isinstance(fact, str) is not isinstance(literal, str):
        raise TypeError(f"{fact!r} has no order with {literal!r}")
    less, same = fact < literal, fact == literal  # type: ignore[operator]  # both are texts or both are numbers
    match operator:
        case Operator.LT:
            return less
        case Operator.LE:
            return less or same
        case Operator.GT:
            return not less and not same
        case Operator.GE:
            return not less
