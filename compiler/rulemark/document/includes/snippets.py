"""Code taken from a file: `[!code-lang[name](path?query#tag "title")]`."""

# ruff: noqa: FBT001 - markdown-it passes `silent` by position

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock

from rulemark.document.blocks.state import BlockState, BlockToken
from rulemark.document.blocks.tree import BlockTree, Inner
from rulemark.document.includes.paths import resolve
from rulemark.document.includes.snippet_lines import Selection, notebook_cell, read_selection, select_lines
from rulemark.document.includes.snippet_tags import is_known_language
from rulemark.document.model import Block, CodeBlock
from rulemark.document.problems import (
    INCLUDE_OUTSIDE_ROOT,
    INVALID_SNIPPET_SELECTION,
    SNIPPET_NOT_FOUND,
    UNKNOWN_SNIPPET_LANGUAGE,
)
from rulemark.document.reading import Reading
from rulemark.source import Span

_LINE = re.compile(
    r"""\[!(code|notebook)(?:-([^\[]*))?\[((?:[^\]\\]|\\.)*)\]\s*\(([^#?"()]*(?:\([^#?"()]*\)[^#?"()]*)*)"""
    r"""(?:\?([^")#]*))?(?:\#([^")]*))?(?:"((?:[^"\\]|\\.)*)")?\s*\)\s*\]\s*""",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a snippet line says."""

    notebook: bool
    language: str
    name: str
    path: str
    title: str
    selection: Selection


def snippet(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take a line that is a code snippet and nothing else."""
    del end
    assert isinstance(state, BlockState)
    if not state.begins(line, "[!"):
        return False
    found = _LINE.fullmatch(state.line_text(line))
    if found is None:
        return False
    if not silent:
        kind, language, name, path, query, bookmark, title = (group or "" for group in found.groups())
        state.place("snippet", "", 0).data = Reference(
            kind.lower() == "notebook",
            language.strip(),
            _ESCAPE.sub(r"\1", name).strip(),
            _ESCAPE.sub(r"\1", path).strip(),
            _ESCAPE.sub(r"\1", title).strip(),
            read_selection(query, bookmark),
        )
        state.line = line + 1
    return True


def build_snippet(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Make a code block of the lines that are asked for."""
    del inner
    wanted = token.data
    assert isinstance(wanted, Reference)
    span, reading = tree.span(token), tree.reading
    if wanted.selection.ignored:
        message = f"`{wanted.selection.ignored}` means nothing here; it is ignored with all behind it"
        reading.report(INVALID_SNIPPET_SELECTION, span, message, remedy="correct the query")
    pairs = (("name", wanted.name), ("title", wanted.title), ("highlight-lines", wanted.selection.highlight))
    attributes = tuple((name, value) for name, value in pairs if value)
    language = wanted.language or f".{wanted.path.rpartition('.')[2]}"
    text = read_code(wanted.path, wanted.selection, language, span, reading, notebook=wanted.notebook)
    return (code_block(span, wanted.language, text, wanted.path, attributes),)


def code_block(
    span: Span, language: str, text: str | None, origin: str, attributes: tuple[tuple[str, str], ...]
) -> CodeBlock:
    """Make a code block of the lines of a file; one without text says what is missing."""
    if text is None:
        return CodeBlock(span, language, "", origin, (*attributes, ("missing", origin)))
    return CodeBlock(span, language, text, origin, attributes)


def read_code(
    written: str, selection: Selection, language: str, span: Span, reading: Reading, *, notebook: bool = False
) -> str | None:
    """Return the lines of a file that are asked for, or None when there are none, which is reported."""
    path = resolve(written, reading.source.path) if written else ""
    if path is None:
        reading.report(INCLUDE_OUTSIDE_ROOT, span, f"`{written}` is outside the content root")
        return None
    content = reading.article.options.read(path) if path else None
    if content is None:
        message = f"the code file `{written}` does not exist"
        reading.report(SNIPPET_NOT_FOUND, span, message, remedy="correct the path, relative to this file")
        return None
    if notebook and selection.tag:
        text = notebook_cell(content, selection.tag)
    else:
        if selection.tag and not is_known_language(language):
            message = f"how tags are written in `{language}` is unknown; every way is tried"
            reading.report(UNKNOWN_SNIPPET_LANGUAGE, span, message, remedy="ask for a range of lines instead")
        text = select_lines(content, selection, language)
    if text is None:
        what = f"the tag `{selection.tag}`" if selection.tag else "the lines"
        reading.report(SNIPPET_NOT_FOUND, span, f"`{written}` does not have {what}", remedy="correct the selection")
    return text
