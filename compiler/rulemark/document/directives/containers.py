"""What encloses blocks between an opening and a closing line: `::: moniker … ::: moniker-end` and kin."""

from __future__ import annotations

import re
from collections.abc import Callable

from rulemark.diagnostics import Kind
from rulemark.document.blocks.state import BlockState, BlockToken
from rulemark.document.reading import Reading

MAX_CONTAINERS = 10
"""Zones, rows and the like inside each other: more than any article has."""


def may_open(state: BlockState) -> bool:
    """Tell whether another container may open here; nested deeper, its opening line stays text."""
    return int(state.env.get("containers", 0)) < MAX_CONTAINERS


def find_closing_line(state: BlockState, start: int, end: int, closes: Callable[[str], bool]) -> int | None:
    """Return the first line from `start` to before `end` that closes the container, if any.

    The container is asked before everything inside it, so a closing line ends it even within fenced code.
    A less indented line after a blank one ends a surrounding list item, and with it the search.
    """
    src, marks, shifts, ends, counts, indent = (
        state.src,
        state.bMarks,
        state.tShift,
        state.eMarks,
        state.sCount,
        state.blkIndent,
    )
    blank = False
    for line in range(start, end):
        first = marks[line] + shifts[line]
        if first >= ends[line]:
            blank = True
            continue
        if counts[line] < indent:
            if blank:
                return None
        elif src[first] == ":" and closes(src[first : ends[line]]):
            return line
        blank = False
    return None


def report_rest(state: BlockState, line: int, closing: re.Pattern[str], kind: Kind, name: str) -> None:
    """Report text behind the closing line of a container, which is called `name` in the message."""
    found = closing.match(state.line_text(line))
    start = state.bMarks[line] + state.tShift[line] + (found.end() if found else 0)
    if found and state.src[start : state.eMarks[line]].strip(" \t"):
        reading: Reading = state.env["reading"]
        rest = reading.span(start, state.eMarks[line])
        reading.report(kind, rest, f"text after `{name}` is ignored", remedy="remove it")


def enclose(state: BlockState, kind: str, line: int, end: int, closing: int | None) -> BlockToken:
    """Emit `kind_open`, the blocks between line and closing line, `kind_close`; return the opening token.

    The opening token's `info` is "closed" when the closing line was reached.
    """
    limit = end if closing is None else closing
    token = state.place(f"{kind}_open", "", 1)
    line_max, parent = state.lineMax, state.parentType
    state.lineMax, state.parentType = limit, kind
    state.line = line + 1
    state.env["containers"] = int(state.env.get("containers", 0)) + 1
    if line + 1 < limit:
        state.md.block.tokenize(state, line + 1, limit)
    state.env["containers"] -= 1
    state.lineMax, state.parentType = line_max, parent
    state.place(f"{kind}_close", "", -1)
    if closing is not None and state.line >= closing:
        token.info = "closed"
        state.line = closing + 1
    return token
