"""Cross-references by uid: `<xref:uid>`, `@uid`, `@"uid"` and `[text](xref:uid)`."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from rulemark.document.inlines.state import InlineState, InlineToken
from rulemark.document.model import Inline, Xref
from rulemark.document.offsets import Origin
from rulemark.source import Span

_BRACKETED = re.compile(r"""<xref:(?:'([^'\n]{0,500})'|"([^"\n]{0,500})"|([^'">\n][^>\n]{0,500}))>""", re.IGNORECASE)
_QUOTED = re.compile(r"""@(?:"([^"\n]{0,500})"|'([^'\n]{0,500})')""")
_SHORT = re.compile(r"""@([A-Za-z](?:[^\s.,;:!?~"'<>\[\]|]|(?:::|[.,;:!?~])(?![\s.,;:!?~"'<>\[\]|]|\Z))*)""")
_BEFORE = ".,;:!?~"


def bracketed_xref(state: StateInline, silent: bool) -> bool:
    """Take `<xref:uid>`."""
    if not state.src.startswith("<", state.pos) or state.src[state.pos + 1 : state.pos + 6].lower() != "xref:":
        return False
    found = _BRACKETED.match(state.src, state.pos, state.posMax)
    return found is not None and _take(state, found, silent, shorthand=False)


def short_xref(state: StateInline, silent: bool) -> bool:
    """Take `@uid` or `@"uid"` behind a blank or punctuation."""
    before = state.src[state.pos - 1] if state.pos else " "
    if not before.isspace() and before not in _BEFORE:
        return False
    found = _QUOTED.match(state.src, state.pos, state.posMax) or _SHORT.match(state.src, state.pos, state.posMax)
    return found is not None and _take(state, found, silent, shorthand=True)


def _take(state: StateInline, found: re.Match[str], silent: bool, *, shorthand: bool) -> bool:
    if not silent:
        assert isinstance(state, InlineState)
        token = state.place("xref", "", 0)
        token.content = next((group for group in found.groups() if group is not None), "").strip()
        token.info = "shorthand" if shorthand else ""
        token.markup = found[0]
    state.pos = found.end()
    return True


def build_xref(token: InlineToken, origin: Origin, tree: object) -> Inline:
    """Make a reference without text of its own."""
    del tree
    return xref_of(token.content, origin.span(token.start, token.end), (), shorthand=token.info == "shorthand")


def xref_of(written: str, span: Span, children: tuple[Inline, ...], *, shorthand: bool = False) -> Xref:
    """Make a reference of what stands behind `xref:` or `@`: a uid, perhaps with a query."""
    uid, _, query = written.partition("?")
    pairs = tuple((key, value) for key, _, value in (item.partition("=") for item in query.split("&") if item))
    return Xref(span, uid, children, shorthand, pairs)
