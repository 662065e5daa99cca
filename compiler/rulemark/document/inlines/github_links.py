"""Addresses that become links without any markup on GitHub: `https://…`, `www.…` and e-mail addresses."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from rulemark.document.inlines.bare_links import may_be_link, place_bare_link
from rulemark.document.inlines.state import InlineState

_START = re.compile(r"(?:https?|ftp)://(?=[^\s!-/:-@\[-`{-~])", re.IGNORECASE)
_REST = re.compile(r"[^ \t\n\v\f\r<]{0,4000}")
_DOMAIN = re.compile(r"[^\s!-,/:-@\[-^`{-~\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3011]{0,2000}")
_ENTITY = re.compile(r"&[a-zA-Z]+;$")
_MAIL = re.compile(r"[a-zA-Z0-9._+\-]{1,64}@[a-zA-Z0-9_\-]+(?:\.[a-zA-Z0-9_\-]+)+")
_MAIL_CHARACTER = re.compile(r"[a-zA-Z0-9._+\-]")
_MAIL_SCHEME = re.compile(r"mailto:|xmpp:", re.IGNORECASE)
_RESOURCE = re.compile(r"/[a-zA-Z0-9@.]+")
_BEFORE_WWW = "*_~( \t\n\v\f\r"
_TRAILING = "?!.,:*_~'\""
_MANY_PARTS = 10


def web_address(state: StateInline, silent: bool) -> bool:
    """Take an address behind anything but a letter; one without a scheme only behind a blank or one of `*_~(`."""
    assert isinstance(state, InlineState)
    if silent or not may_be_link(state):
        return False
    before = state.src[state.pos - 1] if state.pos else " "
    found = _START.match(state.src, state.pos, state.posMax)
    www = found is None
    if www and (before not in _BEFORE_WWW or not state.src.startswith("www.", state.pos)):
        return False
    if not www and before.isascii() and before.isalpha():
        return False
    if not _has_domain(state, found.end() if found else state.pos, needs_dot=www):
        return False
    rest = _REST.match(state.src, state.pos, state.posMax)
    written = _trimmed(rest[0] if rest else "")
    place_bare_link(state, "http://" + written if www else written, state.pos + len(written))
    return True


def mail_address(state: StateInline, silent: bool) -> bool:
    """Take an e-mail address."""
    assert isinstance(state, InlineState)
    before = state.src[state.pos - 1] if state.pos else " "
    if silent or state.linkLevel > 0 or _MAIL_CHARACTER.fullmatch(before):
        return False
    found = _MAIL.match(state.src, state.pos, state.posMax)
    if found is None or found[0][-1] in "-_":
        return False
    place_bare_link(state, f"mailto:{found[0]}", found.end())
    return True


def mail_link(state: StateInline, silent: bool) -> bool:
    """Take `mailto:` or `xmpp:` with an e-mail address behind it."""
    assert isinstance(state, InlineState)
    start = _MAIL_SCHEME.match(state.src, state.pos, state.posMax)
    found = start and _MAIL.match(state.src, start.end(), state.posMax)
    if silent or state.linkLevel > 0 or start is None or found is None or found[0][-1] in "-_":
        return False
    end = found.end()
    if start[0].lower() == "xmpp:":
        resource = _RESOURCE.match(state.src, end, state.posMax)
        end = resource.end() if resource else end
    place_bare_link(state, state.src[state.pos : end], end)
    return True


def _has_domain(state: InlineState, start: int, *, needs_dot: bool) -> bool:
    """Tell whether a domain begins at an offset; the last two parts of one with few parts have no `_`."""
    found = _DOMAIN.match(state.src, start, max(start, state.posMax - 1))
    parts = (found[0] if found else "").split(".")
    if any("_" in part for part in parts[-2:]) and len(parts) <= _MANY_PARTS + 1:
        return False
    return len(parts) > 1 or not needs_dot


def _trimmed(text: str) -> str:
    """Return an address without the punctuation, closing brackets and entities of the sentence around it."""
    unmatched = text.count(")") - text.count("(")
    end = len(text)
    while end:
        last = text[end - 1]
        if last == ")" and unmatched > 0:
            unmatched -= 1
        elif last == ";":
            entity = _ENTITY.search(text, max(0, end - 40), end)
            end -= len(entity[0]) - 1 if entity else 0
        elif last not in _TRAILING:
            break
        end -= 1
    return text[:end]
