"""`:::row:::` with its `:::column span="2":::`: content side by side, indented as the writer likes."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from rulemark.document.blocks.state import BlockState, BlockToken
from rulemark.document.blocks.tree import BlockTree, Inner
from rulemark.document.directives.containers import enclose, find_closing_line, may_open, report_rest
from rulemark.document.model import Block, Column, Div, Row
from rulemark.document.problems import INVALID_ROW, UNCLOSED_ROW
from rulemark.document.reading import Reading
from rulemark.source import Span

_ROW = re.compile(r"(:{3,})[ \t]*row:::", re.IGNORECASE)
_COLUMN = re.compile(r'(:{3,})[ \t]*column[ \t]*(?:span="([^"]*)")?[ ]*:::', re.IGNORECASE)
_MAX_WIDTH = 12


def row(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take `:::row:::` and everything up to `:::row-end:::`."""
    return _take(state, line, end, silent, "row", _ROW)


def column(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take `:::column:::` and everything up to `:::column-end:::`."""
    return _take(state, line, end, silent, "column", _COLUMN)


def _take(state: StateBlock, line: int, end: int, silent: bool, name: str, opening: re.Pattern[str]) -> bool:
    assert isinstance(state, BlockState)
    if not state.begins(line, ":::") or not may_open(state):
        return False
    found = opening.match(state.line_text(line))
    if found is None:
        return False
    if silent:
        return True
    closing_line = re.compile(rf"{found[1]}[ \t]*{name}-end:::", re.IGNORECASE)
    closing = find_closing_line(state, line + 1, end, lambda text: closing_line.match(text) is not None)
    reading: Reading = state.env["reading"]
    opener = reading.span(state.bMarks[line] + state.tShift[line], state.eMarks[line])
    kept = _outdent(state, line + 1, end if closing is None else closing)
    token = enclose(state, name, line, end, closing)
    _restore(state, line + 1, kept)
    token.data = found[2] if name == "column" else None
    if token.info != "closed":
        remedy = f"close it with `:::{name}-end:::`"
        reading.report(UNCLOSED_ROW, opener, f"the {name} is not closed", remedy=remedy)
    else:
        report_rest(state, state.line - 1, closing_line, INVALID_ROW, f"{name}-end:::")
    return True


def _outdent(state: BlockState, line: int, end: int) -> list[tuple[int, int, int]]:
    """Take the indentation off the lines of a row, up to one that ends a list item around it."""
    kept: list[tuple[int, int, int]] = []
    for at in range(line, end):
        if state.sCount[at] < state.blkIndent and not state.isEmpty(at):
            break
        kept.append((state.bMarks[at], state.tShift[at], state.sCount[at]))
        state.bMarks[at] += state.tShift[at]
        state.tShift[at] = 0
        state.sCount[at] = state.blkIndent
    return kept


def _restore(state: BlockState, line: int, kept: list[tuple[int, int, int]]) -> None:
    for at, (mark, shift, count) in enumerate(kept, line):
        state.bMarks[at], state.tShift[at], state.sCount[at] = mark, shift, count


def build_column(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Make a column; the row around it will find it in this wrapper."""
    width = str(token.data or "1")
    number = int(width) if width.isascii() and width.isdigit() and 0 < int(width[:4]) <= _MAX_WIDTH else 1
    name = "column" if number == 1 else f"column span{number}"
    return (Div(tree.span(token), (("class", name), ("directive", "column")), inner()),)


def build_row(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Make a row; what stands outside a column becomes one without width."""
    columns: list[Column] = []
    for block in inner():
        match block:
            case Div(span=span, attributes=(("class", name), ("directive", "column")), blocks=blocks):
                columns.append(Column(span, int(name.removeprefix("column").removeprefix(" span") or 1), blocks))
            case _:
                columns.append(_loose_column(block, tree.reading))
    return (Row(tree.span(token), tuple(columns)),)


def _loose_column(block: Block, reading: Reading) -> Column:
    span = Span(block.span.start, block.span.end)
    reading.report(INVALID_ROW, span, "the content stands in a row, but in no column", remedy="put it into a column")
    return Column(span, 0, (block,))
