"""Block nodes: paragraphs, lists, tables and every construct of the dialect."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from rulemark.document.model.inlines import Image, Inline
from rulemark.source import Source, Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Inlines that belong together."""

    span: Span
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; explicit `<a name>` anchors in front are taken out of the inlines."""

    span: Span
    level: int
    inlines: tuple[Inline, ...]
    anchor: str
    """The id readers link to: the first explicit anchor, else the GitHub-style slug; unique when generated."""
    anchors: tuple[str, ...] = ()
    """Every explicit anchor, in order."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; `number` is what the writer typed, None in a bullet list."""

    span: Span
    number: int | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A bullet list (`start` is None) or a numbered list."""

    span: Span
    start: int | None
    tight: bool
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell; the span is that of its trimmed content."""

    span: Span
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, always as many cells as the header has."""

    span: Span
    cells: tuple[TableCell, ...]


class Align(StrEnum):
    """How a column is aligned."""

    NONE = "none"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Table:
    """A pipe table."""

    span: Span
    header: TableRow
    rows: tuple[TableRow, ...]
    aligns: tuple[Align, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Fenced or indented code, or a code snippet taken from a file (`origin`)."""

    span: Span
    info: str
    text: str
    origin: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """Raw HTML, as written; also a comment that stands alone."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A horizontal rule."""

    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A plain block quote."""

    span: Span
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Alert:
    """`> [!NOTE]` and kin."""

    span: Span
    kind: str
    """Lower case: note, tip, warning, important, caution or a configured one."""
    blocks: tuple[Block, ...]
    marker: Span
    """The characters `[!NOTE]`."""


@dataclass(frozen=True, slots=True)
class Div:
    """`> [!div class="…"]`."""

    span: Span
    attributes: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Video:
    """`> [!VIDEO url]` or `:::video:::`."""

    span: Span
    url: str
    attributes: tuple[tuple[str, str], ...] = ()
    description: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class MonikerZone:
    """`::: moniker range="…"` to `::: moniker-end`."""

    span: Span
    expression: str
    """The range as written."""
    monikers: tuple[str, ...]
    """Those of the page's monikers that see the content, in definition order."""
    blocks: tuple[Block, ...]
    expression_span: Span


@dataclass(frozen=True, slots=True)
class Zone:
    """`::: zone target="…" pivot="…"`: chosen by the reader, never removed by a build."""

    span: Span
    target: str | None
    pivots: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its ids, the condition (`#tab/id/condition`) and its content."""

    span: Span
    ids: tuple[str, ...]
    condition: str | None
    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TabGroup:
    """Tabs side by side."""

    span: Span
    tabs: tuple[Tab, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a row."""

    span: Span
    width: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """`:::row:::` with its columns."""

    span: Span
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Include:
    """A block include; `source` and `blocks` are those of the included file, empty when it cannot be read."""

    span: Span
    title: str
    path: str
    source: Source | None
    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Paragraph
    | Heading
    | List
    | Table
    | CodeBlock
    | HtmlBlock
    | ThematicBreak
    | Quote
    | Alert
    | Div
    | Video
    | MonikerZone
    | Zone
    | TabGroup
    | Row
    | Include
    | Image
)
