"""`::: zone target="…" pivot="…"` to `::: zone-end`: content for a target or for a choice of the reader."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from rulemark.document.blocks.state import BlockState, BlockToken
from rulemark.document.blocks.tree import BlockTree, Inner
from rulemark.document.directives.containers import enclose, find_closing_line, may_open, report_rest
from rulemark.document.directives.directive import Directive, directive_name, read_directive
from rulemark.document.model import Block, Zone
from rulemark.document.problems import INVALID_DIRECTIVE, MALFORMED_END, NESTED_ZONE, UNCLOSED_ZONE
from rulemark.document.reading import Reading

_CLOSING = re.compile(r":::[ \t]*zone-end[ \t]*")
_PIVOTS = re.compile(r"\s*[a-z0-9\-]+(?:\s*,\s*[a-z0-9\-]+)*\s*")
_TARGETS = frozenset({"docs", "chromeless", "pdf"})


def zone(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take an opening line and everything up to the closing line; a zone inside a zone stays text."""
    assert isinstance(state, BlockState)
    if not state.begins(line, ":::") or not may_open(state):
        return False
    text = state.line_text(line)
    if directive_name(text) != "zone":
        return False
    reading: Reading = state.env["reading"]
    start = state.bMarks[line] + state.tShift[line]
    place = reading.span(start, start + len(text.rstrip()))
    if state.env["zones"]:
        remedy = "close the outer zone first"
        reading.report(NESTED_ZONE, place, "a zone opens inside a zone; the line stays text", remedy=remedy)
        return False
    directive = read_directive(text, 0, len(text), self_closing=False)
    fault = directive.fault or _fault(directive)
    if fault:
        reading.report(INVALID_DIRECTIVE, place, f"the zone stays text: {fault}")
        return False
    if not silent:
        _take(state, line, end, directive)
    return True


def _take(state: BlockState, line: int, end: int, directive: Directive) -> None:
    reading: Reading = state.env["reading"]
    closing = find_closing_line(state, line + 1, end, lambda text: _CLOSING.match(text) is not None)
    state.env["zones"].append(line)
    token = enclose(state, "zone", line, end, closing)
    state.env["zones"].pop()
    token.data = directive
    if token.info == "closed":
        report_rest(state, state.line - 1, _CLOSING, MALFORMED_END, "zone-end")
    else:
        opener = reading.span(state.bMarks[line] + state.tShift[line], state.eMarks[line])
        reading.report(UNCLOSED_ZONE, opener, "the zone is not closed", remedy="close it with `::: zone-end`")


def _fault(directive: Directive) -> str | None:
    for name, value in directive.attributes:
        if name == "target":
            if value not in _TARGETS:
                return f"`{value}` is no target; there are `docs`, `chromeless` and `pdf`"
        elif name == "pivot":
            if not _PIVOTS.fullmatch(value):
                return f"`{value}` is no list of pivots: lower-case letters, digits and dashes, separated by commas"
        else:
            return f"a zone has no attribute `{name}`"
    if not directive.attributes:
        return "it needs a `target` or a `pivot`"
    if directive.get("target") == "pdf" and directive.get("pivot"):
        return "a zone for `pdf` has no pivots"
    return None


def build_zone(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Make a zone."""
    directive = token.data
    assert isinstance(directive, Directive)
    pivots = tuple(name.strip() for name in directive.get("pivot").split(",") if name.strip())
    return (Zone(tree.span(token), directive.get("target") or None, pivots, inner()),)
