"""What inline rules read and write: markdown-it's state and tokens, which also know where each inline begins."""

from __future__ import annotations

from typing import Literal, cast

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from rulemark.document.inlines.terminators import terminators

MAX_PIECES = 150_000
"""After so many tokens in a file its text is not looked through any more."""


class InlineToken:
    """What an inline rule emits; has the attributes of markdown-it's `Token` that its inline rules set.

    `start` and `end` count in the text of the inline container.
    """

    __slots__ = (
        "attrs",
        "children",
        "content",
        "data",
        "end",
        "info",
        "level",
        "markup",
        "meta",
        "nesting",
        "start",
        "tag",
        "type",
    )

    def __init__(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1], start: int) -> None:
        self.type = ttype
        self.tag = tag
        self.nesting = nesting
        self.start = start
        self.end = -1
        self.content = self.info = self.markup = ""
        self.attrs: dict[str, str | int | float] | None = None
        self.children: list[Token] | None = None
        self.meta: dict[str, str] | None = None
        self.data: object = None
        self.level = 0

    def attrSet(self, name: str, value: str | float) -> None:  # noqa: N802 - called by stock rules
        """Set an attribute."""
        self.attrs = {**(self.attrs or {}), name: value}


class InlineState(StateInline):
    """The state of inline parsing."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, out_tokens: list[Token]) -> None:
        super().__init__(src, md, env, out_tokens)
        self.rule_start = 0
        """Where the rule that runs began."""
        self.pending_start = 0
        """Where the text not yet made a token began."""
        self.open_brackets = 0
        """How many `[` so far that began nothing have no `]`; no address becomes a link behind one."""
        self.budget = MAX_PIECES - int(env.get("inlines", 0))
        """How many tokens there may be."""
        self.terminators = terminators(src, github=md.options.get("github", False))

    def append_pending(self, text: str) -> None:
        """Add literal text; it must stand at `pos`."""
        if not self._pending_buffer and not self._pending:
            self.pending_start = self.pos
        self._pending_buffer.append(text)

    def append_opener(self, character: str) -> None:
        """Add a character that could have begun something, but is literal; it must stand at `pos`."""
        if character == "[":
            self.open_brackets += 1
        elif character == "]" and self.open_brackets:
            self.open_brackets -= 1
        self.append_pending(character)

    def pushPending(self) -> Token:  # noqa: N802 - the name in the base
        """Make a token of the literal text."""
        text = self.pending
        token = InlineToken("text", "", 0, self.pending_start)
        token.content = text
        token.end = self.pending_start + len(text)
        self.tokens.append(cast("Token", token))
        self.pending = ""
        return cast("Token", token)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Append a token; what stock rules call."""
        return cast("Token", self.place(ttype, tag, nesting))

    def place(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> InlineToken:
        """Append a token that begins where the rule began; what our own rules call."""
        if self._pending or self._pending_buffer:
            self.pushPending()
        token = InlineToken(ttype, tag, nesting, self.rule_start)
        meta = None
        if nesting < 0:
            self.level -= 1
            self.delimiters = self._prev_delimiters.pop()
        elif nesting > 0:
            self._prev_delimiters.append(self.delimiters)
            self.delimiters = []
            meta = {"delimiters": self.delimiters}
            self.level += 1
        self.pendingLevel = self.level
        self.tokens.append(cast("Token", token))
        self.tokens_meta.append(meta)
        return token
