"""What encloses blocks between an opening and a closing line: `::: moniker … ::: moniker-end` and kin."""

from __future__ import annotations

from collections.abc import Callable

from rulemark.document.block_state import BlockState, BlockToken


def find_closing_line(state: BlockState, start: int, end: int, closes: Callable[[str], bool]) -> int | None:
    """Return the first line from `start` to before `end` that closes the container, if any.

    The container is asked before everything inside it, so a closing line ends it even within fenced code.
    A less indented line after a blank one ends a surrounding list item, and with it the search.
    """
    blank = False
    for line in range(start, end):
        if state.isEmpty(line):
            blank = True
            continue
        if state.sCount[line] < state.blkIndent:
            if blank:
                return None
        elif state.src[state.bMarks[line] + state.tShift[line]] == ":" and closes(state.line_text(line)):
            return line
        blank = False
    return None


def enclose(state: BlockState, kind: str, line: int, end: int, closing: int | None) -> BlockToken:
    """Emit `kind_open`, the blocks between line and closing line, `kind_close`; return the opening token.

    The opening token's `info` is "closed" when the closing line was reached.
    """
    limit = end if closing is None else closing
    token = state.place(f"{kind}_open", "", 1)
    line_max, parent = state.lineMax, state.parentType
    state.lineMax, state.parentType = limit, kind
    state.line = line + 1
    if line + 1 < limit:
        state.md.block.tokenize(state, line + 1, limit)
    state.lineMax, state.parentType = line_max, parent
    state.place(f"{kind}_close", "", -1)
    if closing is not None and state.line >= closing:
        token.info = "closed"
        state.line = closing + 1
    return token
