"""Tables whose first columns tell cases apart: one decision for every column that says what happens then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rulemark.policy.clauses import compare, is_time
from rulemark.policy.drafts import RefusedError
from rulemark.policy.lookup import Lookup
from rulemark.policy.model import ALWAYS, All, Compare, Condition, Input, InputType, Operator
from rulemark.policy.naming import invented, plural, snake, tokens
from rulemark.statements import (
    COUNT,
    DURATIONS,
    MEASURED,
    CellReading,
    Comparison,
    Extraction,
    Quantity,
    TableReading,
    Topic,
)

_DASHES = "-–—* "
_MEASURES = DURATIONS | MEASURED
_FEW_WORDS = 2
"""Words beside a quantity that is all a cell says: "$60 a year"."""


@dataclass(frozen=True, slots=True)
class CaseTable:
    """A table of cases.

    Attributes:
        inputs: What the first columns test.
        conditions: One for each row.
        outcomes: The columns that say what happens then.
    """

    inputs: tuple[Input, ...]
    conditions: tuple[Condition, ...]
    outcomes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as far as it tests an input: one test for each row."""

    entry: Input
    tests: tuple[Condition, ...]


def key_columns(table: TableReading) -> int:
    """Return how many columns it takes to tell the rows apart; 0 when not even all but the last do."""
    for count in range(1, len(table.header)):
        keys = {tuple(cell.text.casefold() for cell in row[:count]) for row in table.rows}
        if len(keys) == len(table.rows):
            return count
    return 0


def case_table(table: TableReading, extraction: Extraction, lookup: Lookup) -> CaseTable | None:
    """Return a table as cases; None when its first columns are names of things, as in a table of limits.

    Raises:
        RefusedError: The rows are cases, but some cell of them is not understood.
    """
    keys = key_columns(table)
    if not keys or len(table.rows) == 1:
        return None
    while keys < len(table.header) - 1 and any(_holds_anyway(row[:keys], extraction) for row in table.rows):
        keys += 1
    columns = tuple(_numeric(table, column, extraction, lookup) for column in range(keys))
    compares = any(_compares(table, column, extraction) for column in range(keys)) and (
        keys > 1 or 2 * _compared(table, 0, extraction) >= len(table.rows)
    )
    measured = keys > 1 and any(_is_measured(table, column, extraction) for column in range(keys, len(table.header)))
    if not compares and not measured:
        return None
    read = tuple(numeric or _choice(table, column, extraction, lookup) for column, numeric in enumerate(columns))
    if len({column.entry.name for column in read}) < len(read):
        raise RefusedError("two columns of cases with one name")
    tests = (tuple(column.tests[row] for column in read) for row in range(len(table.rows)))
    conditions = tuple(_together(tuple(part for part in parts if part != ALWAYS)) for parts in tests)
    return CaseTable(tuple(column.entry for column in read), conditions, tuple(range(keys, len(table.header))))


def _holds_anyway(cells: tuple[CellReading, ...], extraction: Extraction) -> bool:
    """Whether the first cells of a row tell no case apart: another column does."""
    return all(is_any(cell, extraction) for cell in cells)


def _together(tests: tuple[Condition, ...]) -> Condition:
    return tests[0] if len(tests) == 1 else All(tests)


# --- columns of numbers -----------------------------------------------------------------------------------------------


def only_quantity(cell: CellReading, extraction: Extraction) -> Quantity | None:
    """Return the quantity of a cell, read with its header where that names the unit; None when it holds several."""
    alone = tuple(q for index in cell.statements for q in extraction.statements[index].reading.quantities)
    found = (cell.under_header.quantities if cell.under_header else ()) or alone
    return found[0] if len(found) == 1 else None


def _quantities(table: TableReading, column: int, extraction: Extraction) -> tuple[Quantity | None, ...]:
    return tuple(only_quantity(row[column], extraction) for row in table.rows)


def _compares(table: TableReading, column: int, extraction: Extraction) -> bool:
    """Whether some cell of a column says more or less, or from … to: it tells cases apart."""
    return _compared(table, column, extraction) > 0


def _compared(table: TableReading, column: int, extraction: Extraction) -> int:
    found = _quantities(table, column, extraction)
    return sum(quantity is not None and quantity.comparison is not Comparison.EQ for quantity in found)


def _is_measured(table: TableReading, column: int, extraction: Extraction) -> bool:
    """Whether every cell of a column is a quantity of one unit: a price, a share, a time."""
    found = zip(table.rows, _quantities(table, column, extraction), strict=True)
    if any(quantity and len(_words_around(row[column], quantity)) > _FEW_WORDS for row, quantity in found):
        return False
    units = {quantity.unit if quantity else "" for quantity in _quantities(table, column, extraction)}
    return len(units) == 1 and all(unit in _MEASURES or unit.startswith("currency:") for unit in units)


def _numeric(table: TableReading, column: int, extraction: Extraction, lookup: Lookup) -> _Column | None:
    """Read a column in which every cell compares the same thing, said in the same words."""
    cells = tuple((row[column], only_quantity(row[column], extraction)) for row in table.rows)
    found = tuple(quantity for _, quantity in cells if quantity is not None)
    units = {quantity.unit for quantity in found}
    around = {_words_around(cell, quantity) for cell, quantity in cells if quantity is not None}
    if len(units) != 1 or len(around) != 1:
        return None
    entry = _number(_finest(found), table.header[column].text, lookup)
    tests = tuple(_test(entry, cell, quantity, extraction) for cell, quantity in cells)
    known = tuple(test for test in tests if test is not None)
    return _Column(entry, known) if len(known) == len(tests) else None


def _test(entry: Input, cell: CellReading, quantity: Quantity | None, extraction: Extraction) -> Condition | None:
    """Return what a cell says of a number; a bare one equals it, "any" says nothing, other words are not understood."""
    if quantity is not None:
        return compare(entry.name, quantity)
    if cell.text.isascii() and cell.text.isdecimal():
        return Compare(entry.name, Operator.EQ, Decimal(cell.text))
    return ALWAYS if is_any(cell, extraction) else None


def is_empty(cell: CellReading) -> bool:
    """Tell whether a cell says nothing: it is empty, or holds a dash."""
    return not cell.text.strip(_DASHES)


def is_any(cell: CellReading, extraction: Extraction) -> bool:
    """Whether a cell says that it does not matter which: "Any", "All"."""
    return says_only(Topic.EVERY, cell, extraction)


def says_only(topic: Topic, cell: CellReading, extraction: Extraction) -> bool:
    """Whether a cell consists of nothing but a word of a topic."""
    mentions = (m for index in cell.statements[:1] for m in extraction.statements[index].mentions)
    return any(m.topic is topic and len(m.span) == len(cell.text.strip(".")) for m in mentions)


def _words_around(cell: CellReading, quantity: Quantity) -> frozenset[str]:
    return frozenset(tokens(cell.text[: quantity.span.start] + " " + cell.text[quantity.span.end :]))


def _finest(quantities: tuple[Quantity, ...]) -> Quantity:
    """Return a quantity with a fraction, if any has one: it decides the type of the input."""
    fractions = (q for q in quantities if any(v is not None and v % 1 for v in (q.value, q.upper)))
    return next(fractions, quantities[0])


def _number(quantity: Quantity, title: str, lookup: Lookup) -> Input:
    """Return the input of a column of numbers; a time is named after its header, since units of time tell nothing."""
    told = is_time(quantity.unit) or quantity.unit == COUNT
    if not told or lookup.inputs.names_in(title):
        return lookup.numeric_input(quantity, title)
    unit = plural(quantity.unit) if is_time(quantity.unit) else ""
    titled = invented(title, lookup.lexicon)
    name = titled if unit in titled else "_".join(part for part in (titled, unit) if part)
    kind = InputType.NUMBER if quantity.value % 1 or (quantity.upper or 0) % 1 else InputType.INTEGER
    return Input(
        name or COUNT,
        kind,
        minimum=quantity.value * 0,
        unit=quantity.unit if unit else None,
        labels=((lookup.locale, title),),
        invented=True,
    )


# --- columns of names -------------------------------------------------------------------------------------------------


def _choice(table: TableReading, column: int, extraction: Extraction, lookup: Lookup) -> _Column:
    """Read a column of names: every name is a choice."""
    title = table.header[column].text
    if any(is_empty(row[column]) for row in table.rows):
        raise RefusedError(f"an empty case in the column `{title}`")
    texts = tuple(row[column].text for row in table.rows)
    if _compares(table, column, extraction):
        raise RefusedError(f"cases that do not compare the same thing in the column `{title}`")
    any_of_them = {row[column].text.casefold() for row in table.rows if is_any(row[column], extraction)}
    choices = dict(_named(tuple(text for text in texts if text.casefold() not in any_of_them)))
    entry = Input(
        name=invented(title, lookup.lexicon) or f"column_{column + 1}",
        type=InputType.CHOICE,
        choices=tuple(choices.values()),
        labels=((lookup.locale, title),) if title else (),
        invented=True,
    )
    names = tuple(choices.get(text.casefold()) for text in texts)
    tests = (Compare(entry.name, Operator.EQ, name) if name else ALWAYS for name in names)
    return _Column(entry, tuple(tests))


def row_choice(table: TableReading, row: int, lookup: Lookup) -> tuple[Input, Condition]:
    """Return the first column as a choice, and the test for a row: what is said of a row holds for it only."""
    title = table.header[0].text
    choices = dict(_named(tuple(cells[0].text for cells in table.rows)))
    name = invented(title, lookup.lexicon) or "column_1"
    labels = ((lookup.locale, title),) if title else ()
    entry = Input(name, InputType.CHOICE, choices=tuple(choices.values()), labels=labels, invented=True)
    return entry, Compare(name, Operator.EQ, choices[table.rows[row][0].text.casefold()])


def _named(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each text with a name of its own, in the order of the table."""
    taken: set[str] = set()
    for number, text in enumerate(dict.fromkeys(text.casefold() for text in texts), start=1):
        name = snake(text, words=5)
        name = name if name and name not in taken else f"choice_{number}"
        taken.add(name)
        yield text, name
