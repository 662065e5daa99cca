"""Table rows with another number of cells than the header: what is too much, readers never see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from rulemark.diagnostics import Diagnostic, Label, Severity
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.walk import Place
from rulemark.document.model import Table, TableRow
from rulemark.document.problems import RAGGED_TABLE_ROW
from rulemark.source import Location, Span

_PIPE = re.compile(r"\\.|`[^`]*`|\|", re.DOTALL)
"""A pipe, or what hides one: an escape, or code, whose pipes Learn does not take for borders."""


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report rows whose last cells are lost, and, as a note, rows that lack cells."""
    for place in inspection.places:
        if isinstance(place.block, Table):
            for row in place.block.rows:
                yield from _judged(place, place.block, row)


def _judged(place: Place, table: Table, row: TableRow) -> Iterator[Diagnostic]:
    """Compare the cells as written with those of the header."""
    written, expected = _cells(place, row.span), len(table.header.cells)
    label = Label(Location(place.source, table.header.span), f"the header has {expected} cells")
    surplus = [cell for cell in written[expected:] if _text(place, cell)]
    if surplus:
        lost = Location(place.source, Span(surplus[0].start, surplus[-1].end))
        message = f"readers don't see `{_shown(lost.text)}`: the row has {len(written)} cells, the header {expected}"
        remedy = r"write `\|` for a `|` that belongs to the text, or add a column to the header"
        yield Diagnostic(RAGGED_TABLE_ROW, message, lost, remedy, (label,))
    elif 1 < len(written) < expected:
        message = f"the row has {len(written)} cells, the header {expected}"
        finding = Diagnostic(RAGGED_TABLE_ROW, message, Location(place.source, row.span), "add the cells", (label,))
        yield replace(finding, override=Severity.NOTE)


def _cells(place: Place, span: Span) -> list[Span]:
    """Return the cells of a row as written, whatever the header says."""
    text = place.source.text[span.start : span.end]
    edges = [found.start() for found in _PIPE.finditer(text) if found[0] == "|"]
    bounds = [-1, *edges, len(text)]
    cells = [Span(span.start + a + 1, span.start + b) for a, b in pairwise(bounds)]
    first = 0 if _text(place, cells[0]) else 1
    last = len(cells) if _text(place, cells[-1]) else len(cells) - 1
    return cells[first : max(first, last)]


def _text(place: Place, span: Span) -> str:
    return place.source.text[span.start : span.end].strip(" \t>\r\n")


def _shown(text: str) -> str:
    """Return a cell as it can stand in a message of one line."""
    words = " ".join(text.replace("`", "'").split())
    return words if len(words) <= 40 else f"{words[:39]}…"
