"""What block rules read and write: markdown-it's state and tokens, which also know where each block begins."""

from __future__ import annotations

from typing import Any, Literal, cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from rulemark.document.offsets import LineEnds, Origin

MAX_PIECES = 100_000
"""After so many tokens and table cells the rest of a file is not read: it would be a book of 2,000 pages."""

BLOCK_OPENERS = frozenset("`~>:[*-_+<#0123456789")
"""What a block that ends a paragraph begins with; a table is recognized by the line below."""

_DELIMITERS = frozenset("|-:")


class BlockToken:
    """What a block rule emits; has the attributes of markdown-it's `Token` that its block rules set.

    `start` and `end` count in the text that the parser reads; -1 where only children say.
    """

    __slots__ = (
        "attrs",
        "block",
        "children",
        "content",
        "data",
        "end",
        "hidden",
        "info",
        "level",
        "map",
        "markup",
        "meta",
        "nesting",
        "origin",
        "start",
        "tag",
        "type",
    )

    def __init__(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> None:
        self.type = ttype
        self.tag = tag
        self.nesting = nesting
        self.start = self.end = -1
        self.content = self.info = self.markup = ""
        self.map: list[int] | None = None
        self.attrs: dict[str, str | int | float] = {}
        self.meta: dict[str, Any] = {}
        self.children: list[Token] | None = None
        self.origin: Origin | None = None
        self.data: object = None
        self.hidden = False
        self.block = True
        self.level = 0


class BlockState(StateBlock):
    """The state of block parsing; `lines` says how its text lies in the source."""

    def __init__(self, lines: LineEnds, md: MarkdownIt, env: EnvType) -> None:
        super().__init__(lines.text, md, env, [])
        self.lines = lines
        self.paragraph_end = (-1, -1)
        """The second line of a paragraph and the line behind it: found while an underline was looked for."""
        self.budget = MAX_PIECES
        """How many tokens there may be, less the cells of the tables so far."""

    @property
    def exhausted(self) -> bool:
        """Whether the rest is not read."""
        return len(self.tokens) > self.budget

    @property
    def placed_tokens(self) -> list[BlockToken]:
        """The tokens so far."""
        return cast("list[BlockToken]", self.tokens)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Append a token; what stock rules call."""
        return cast("Token", self.place(ttype, tag, nesting))

    def place(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> BlockToken:
        """Append a token; what our own rules call."""
        token = BlockToken(ttype, tag, nesting)
        if nesting < 0:
            self.level -= 1
        token.level = self.level
        if nesting > 0:
            self.level += 1
        if ttype == "list_item_open":
            token.start = self.bMarks[self.line] + self.tShift[self.line]
        self.placed_tokens.append(token)
        return token

    def may_interrupt(self, line: int) -> bool:
        """Tell quickly whether any rule could end a paragraph at a line; most lines begin with a letter."""
        src = self.src
        first = src[self.bMarks[line] + self.tShift[line]]
        if first in BLOCK_OPENERS:
            return True
        below = self.bMarks[line + 1] + self.tShift[line + 1]
        return src[below : below + 1] in _DELIMITERS

    def begins(self, line: int, marker: str) -> bool:
        """Tell whether a line begins with some characters and is no indented code."""
        return self.src.startswith(marker, self.bMarks[line] + self.tShift[line]) and not self.is_code_block(line)

    def line_text(self, line: int) -> str:
        """Return a line without its indentation and without the prefixes of its containers."""
        return self.src[self.bMarks[line] + self.tShift[line] : self.eMarks[line]]

    def inline_lines(self, begin: int, end: int) -> tuple[str, Origin]:
        """Return the joined text of lines and the way back; leading and trailing blanks of it are cut."""
        src, marks, shifts, ends = self.src, self.bMarks, self.tShift, self.eMarks
        to_source = self.lines.to_source
        first = marks[begin] + shifts[begin]
        if end == begin + 1:
            return src[first : ends[begin]].rstrip(" \t\v\f"), Origin(((0, to_source(first)),))
        parts: list[str] = []
        runs: list[tuple[int, int]] = []
        position = 0
        for line in range(begin, end):
            first = marks[line] + shifts[line]
            runs.append((position, to_source(first)))
            parts.append(src[first : ends[line]])
            position += ends[line] - first + 1
        return "\n".join(parts).rstrip(" \t\v\f"), Origin(runs)
