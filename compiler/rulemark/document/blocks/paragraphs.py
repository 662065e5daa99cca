"""Paragraphs."""

# ruff: noqa: FBT001, FBT003 - markdown-it passes `silent` by position

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from rulemark.document.blocks.state import BlockState, BlockToken

# markdown-it marks the paragraph and the second token after it as hidden in tight lists; both are shared fillers
_FILLER = BlockToken("filler", "", 0)
_FILLER.level = -1


def paragraph(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take lines until a blank one or one that another block interrupts with."""
    del end
    if silent:
        return True
    assert isinstance(state, BlockState)
    end = paragraph_end(state, line + 1)
    token = state.place("paragraph_open", "p", 0)
    token.content, token.origin = state.inline_lines(line, end)
    token.end = state.bMarks[end - 1] + len(state.src[state.bMarks[end - 1] : state.eMarks[end - 1]].rstrip(" \t\v\f"))
    state.placed_tokens.append(_FILLER)
    state.placed_tokens.append(_FILLER)
    state.line = end
    return True


def paragraph_end(state: BlockState, line: int) -> int:
    """Return the line after the last one that continues a paragraph."""
    if state.paragraph_end[0] == line and state.paragraph_end[1] <= state.lineMax:
        return state.paragraph_end[1]
    rules = state.md.block.ruler.getRules("paragraph")
    end, indent, parent = state.lineMax, state.blkIndent, state.parentType
    counts, marks, shifts, ends = state.sCount, state.bMarks, state.tShift, state.eMarks
    state.parentType = "paragraph"
    while line < end and marks[line] + shifts[line] < ends[line]:
        # indented like code or lazy in a quote: continues whatever it looks like
        if (
            counts[line] - indent <= 3
            and counts[line] >= 0
            and state.may_interrupt(line)
            and any(rule(state, line, end, True) for rule in rules)
        ):
            break
        line += 1
    state.parentType = parent
    return line
