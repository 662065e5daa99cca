"""Addresses that become links without any markup in Learn Markdown: `https://…`, `www.…`, `mailto:…`."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from rulemark.document.inlines.state import InlineState

_START = re.compile(r"https?://|ftp://|mailto:|www\.", re.IGNORECASE)
_REST = re.compile(r"[^\s\x00-\x1f\x7f-\x9f<]{0,4000}")
_BRACKET_OR_ENTITY = re.compile(r"[()]|&(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#[xX][0-9a-fA-F]+);")
_MAX_BRACKETS = 40
_HOST = re.compile(r"[^/?#:]*")
_NO_HOST_CHARACTER = re.compile(r"[!-,/:-@\[-^`{-~\x00]")
_BEFORE = "*_~("
_TRAILING = "?!.,:*_~"


def bare_link(state: StateInline, silent: bool) -> bool:
    """Take an address at the start of a line, or behind a blank or one of `*_~(`."""
    before = state.src[state.pos - 1] if state.pos else " "
    if silent or not may_be_link(state) or not (before.isspace() or before in _BEFORE):
        return False
    assert isinstance(state, InlineState)
    found = _START.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    end = _end_of_address(state.src, found.end(), state.posMax)
    start, written = found[0].lower(), state.src[state.pos : end]
    if not _is_address(start, written[len(start) :]):
        return False
    href = "https://" + written if start == "www." else written
    place_bare_link(state, href, end, shown=len(start) if start == "mailto:" else 0)
    return True


def may_be_link(state: StateInline) -> bool:
    """Tell whether an address would not stand inside a link, or behind a bracket that may begin one."""
    assert isinstance(state, InlineState)
    return state.linkLevel == 0 and state.open_brackets == 0


def place_bare_link(state: InlineState, href: str, end: int, shown: int = 0) -> None:
    """Emit a link from `pos` to `end`, which becomes `pos`; its first `shown` characters are not shown."""
    start = state.pos
    opener = state.place("link_open", "a", 1)
    opener.attrs, opener.info, opener.markup, opener.start = {"href": href}, "auto", "bare", start
    text = state.place("text", "", 0)
    text.content, text.start, text.end = state.src[start + shown : end], start + shown, end
    closer = state.place("link_close", "a", -1)
    closer.end = state.pos = end


def _end_of_address(text: str, start: int, end: int) -> int:
    """Return where an address ends; `start` when its brackets don't match.

    A bracket that closes none of its own ends it, and so does an entity; one mark of punctuation at its end is not
    part of it.
    """
    rest = _REST.match(text, start, end)
    end = rest.end() if rest else start
    depth = 0
    for count, found in enumerate(_BRACKET_OR_ENTITY.finditer(text, start, end)):
        depth += (found[0] == "(") - (found[0] == ")")
        if count == _MAX_BRACKETS:
            return start
        if depth < 0 or found[0][0] == "&":
            return start if depth > 0 else found.start()
    if depth > 0:
        return start
    if end > start and text[end - 1] in _TRAILING:
        end -= 1
        while end > start and text[end - 1] in "*_~":
            end -= 1
    return end


def _is_address(start: str, rest: str) -> bool:
    """Tell whether a host of two or more parts, or for mail an address, follows the start."""
    if start == "mailto:":
        local, at, rest = rest.partition("@")
        if not (at and local):
            return False
    host = _HOST.match(rest)
    assert host is not None
    parts = host[0].split(".")
    if len(parts) < 2 or not all(parts) or any("_" in part for part in parts[-2:]):
        return False
    return _NO_HOST_CHARACTER.search(host[0].replace(".", "").replace("-", "")) is None
