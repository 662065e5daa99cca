"""Pipe tables."""

# ruff: noqa: FBT001, FBT003 - markdown-it passes `silent` by position

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock

from rulemark.document.blocks.state import BLOCK_OPENERS, BlockState
from rulemark.document.blocks.table_cells import cell_bounds, whole_parts
from rulemark.document.model import Align
from rulemark.document.offsets import Origin
from rulemark.source import Span

_DELIMITERS = re.compile(r"[-:|][-:| \t]+")
_DELIMITER = re.compile(r":?-+:?")
_BLANKS = " \t\v\f"
_MAX_ADDED_CELLS = 0x10000
"""Cells that short rows may add in all: a small file must not grow into a huge table."""


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell before its inlines are read."""

    content: str
    origin: Origin
    span: Span


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row before its inlines are read."""

    cells: tuple[RawCell, ...]
    span: Span
    written: int
    """The number of cells that were written."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table before its inlines are read."""

    header: RawRow
    rows: tuple[RawRow, ...]
    aligns: tuple[Align, ...]


def table(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take a line with cells, a line of delimiters and the rows below; on GitHub for as many columns as the header.

    In Learn Markdown the longest row says how many columns there are.
    """
    if line + 2 > end:
        return False
    below = line + 1
    first = state.bMarks[below] + state.tShift[below]
    if state.src[first : first + 1] not in {"|", "-", ":"}:
        return False
    assert isinstance(state, BlockState)
    aligns = _aligns(state, below)
    if not aligns or state.is_code_block(line) or not _may_be_header(state, line, end):
        return False
    header = _row(state, line)
    if header.written != len(aligns) and not (_is_learn(state) and header.cells):
        return False
    if not silent:
        raw = _fit_all(header, _rows(state, line + 2, end), aligns, widened=_is_learn(state))
        state.place("table", "", 0).data = raw
        state.budget -= len(raw.header.cells) * (1 + len(raw.rows))
        state.line = line + 2 + len(raw.rows)
    return True


def _is_learn(state: BlockState) -> bool:
    return state.md.options.get("github") is not True


def _may_be_header(state: BlockState, line: int, end: int) -> bool:
    """Tell whether a line may be the first of a paragraph; on GitHub a `|` or `:` in the line below is enough."""
    below = state.line_text(line + 1)
    if "|" not in state.line_text(line) and (_is_learn(state) or ("|" not in below and ":" not in below)):
        return False
    if state.src[state.bMarks[line] + state.tShift[line]] not in BLOCK_OPENERS:
        return True
    return not any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("blockquote"))


def _aligns(state: BlockState, line: int) -> tuple[Align, ...]:
    """Return how the columns are aligned, or nothing when the line is none of delimiters."""
    if state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return ()
    text = state.line_text(line).rstrip(_BLANKS)
    if not _DELIMITERS.fullmatch(text):
        return ()
    # `- ` begins a list, in Learn Markdown only where no `|` follows
    if text[0] == "-" and text[1] in " \t" and not (_is_learn(state) and "|" in text):
        return ()
    parts = [part.strip(_BLANKS) for part in text.split("|")]
    if not parts[0]:
        del parts[0]
    if parts and not parts[-1]:
        del parts[-1]
    if not all(_DELIMITER.fullmatch(part) for part in parts):
        return ()
    return tuple(_align(part) for part in parts)


def _align(delimiter: str) -> Align:
    match delimiter.startswith(":"), delimiter.endswith(":"):
        case True, True:
            return Align.CENTER
        case True, False:
            return Align.LEFT
        case False, True:
            return Align.RIGHT
        case _:
            return Align.NONE


def _rows(state: BlockState, line: int, end: int) -> list[RawRow]:
    rules = state.md.block.ruler.getRules("blockquote")
    parent, state.parentType = state.parentType, "table"
    rows: list[RawRow] = []
    allowed = state.budget - len(state.tokens)
    while allowed > 0 and line < end and state.sCount[line] >= state.blkIndent and not state.isEmpty(line):
        if state.is_code_block(line):
            break
        if state.may_interrupt(line) and any(rule(state, line, end, True) for rule in rules):
            break
        row = _row(state, line)
        if not row.cells and not _is_learn(state):
            break
        rows.append(row)
        allowed -= row.written
        line += 1
    state.parentType = parent
    return rows


def _fit_all(header: RawRow, rows: list[RawRow], aligns: tuple[Align, ...], *, widened: bool) -> RawTable:
    """Return a table whose rows have as many cells as it has columns."""
    written = [header.written, *(row.written for row in rows)]
    columns = max(written) if widened else len(aligns)
    if widened and columns * len(written) - sum(written) > _MAX_ADDED_CELLS:
        columns = header.written
    added = 0
    for index, row in enumerate(rows):
        added += max(0, columns - row.written)
        if added > _MAX_ADDED_CELLS:
            del rows[index:]
            break
    aligns = (*aligns[:columns], *(Align.NONE for _ in range(columns - len(aligns))))
    return RawTable(_fit(header, columns), tuple(_fit(row, columns) for row in rows), aligns)


def _fit(row: RawRow, columns: int) -> RawRow:
    """Cut cells that are too many, add empty ones where there are too few."""
    if row.written == columns:
        return row
    end = Span(row.span.end, row.span.end)
    missing = tuple(RawCell("", Origin(((0, end.start),)), end) for _ in range(columns - row.written))
    return RawRow(row.cells[:columns] + missing, row.span, row.written)


def _row(state: BlockState, line: int) -> RawRow:
    text = state.line_text(line).rstrip(_BLANKS)
    start = state.bMarks[line] + state.tShift[line]
    bounds = cell_bounds(text, whole_parts(text) if _is_learn(state) else ())
    cells = tuple(_cell(state, text, start, left, right, pipes) for left, right, pipes in bounds)
    span = Span(state.lines.to_source(start), state.lines.to_source(start + len(text)))
    return RawRow(cells, span, len(cells))


def _cell(state: BlockState, text: str, start: int, left: int, right: int, escaped: list[int]) -> RawCell:
    raw = text[left:right]
    left += len(raw) - len(raw.lstrip(_BLANKS))
    right = max(left, right - len(raw) + len(raw.rstrip(_BLANKS)))
    base = state.lines.to_source(start)
    span = Span(base + left, base + right)
    if not escaped:
        return RawCell(text[left:right], Origin(((0, base + left),)), span)
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    for piece_end in (*escaped, right):
        runs.append((length, base + left))
        pieces.append(text[left:piece_end])
        length += piece_end - left
        left = piece_end + 1
    return RawCell("".join(pieces), Origin(runs), span)
