"""RM401: an input that no case of a decision says anything about."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.coverage.axes import Cell
from rulemark.checks.coverage.gaps import Gap, gaps
from rulemark.checks.coverage.question import Question
from rulemark.checks.coverage.sentences import moniker_note, sentences
from rulemark.checks.coverage.wording import counted, scalar, stretch
from rulemark.checks.places import Places
from rulemark.checks.problems import UNCOVERED_CASE
from rulemark.diagnostics import Diagnostic, Scalar

_MOST = 5
"""Gaps of one decision that are reported one by one."""


def uncovered_case(question: Question, places: Places) -> Iterator[Diagnostic]:
    """Report each gap with a witness and the sentences that come nearest."""
    for gap in gaps(question)[:_MOST]:
        labels = sentences(question, gap.neighbours, places)
        if labels:
            phrase = describe(gap, question)
            yield Diagnostic(
                UNCOVERED_CASE,
                f"no case covers {phrase}{moniker_note(question)}",
                labels[0].location,
                help=_remedy(gap, question, phrase),
                labels=labels[1:],
                witness=witness(gap, question),
            )


def describe(gap: Gap, question: Question) -> str:
    """Say in words what is left open: `exactly 25 licenses where role is user`."""
    numeric = [stretch(cells, question.axes[name]) for name, cells in gap.cells if question.axes[name].numeric]
    others = [stretch(cells, question.axes[name]) for name, cells in gap.cells if not question.axes[name].numeric]
    if not numeric and not others:
        return "anything at all"
    where = " and ".join(others)
    return f"{' with '.join(numeric)} where {where}" if numeric and others else " with ".join(numeric) or where


def witness(gap: Gap, question: Question) -> tuple[tuple[str, Scalar], ...]:
    """Return one input that is left open."""
    inputs = tuple((name, scalar(_nicest(cells).sample)) for name, cells in gap.cells)
    return (*inputs, ("moniker", question.monikers[0])) if question.monikers else inputs


def _nicest(cells: tuple[Cell, ...]) -> Cell:
    """A literal that the article names is the easiest to look up; else the first value."""
    return next((cell for cell in cells if cell.single), cells[0])


def _remedy(gap: Gap, question: Question, phrase: str) -> str:
    if len(gap.cells) == 1 and len(gap.cells[0][1]) == 1:
        (name, (cell,)) = gap.cells[0]
        axis = question.axes[name]
        if axis.numeric and cell.single and not isinstance(cell.sample, (bool, str)):
            value = counted(cell.sample, axis.input)
            return f"let one of the cases include {value} (`at most`, `at least`), or add a case for it"
    return f"add a case for {phrase}, or say what holds in all other cases"
