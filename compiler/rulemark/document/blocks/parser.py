"""markdown-it's block loop: which rules a line is tried with, and where each block begins and ends."""

# ruff: noqa: FBT003 - markdown-it passes `silent` by position

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

from rulemark.document.blocks.state import BlockState, BlockToken

MAX_BLOCK_NESTING = 60
"""Deeper blocks stay text; a list costs two levels, a quote one."""

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
