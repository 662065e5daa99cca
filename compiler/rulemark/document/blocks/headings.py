"""Headings: `## like this`, or underlined with `===` or `---`."""

# ruff: noqa: FBT001, FBT003 - markdown-it passes `silent` by position

from __future__ import annotations

import re

from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock

from rulemark.document.blocks.state import BlockState
from rulemark.document.offsets import Origin

_ATX = re.compile(r"(#{1,6})(?=[ \t]|$)[ \t]*")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")


def atx_heading(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take a line that begins with one to six `#`."""
    del end
    start = state.bMarks[line] + state.tShift[line]
    if state.src[start : start + 1] != "#" or state.is_code_block(line):
        return False
    assert isinstance(state, BlockState)
    text = state.line_text(line)
    opening = _ATX.match(text)
    if opening is None:
        return False
    if not silent:
        content = text[opening.end() :].rstrip(" \t\v\f")
        unclosed = content.rstrip("#")
        if not unclosed or unclosed[-1] in " \t":
            content = unclosed.rstrip(" \t")
        token = state.place("heading", "", 0)
        token.info = str(len(opening[1]))
        token.content = content
        token.origin = Origin(((0, state.lines.to_source(start + opening.end())),))
        state.line = line + 1
    return True


def underlined_heading(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take lines that would be a paragraph, up to an underline."""
    if silent or state.is_code_block(line):
        return False
    assert isinstance(state, BlockState)
    underline = _find_underline(state, line + 1, end)
    if underline is None:
        return False
    token = state.place("heading", "", 0)
    token.info = "1" if state.line_text(underline).startswith("=") else "2"
    token.content, token.origin = state.inline_lines(line, underline)
    state.line = underline + 1
    return True


def _find_underline(state: BlockState, line: int, end: int) -> int | None:
    rules = state.md.block.ruler.getRules("paragraph")
    parent, state.parentType = state.parentType, "paragraph"
    found, first = None, line
    state.paragraph_end = (-1, -1)
    while line < end and not state.isEmpty(line):
        if state.sCount[line] - state.blkIndent <= 3:
            if state.sCount[line] >= state.blkIndent and _UNDERLINE.fullmatch(state.line_text(line)):
                found = line
                break
            if state.sCount[line] >= 0 and state.may_interrupt(line) and _ends(state, line, end, rules):
                break
        line += 1
    state.parentType = parent
    if found is None and end == state.lineMax:
        state.paragraph_end = (first, line)
    return found


def _ends(state: BlockState, line: int, end: int, rules: list[RuleFuncBlockType]) -> bool:
    return any(rule(state, line, end, True) for rule in rules)
