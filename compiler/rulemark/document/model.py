"""The tree of an article: frozen nodes, each with the span of source characters it was read from.

A span counts in the source that holds the node: the article itself, or inside an `Include` the included file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from rulemark.diagnostics import Diagnostic
from rulemark.source import Source, Span

Yaml: TypeAlias = str | int | float | bool | tuple["Yaml", ...] | tuple[tuple[str, "Yaml"], ...] | None

# --- inline nodes -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as a reader sees them (entities and escapes resolved); `span` covers how they were written."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """An inline code span, without its backticks."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """`*…*` or `_…_`."""

    span: Span
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """`**…**` or `__…__`."""

    span: Span
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strike:
    """`~~…~~`."""

    span: Span
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link, also an autolink; `href` is what was written, unresolved and unchecked."""

    span: Span
    href: str
    title: str | None
    children: tuple[Inline, ...]
    autolink: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """An image; also `:::image:::`, whose further attributes stand in `attributes`."""

    span: Span
    src: str
    alt: str
    title: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    """Of `:::image`: type, border, lightbox, link, loc-scope, as written."""
    description: tuple[Block, ...] = ()
    """The long description of an image of type complex."""


@dataclass(frozen=True, slots=True)
class HtmlInline:
    """One raw HTML tag or comment inside a paragraph, as written."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class SoftBreak:
    """A line end inside a paragraph."""

    span: Span


@dataclass(frozen=True, slots=True)
class HardBreak:
    """A forced line break."""

    span: Span


@dataclass(frozen=True, slots=True)
class NoLoc:
    """`:::no-loc text="…":::`: text that translators leave alone."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Xref:
    """A cross-reference by uid; `children` is the text written for it, if any."""

    span: Span
    uid: str
    children: tuple[Inline, ...] = ()
    shorthand: bool = False
    """Written `@uid`: never reported when unresolved."""
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class InlineInclude:
    """An include inside a line, with what the included file says (empty when it cannot be read)."""

    span: Span
    title: str
    path: str
    source: Source | None
    children: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    """What the file says as blocks, where the include is all that stands in a table cell."""


Inline: TypeAlias = (
    Text
    | Code
    | Emphasis
    | Strong
    | Strike
    | Link
    | Image
    | HtmlInline
    | SoftBreak
    | HardBreak
    | NoLoc
    | Xref
    | InlineInclude
)

# --- block nodes ------------------------------------------------------------------------------------------------------


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

# --- the article ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field:
    """One top-level key of the front matter with its value, frozen (sequences and mappings become tuples)."""

    key: str
    value: Yaml
    key_span: Span
    value_span: Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML header; `span` includes both fences."""

    span: Span
    fields: tuple[Field, ...]

    def get(self, key: str) -> Yaml:
        """Return the value of a key, or None."""
        return next((field.value for field in self.fields if field.key == key), None)

    def text(self, key: str) -> str | None:
        """Return the value of a key when it is a single value, as text."""
        value = self.get(key)
        return None if value is None or isinstance(value, tuple) else str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the values of a key as texts; a single value counts as a list of one."""
        value = self.get(key)
        values = value if isinstance(value, tuple) else (value,)
        return tuple(str(item) for item in values if item is not None and not isinstance(item, tuple))


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read: everything later stages know about it."""

    source: Source
    front_matter: FrontMatter | None
    blocks: tuple[Block, ...]
    monikers: tuple[str, ...]
    """The monikers of the page in definition order; empty: the page is the same for everybody."""
    title: str
    """Front-matter title, else the text of the first heading, else ""."""
    diagnostics: tuple[Diagnostic, ...] = ()
