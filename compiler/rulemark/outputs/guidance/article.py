"""The body of a page: the article, with its links turned to pages and markup of the page's own between its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import escape, unescape
from typing import assert_never

from markupsafe import Markup

from rulemark.document import (
    Alert,
    Block,
    Code,
    CodeBlock,
    Column,
    Div,
    Document,
    Emphasis,
    HardBreak,
    Heading,
    HtmlBlock,
    HtmlInline,
    Image,
    Include,
    Inline,
    InlineInclude,
    Link,
    List,
    ListItem,
    MonikerZone,
    NoLoc,
    Paragraph,
    Quote,
    Row,
    SoftBreak,
    Strike,
    Strong,
    Tab,
    TabGroup,
    Table,
    TableRow,
    Text,
    ThematicBreak,
    Video,
    Xref,
    Zone,
    to_html,
)
from rulemark.outputs.guidance.margin import Margin
from rulemark.outputs.guidance.markers import Markers
from rulemark.outputs.guidance.sentences import Highlighter
from rulemark.outputs.guidance.site import Links
from rulemark.outputs.guidance.strict import strict_html
from rulemark.outputs.guidance.verdicts import Verdicts, verdict_mark
from rulemark.outputs.guidance.voice import Voice

_COMMENT = re.compile(r"\s*<!--(?:(?!-->).)*-->\s*", re.DOTALL)
_ADDRESS = re.compile(r"""\b(href|src)(\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_ID = re.compile(r' (?:id|name)="([^"]*)"')
_CLOSE = Markup("</div>")


@dataclass(frozen=True, slots=True)
class Body:
    """An article as HTML."""

    html: Markup
    title_anchors: tuple[str, ...]
    """The anchors of the heading that became the title of the page."""


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Turns the tree of one edition into the tree that is rendered on a page."""

    voice: Voice
    links: Links
    markers: Markers
    highlighter: Highlighter
    margin: Margin
    verdicts: Verdicts = field(default_factory=Verdicts)
    tab_groups: list[int] = field(default_factory=list)

    def blocks(self, blocks: Iterable[Block], path: str) -> tuple[Block, ...]:
        """Return blocks of the file `path`, rewritten; findings stand behind the block they are about."""
        return tuple(self._with_findings(blocks, path))

    def _with_findings(self, blocks: Iterable[Block], path: str) -> Iterator[Block]:
        for block in blocks:
            yield from self._block(block, path)
            notes = self.margin.about(block, path)
            if notes:
                yield self.markers.block(notes)

    def _block(self, block: Block, path: str) -> Iterator[Block]:  # noqa: C901, PLR0912 - one arm per kind of block
        match block:
            case Paragraph():
                yield replace(block, inlines=self.line(block.inlines, path))
            case Heading():
                yield replace(block, inlines=self._plain(block.inlines, path))
            case List():
                yield replace(block, items=tuple(self._item(item, path) for item in block.items))
            case Table():
                rows = tuple(self._row(row, path) for row in block.rows)
                yield replace(block, header=self._row(block.header, path), rows=rows)
            case HtmlBlock():
                yield from self._raw(block, path)
            case Image():
                yield Paragraph(block.span, (self._image(block, path),))
                yield from self.blocks(block.description, path)
            case Alert(kind=kind):
                yield from self._framed(self._alert_head(kind), block.blocks, path)
            case MonikerZone(monikers=monikers):
                yield from self._framed(self._zone_head(monikers), block.blocks, path)
            case TabGroup():
                yield from self._tabs(block, path)
            case Video():
                yield from self._video(block, path)
            case Row():
                yield replace(block, columns=tuple(self._column(column, path) for column in block.columns))
            case Include(source=source):
                yield from self.blocks(block.blocks, source.path if source else path)
            case Zone(target=target, pivots=pivots):
                if target in {None, "docs"}:
                    yield from self._framed(self._pivot_head(pivots), block.blocks, path)
            case Quote() | Div():
                yield replace(block, blocks=self.blocks(block.blocks, path))
            case CodeBlock() | ThematicBreak():
                yield block
            case _:
                assert_never(block)

    def _item(self, item: ListItem, path: str) -> ListItem:
        return replace(item, blocks=self.blocks(item.blocks, path))

    def _column(self, column: Column, path: str) -> Column:
        return replace(column, blocks=self.blocks(column.blocks, path))

    def _row(self, row: TableRow, path: str) -> TableRow:
        cells = tuple(replace(cell, inlines=self.line(cell.inlines, path)) for cell in row.cells)
        holds = self.verdicts.on(row, path)
        if holds is None or not cells:
            return replace(row, cells=cells)
        mark = self.markers.inline(verdict_mark(holds, self.voice))
        return replace(row, cells=(*cells[:-1], replace(cells[-1], inlines=(*cells[-1].inlines, mark))))

    def _framed(self, head: Markup, blocks: tuple[Block, ...], path: str) -> Iterator[Block]:
        yield self.markers.block(head)
        yield from self.blocks(blocks, path)
        yield self.markers.block(_CLOSE)

    def _alert_head(self, kind: str) -> Markup:
        title = self.voice.alert(kind)
        return Markup('<div class="alert alert-{}" role="note"><p class="alert-title">{}</p>').format(
            re.sub(r"[^a-z]", "", kind), title
        )

    def _zone_head(self, monikers: tuple[str, ...]) -> Markup:
        names = self.voice.all_of(tuple(self.voice.moniker(name) for name in monikers))
        label = self.voice.say("only_for", names=names)
        return Markup('<div class="version-part" data-versions="{}"><p class="version-label">{}</p>').format(
            " ".join(monikers), label
        )

    def _pivot_head(self, pivots: tuple[str, ...]) -> Markup:
        if not pivots:
            return Markup('<div class="part">')
        label = self.voice.any_of(pivots)
        return Markup('<div class="part version-part" data-pivots="{}"><p class="version-label">{}</p>').format(
            " ".join(pivots), label
        )

    def _tabs(self, group: TabGroup, path: str) -> Iterator[Block]:
        self.tab_groups.append(len(group.tabs))
        yield self.markers.block(Markup('<div class="tabs">'))
        for number, tab in enumerate(group.tabs, 1):
            yield from self._tab(tab, f"tab_{len(self.tab_groups)}_{number}", path)
        yield self.markers.block(_CLOSE)

    def _tab(self, tab: Tab, anchor: str, path: str) -> Iterator[Block]:
        head = Markup('<div class="tab" id="{}" data-tab="{}" data-condition="{}">')
        yield self.markers.block(head.format(anchor, " ".join(tab.ids), tab.condition or ""))
        opening = self.markers.inline(Markup('<span class="tab-title">'))
        closing = self.markers.inline(Markup("</span>"))
        yield Paragraph(tab.span, (opening, *self._plain(tab.heading, path), closing))
        yield from self.blocks(tab.blocks, path)
        yield self.markers.block(_CLOSE)

    def _video(self, video: Video, path: str) -> Iterator[Block]:
        """Yield a link: a page that asks nobody for anything plays no video of another host."""
        label = (Text(video.span, self.voice.say("video")),)
        yield Paragraph(video.span, self.line((Link(video.span, video.url, None, label),), path))
        yield from self.blocks(video.description, path)

    def _raw(self, block: HtmlBlock, path: str) -> Iterator[Block]:
        if not _COMMENT.fullmatch(block.text):
            yield replace(block, text=self._addresses(block.text, path))

    def line(self, inlines: tuple[Inline, ...], path: str) -> tuple[Inline, ...]:
        """Return inlines of the file `path`, rewritten, with cited sentences marked."""
        return self._plain(self.highlighter.mark(inlines, path), path)

    def _plain(self, inlines: tuple[Inline, ...], path: str) -> tuple[Inline, ...]:
        return tuple(new for node in inlines for new in self._inline(node, path))

    def _inline(self, node: Inline, path: str) -> Iterator[Inline]:
        match node:
            case Link():
                yield from self._link(node, path)
            case Image():
                yield self._image(node, path)
            case Emphasis() | Strong() | Strike() | Xref():
                yield replace(node, children=self._plain(node.children, path))
            case InlineInclude(source=source):
                yield from self.line(node.children, source.path if source else path)
            case HtmlInline():
                if not node.text.startswith("<!--"):
                    yield replace(node, text=self._addresses(node.text, path))
            case Text() | Code() | SoftBreak() | HardBreak() | NoLoc():
                yield node
            case _:
                assert_never(node)

    def _link(self, link: Link, path: str) -> Iterator[Inline]:
        children = self._plain(link.children, path)
        href = self.links.href(link.href, path)
        if href is None:
            yield from children
        else:
            yield replace(link, href=href, children=children)

    def _image(self, image: Image, path: str) -> Inline:
        src = self.links.image(image.src, path)
        if src is not None:
            return replace(image, src=src, attributes=(), description=())
        label = (Text(image.span, self.voice.say("image", name=image.alt or image.src.rpartition("/")[2])),)
        href = self.links.href(image.src, path)
        return Emphasis(image.span, label) if href is None else Link(image.span, href, None, label)

    def _addresses(self, html: str, path: str) -> str:
        def rewritten(match: re.Match[str]) -> str:
            name, equals, quoted = match.groups()
            lead = self.links.image if name.lower() == "src" else self.links.href
            return f'{name}{equals}"{escape(lead(unescape(quoted[1:-1]), path) or "#")}"'

        return _ADDRESS.sub(rewritten, html)


def body_of(document: Document, rewriter: Rewriter) -> Body:
    """Return the HTML of an article; its first heading of level 1 is left to the page."""
    title = next((block for block in document.blocks if isinstance(block, Heading) and block.level == 1), None)
    blocks = tuple(block for block in document.blocks if block is not title)
    tree = replace(document, blocks=rewriter.blocks(blocks, document.source.path))
    html = rewriter.markers.replace(strict_html(to_html(tree)))
    anchors = (title.anchor, *title.anchors) if title else ()
    return Body(Markup(_unique(html)), tuple(dict.fromkeys(anchor for anchor in anchors if anchor)))  # noqa: S704 - to_html cleans what writers wrote; everything else here is escaped


def _unique(html: str) -> str:
    """Return HTML in which every anchor stands once: of two with one name, readers reach the first anyway."""
    seen: set[str] = set()

    def first_only(match: re.Match[str]) -> str:
        if match[1] in seen or not match[1]:
            return ""
        seen.add(match[1])
        return f' id="{match[1]}"'

    return _ID.sub(first_only, html)
