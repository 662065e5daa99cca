"""`:::no-loc text="…":::`: text that translators leave alone."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from rulemark.document.inlines.state import InlineState, InlineToken
from rulemark.document.model import Inline, NoLoc
from rulemark.document.offsets import Origin

_DIRECTIVE = re.compile(r':::no-loc text="((?:[^"\\\n]|\\[^\n]){0,2000})":::')
_ESCAPE = re.compile(r"\\(.)")


def no_loc(state: StateInline, silent: bool) -> bool:
    """Take the directive, spelled exactly so, on one line."""
    found = _DIRECTIVE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        assert isinstance(state, InlineState)
        state.place("no_loc", "", 0).content = _ESCAPE.sub(r"\1", found[1]).strip()
    state.pos = found.end()
    return True


def build_no_loc(token: InlineToken, origin: Origin, tree: object) -> Inline:
    """Make the node."""
    del tree
    return NoLoc(origin.span(token.start, token.end), token.content)
