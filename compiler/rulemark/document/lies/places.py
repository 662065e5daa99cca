"""Every block of a document with the file it stands in and what it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from rulemark.document.model import (
    Alert,
    Block,
    CodeBlock,
    Div,
    Document,
    Emphasis,
    Heading,
    HtmlBlock,
    Image,
    Include,
    Inline,
    Link,
    List,
    MonikerZone,
    Paragraph,
    Quote,
    Row,
    Strike,
    Strong,
    TabGroup,
    Table,
    ThematicBreak,
    Video,
    Xref,
    Zone,
)
from rulemark.source import Location, Source, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A block, the file that its span counts in, and the place of the block around it."""

    block: Block
    source: Source
    around: Place | None = None

    @property
    def text(self) -> str:
        """The characters of the block as written."""
        return self.source.text[self.block.span.start : self.block.span.end]

    @property
    def opening_line(self) -> Location:
        """The first line of the block."""
        start = self.block.span.start
        return Location(self.source, Span(start, start + len(self.text.splitlines()[0])))

    @property
    def inner_source(self) -> Source:
        """The file that the spans of the blocks inside this one count in."""
        block = self.block
        return block.source if isinstance(block, Include) and block.source is not None else self.source

    def enclosing(self) -> Iterator[Place]:
        """Yield the places around this one, innermost first."""
        place = self.around
        while place is not None:
            yield place
            place = place.around


def places(document: Document) -> Iterator[Place]:
    """Yield every block in reading order, also those of included files."""
    stack = [Place(block, document.source) for block in reversed(document.blocks)]
    while stack:
        place = stack.pop()
        yield place
        inner = [block for blocks in sequences(place.block) for block in blocks]
        stack.extend(Place(block, place.inner_source, place) for block in reversed(inner))


def sequences(block: Block) -> tuple[tuple[Block, ...], ...]:
    """Return the blocks inside a block: one sequence for each item, tab or column, else one."""
    match block:
        case Quote() | Alert() | Div() | MonikerZone() | Zone() | Include():
            return (block.blocks,)
        case List():
            return tuple(item.blocks for item in block.items)
        case TabGroup():
            return tuple(tab.blocks for tab in block.tabs)
        case Row():
            return tuple(column.blocks for column in block.columns)
        case Image() | Video():
            return (block.description,) if block.description else ()
        case Paragraph() | Heading() | Table() | CodeBlock() | HtmlBlock() | ThematicBreak():
            return ()
        case _:
            assert_never(block)


def lines_of_text(block: Block) -> tuple[tuple[Inline, ...], ...]:
    """Return the inline containers that a block itself holds: a paragraph's one, a table's cells."""
    match block:
        case Paragraph() | Heading():
            return (block.inlines,)
        case Table():
            return tuple(cell.inlines for row in (block.header, *block.rows) for cell in row.cells)
        case TabGroup():
            return tuple(tab.heading for tab in block.tabs)
        case _:
            return ()


def inlines(container: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield every inline of a container in reading order, but for those of included files."""
    stack = list(reversed(container))
    while stack:
        inline = stack.pop()
        yield inline
        if isinstance(inline, Emphasis | Strong | Strike | Link | Xref):
            stack.extend(reversed(inline.children))


def covers(spans: tuple[Span, ...], offset: int) -> bool:
    """Tell whether an offset lies in one of some spans, which are in order and do not overlap."""
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset < spans[index].end
