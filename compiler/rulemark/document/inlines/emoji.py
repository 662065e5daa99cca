"""Emoji shortcodes: `:warning:` behind a blank; smileys stay text."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from rich.emoji import Emoji, NoEmoji

from rulemark.document.inlines.state import InlineState

_CODE = re.compile(r":([a-z0-9_+\-]{1,40}):")


def emoji(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it passes `silent` by position
    """Take a shortcode that is one."""
    before = state.src[state.pos - 1] if state.pos else " "
    found = _CODE.match(state.src, state.pos, state.posMax)
    if found is None or not before.isspace():
        return False
    try:
        character = str(Emoji(found[1]))
    except NoEmoji:
        return False
    if not silent:
        assert isinstance(state, InlineState)
        state.place("text_special", "", 0).content = character
    state.pos = found.end()
    return True
