"""An article in the order of reading: every stretch of prose with the section, list, alert and zone it is in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import assert_never

from rulemark.document import (
    Alert,
    Block,
    CodeBlock,
    Div,
    Document,
    Heading,
    HtmlBlock,
    Image,
    Include,
    Inline,
    List,
    MonikerZone,
    Paragraph,
    PlainText,
    Quote,
    Row,
    TabGroup,
    Table,
    TableRow,
    ThematicBreak,
    Video,
    Zone,
    plain_text,
)
from rulemark.source import Location, Source, Span
from rulemark.statements.layout.inlines import links_of
from rulemark.statements.model import Place, Section


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """A list item that holds a passage."""

    list: int
    """The running number of the list in the article."""
    item: int
    number: int | None
    """The number a reader sees; None in a bullet list."""
    lead_in: int | None
    """The passage right before the list."""
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or cell with its surroundings."""

    plain: PlainText
    inlines: tuple[Inline, ...]
    links: tuple[tuple[str, str, Span], ...]
    """Target, text and place of every link."""
    span: Span
    source: Source
    anchor: str
    block: int
    """The running number of the block in its section."""
    place: Place
    monikers: tuple[str, ...]
    items: tuple[ItemPlace, ...] = ()
    """The list items around it, outermost first."""
    notice: int | None = None
    """The alert around it."""
    variant: tuple[str, ...] = ()
    """The tabs and pivots around it, outermost first."""


@dataclass(frozen=True, slots=True)
class NoticePassage:
    """An alert; its passages carry its index."""

    kind: str
    anchor: str
    monikers: tuple[str, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class TablePassage:
    """A table; cells are indexes of passages, row by row, the header first."""

    anchor: str
    monikers: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment that stands alone, with the number of the block that follows it."""

    text: str
    anchor: str
    block: int
    location: Location


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole article in the order of reading."""

    passages: tuple[Passage, ...]
    sections: tuple[Section, ...]
    notices: tuple[NoticePassage, ...]
    tables: tuple[TablePassage, ...]
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What holds for every block inside the containers entered so far."""

    source: Source
    monikers: tuple[str, ...] = ()
    items: tuple[ItemPlace, ...] = ()
    notice: int | None = None
    variant: tuple[str, ...] = ()

    def within(self, variant: str) -> _Surroundings:
        """Enter a tab or a pivot."""
        return replace(self, variant=(*self.variant, variant))


@dataclass(slots=True)
class _Reader:
    """Walks the tree once and remembers the section it is in."""

    anchor: str = ""
    block: int = 0
    lists: int = 0
    passages: list[Passage] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    notices: list[NoticePassage] = field(default_factory=list)
    tables: list[TablePassage] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)

    def read(self, blocks: Iterable[Block], around: _Surroundings) -> None:
        for block in blocks:
            self._block(block, around)

    def _block(self, block: Block, around: _Surroundings) -> None:  # noqa: C901, PLR0912 -- one arm a kind of block
        match block:
            case Heading():
                self._heading(block, around)
            case Paragraph():
                self._passage(block.inlines, block.span, around, _place(around))
            case List():
                self._list(block, around)
            case Table():
                self._table(block, around)
            case Alert():
                self._alert(block, around)
            case MonikerZone():
                self._zone(block, around)
            case Include():
                if block.source is not None:
                    self.read(block.blocks, replace(around, source=block.source))
            case TabGroup():
                for tab in block.tabs:
                    self.read(tab.blocks, around.within("+".join(tab.ids)))
            case Row():
                for column in block.columns:
                    self.read(column.blocks, around)
            case Zone():
                self.read(block.blocks, around.within("+".join(block.pivots) or block.target or ""))
            case Quote() | Div():
                self.read(block.blocks, around)
            case HtmlBlock():
                self._comment(block, around)
            case CodeBlock() | ThematicBreak() | Video() | Image():
                pass
            case _:
                assert_never(block)

    def _heading(self, block: Heading, around: _Surroundings) -> None:
        self.anchor, self.block = block.anchor, 0
        plain = plain_text(block.inlines)
        location = Location(around.source, block.span)
        self.sections.append(Section(block.anchor, block.level, plain.text.strip(), location))
        self._passage(block.inlines, block.span, around, Place.HEADING)

    def _passage(self, inlines: tuple[Inline, ...], span: Span, around: _Surroundings, place: Place) -> int:
        self.passages.append(
            Passage(
                plain=plain_text(inlines),
                inlines=inlines,
                links=tuple(links_of(inlines)),
                span=span,
                source=around.source,
                anchor=self.anchor,
                block=self.block,
                place=place,
                monikers=around.monikers,
                items=around.items,
                notice=around.notice,
                variant=around.variant,
            )
        )
        self.block += 1
        return len(self.passages) - 1

    def _list(self, block: List, around: _Surroundings) -> None:
        number, self.lists = self.lists, self.lists + 1
        before = len(self.passages) - 1 if self.block else None
        for index, item in enumerate(block.items):
            shown = None if block.start is None else block.start + index
            place = ItemPlace(number, index, shown, before, item.span)
            self.read(item.blocks, replace(around, items=(*around.items, place)))

    def _table(self, block: Table, around: _Surroundings) -> None:
        rows = tuple(self._row(row, around) for row in (block.header, *block.rows))
        self.tables.append(TablePassage(self.anchor, around.monikers, rows, Location(around.source, block.span)))

    def _row(self, row: TableRow, around: _Surroundings) -> tuple[int, ...]:
        return tuple(self._passage(cell.inlines, cell.span, around, Place.CELL) for cell in row.cells)

    def _alert(self, block: Alert, around: _Surroundings) -> None:
        location = Location(around.source, block.span)
        self.notices.append(NoticePassage(block.kind, self.anchor, around.monikers, location))
        self.read(block.blocks, replace(around, notice=len(self.notices) - 1))

    def _zone(self, block: MonikerZone, around: _Surroundings) -> None:
        seen = tuple(name for name in block.monikers if not around.monikers or name in around.monikers)
        if seen:
            self.read(block.blocks, replace(around, monikers=seen))

    def _comment(self, block: HtmlBlock, around: _Surroundings) -> None:
        text = block.text.strip()
        if text.startswith("<!--") and text.endswith("-->"):
            body = text.removeprefix("<!--").removesuffix("-->").strip()
            self.comments.append(Comment(body, self.anchor, self.block, Location(around.source, block.span)))


def _place(around: _Surroundings) -> Place:
    """Return what kind of place a paragraph stands in."""
    if around.items:
        return Place.ITEM if around.items[-1].number is None else Place.STEP
    return Place.PARAGRAPH if around.notice is None else Place.ALERT


def lay_out(document: Document) -> Layout:
    """Return the prose of an article in the order of reading; zones that nobody sees are left out."""
    reader = _Reader()
    reader.read(document.blocks, _Surroundings(document.source))
    return Layout(
        passages=tuple(reader.passages),
        sections=tuple(reader.sections),
        notices=tuple(reader.notices),
        tables=tuple(reader.tables),
        comments=tuple(reader.comments),
    )
