"""`[!INCLUDE [title](path)]`: another file in this place, as blocks on a line of its own, else as text."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from rulemark.document.blocks.state import BlockState, BlockToken
from rulemark.document.blocks.tree import BlockTree, Inner
from rulemark.document.front_matter.header import read_front_matter
from rulemark.document.includes.paths import resolve
from rulemark.document.inlines.state import InlineState, InlineToken
from rulemark.document.inlines.tree import InlineTree
from rulemark.document.model import Block, Include, Inline, InlineInclude
from rulemark.document.offsets import Origin, read_lines
from rulemark.document.problems import (
    CIRCULAR_INCLUDE,
    INCLUDE_NOT_FOUND,
    INCLUDE_OUTSIDE_ROOT,
    INVALID_INCLUDE,
    TOO_MANY_INCLUDES,
)
from rulemark.document.reading import Reading
from rulemark.source import Source, Span

MAX_DEPTH = 20
MAX_FILES = 1000
MAX_CHARACTERS = 8_000_000

_OPENING = re.compile(r"\[!include([+\-]?)[ ]*\[((?:[^\]\\]|\\.){0,300})\]\(\s{0,99}", re.IGNORECASE | re.DOTALL)
_PATH = re.compile(r"<((?:[^\\\s)>]|\\.){0,300})>|((?:[^\\\s)]|\\.){0,300})")
_REST = re.compile(r"((?:[^\\)]|\\.){0,300})\)\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")


@dataclass(frozen=True, slots=True)
class Reference:
    """What an include says; `sign` is `+`, `-` or nothing, `end` the offset behind it."""

    title: str
    path: str
    sign: str
    end: int


def read_reference(text: str, position: int, end: int) -> Reference | None:
    """Read the include that begins at a position, if one does."""
    opening = _OPENING.match(text, position, end)
    path = opening and _PATH.match(text, opening.end(), end)
    rest = path and _REST.match(text, path.end(), end)
    if not (opening and path and rest):
        return None
    written = path[1] if path[1] is not None else path[2]
    return Reference(_plain(opening[2]), _plain(written), opening[1], rest.end())


def _plain(written: str) -> str:
    return _ESCAPE.sub(r"\1", written).strip()


def block_include(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take a line that is an include and nothing else."""
    del end
    assert isinstance(state, BlockState)
    if not state.begins(line, "[!"):
        return False
    text = state.line_text(line)
    reference = read_reference(text, 0, len(text))
    if reference is None or reference.sign == "-" or text[reference.end :].strip(" \t"):
        return False
    if not silent:
        state.place("include", "", 0).data = reference
        state.line = line + 1
    return True


def inline_include(state: StateInline, silent: bool) -> bool:
    """Take an include inside a line."""
    if not state.src.startswith("[!", state.pos):
        return False
    reference = read_reference(state.src, state.pos, state.posMax)
    if reference is None or reference.sign == "+":
        return False
    if not silent:
        assert isinstance(state, InlineState)
        state.place("include", "", 0).data = reference
    state.pos = reference.end
    return True


def build_block_include(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Make an include with the blocks of the file."""
    del inner
    reference = token.data
    assert isinstance(reference, Reference)
    span = tree.span(token)
    source = open_include(reference, span, tree.reading)
    blocks = tree.read(source, read_front_matter(source).body_start, token.level) if source else ()
    return (Include(span, reference.title, reference.path, source, blocks),)


def build_inline_include(token: InlineToken, origin: Origin, tree: InlineTree) -> Inline:
    """Make an include with the text of the file; its paragraphs run together."""
    reference = token.data
    assert isinstance(reference, Reference)
    span = origin.span(token.start, token.end)
    source = open_include(reference, span, tree.reading)
    children = _text_of(source, tree) if source else ()
    return InlineInclude(span, reference.title, reference.path, source, children)


def _text_of(source: Source, tree: InlineTree) -> tuple[Inline, ...]:
    lines = read_lines(source.text, read_front_matter(source).body_start)
    outer = tree.reading
    reading = Reading(outer.article, source, lines, outer.parser, (*outer.stack, source.path))
    reading.env["reading"] = reading
    inlines: list[Inline] = []
    for paragraph in _PARAGRAPH.finditer(lines.text):
        content, runs, at = paragraph[0].rstrip(), [], 0
        for line in content.split("\n"):
            runs.append((at, lines.to_source(paragraph.start() + at)))
            at += len(line) + 1
        inlines += tree.of_file(reading).read(content, Origin(runs))
    return tuple(inlines)


def open_include(reference: Reference, span: Span, reading: Reading) -> Source | None:
    """Return the file of an include, or None when it cannot or must not be read, which is reported."""
    article = reading.article
    path = resolve(reference.path, reading.source.path) if reference.path else ""
    if path is None:
        remedy = "name a file inside the content root"
        reading.report(INCLUDE_OUTSIDE_ROOT, span, f"`{reference.path}` is outside the content root", remedy=remedy)
        return None
    if path and not path.lower().endswith(".md"):
        message = f"`{reference.path}` is no Markdown file"
        reading.report(INVALID_INCLUDE, span, message, remedy="include a file that ends in `.md`")
        return None
    if path in reading.stack:
        chain = " -> ".join(f"`{name}`" for name in (*reading.stack[reading.stack.index(path) :], path))
        reading.report(
            CIRCULAR_INCLUDE, span, f"the include leads back to itself: {chain}", remedy="remove one of them"
        )
        return None
    if len(reading.stack) > MAX_DEPTH or article.included >= MAX_FILES or article.included_size > MAX_CHARACTERS:
        reading.report(TOO_MANY_INCLUDES, span, "too many files include each other; this one is not read")
        return None
    text = article.options.read(path) if path else None
    if text is None:
        message = f"the included file `{reference.path}` does not exist" if path else "the include names no file"
        reading.report(INCLUDE_NOT_FOUND, span, message, remedy="correct the path, relative to this file")
        return None
    article.included += 1
    article.included_size += len(text)
    return Source(path, text, reading.source.locale)
