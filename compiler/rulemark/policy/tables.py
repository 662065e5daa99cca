"""Tables of cases become decisions; the cells of every other table become timers, amounts and duties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rulemark.policy.amounts import amounts_of
from rulemark.policy.conditions import UNCONDITIONAL, Understood, compare, is_conditional, is_time, understand
from rulemark.policy.drafts import Draft, Refusal, RefusedError, evidence_at, key_of, numbered_key
from rulemark.policy.duties import duties_of
from rulemark.policy.example_marks import example_marks
from rulemark.policy.lookup import Lookup, declared_input, first
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
from rulemark.policy.naming import snake
from rulemark.policy.timers import timer_of
from rulemark.policy.vocabulary import DecisionTerm, InputTerm
from rulemark.statements import CellReading, Comparison, Extraction, Quantity, Statement, TableReading

_TWO = 2
"""Columns of a table whose first one says all about its second."""


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
        decision = _declared(table, extraction, lookup) or _counted(table, extraction, lookup)
        if decision is not None:
            drafts.append(decision)
        else:
            _read_cells(table, extraction, lookup, drafts, refusals)
    return TableDrafts(tuple(drafts), tuple(refusals))


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
    if not cell.text.strip("-–—* "):
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


def only_quantity(cell: CellReading, extraction: Extraction) -> Quantity | None:
    """Return the quantity of a cell, read with its header where that names the unit; None when it holds several."""
    alone = tuple(q for index in cell.statements for q in extraction.statements[index].reading.quantities)
    found = (cell.under_header.quantities if cell.under_header else ()) or alone
    return found[0] if len(found) == 1 else None


def _counted(table: TableReading, extraction: Extraction, lookup: Lookup) -> Draft | None:
    """A table whose first column compares one counted thing and whose last says what happens: a decision of its own."""
    if len(table.header) != _TWO or len(table.rows) < _TWO:
        return None
    counts = tuple(only_quantity(row[0], extraction) for row in table.rows)
    known = tuple(quantity for quantity in counts if quantity is not None and not is_time(quantity.unit))
    compared = any(quantity.comparison is not Comparison.EQ for quantity in known)
    if len(known) < len(table.rows) or len({quantity.unit for quantity in known}) != 1 or not compared:
        return None
    if any(only_quantity(row[1], extraction) for row in table.rows):
        return None
    entry = lookup.numeric_input(_finest(known), table.header[0].text)
    conditions = tuple(compare(entry.name, quantity) for quantity in known)
    names = tuple(f"case_{index + 1}" for index in range(len(table.rows)))
    name = snake(table.header[1].text) or snake(table.anchor) or "decision"
    return _draft(name, table, ((entry,), conditions, names), lookup, declared=False, sentences=_sentences(table))


def _finest(quantities: tuple[Quantity, ...]) -> Quantity:
    """Return a quantity with a fraction, if any has one: it decides the type of the input."""
    return next((q for q in quantities if q.value != q.value.to_integral_value()), quantities[0])


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
    )
    named = {
        outcome: Outcome(outcome, labels.get(outcome) or ((lookup.locale, row[-1].text),))
        for outcome, row in zip(outcomes, table.rows, strict=True)
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
    return Draft(decision, ("decision", table.anchor, table.order, 0), inputs, sentences)


def _quote(row: tuple[CellReading, ...]) -> str:
    return " | ".join(cell.text for cell in row)


# --- every other table ------------------------------------------------------------------------------------------------


def _read_cells(
    table: TableReading, extraction: Extraction, lookup: Lookup, drafts: list[Draft], refusals: list[Refusal]
) -> None:
    for row in table.rows:
        for title, cell in zip(table.header[1:], row[1:], strict=True):
            about = row[0].text if len(table.header) == _TWO else f"{row[0].text} – {title.text}".strip(" –")
            for index in cell.statements:
                statement = extraction.statements[index]
                try:
                    drafts += _cell_drafts(index, statement, about, lookup)
                except RefusedError as refusal:
                    refusals.append(Refusal(index, str(refusal)))


def _cell_drafts(index: int, statement: Statement, about: str, lookup: Lookup) -> Iterator[Draft]:
    when = understand(statement, lookup) if is_conditional(statement) else UNCONDITIONAL
    timer = timer_of(statement, when, lookup, about)
    if timer is not None:
        yield Draft(replace(timer, basis=Basis.TABLE), key_of("timer", statement), when.inputs, (index,))
    for order, amount in enumerate(amounts_of(statement, when, lookup)):
        name = first(lookup.amounts.find(about)) or amount.name
        element = replace(amount, id=name, name=name, basis=Basis.TABLE, measures=((lookup.locale, about),))
        yield Draft(element, numbered_key("amount", order, statement), when.inputs, (index,))
    if timer is None:
        yield from _cell_duties(index, statement, about, when, lookup)


def _cell_duties(index: int, statement: Statement, about: str, when: Understood, lookup: Lookup) -> Iterator[Draft]:
    actors = tuple(name.partition(".")[2] for name in lookup.choices.names_in(about))
    for order, duty in enumerate(duties_of(statement, when, lookup)):
        element = replace(
            duty,
            basis=Basis.TABLE,
            actors=duty.actors or actors,
            state=duty.state or first(lookup.states.find(about)),
        )
        yield Draft(element, numbered_key("duty", order, statement), when.inputs, (index,))
