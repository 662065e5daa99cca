"""Block quotes, and what their first line makes of them: `> [!NOTE]` alerts, `> [!div …]` and `> [!VIDEO …]`."""

# ruff: noqa: FBT001, FBT003 - markdown-it passes `silent` by position

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.blockquote import blockquote

from rulemark.document.addresses import check_video
from rulemark.document.blocks.state import BLOCK_OPENERS, BlockState, BlockToken
from rulemark.document.blocks.tree import BlockTree, Inner
from rulemark.document.model import Alert, Block, Div, Quote, Video
from rulemark.document.problems import INVALID_ALERT
from rulemark.document.reading import Reading

STANDARD_ALERTS = ("note", "tip", "important", "warning", "caution")

_NO_PARAGRAPH = frozenset({"", "#", "`", "~", "<", "|", ":"})
"""What a line begins with that no lazy line can continue."""

_MAX_AFTER_LAZY = 100

_MARKER = re.compile(r"\[!((?:[^\]\\]|\\.)*)\][ \t]*")
_DIV = re.compile(r"div(.*)", re.IGNORECASE | re.DOTALL)
_VIDEO = re.compile(r"video (https?://\S.*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([A-Za-z_][\w:.-]*)(?:[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")


@dataclass(frozen=True, slots=True)
class Marker:
    """What a marker line makes of its quote: `kind` is "alert", "div" or "video"; places as the parser counts."""

    kind: str
    value: str
    start: int
    end: int


def quote(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take a block quote; a marker line further down ends it, so that another one begins there."""
    start = state.bMarks[line] + state.tShift[line]
    if silent or state.src[start : start + 1] != ">" or state.is_code_block(line):
        return blockquote(state, line, end, silent)
    assert isinstance(state, BlockState)
    reading: Reading = state.env["reading"]
    marker = _marker(state, line, reading)
    limit = end
    if marker is not None:
        state.env["markers"][line, marker.start] = marker
        if marker.kind == "video":
            limit = line + 1
    limit = _next_marker(state, line + 1, limit, reading)
    line_max, state.lineMax = state.lineMax, limit
    found = blockquote(state, line, limit, False)
    state.lineMax = line_max
    return found


def marker_line(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take the marker line of the quote that is being read."""
    del end
    markers: dict[tuple[int, int], Marker] = state.env["markers"]
    if silent or not markers:
        return False
    marker = markers.pop((line, state.bMarks[line] + state.tShift[line]), None)
    if marker is None:
        return False
    assert isinstance(state, BlockState)
    state.place("marker", "", 0).data = marker
    state.line = line + 1
    return True


def _next_marker(state: BlockState, line: int, end: int, reading: Reading) -> int:
    """Return the next line of the same quote that holds a marker, or where the quote ends for sure, or `end`.

    A line without `>` continues a paragraph only; what follows such a line is looked at for a bounded number of lines,
    because a quote that ends before has to be looked at again.
    """
    lazy_end = end
    while line < lazy_end and not state.isEmpty(line):
        if state.src[state.bMarks[line] + state.tShift[line]] != ">":
            if _quoted(state, line - 1)[:1] in _NO_PARAGRAPH or _interrupts(state, line, end):
                return line
            lazy_end = min(lazy_end, line + _MAX_AFTER_LAZY)
        elif not state.is_code_block(line) and _marker(state, line, reading) is not None:
            return line
        line += 1
    return line if line == lazy_end else end


def _interrupts(state: BlockState, line: int, end: int) -> bool:
    """Tell whether a line without `>` begins another block."""
    if state.src[state.bMarks[line] + state.tShift[line]] not in BLOCK_OPENERS:
        return False
    return any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("blockquote"))


def _quoted(state: BlockState, line: int) -> str:
    """Return a line without its `>`."""
    return state.line_text(line).lstrip("> \t")


def _marker(state: BlockState, line: int, reading: Reading) -> Marker | None:
    """Return what the line of a quote says behind its `>` and one blank, if it is a marker and nothing else."""
    text = state.line_text(line)
    offset = 2 if text[1:2] in {" ", "\t"} else 1
    if text[offset : offset + 2] != "[!":
        return None
    found = _MARKER.match(text, offset)
    if found is None:
        return None
    start = state.bMarks[line] + state.tShift[line]
    marker = _meaning(re.sub(r"\\(.)", r"\1", found[1]), start + found.start(), start + found.end(1) + 1, reading)
    if marker is not None and found.end() < len(text):
        span = reading.span(start + found.end(), start + len(text.rstrip()))
        shown = text[found.start() : found.end(1) + 1]
        message = f"text after `{shown}` turns it into an ordinary quote"
        reading.report(INVALID_ALERT, span, message, remedy="move the text to the next line")
        return None
    return marker


def _meaning(words: str, start: int, end: int, reading: Reading) -> Marker | None:
    name = words.strip().lower()
    if name in STANDARD_ALERTS or name in reading.article.alert_names:
        return Marker("alert", name, start, end)
    video = _VIDEO.fullmatch(words.rstrip())
    if video is not None:
        return Marker("video", video[1].strip(), start, end)
    div = _DIV.fullmatch(words)
    if div is not None:
        return Marker("div", _without_backticks(div[1].strip()), start, end)
    return None


def _without_backticks(text: str) -> str:
    """Return attributes that may stand between two backticks; behind a lone one there are none."""
    if len(text) > 1 and text[0] == text[-1] == "`":
        return text[1:-1].strip()
    return "" if text[:1] == "`" or text[-1:] == "`" else text


def build_quote(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Make a quote, or what its marker says."""
    markers = tree.reading.article.markers
    markers.append(None)
    blocks = inner()
    marker = markers.pop()
    span = tree.span(token)
    if not isinstance(marker, Marker):
        return (Quote(span, blocks),)
    match marker.kind:
        case "alert":
            return (Alert(span, marker.value, blocks, tree.reading.span(marker.start, marker.end)),)
        case "div":
            return (Div(span, read_attributes(marker.value), blocks),)
        case _:
            check_video(marker.value, span, tree.reading)
            return (Video(span, marker.value),)


def build_marker(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Tell the quote around about its marker."""
    del inner
    tree.reading.article.markers[-1] = token.data
    return ()


def read_attributes(text: str) -> tuple[tuple[str, str], ...]:
    """Return the attributes of a tag: names in lower case, a name without a value has ""."""
    return tuple(
        (match[1].lower(), next((value for value in match.groups()[1:] if value is not None), ""))
        for match in _ATTRIBUTE.finditer(text)
    )
