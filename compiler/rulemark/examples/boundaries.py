"""The facts at the edges of a decision: on both sides of every number it names, every choice, yes and no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice, product

from rulemark.checks.coverage import Axis, axis
from rulemark.examples.evaluation import Answer, evaluate
from rulemark.policy import Decision, InputType, Policy, Value, inputs_of

LIMIT = 200
"""Edges of one decision; what lies beyond is counted, not listed."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Facts at an edge and the answer there; `moniker` is "" where the readers make no difference."""

    facts: tuple[tuple[str, Value], ...]
    moniker: str
    answer: Answer


def boundaries(policy: Policy, decision: Decision) -> tuple[tuple[Edge, ...], int]:
    """Return the edges of a decision and how many more there are.

    An input whose conditions don't fit its type is left unknown.
    """
    conditions = tuple(case.when for case in decision.cases)
    read = frozenset[str]().union(*(inputs_of(condition) for condition in conditions))
    cut = tuple(axis(entry, conditions) for entry in policy.inputs if entry.name in read)
    axes = tuple(one for one in cut if one is not None)
    points = tuple(tuple(_points(one)) for one in axes)
    names = tuple(one.input.name for one in axes)
    readers = _readers(policy, decision)
    total = len(readers)
    for values in points:
        total *= len(values)
    rows = islice(product(readers, product(*points)), LIMIT)
    found = tuple(_edge(policy, decision, moniker, tuple(zip(names, row, strict=True))) for moniker, row in rows)
    return found, total - len(found)


def _edge(policy: Policy, decision: Decision, moniker: str, facts: tuple[tuple[str, Value], ...]) -> Edge:
    return Edge(facts, moniker, evaluate(decision, dict(facts), moniker=moniker, monikers=policy.monikers))


def _readers(policy: Policy, decision: Decision) -> tuple[str, ...]:
    """Return the monikers when cases differ by them, else only "" for everybody."""
    limited = ({*(case.monikers or decision.monikers)} for case in decision.cases)
    return policy.monikers if any(names and not names >= {*policy.monikers} for names in limited) else ("",)


def _points(one: Axis) -> Iterator[Value]:
    """Yield the values of an axis, in order: each literal with its neighbours, and a value of every part between."""
    if not one.numeric:
        yield from (cell.sample for cell in one.cells)
        return
    if one.input.type is InputType.DATE:
        days = (date.fromisoformat(str(cell.sample)) for cell in one.cells if cell.single)
        around = {day + timedelta(days=step) for day in days for step in (-1, 0, 1)}
        yield from (day.isoformat() for day in sorted(around))
        return
    yield from sorted(_numbers(one))


def _numbers(one: Axis) -> Iterator[Decimal]:
    least, most = one.input.minimum, one.input.maximum
    singles = {cell.sample for cell in one.cells if cell.single and isinstance(cell.sample, Decimal)}
    samples = {cell.sample for cell in one.cells if isinstance(cell.sample, Decimal)}
    literals = singles - {least, most}
    near = {literal + sign * _step(literal, one) for literal in literals for sign in (-1, 1)}
    covered = literals | near | ({least} & singles) | ({most} & singles)
    wanted = covered if literals else covered | samples
    for value in wanted:
        if isinstance(value, Decimal) and (least is None or value >= least) and (most is None or value <= most):
            yield value


def _step(literal: Decimal, one: Axis) -> Decimal:
    """Return the distance to the neighbours of a number: 1 where values are whole, a cent, else a digit more."""
    if one.integral:
        return Decimal(1)
    if one.input.type is InputType.MONEY:
        return Decimal("0.01")
    exponent = literal.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0) - 1 if isinstance(exponent, int) else -1)
