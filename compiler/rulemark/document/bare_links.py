"""Addresses that become links without any markup: `https://…`, `www.…`, `mailto:…`; on GitHub also e-mail addresses."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from rulemark.document.inline_state import InlineState
from rulemark.document.options import Dialect

_START = re.compile(r"https?://|ftp://|mailto:|www\.", re.IGNORECASE)
_REST = re.compile(r"[^\s<]{0,4000}")
_DOMAIN = re.compile(r"[\w\-]+(?:\.[\w\-]+)*")
_ENTITY = re.compile(r"&[a-zA-Z0-9]+;$")
_MAIL = re.compile(r"[a-zA-Z0-9._+\-]{1,64}@[a-zA-Z0-9_\-]+(?:\.[a-zA-Z0-9_\-]+)+")
_MAIL_CHARACTER = re.compile(r"[a-zA-Z0-9._+\-]")
_MAIL_SCHEME = re.compile(r"mailto:|xmpp:", re.IGNORECASE)
_RESOURCE = re.compile(r"/[a-zA-Z0-9@.]+")
_MAIL_DOMAIN = re.compile(r"[a-zA-Z0-9_\-]+(?:\.[a-zA-Z0-9_\-]+)+")
_BEFORE = "*_~("
_TRAILING = "?!.,:*_~'\""


def bare_link(state: StateInline, silent: bool) -> bool:
    """Take an address at the start of a line, or behind a blank or one of `*_~(`."""
    assert isinstance(state, InlineState)
    before = state.src[state.pos - 1] if state.pos else " "
    if state.linkLevel > 0 or not (before.isspace() or before in _BEFORE):
        return False
    found = _START.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    rest = _REST.match(state.src, found.end(), state.posMax)
    written = _trimmed(found[0] + (rest[0] if rest else ""))
    if not _is_address(found[0].lower(), written[len(found[0]) :]):
        return False
    if not silent:
        scheme = "" if found[0].lower() != "www." else "https://" if _is_learn(state) else "http://"
        _emit(state, state.pos, written, scheme + written)
    state.pos += len(written)
    return True


def mail_address(state: StateInline, silent: bool) -> bool:
    """Take an e-mail address; for GitHub only."""
    assert isinstance(state, InlineState)
    before = state.src[state.pos - 1] if state.pos else " "
    if state.linkLevel > 0 or _MAIL_CHARACTER.fullmatch(before):
        return False
    found = _MAIL.match(state.src, state.pos, state.posMax)
    if found is None or found[0][-1] in "-_":
        return False
    if not silent:
        _emit(state, state.pos, found[0], f"mailto:{found[0]}")
    state.pos = found.end()
    return True


def mail_link(state: StateInline, silent: bool) -> bool:
    """Take `mailto:` or `xmpp:` with an e-mail address behind it; for GitHub only."""
    assert isinstance(state, InlineState)
    start = _MAIL_SCHEME.match(state.src, state.pos, state.posMax)
    found = start and _MAIL.match(state.src, start.end(), state.posMax)
    if state.linkLevel > 0 or start is None or found is None or found[0][-1] in "-_":
        return False
    end = found.end()
    if start[0].lower() == "xmpp:":
        resource = _RESOURCE.match(state.src, end, state.posMax)
        end = resource.end() if resource else end
    if not silent:
        written = state.src[state.pos : end]
        _emit(state, state.pos, written, written)
    state.pos = end
    return True


def _is_learn(state: InlineState) -> bool:
    return state.env["reading"].article.options.dialect is Dialect.LEARN


def _emit(state: InlineState, start: int, written: str, href: str) -> None:
    opener = state.place("link_open", "a", 1)
    opener.attrs, opener.info, opener.markup, opener.start = {"href": href}, "auto", "bare", start
    text = state.place("text", "", 0)
    text.content, text.start, text.end = written, start, start + len(written)
    closer = state.place("link_close", "a", -1)
    closer.end = start + len(written)


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


def _is_address(start: str, rest: str) -> bool:
    """Tell whether a valid host, or for mail an address, follows the start."""
    if start == "mailto:":
        local, at, host = rest.partition("@")
        return bool(at and local and _MAIL_DOMAIN.fullmatch(host))
    domain = _DOMAIN.match(rest)
    if domain is None:
        return False
    labels = domain[0].split(".")
    if start == "www.":
        labels = ["www", *labels]
    return (len(labels) > 1 or start != "www.") and not any("_" in label for label in labels[-2:])
