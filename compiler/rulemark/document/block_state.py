"""Block parsing with positions: markdown-it's state and loop, remembering where each block begins and ends."""

# ruff: noqa: FBT003 - markdown-it passes `silent` by position

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from rulemark.document.offsets import LineEnds, Origin

MAX_BLOCK_NESTING = 60
"""Deeper blocks stay text; a list costs two levels, a quote one."""

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


BlockRule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]
"""(state, line, end, silent) -> whether it took the line; silent: only tell."""


@dataclass(frozen=True, slots=True)
class ChainedRule:
    """A rule, the characters it begins with, "" for any, and the chains that it is in: "" for the blocks of a text."""

    characters: str
    rule: BlockRule
    chains: tuple[str, ...]


class _Choice:
    """The rules of one chain by the first character of a line."""

    def __init__(self, rules: Iterable[ChainedRule]) -> None:
        rules = tuple(rules)
        characters = {character for one in rules for character in one.characters}
        self.others = tuple(one.rule for one in rules if not one.characters)
        self.rules = {
            character: tuple(one.rule for one in rules if not one.characters or character in one.characters)
            for character in characters
        }

    def matches(self, state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        """Try the rules that can take a line; what stock rules call. What is not read any more ends every block."""
        assert isinstance(state, BlockState)
        if len(state.tokens) > state.budget:
            return True
        start = state.bMarks[line] + state.tShift[line]
        return any(rule(state, line, end, silent) for rule in self.rules.get(state.src[start : start + 1], self.others))


class _Chains(Ruler[RuleFuncBlockType]):
    """markdown-it's table of rules, with one rule for each chain that chooses by the first character."""

    def __init__(self, choices: Mapping[str, _Choice]) -> None:
        super().__init__()
        self._choices: dict[str, list[RuleFuncBlockType]] = {name: [one.matches] for name, one in choices.items()}

    def getRules(self, chainName: str = "") -> list[RuleFuncBlockType]:  # noqa: N802, N803 - the names in the base
        """Return the rule of a chain."""
        return self._choices[chainName]

    def get_active_rules(self) -> list[str]:
        """Return the rule that the state of markdown-it asks for: that there is indented code."""
        return ["code"]


class BlockParser(ParserBlock):
    """markdown-it's block loop; sets `start` and `end` of what each rule emits, and never drops deep nesting."""

    def __init__(self, rules: Iterable[ChainedRule]) -> None:
        super().__init__()
        rules = tuple(rules)
        chains = {name for one in rules for name in one.chains}
        choices = {name: _Choice(one for one in rules if name in one.chains) for name in chains}
        self._choice = choices[""]
        self.ruler = _Chains(choices)

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - the name in the base
        """Read lines with the rules until `endLine` or a line that is outside the container."""
        assert isinstance(state, BlockState)
        rules_of, others, src = self._choice.rules, self._choice.others, state.src
        if state.level >= MAX_BLOCK_NESTING:
            rules_of, others = {}, others[-1:]
            state.env["too_deep"].append(state.bMarks[min(startLine, state.lineMax)])
        tokens, line, blank_seen = state.placed_tokens, startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            start, before = state.bMarks[line] + state.tShift[line], len(tokens)
            if before > state.budget:
                rules_of, others = {}, (_take_rest,)
            for rule in rules_of.get(src[start], others):
                if rule(state, line, endLine, False):
                    break
            if len(tokens) > before:
                _place(state, tokens, before, start, line)
            # tight until a blank line stands between two blocks; the last blank line does not count
            state.tight = not blank_seen
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                blank_seen = True
            if line < endLine and state.isEmpty(line):
                blank_seen = True
                line += 1
                state.line = line


def _take_rest(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Take everything that is left in the container as it is written."""
    del silent
    assert isinstance(state, BlockState)
    state.env["unread"].append(state.bMarks[line])
    last = end
    while line < last - 1 and state.isEmpty(last - 1):
        last -= 1
    state.place("code_block", "", 0).content = state.src[state.bMarks[line] : state.eMarks[last - 1]] + "\n"
    state.line = end
    return True


def _place(state: BlockState, tokens: list[BlockToken], first: int, start: int, line: int) -> None:
    """Set the extent of the block whose tokens begin at index `first`."""
    last = state.line - 1
    while last > line and state.isEmpty(last):
        last -= 1
    opener = tokens[first]
    opener.start = start
    if opener.end < 0:
        opener.end = max(start, state.eMarks[last])
