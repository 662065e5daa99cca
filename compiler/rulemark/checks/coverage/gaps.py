"""Gaps of a question: the parts of the domain that no case covers and that its writer meant to cover."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rulemark.checks.coverage.axes import Axis, Cell
from rulemark.checks.coverage.question import Question
from rulemark.checks.coverage.regions import sample
from rulemark.checks.coverage.truth import holds
from rulemark.policy import Case

_Cells = tuple[tuple[str, Cell], ...]
_Wide = tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Neighbouring cells of each input that matters, and the cases next to them."""

    cells: _Wide
    neighbours: tuple[Case, ...]


def gaps(question: Question) -> tuple[Gap, ...]:
    """Find the gaps of a question, the simplest first.

    A declared decision must cover the whole of every domain. Of any other one only what lies *between* two of its
    cases is a gap: nobody said that it speaks about the ends.
    """
    uncovered = [region.cells for region in question.regions if not any(region.truths)]
    if question.decision.declared:
        found = [(_simplify(question, cells), question.cases) for cells in uncovered]
    else:
        found = [
            (_simplify(question, cells), neighbours)
            for cells in uncovered
            if (neighbours := _between_two_cases(question, cells))
        ]
    simple = {cells: neighbours for cells, neighbours in found}  # noqa: C416 - the first of equal gaps would do too
    return tuple(sorted(_merge(simple, question.axes), key=lambda gap: len(gap.cells)))


def _simplify(question: Question, cells: _Cells) -> _Cells:
    """Leave out every input that makes no difference to the gap."""
    for name, _ in cells:
        rest = tuple(pair for pair in cells if pair[0] != name)
        if all(_uncovered(question, (*rest, (name, cell))) for cell in question.axes[name].cells):
            cells = rest
    return cells


def _uncovered(question: Question, cells: _Cells) -> bool:
    known = sample(cells)
    return all(holds(case.when, known) is False for case in question.cases)


def _between_two_cases(question: Question, cells: _Cells) -> tuple[Case, ...]:
    """Return the cases on both sides of a part along one of its numeric inputs; empty when it has none."""
    for name, cell in cells:
        axis = question.axes[name]
        if not axis.numeric or _hairline(cell, axis):
            continue
        rest = tuple(pair for pair in cells if pair[0] != name)
        index = axis.cells.index(cell)
        below = _nearest(question, rest, axis, range(index - 1, -1, -1))
        above = _nearest(question, rest, axis, range(index + 1, len(axis.cells)))
        if below is not None and above is not None:
            return (below, above)
    return ()


def _hairline(cell: Cell, axis: Axis) -> bool:
    """Whether a dense cell lies between two neighbouring whole numbers, as between "1-10 GB" and "11-50 GB"."""
    if axis.integral or cell.low is None or cell.high is None:
        return False
    return cell.high - cell.low <= 1 and cell.low % 1 == cell.high % 1 == 0


def _nearest(question: Question, rest: _Cells, axis: Axis, indexes: Iterable[int]) -> Case | None:
    """Return the first case met on the way that covers a stretch of the axis and not single values alone."""
    for index in indexes:
        for case in question.cases:
            if _covers(case, rest, axis, axis.cells[index]) and _has_stretch(case, rest, axis):
                return case
    return None


def _covers(case: Case, rest: _Cells, axis: Axis, cell: Cell) -> bool:
    return holds(case.when, sample((*rest, (axis.input.name, cell)))) is True


def _has_stretch(case: Case, rest: _Cells, axis: Axis) -> bool:
    return any(not cell.single and _covers(case, rest, axis, cell) for cell in axis.cells)


def _merge(simple: Mapping[_Cells, Sequence[Case]], axes: Mapping[str, Axis]) -> Iterable[Gap]:
    """Join gaps that differ in one input only, where their cells are neighbours."""
    wide: dict[_Wide, tuple[Case, ...]] = {
        tuple((name, (cell,)) for name, cell in cells): tuple(cases) for cells, cases in simple.items()
    }
    for name in reversed(tuple(axes)):
        joined: dict[_Wide, tuple[Case, ...]] = {}
        for cells, cases in wide.items():
            earlier = next((other for other in joined if _adjoin(other, cells, axes[name])), None)
            if earlier is None:
                joined[cells] = cases
                continue
            both = tuple(
                (key, first + second if key == name else first)
                for (key, first), (_, second) in zip(earlier, cells, strict=True)
            )
            joined[both] = tuple(dict.fromkeys((*joined.pop(earlier), *cases)))
        wide = joined
    return [Gap(cells, cases) for cells, cases in wide.items()]


def _adjoin(first: _Wide, second: _Wide, axis: Axis) -> bool:
    """Whether the second part continues the first one along an axis and is equal to it otherwise."""
    if [name for name, _ in first] != [name for name, _ in second]:
        return False
    name = axis.input.name
    if [pair for pair in first if pair[0] != name] != [pair for pair in second if pair[0] != name]:
        return False
    ends = dict(first).get(name), dict(second).get(name)
    if ends[0] is None or ends[1] is None:
        return False
    return not axis.numeric or axis.cells.index(ends[0][-1]) + 1 == axis.cells.index(ends[1][0])
