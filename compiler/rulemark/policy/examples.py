"""From marked tables to examples: each row states facts in the words of the vocabulary and, last, the outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from rulemark.diagnostics import Diagnostic
from rulemark.policy.case_tables import is_empty
from rulemark.policy.example import Example
from rulemark.policy.example_cells import input_named, outcome_named, value_of
from rulemark.policy.example_marks import ExampleMark, example_marks
from rulemark.policy.lookup import Lookup, declared_input
from rulemark.policy.model import Decision, Input, Policy, Value, inputs_of
from rulemark.policy.problems import UNKNOWN_EXAMPLE_NAME, UNREADABLE_EXAMPLE
from rulemark.source import Location, Span
from rulemark.statements import CellReading, Extraction, TableReading

Row = tuple[CellReading, ...]
_SHOWN = 8
"""Decisions that a remedy names."""


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples of an article in one locale, and what is wrong with those that cannot be read."""

    examples: tuple[Example, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class _UnreadableError(ValueError):
    """A table, or a row of it, that cannot be read."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def read_examples(extraction: Extraction, policy: Policy, lookup: Lookup) -> Examples:
    """Return the examples that an article gives in one locale.

    Args:
        extraction: The article.
        policy: What it compiles to, in all its languages: the decisions that examples are about.
        lookup: The vocabulary in the locale of the article.
    """
    examples: list[Example] = []
    found: list[Diagnostic] = []
    decisions = {one.id: one for one in policy.decisions}
    for mark in example_marks(extraction):
        try:
            table = _Table(extraction, policy, lookup, *_subject(mark, decisions))
            columns = table.columns()
        except _UnreadableError as error:
            found.append(error.diagnostic)
            continue
        for row in table.table.rows:
            try:
                examples.append(table.example(row, columns))
            except _UnreadableError as error:
                found.append(error.diagnostic)
    return Examples(tuple(examples), tuple(found))


def _subject(mark: ExampleMark, decisions: Mapping[str, Decision]) -> tuple[Decision, TableReading]:
    decision = decisions.get(mark.decision)
    if decision is None:
        names = ", ".join(f"`{name}`" for name in islice(decisions, _SHOWN))
        said = f"the article has no decision `{mark.decision}`" if mark.decision else "the comment names no decision"
        remedy = f"name one of {names}" if names else "the article has no decisions; remove the comment"
        raise _UnreadableError(Diagnostic(UNKNOWN_EXAMPLE_NAME, said, mark.location, help=remedy))
    if mark.table is None or not mark.table.rows:
        said, remedy = (
            "no table stands behind the comment",
            "write the table into the same section, or remove the comment",
        )
        raise _UnreadableError(Diagnostic(UNKNOWN_EXAMPLE_NAME, said, mark.location, help=remedy))
    return decision, mark.table


@dataclass(frozen=True, slots=True)
class _Table:
    """One table with everything that its words are looked up in."""

    extraction: Extraction
    policy: Policy
    lookup: Lookup
    decision: Decision
    table: TableReading

    def columns(self) -> tuple[Input, ...]:
        """Return the input of every column but the last."""
        known = tuple(self._inputs())
        found: list[Input] = []
        for cell in self.table.header[:-1]:
            entry = input_named(cell.text, known, self.lookup)
            if entry is None or entry in found:
                raise _UnreadableError(self._unknown_header(cell, known, repeated=entry is not None))
            found.append(entry)
        return tuple(found)

    def example(self, row: Row, columns: tuple[Input, ...]) -> Example:
        """Return the example of a row."""
        facts = tuple(self._facts(row, columns))
        return Example(
            article=self.policy.path,
            decision=self.decision.id,
            locale=self.lookup.locale,
            facts=facts,
            monikers=self.table.monikers,
            expected=self._expected(row[-1]),
            quote=" | ".join(cell.text for cell in row),
            location=Location(
                row[0].location.source, Span(row[0].location.span.start, max(cell.location.span.end for cell in row))
            ),
        )

    def _inputs(self) -> Iterator[Input]:
        """Yield the inputs of the decision, those that the vocabulary declares and no case reads included."""
        read = frozenset[str]().union(*(inputs_of(case.when) for case in self.decision.cases))
        compiled = {entry.name: entry for entry in self.policy.inputs}
        for name in dict.fromkeys((*self.decision.inputs, *sorted(read))):
            declared = self.lookup.input(name)
            if name in compiled or declared is not None:
                yield compiled[name] if declared is None else declared_input(declared)

    def _unknown_header(self, cell: CellReading, known: tuple[Input, ...], *, repeated: bool) -> Diagnostic:
        words = "names an input that another column names" if repeated else f"names no input of `{self.decision.id}`"
        names = ", ".join(f"`{entry.name}`" for entry in known)
        remedy = f"use the words of the vocabulary for {names}" if names else "the decision has no inputs"
        return Diagnostic(UNKNOWN_EXAMPLE_NAME, f"the header `{cell.text}` {words}", cell.location, help=remedy)

    def _facts(self, row: Row, columns: tuple[Input, ...]) -> Iterator[tuple[str, Value]]:
        for cell, entry in zip(row, columns, strict=False):
            if is_empty(cell):
                continue
            value = value_of(cell, entry, self.extraction, self.lookup)
            if value is None:
                said = f"`{cell.text}` is no value of `{entry.name}`"
                remedy = f"write {_domain(entry)}, or a dash when it is unknown"
                raise _UnreadableError(Diagnostic(UNREADABLE_EXAMPLE, said, cell.location, help=remedy))
            yield entry.name, value

    def _expected(self, cell: CellReading) -> str | None:
        if is_empty(cell):
            return None
        name = outcome_named(cell.text, self.decision.outcomes, self.lookup)
        if name is None:
            said = f"`{cell.text}` names no outcome of `{self.decision.id}`"
            names = ", ".join(f"`{outcome.name}`" for outcome in self.decision.outcomes)
            remedy = f"use the words of the vocabulary for one of {names}, or a dash when the article leaves it open"
            raise _UnreadableError(Diagnostic(UNREADABLE_EXAMPLE, said, cell.location, help=remedy))
        return name


def _domain(entry: Input) -> str:
    if entry.choices:
        return "the words of one of " + ", ".join(f"`{choice}`" for choice in entry.choices)
    return {"boolean": "yes or no", "integer": "one whole number"}.get(entry.type.value, "one number")
