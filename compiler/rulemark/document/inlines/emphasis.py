"""`*emphasis*`, `**strong**` and `~~strike~~`: markers as tokens with places; markdown-it pairs them."""

# ruff: noqa: FBT001, FBT003 - markdown-it passes `silent` by position

from __future__ import annotations

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from rulemark.document.inlines.state import InlineState


def emphasis_markers(state: StateInline, silent: bool) -> bool:
    """Emit one token for each `*` or `_` of a run."""
    if silent:
        return False
    assert isinstance(state, InlineState)
    start = state.pos
    marker = state.src[start]
    scanned = state.scanDelims(start, marker == "*")
    for offset in range(scanned.length):
        _place_marker(state, marker, start + offset)
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=scanned.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=scanned.can_open,
                close=scanned.can_close,
            )
        )
    state.pos = start + scanned.length
    return True


def strike_markers(state: StateInline, silent: bool) -> bool:
    """Emit one token for each `~~` of a run; an odd `~` stays text, on the outer side."""
    if silent:
        return False
    assert isinstance(state, InlineState)
    start = state.pos
    scanned = state.scanDelims(start, True)
    if scanned.length < 2:
        return False
    odd = scanned.length % 2
    lone_first = bool(odd) and not (scanned.can_close and not scanned.can_open)
    if lone_first:
        _place_marker(state, "~", start)
    position = start + (1 if lone_first else 0)
    for _ in range(scanned.length // 2):
        _place_pair(state, "~~", position, can_open=scanned.can_open, can_close=scanned.can_close)
        position += 2
    if odd and not lone_first:
        _place_marker(state, "~", position)
    state.pos = start + scanned.length
    return True


def single_strike_markers(state: StateInline, silent: bool) -> bool:
    """Emit `~` and `~~` as GitHub does: a run of one or two; more stay text."""
    if silent:
        return False
    assert isinstance(state, InlineState)
    start = state.pos
    scanned = state.scanDelims(start, True)
    markup = "~" * scanned.length
    if scanned.length > 2:
        _place_marker(state, markup, start)
    else:
        _place_pair(state, markup, start, can_open=scanned.can_open, can_close=scanned.can_close)
    state.pos = start + scanned.length
    return True


def _place_marker(state: InlineState, markup: str, start: int) -> None:
    token = state.place("text", "", 0)
    token.content = markup
    token.start = start
    token.end = start + len(markup)


def _place_pair(state: InlineState, markup: str, start: int, *, can_open: bool, can_close: bool) -> None:
    _place_marker(state, markup, start)
    state.delimiters.append(
        Delimiter(marker=ord("~"), length=0, token=len(state.tokens) - 1, end=-1, open=can_open, close=can_close)
    )
