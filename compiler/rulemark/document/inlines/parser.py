"""markdown-it's inline loop: which rules a character is tried with, and where each inline begins and ends."""

# ruff: noqa: FBT003 - markdown-it passes `silent` by position

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias, cast

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from rulemark.document.inlines.state import InlineState, InlineToken

MAX_INLINE_NESTING = 20
"""Links, images and labels inside each other, deeper than any reader follows."""

InlineRule: TypeAlias = Callable[[StateInline, bool], bool]
"""(state, silent) -> whether it matched at `state.pos`; silent: only move on."""


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
