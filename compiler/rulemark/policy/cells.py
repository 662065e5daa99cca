"""Tables that are no cases: each cell becomes a timer, an amount or duties, about what its row and column say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rulemark.policy.amounts import amounts_of
from rulemark.policy.case_tables import is_empty, key_columns, row_choice, says_only
from rulemark.policy.clauses import UNCONDITIONAL, Understood, is_time
from rulemark.policy.conditions import is_conditional, understand
from rulemark.policy.drafts import Draft, Refusal, RefusedError, evidence_of, key_of, numbered_key
from rulemark.policy.duties import duties_of, kind_of_modality
from rulemark.policy.lookup import Lookup, first
from rulemark.policy.model import Basis, Duty, DutyKind
from rulemark.policy.naming import BETWEEN_LABELS, tokens
from rulemark.policy.open_questions import refuse_what_is_open
from rulemark.policy.timers import timer_of
from rulemark.statements import COUNT, CellReading, Extraction, Modality, Scope, Statement, TableReading, Topic

_TWO = 2
"""Columns of a table whose first one says all about its second."""
_BINDING = frozenset({"modal", "negation", "copula"})
_LONGEST_HEADER = 5
"""Words of a header that binds: "Members can", "What an owner may do"."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell at its place."""

    table: TableReading
    row: int
    column: int
    about: str
    """The words of its row and column."""

    @property
    def reading(self) -> CellReading:
        return self.table.rows[self.row][self.column]

    @property
    def title(self) -> CellReading:
        return self.table.header[self.column]


def read_cells(
    table: TableReading, extraction: Extraction, lookup: Lookup, drafts: list[Draft], refusals: list[Refusal]
) -> None:
    """Compile the cells of a table one by one; what names its row stays visible in every element."""
    keys = key_columns(table)
    cases = frozenset(column for column in range(len(table.header)) if _tells_cases(table, column, extraction))
    for cell in _cells(table, keys or 1):
        for index in cell.reading.statements:
            bears = extraction.statements[index].reading.bears_policy
            try:
                if bears:
                    _refuse_cases(cell, keys, cases)
                found = tuple(_cell_drafts(index, cell, extraction, lookup))
            except RefusedError as refusal:
                refusals.append(Refusal(index, str(refusal)))
                continue
            drafts += found
            if not found and bears:
                refusals.append(Refusal(index, "no construction that is understood"))


def _refuse_cases(cell: _Cell, keys: int, cases: frozenset[int]) -> None:
    if not keys:
        raise RefusedError("rows with the same names and different values")
    if cell.column in cases:
        raise RefusedError(f"times that tell cases apart in the column `{cell.title.text}`")


def _cells(table: TableReading, keys: int) -> Iterator[_Cell]:
    for row, cells in enumerate(table.rows):
        for column in range(1, len(table.header)):
            names = BETWEEN_LABELS.join(cell.text for cell in cells[: min(keys, column)])
            title = "" if len(table.header) == _TWO else table.header[column].text
            yield _Cell(table, row, column, f"{names}{BETWEEN_LABELS}{title}".strip(BETWEEN_LABELS))


def _tells_cases(table: TableReading, column: int, extraction: Extraction) -> bool:
    """Whether some cell says "18 years or older": the times of such a column are ages, not how long something lasts."""
    return any(
        is_time(quantity.unit) and quantity.scope is Scope.OPEN
        for row in table.rows
        for index in row[column].statements
        for quantity in extraction.statements[index].reading.quantities
    )


def _cell_drafts(index: int, cell: _Cell, extraction: Extraction, lookup: Lookup) -> Iterator[Draft]:
    statement = extraction.statements[index]
    refuse_what_is_open(statement)
    when = understand(statement, lookup) if is_conditional(statement) else UNCONDITIONAL
    said, evidence = _under_its_header(statement, cell), (evidence_of(statement, lookup.locale),)
    timer = timer_of(said, when, lookup, cell.about)
    if timer is not None:
        timer = replace(timer, basis=Basis.TABLE, evidence=evidence)
        yield Draft(timer, key_of("timer", statement), when.inputs, (index,))
    for order, amount in enumerate(amounts_of(said, when, lookup, beside_timer=timer is not None)):
        name = first(lookup.amounts.find(cell.about)) or amount.name
        measures = ((lookup.locale, cell.about),)
        element = replace(amount, id=name, name=name, basis=Basis.TABLE, measures=measures, evidence=evidence)
        yield Draft(element, numbered_key("amount", order, statement), when.inputs, (index,))
    if timer is None:
        yield from _cell_duties(index, statement, cell, when, extraction, lookup)


def _under_its_header(statement: Statement, cell: _Cell) -> Statement:
    """Return a cell read with its header, which may hold the noun and the comparison: "5" under "Maximum users"."""
    under = cell.reading.under_header
    if under is None or len(under.quantities) != 1 or under.quantities[0].unit == COUNT:
        return statement
    return replace(statement, reading=under, mentions=())


# --- duties -----------------------------------------------------------------------------------------------------------


def _cell_duties(
    index: int, statement: Statement, cell: _Cell, when: Understood, extraction: Extraction, lookup: Lookup
) -> Iterator[Draft]:
    actors = tuple(name.partition(".")[2] for name in lookup.choices.names_in(cell.about))
    state = first(lookup.states.find(cell.about))
    found = duties_of(statement, when, lookup)
    bare = _is_bare(statement, lookup)
    for order, duty in enumerate(found):
        text = ((lookup.locale, f"{cell.about}: {cell.reading.text}"),) if bare else duty.text
        element = replace(duty, basis=Basis.TABLE, text=text, actors=duty.actors or actors, state=duty.state or state)
        yield Draft(element, numbered_key("duty", order, statement), when.inputs, (index,))
    if not found and (header := _binding_header(cell, extraction)) is not None:
        yield _under_header(index, header, cell, extraction, lookup)


def _is_bare(statement: Statement, lookup: Lookup) -> bool:
    """Whether a cell says nothing but how it binds, `不要`, "not required": its row says to what."""
    text = statement.reading.text.casefold()
    binding = (
        text[start:end]
        for start, end, senses in lookup.lexicon.phrases.found(text)
        if any(sense.topic in _BINDING for sense in senses)
    )
    return "".join("".join(binding).split()) == "".join(text.split()).rstrip(".。")


def _binding_header(cell: _Cell, extraction: Extraction) -> Statement | None:
    """Return the header of a cell when it binds somebody, as in "Members can": the cell then says to what."""
    if is_empty(cell.reading):
        return None
    for index in cell.title.statements[:1]:
        header = extraction.statements[index]
        if header.reading.modality is not None and len(tokens(header.reading.text)) <= _LONGEST_HEADER:
            return header
    return None


def _under_header(index: int, header: Statement, cell: _Cell, extraction: Extraction, lookup: Lookup) -> Draft:
    statement = extraction.statements[index]
    denied = says_only(Topic.NOTHING, cell.reading, extraction)
    permitted = header.reading.modality is Modality.MAY
    if header.reading.modality is None or (statement.reading.negated and not denied) or (denied and not permitted):
        raise RefusedError("a cell that denies its header")
    state = first(lookup.states.find(cell.about))
    actors = lookup.actors(header, 0)
    entry, test = row_choice(cell.table, cell.row, lookup)
    duty = Duty(
        id="",
        kind=DutyKind.PROHIBITION if denied else kind_of_modality(header.reading.modality),
        evidence=(evidence_of(statement, lookup.locale), evidence_of(header, lookup.locale)),
        text=((lookup.locale, cell.reading.text if actors else f"{cell.title.text}: {cell.reading.text}"),),
        actors=actors,
        modality=Modality.MAY_NOT.value if denied else header.reading.modality.value,
        state=state,
        monikers=statement.monikers,
        basis=Basis.TABLE,
        anchor=statement.anchor,
    )
    governed = duty if state else replace(duty, when=test, conditions=((lookup.locale, cell.about),))
    return Draft(governed, numbered_key("duty", 0, statement), () if state else (entry,), (index,))
