"""Inline nodes: what stands inside a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from rulemark.source import Source, Span

if TYPE_CHECKING:  # blocks hold inlines, and two inlines hold blocks
    from rulemark.document.model.blocks import Block


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
