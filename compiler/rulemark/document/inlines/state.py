"""Inline parsing with positions: markdown-it's state and loop, remembering where each token begins and ends."""

# ruff: noqa: FBT003 - markdown-it passes `silent` by position

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Literal, TypeAlias, cast

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

MAX_INLINE_NESTING = 20
"""Links, images and labels inside each other, deeper than any reader follows."""

MAX_PIECES = 150_000
"""After so many tokens in a file its text is not looked through any more."""

_PLAIN = re.compile(r"[^\n\\`~*_\[\]!<&@:]*")

InlineRule: TypeAlias = Callable[[StateInline, bool], bool]
"""(state, silent) -> whether it matched at `state.pos`; silent: only move on."""


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


_ALWAYS = "\n\\`~*_[]!<&"


_COLONS = re.compile(r":::|:[a-zA-Z0-9_+\-]{1,40}:")
_MAILS = r"|(?<![a-zA-Z0-9._+\-])[a-zA-Z0-9._+\-]+@|xmpp:"
_URLS = r"|(?<![^\W_])(?:https?://|ftp://|mailto:|www\.)"
_GITHUB_URLS = r"|(?<![a-zA-Z])(?:https?://|ftp://|mailto:)|(?<![^\s*_~(])www\."


@lru_cache(maxsize=64)
def _terminator_pattern(*, uids: bool, colons: bool, urls: bool, mails: bool, github: bool) -> re.Pattern[str]:
    characters = re.escape(_ALWAYS + ("@" if uids else "") + (":" if colons else ""))
    addresses = (_GITHUB_URLS if github else _URLS) if urls else ""
    return re.compile(f"[{characters}]{addresses}" + (_MAILS if mails else ""), re.IGNORECASE)


def terminators(text: str, *, github: bool = False) -> re.Pattern[str]:
    """Return what can interrupt literal text: rare openers only where the text has them, for speed."""
    lower = text.lower()
    urls = "://" in text or "www." in lower or "mailto:" in lower
    at = "@" in text
    return _terminator_pattern(
        uids=at and not github,
        colons=":" in text and _COLONS.search(text) is not None,
        urls=urls,
        mails=github and at,
        github=github,
    )


def is_plain(text: str) -> bool:
    """Tell whether nothing in a text can be markup, at a glance."""
    return _PLAIN.fullmatch(text) is not None and "www." not in text.lower()


class InlineParser(ParserInline):
    """markdown-it's inline loop with rules chosen by their first character."""

    def __init__(self, rules: Mapping[str, tuple[InlineRule, ...]]) -> None:
        super().__init__()
        self._rules = rules

    def tokenize(self, state: StateInline) -> None:
        """Read from `state.pos` to `state.posMax`."""
        assert isinstance(state, InlineState)
        src, end, search, rules_of = state.src, state.posMax, state.terminators.search, self._rules
        tokens = cast("list[InlineToken]", state.tokens)
        bounded = state.level >= MAX_INLINE_NESTING
        pos, budget = state.pos, state.budget
        while pos < end:
            found = search(src, pos, end) if len(tokens) < budget else None
            stop = found.start() if found else end
            if stop > pos:
                state.pos = pos
                state.append_pending(src[pos:stop])
                if stop >= end:
                    break
                pos = stop
            state.pos = pos
            matched = False
            for rule in () if bounded else rules_of.get(src[pos], ()):
                before = len(tokens)
                state.rule_start = pos
                matched = rule(state, False)
                if matched:
                    if len(tokens) > before and tokens[-1].end < 0:
                        tokens[-1].end = state.pos
                    break
            if not matched:
                state.append_opener(src[pos])
                state.pos = pos + 1
            pos = state.pos
        state.pos = end
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - the name in the base
        """Move past one token without emitting it; what looking for the end of a label needs."""
        assert isinstance(state, InlineState)
        pos, cache = state.pos, state.cache
        if pos in cache:
            state.pos = cache[pos]
            return
        if state.level >= MAX_INLINE_NESTING:
            state.pos = state.posMax
        elif not self._skip_by_rule(state, pos):
            found = state.terminators.search(state.src, pos, state.posMax)
            stop = found.start() if found else state.posMax
            state.pos = stop if stop > pos else pos + 1
        cache[pos] = state.pos

    def _skip_by_rule(self, state: StateInline, pos: int) -> bool:
        state.level += 1
        matched = any(rule(state, True) for rule in self._rules.get(state.src[pos], ()))
        state.level -= 1
        return matched and state.pos > pos

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Read a text; the tokens are `InlineToken`s."""
        state = InlineState(src, md, env, tokens)
        self.tokenize(state)
        env["inlines"] = env.get("inlines", 0) + len(state.tokens)
        if state.delimiters or any(state.tokens_meta):
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens
