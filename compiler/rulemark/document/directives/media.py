"""The directives that show something: image, video, code and form, inside a line or as blocks."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from rulemark.document.blocks.state import BlockState, BlockToken
from rulemark.document.blocks.tree import BlockTree, Inner
from rulemark.document.directives.code import code_fault, make_code
from rulemark.document.directives.containers import enclose, find_closing_line, may_open
from rulemark.document.directives.directive import Directive, directive_name, read_directive
from rulemark.document.directives.forms import form_fault, make_form
from rulemark.document.directives.images import image_fault, make_image
from rulemark.document.directives.videos import make_video, video_fault
from rulemark.document.inlines.state import InlineState, InlineToken
from rulemark.document.inlines.tree import InlineTree
from rulemark.document.model import Block, Image, Inline, Text
from rulemark.document.offsets import Origin
from rulemark.document.problems import INVALID_DIRECTIVE, MALFORMED_END, UNCLOSED_DIRECTIVE
from rulemark.document.reading import Reading
from rulemark.source import Span

_FAULTS = {"image": image_fault, "video": video_fault, "code": code_fault, "form": form_fault}
_DESCRIBED = frozenset({"image", "video"})
_END = {name: re.compile(rf":::[ \t]*{name}-end[ \t]*(:::)?") for name in _DESCRIBED}
_MAX_INLINE = 8000


def media_block(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take a line that is a code or form directive, or opens an image or video of type complex."""
    assert isinstance(state, BlockState)
    if not state.begins(line, ":::"):
        return False
    text = state.line_text(line)
    name = directive_name(text)
    if name not in _FAULTS:
        return False
    directive = read_directive(text, 0, len(text), self_closing=True)
    if name in _DESCRIBED and (directive.get("type") != "complex" or not may_open(state)):
        return False
    reading: Reading = state.env["reading"]
    start = state.bMarks[line] + state.tShift[line]
    if not _is_valid(directive, reading.span(start, start + len(text.rstrip())), reading):
        return False
    if not silent:
        if name in _DESCRIBED:
            _take_description(state, line, end, directive)
        else:
            state.place("directive", "", 0).data = directive
            state.line = line + 1
    return True


def _take_description(state: BlockState, line: int, end: int, directive: Directive) -> None:
    reading: Reading = state.env["reading"]
    pattern = _END[directive.name]

    def closes(text: str) -> bool:
        found = pattern.match(text)
        return found is not None and found[1] is not None

    closing = find_closing_line(state, line + 1, end, closes)
    for inner in range(line + 1, end if closing is None else closing):
        found = None if state.isEmpty(inner) else pattern.match(state.line_text(inner))
        if found:
            span = reading.span(state.bMarks[inner] + state.tShift[inner], state.eMarks[inner])
            remedy = f"write `:::{directive.name}-end:::`"
            reading.report(MALFORMED_END, span, f"`{directive.name}-end` lacks its last colons", remedy=remedy)
    opener = reading.span(state.bMarks[line] + state.tShift[line], state.eMarks[line])
    token = enclose(state, "described", line, end, closing)
    token.data = directive
    if token.info != "closed":
        remedy = f"close it with `:::{directive.name}-end:::`"
        reading.report(UNCLOSED_DIRECTIVE, opener, f"the {directive.name} is not closed", remedy=remedy)


def media_inline(state: StateInline, silent: bool) -> bool:
    """Take an image or video directive inside a line."""
    name = directive_name(state.src, state.pos, blanks=False)
    if name not in _DESCRIBED:
        return False
    end = min(state.posMax, state.pos + _MAX_INLINE)
    directive = read_directive(state.src, state.pos, end, self_closing=True)
    if directive.fault or _FAULTS[name](directive):
        if not silent:
            assert isinstance(state, InlineState)
            token = state.place("faulty", "", 0)
            token.content, token.data, token.end = ":::", directive, state.pos + 3
            state.pos += 3
        return not silent
    if not silent:
        assert isinstance(state, InlineState)
        state.place("media", "", 0).data = directive
    state.pos = directive.end
    return True


def _is_valid(directive: Directive, span: Span, reading: Reading) -> bool:
    fault = directive.fault or _FAULTS[directive.name](directive)
    if fault:
        reading.report(INVALID_DIRECTIVE, span, f"the {directive.name} stays text: {fault}")
    return not fault


def build_described(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Make an image or video with its long description."""
    directive = token.data
    assert isinstance(directive, Directive)
    make = make_image if directive.name == "image" else make_video
    return (make(directive, tree.span(token), inner(), tree.reading),)


def build_directive(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Make a code block or a form."""
    del inner
    directive = token.data
    assert isinstance(directive, Directive)
    span = tree.span(token)
    return (make_code(directive, span, tree.reading) if directive.name == "code" else make_form(directive, span),)


def build_faulty(token: InlineToken, origin: Origin, tree: InlineTree) -> Inline:
    """Keep the colons of a directive that is none as text."""
    directive = token.data
    assert isinstance(directive, Directive)
    span = origin.span(token.start, token.end)
    _is_valid(directive, span, tree.reading)
    return Text(span, token.content)


def build_media(token: InlineToken, origin: Origin, tree: InlineTree) -> Inline:
    """Make an image inside a line; a video there is an image that says it is one."""
    directive = token.data
    assert isinstance(directive, Directive)
    span = origin.span(token.start, token.end)
    if directive.name == "image":
        return make_image(directive, span, (), tree.reading)
    video = make_video(directive, span, (), tree.reading)
    return Image(span, video.url, directive.get("title"), None, (("directive", "video"), *directive.attributes))
