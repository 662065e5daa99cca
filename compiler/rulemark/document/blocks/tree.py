"""Block tokens to block nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll

from rulemark.document.blocks.state import BlockState, BlockToken
from rulemark.document.blocks.tables import RawCell, RawRow, RawTable
from rulemark.document.blocks.tabs import group_tabs, is_tab_heading
from rulemark.document.front_matter.header import read_front_matter
from rulemark.document.inlines.tree import InlineBuilder, InlineTree
from rulemark.document.model import (
    Block,
    CodeBlock,
    HtmlBlock,
    Inline,
    InlineInclude,
    List,
    ListItem,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    ThematicBreak,
)
from rulemark.document.offsets import Origin, read_lines
from rulemark.document.problems import EXCESSIVE_NESTING
from rulemark.document.reading import Article, Reading
from rulemark.source import Source, Span

Inner: TypeAlias = Callable[[], tuple[Block, ...]]
"""Builds the blocks inside a container; a builder calls it once, so that it can prepare what they need to know."""

BlockBuilder: TypeAlias = "Callable[[BlockToken, Inner, BlockTree], tuple[Block, ...]]"
"""Makes nodes of a token and of the blocks inside it; usually one, none when the token says nothing to readers."""


class BlockTree:
    """Makes the tree of one file."""

    def __init__(
        self,
        reading: Reading,
        blocks: Mapping[str, BlockBuilder],
        inlines: Mapping[str, InlineBuilder],
    ) -> None:
        self.reading = reading
        self.inline_tree = InlineTree(reading, inlines)
        self._blocks = blocks
        self._spaced = False
        """Whether the container built last has a paragraph set apart by blank lines directly in it."""

    def build(self, tokens: list[BlockToken]) -> tuple[Block, ...]:
        """Return the nodes of all tokens."""
        return tuple(self._nodes(iter(tokens)))

    def inlines(self, content: str, origin: Origin) -> tuple[Inline, ...]:
        """Return the nodes of an inline container."""
        return self.inline_tree.read(content, origin)

    def read(self, source: Source, start: int, level: int) -> tuple[Block, ...]:
        """Return the blocks of a file that this one includes, from a source offset on, at a depth of nesting."""
        stack = (*self.reading.stack, source.path)
        reading = open_file(self.reading.article, source, start, stack, self.reading.parser)
        reading.level = level + 1
        return read_blocks(reading, self._blocks, self.inline_tree.builders)

    def span(self, token: BlockToken) -> Span:
        """Return where a block stands."""
        return self.reading.span(token.start, token.end)

    def _nodes(self, tokens: Iterator[BlockToken]) -> list[Block]:
        """Return the nodes up to the closing token of the container around, or to the end."""
        nodes: list[Block] = []
        spaced = False
        for token in tokens:
            match token.type:
                case "paragraph_open":
                    spaced = spaced or not token.hidden
                    nodes.append(self._paragraph(token))
                case "filler":
                    continue
                case "bullet_list_open" | "ordered_list_open":
                    nodes.append(self._list(token, tokens))
                case "fence" | "code_block":
                    info = unescapeAll(token.info.strip())
                    nodes.append(CodeBlock(self.span(token), info, token.content))
                case "html_block":
                    nodes.append(HtmlBlock(self.span(token), token.content))
                case "hr":
                    nodes.append(ThematicBreak(self.span(token)))
                case "table":
                    nodes.append(self._table(token))
                case kind if token.nesting < 0:
                    break
                case kind:
                    inner = partial(self._inner, tokens) if token.nesting > 0 else tuple
                    nodes.extend(self._blocks[kind](token, inner, self))
        self._spaced = spaced
        return group_tabs(nodes) if any(is_tab_heading(node) for node in nodes) else nodes

    def _inner(self, tokens: Iterator[BlockToken]) -> tuple[Block, ...]:
        return tuple(self._nodes(tokens))

    def _paragraph(self, token: BlockToken) -> Paragraph:
        assert token.origin is not None
        return Paragraph(self.span(token), self.inlines(token.content, token.origin))

    def _list(self, token: BlockToken, tokens: Iterator[BlockToken]) -> List:
        ordered = token.type == "ordered_list_open"
        items: list[ListItem] = []
        loose = False
        for opener in tokens:
            if opener.type != "list_item_open":
                break
            blocks = tuple(self._nodes(tokens))
            loose = loose or self._spaced
            items.append(self._item(opener, blocks))
        start = int(token.attrs.get("start", 1)) if ordered else None
        return List(self.span(token), start, not loose, tuple(items))

    def _item(self, opener: BlockToken, blocks: tuple[Block, ...]) -> ListItem:
        start = self.reading.lines.to_source(opener.start)
        end = start + len(opener.info) + 1
        if blocks:
            end = max(end, blocks[-1].span.end)
        return ListItem(Span(start, end), int(opener.info) if opener.info else None, blocks)

    def _table(self, token: BlockToken) -> Table:
        raw = token.data
        assert isinstance(raw, RawTable)
        rows = tuple(self._row(row, token.level) for row in raw.rows)
        return Table(self.span(token), self._row(raw.header, token.level), rows, raw.aligns)

    def _row(self, row: RawRow, level: int) -> TableRow:
        return TableRow(row.span, tuple(self._cell(cell, level) for cell in row.cells))

    def _cell(self, cell: RawCell, level: int) -> TableCell:
        """Return a cell; an include that stands alone in it is read as blocks, too."""
        inlines = self.inlines(cell.content, cell.origin)
        match inlines:
            case (InlineInclude(source=Source() as source) as include,):
                blocks = self.read(source, read_front_matter(source).body_start, level)
                inlines = (replace(include, blocks=blocks),)
            case _:
                pass
        return TableCell(cell.span, inlines)


def open_file(article: Article, source: Source, start: int, stack: tuple[str, ...], parser: MarkdownIt) -> Reading:
    """Prepare a file for reading from a source offset on; `stack` are the paths from the article down to it."""
    reading = Reading(article, source, read_lines(source.text, start), parser, stack)
    reading.env.update(reading=reading, markers={}, too_deep=[], unread=[], zones=[])
    return reading


def read_blocks(
    reading: Reading, blocks: Mapping[str, BlockBuilder], inlines: Mapping[str, InlineBuilder]
) -> tuple[Block, ...]:
    """Read a file that is prepared."""
    state = BlockState(reading.lines, reading.parser, reading.env)
    state.level = reading.level
    reading.parser.block.tokenize(state, 0, state.lineMax)
    for offset in reading.env["too_deep"][:1]:
        message = "blocks are nested too deep; the rest stays text"
        reading.report(EXCESSIVE_NESTING, reading.span(offset, offset), message)
    for offset in reading.env["unread"][:1]:
        reading.report_unread(reading.lines.to_source(offset))
    return BlockTree(reading, blocks, inlines).build(state.placed_tokens)
