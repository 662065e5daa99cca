"""`::: moniker range="…"` to `::: moniker-end`: content for readers of some monikers only."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock

from rulemark.document.blocks.state import BlockState, BlockToken
from rulemark.document.blocks.tree import BlockTree, Inner
from rulemark.document.directives.containers import enclose, find_closing_line, may_open, report_rest
from rulemark.document.model import Block, MonikerZone
from rulemark.document.monikers.pages import within, zone_monikers
from rulemark.document.problems import MALFORMED_MONIKER_ZONE, NESTED_ZONE, UNCLOSED_ZONE
from rulemark.document.reading import Reading
from rulemark.source import Location

_OPENING = re.compile(r"""(:{3,})[ \t]*moniker[ \t]*range="([^"]*)("?)[ \t]*""", re.IGNORECASE)
_CLOSING = re.compile(r"(:{3,})[ \t]*moniker-end[ \t]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """An opening line: how many colons, the range and its place in the text that the parser reads."""

    colons: int
    expression: str
    start: int
    end: int


def moniker_zone(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take an opening line and everything up to the closing line with as many colons."""
    assert isinstance(state, BlockState)
    if not state.begins(line, ":::") or not may_open(state):
        return False
    found = _OPENING.match(state.line_text(line))
    if found is None:
        return False
    reading: Reading = state.env["reading"]
    start = state.bMarks[line] + state.tShift[line]
    if not found[3]:
        place = reading.span(start, state.eMarks[line])
        reading.report(
            MALFORMED_MONIKER_ZONE, place, "the moniker range has no closing quote", remedy='write `range="…"`'
        )
        return False
    if silent:
        return True
    if start + found.end() < state.eMarks[line]:
        rest = reading.span(start + found.end(), state.eMarks[line])
        reading.report(MALFORMED_MONIKER_ZONE, rest, "text after the moniker range is ignored", remedy="remove it")
    colons = len(found[1])
    closing = find_closing_line(state, line + 1, end, lambda text: _colons_of_end(text) == colons)
    token = enclose(state, "moniker", line, end, closing)
    token.data = Opening(colons, found[2], start + found.start(2), start + found.end(2))
    if token.info == "closed":
        report_rest(state, state.line - 1, _CLOSING, MALFORMED_MONIKER_ZONE, "moniker-end")
    return True


def _colons_of_end(text: str) -> int:
    found = _CLOSING.match(text)
    return len(found[1]) if found else 0


def build_moniker_zone(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Make a zone; its monikers are those of the page, or of the zone around it, that the range names."""
    opening = token.data
    assert isinstance(opening, Opening)
    reading, article = tree.reading, tree.reading.article
    expression_span = reading.span(opening.start, opening.end)
    outer = article.scope
    monikers, findings = zone_monikers(opening.expression, Location(reading.source, expression_span), outer)
    for finding in findings:
        article.note(finding)
    _check_nesting(token, opening, reading)
    article.scope = within(outer, monikers)
    article.open_zones.append(opening.colons)
    blocks = inner()
    article.open_zones.pop()
    article.scope = outer
    return (MonikerZone(tree.span(token), opening.expression, monikers, blocks, expression_span),)


def _check_nesting(token: BlockToken, opening: Opening, reading: Reading) -> None:
    """Report a zone that ends where the zone around it ends, or that never ends."""
    line_end = reading.lines.text.find("\n", token.start)
    line = reading.span(token.start, line_end if line_end >= 0 else len(reading.lines.text))
    if opening.colons in reading.article.open_zones:
        remedy = "close the outer zone first, or give it more colons"
        reading.report(
            NESTED_ZONE, line, "a moniker zone opens inside a moniker zone with as many colons", remedy=remedy
        )
    elif token.info != "closed":
        remedy = f"close it with `{':' * opening.colons} moniker-end`"
        reading.report(UNCLOSED_ZONE, line, f"the zone for `{opening.expression.strip()}` is not closed", remedy=remedy)
