"""Links and images: markdown-it's rules, not tried where no closing bracket can make them one."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import image as markdown_image
from markdown_it.rules_inline import link as markdown_link


def link(state: StateInline, silent: bool) -> bool:
    """Take `[text](address)`, `[text][name]` or `[name]`."""
    return _may_close(state) and markdown_link(state, silent)


def image(state: StateInline, silent: bool) -> bool:
    """Take the same behind a `!`."""
    return state.src.startswith("[", state.pos + 1) and _may_close(state) and markdown_image(state, silent)


def _may_close(state: StateInline) -> bool:
    """Tell whether a bracket further on could end a link; without definitions only `](` and a `)` do."""
    if state.env.get("references"):
        return state.html_terminator_last("]") > state.pos
    return state.html_terminator_last("](") > state.pos and state.html_terminator_last(")") > state.pos
