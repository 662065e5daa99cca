"""RM402: two cases apply to the same input and lead to different outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rulemark.checks.coverage.axes import Axis, Cell
from rulemark.checks.coverage.gaps import Gap
from rulemark.checks.coverage.question import Question
from rulemark.checks.coverage.regions import Region, sample
from rulemark.checks.coverage.sentences import moniker_note, outcome, sentences
from rulemark.checks.coverage.truth import holds
from rulemark.checks.coverage.uncovered_case import describe, witness
from rulemark.checks.places import Places
from rulemark.checks.problems import OVERLAPPING_CASES
from rulemark.diagnostics import Diagnostic
from rulemark.policy import Basis, Case


def overlapping_cases(question: Question, places: Places) -> Iterator[Diagnostic]:
    """Report each pair of cases that contradict each other, with the smallest common input as witness."""
    for (first_index, first), (second_index, second) in combinations(enumerate(question.cases), 2):
        if not _alternatives(first, second):
            continue
        common = [region for region in question.regions if region.truths[first_index] and region.truths[second_index]]
        if not common or not (_exclusive(question) or _facing(question, first, second)):
            continue
        both = f"both {outcome(question, first)} and {outcome(question, second)}"
        overlap = _smallest(common, question)
        labels = sentences(question, (first, second), places)
        if labels:
            yield Diagnostic(
                OVERLAPPING_CASES,
                f"{both} apply to {describe(overlap, question)}{moniker_note(question)}",
                labels[0].location,
                help="let the cases exclude each other, or mark the special one as an exception (`unless`, `except`)",
                labels=labels[1:],
                witness=witness(overlap, question),
            )


def _alternatives(first: Case, second: Case) -> bool:
    """Whether nothing in the article says which of the two has priority."""
    marked = first.exception or second.exception or first.otherwise or second.otherwise
    return not marked and first.then != second.then and bool(first.hedges) == bool(second.hedges)


def _exclusive(question: Question) -> bool:
    """Whether outcomes are known to exclude each other: declared so, or rows of one table."""
    return question.decision.declared or question.decision.basis is Basis.TABLE


def _facing(question: Question, first: Case, second: Case) -> bool:
    """Whether one case is about the lower and the other about the upper end of an input.

    Sentences of prose that apply to the same input may simply both hold ("more than 5 …", "more than 10 …"). Where one
    looks down and the other looks up, they divide the input between them, and what both claim is a mistake.
    """
    for axis in question.axes.values():
        ends = [_ends(case, axis) for case in (first, second)]
        if ends in ([(True, False), (False, True)], [(False, True), (True, False)]):
            return True
    return False


def _ends(case: Case, axis: Axis) -> tuple[bool, bool]:
    """Say whether a case applies at the lower and at the upper end of an axis, whatever else is known."""
    if not axis.numeric or len(axis.cells) < 2:
        return (False, False)
    return tuple(  # type: ignore[return-value]  # two ends make a pair
        holds(case.when, sample(((axis.input.name, cell),))) is not False for cell in (axis.cells[0], axis.cells[-1])
    )


def _smallest(common: list[Region], question: Question) -> Gap:
    """Return the simplest region: single values that the article names before stretches."""
    best = min(common, key=lambda region: (len(region.cells), sum(not cell.single for _, cell in region.cells)))
    cells: tuple[tuple[str, tuple[Cell, ...]], ...] = tuple((name, (cell,)) for name, cell in best.cells)
    return Gap(cells, question.cases)
