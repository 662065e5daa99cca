"""Table rows with another number of cells than the header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rulemark.diagnostics import Diagnostic, Label, Severity
from rulemark.document.blocks.table_cells import cell_bounds, whole_parts
from rulemark.document.excerpts import excerpt
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.places import Place
from rulemark.document.model import Table, TableRow
from rulemark.document.problems import RAGGED_TABLE_ROW
from rulemark.source import Location, Span


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report rows with cells that no header names, and, as a note, rows that lack cells."""
    for place in inspection.places:
        if isinstance(place.block, Table):
            expected = len(_cells(place, place.block.header.span))
            for row in place.block.rows:
                yield from _judged(place, place.block, row, expected)


def _judged(place: Place, table: Table, row: TableRow, expected: int) -> Iterator[Diagnostic]:
    """Compare the cells as written with those of the header."""
    written = _cells(place, row.span)
    label = Label(Location(place.source, table.header.span), f"the header has {expected} cells")
    surplus = [cell for cell in written[expected:] if _text(place, cell)]
    if surplus:
        extra = Location(place.source, Span(surplus[0].start, surplus[-1].end))
        shown = excerpt(extra.text, 40)
        message = f"no heading stands above `{shown}`: the row has {len(written)} cells, the header {expected}"
        remedy = r"write `\|` for a `|` that belongs to the text, or add a column to the header"
        yield Diagnostic(RAGGED_TABLE_ROW, message, extra, remedy, (label,))
    elif 1 < len(written) < expected:
        message = f"the row has {len(written)} cells, the header {expected}"
        finding = Diagnostic(RAGGED_TABLE_ROW, message, Location(place.source, row.span), "add the cells", (label,))
        yield replace(finding, override=Severity.NOTE)


def _cells(place: Place, span: Span) -> list[Span]:
    """Return the cells of a row as written."""
    text = place.source.text[span.start : span.end]
    return [Span(span.start + left, span.start + right) for left, right, _ in cell_bounds(text, whole_parts(text))]


def _text(place: Place, span: Span) -> str:
    return place.source.text[span.start : span.end].strip(" \t>\r\n")
