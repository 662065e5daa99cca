"""Line ends inside a paragraph: soft, or hard after two spaces or a backslash."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from rulemark.document.inlines.state import InlineState


def line_end(state: StateInline, silent: bool) -> bool:
    """Emit a break for a line end, taking the spaces before it."""
    assert isinstance(state, InlineState)
    pos = state.pos
    if not silent:
        pending = state.pending
        kept = pending.rstrip(" ")
        blanks = len(pending) - len(kept)
        state.pending = kept
        token = state.place("hardbreak" if blanks > 1 else "softbreak", "br", 0)
        token.start, token.end = pos - blanks, pos + 1
    pos += 1
    while pos < state.posMax and state.src[pos] in " \t":
        pos += 1
    state.pos = pos
    return True
