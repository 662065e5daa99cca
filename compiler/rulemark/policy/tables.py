"""Tables of cases become decisions; every other table is read cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rulemark.policy.case_tables import case_table, is_empty, only_quantity
from rulemark.policy.cells import read_cells
from rulemark.policy.clauses import compare
from rulemark.policy.drafts import Draft, Refusal, RefusedError, evidence_at
from rulemark.policy.example_marks import example_marks
from rulemark.policy.lookup import Lookup, declared_input
from rulemark.policy.model import (
    ALWAYS,
    All,
    Basis,
    Case,
    Compare,
    Condition,
    Decision,
    Input,
    InputType,
    OneOf,
    Operator,
    Outcome,
)
from rulemark.policy.naming import invented, section_name
from rulemark.policy.vocabulary import DecisionTerm, InputTerm
from rulemark.statements import CellReading, Extraction, TableReading


@dataclass(frozen=True, slots=True)
class TableDrafts:
    """What a table was compiled to."""

    drafts: tuple[Draft, ...]
    refusals: tuple[Refusal, ...] = ()


def table_drafts(extraction: Extraction, lookup: Lookup) -> TableDrafts:
    """Compile every table of an article, except those of examples: they say what must come out of the others."""
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    examples = {mark.table.order for mark in example_marks(extraction) if mark.table is not None}
    for table in extraction.tables:
        if table.order in examples:
            continue
        declared = _declared(table, extraction, lookup)
        try:
            decisions = (declared,) if declared else tuple(_cases(table, extraction, lookup))
        except RefusedError as refusal:
            refusals += _refused(table, str(refusal))
            continue
        drafts += decisions
        if not decisions:
            read_cells(table, extraction, lookup, drafts, refusals)
    return TableDrafts(tuple(drafts), tuple(refusals))


def _refused(table: TableReading, reason: str) -> Iterator[Refusal]:
    """List every row of a table of cases by the first of its cells that says anything."""
    for row in table.rows:
        first_sentence = next((index for cell in row for index in cell.statements), None)
        if first_sentence is not None:
            yield Refusal(first_sentence, f"a table of cases: {reason}")


# --- tables of cases --------------------------------------------------------------------------------------------------


def _declared(table: TableReading, extraction: Extraction, lookup: Lookup) -> Draft | None:
    """A table with a column for every input of a declared decision, and one that names its outcomes."""
    for term in lookup.vocabulary.decisions:
        columns = _input_columns(table, term, lookup)
        result = _outcome_column(table, term, lookup)
        if result is None or set(columns.values()) != set(term.inputs) or result in columns:
            continue
        entries = {column: entry for column, name in columns.items() if (entry := lookup.input(name))}
        rows = tuple(_row_condition(row, entries, extraction, lookup) for row in table.rows)
        conditions = tuple(condition for condition in rows if condition is not None)
        if len(conditions) == len(table.rows):
            inputs = tuple(declared_input(entry) for entry in entries.values())
            names = tuple(_outcome_names(row[result], term, lookup)[0] for row in table.rows)
            return _draft(
                term.id, table, (inputs, conditions, names), lookup, declared=True, sentences=_sentences(table)
            )
    return None


def _input_columns(table: TableReading, term: DecisionTerm, lookup: Lookup) -> dict[int, str]:
    found: dict[int, str] = {}
    for column, cell in enumerate(table.header):
        name = next((name for name in named_inputs(cell.text, lookup) if name in term.inputs), None)
        if name is not None and name not in found.values():
            found[column] = name
    return found


def named_inputs(text: str, lookup: Lookup) -> tuple[str, ...]:
    """Return the inputs of the vocabulary that the words of a header mean."""
    plain = lookup.inputs.names_in(text)
    words = text.casefold()
    choices = tuple(
        entry.name
        for entry in lookup.vocabulary.inputs
        if entry.type is InputType.CHOICE and any(w.casefold() in words for w in entry.term.in_locale(lookup.locale))
    )
    return (*plain, *choices)


def _outcome_column(table: TableReading, term: DecisionTerm, lookup: Lookup) -> int | None:
    for column in reversed(range(len(table.header))):
        if table.rows and all(len(_outcome_names(row[column], term, lookup)) == 1 for row in table.rows):
            return column
    return None


def _outcome_names(cell: CellReading, term: DecisionTerm, lookup: Lookup) -> tuple[str, ...]:
    return tuple(name for name in lookup.outcomes.names_in(cell.text) if name in term.outcomes)


def _row_condition(
    row: tuple[CellReading, ...], entries: dict[int, InputTerm], extraction: Extraction, lookup: Lookup
) -> Condition | None:
    parts = tuple(_cell_condition(row[column], entry, extraction, lookup) for column, entry in entries.items())
    known = tuple(part for part in parts if part is not None)
    if len(known) < len(parts):
        return None
    tests = tuple(part for part in known if part != ALWAYS)
    return tests[0] if len(tests) == 1 else All(tests)


def _cell_condition(cell: CellReading, entry: InputTerm, extraction: Extraction, lookup: Lookup) -> Condition | None:
    """Return what a cell says of an input: a dash says nothing, words that are not understood give None."""
    if is_empty(cell):
        return ALWAYS
    if entry.type is InputType.CHOICE:
        names = lookup.choices.names_in(cell.text)
        chosen = tuple(name.partition(".")[2] for name in names if name.startswith(f"{entry.name}."))
        if not chosen:
            return None
        return Compare(entry.name, Operator.EQ, chosen[0]) if len(chosen) == 1 else OneOf(entry.name, chosen)
    if entry.type is InputType.BOOLEAN:
        return _truth(cell.text, entry, lookup)
    quantity = only_quantity(cell, extraction)
    return compare(entry.name, quantity) if quantity else None


def _truth(text: str, entry: InputTerm, lookup: Lookup) -> Condition | None:
    if entry.name in lookup.opposites.names_in(text):
        return Compare(entry.name, Operator.EQ, value=False)
    return Compare(entry.name, Operator.EQ, value=True) if entry.name in lookup.inputs.names_in(text) else None


def _cases(table: TableReading, extraction: Extraction, lookup: Lookup) -> Iterator[Draft]:
    """A table whose first columns tell cases apart: a decision for every other column.

    Raises:
        RefusedError: Some cell of a case is not understood.
    """
    found = case_table(table, extraction, lookup)
    for order, column in enumerate(found.outcomes if found else ()):
        assert found is not None
        answers = {text.casefold(): text for row in table.rows if (text := row[column].text)}
        names = {text: f"case_{number}" for number, text in enumerate(answers, start=1)}
        name = invented(table.header[column].text, lookup.lexicon) or section_name(table.anchor, lookup.lexicon)
        name = name or "decision"
        outcomes = tuple(names.get(row[column].text.casefold(), "") for row in table.rows)
        parts, read = (found.inputs, found.conditions, outcomes), _sentences(table)
        yield _draft(name, table, parts, lookup, declared=False, sentences=read, column=column, order=order)


def _sentences(table: TableReading) -> tuple[int, ...]:
    return tuple(index for row in table.rows for cell in row for index in cell.statements)


def _draft(
    name: str,
    table: TableReading,
    parts: tuple[tuple[Input, ...], tuple[Condition, ...], tuple[str, ...]],
    lookup: Lookup,
    *,
    declared: bool,
    sentences: tuple[int, ...],
    column: int = -1,
    order: int = 0,
) -> Draft:
    inputs, conditions, outcomes = parts
    labels = {term.name: term.labels for term in lookup.vocabulary.outcomes}
    cases = tuple(
        Case(
            condition,
            outcome,
            (evidence_at(row[0].location, table.anchor, _quote(row), lookup.locale),),
            table.monikers,
        )
        for condition, outcome, row in zip(conditions, outcomes, table.rows, strict=True)
        if outcome
    )
    named = {
        outcome: Outcome(outcome, labels.get(outcome) or ((lookup.locale, row[column].text),))
        for outcome, row in zip(outcomes, table.rows, strict=True)
        if outcome
    }
    decision = Decision(
        id=name,
        inputs=tuple(entry.name for entry in inputs),
        outcomes=tuple(named.values()),
        cases=cases,
        monikers=table.monikers,
        basis=Basis.TABLE,
        declared=declared,
        anchor=table.anchor,
    )
    return Draft(decision, ("decision", table.anchor, table.order, order), inputs, sentences)


def _quote(row: tuple[CellReading, ...]) -> str:
    return " | ".join(cell.text for cell in row)
