"""Inline nodes as HTML."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import assert_never

from rulemark.document.addresses import is_safe
from rulemark.document.html.cleaning import is_harmless
from rulemark.document.html.media import media_html
from rulemark.document.html.player_frames import frame_html
from rulemark.document.html.text import HtmlWriter, address_text, attributes_text, encoded, escape
from rulemark.document.model import (
    Code,
    Emphasis,
    HardBreak,
    HtmlInline,
    Image,
    Inline,
    InlineInclude,
    Link,
    NoLoc,
    SoftBreak,
    Strike,
    Strong,
    Text,
    Xref,
)
from rulemark.document.options import Dialect, ParseOptions
from rulemark.source import Location, Source, Span

_NO_LOC = '<span class="no-loc" dir="ltr" lang="en-us">'
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:|/|#|\?|\\|$")


@dataclass(slots=True)
class Page:
    """What the writers of HTML need to know besides the node.

    Attributes:
        options: The dialect, titles and classes of alerts, hosts of videos.
        moniker: For which readers; None: for all, each zone marked with its monikers.
        root: The path of the article.
        source: The file whose nodes are written.
        out: What is written.
        tab_groups: How many tab groups were written.
        tab_choices: The ids of the tab groups so far, as far as they decide which tab of a later group is shown.
        descriptions: The ids of the long descriptions so far.
    """

    options: ParseOptions
    moniker: str | None
    root: str
    source: Source
    out: HtmlWriter = field(default_factory=HtmlWriter)
    tab_groups: int = 0
    tab_choices: list[tuple[str, ...]] = field(default_factory=list)
    descriptions: set[str] = field(default_factory=set)

    @property
    def learn(self) -> bool:
        """Whether the article is Learn Markdown."""
        return self.options.dialect is Dialect.LEARN

    def address(self, written: str) -> str | None:
        """Return an address for an attribute: relative to the article, encoded; None when it could run code."""
        if not self.learn:
            return encoded(written)
        address = address_text(self.rebased(written))
        # encoding cuts off blanks, so what it returns is looked at, too
        return address if is_safe(written) and is_safe(address) else None

    def rebased(self, written: str) -> str:
        """Return an address that an included file wrote, as the article has to write it."""
        if written.startswith("~/"):
            return posixpath.relpath(written[2:] or ".", posixpath.dirname(self.root) or ".")
        path = self.source.path
        if path == self.root or _ABSOLUTE.match(written):
            return written
        cut = min((at for at in (written.find("?"), written.find("#")) if at >= 0), default=len(written))
        target = posixpath.join(posixpath.dirname(path), written[:cut])
        rebased = posixpath.relpath(target or ".", posixpath.dirname(self.root) or ".")
        slash = "/" if written[:cut].endswith("/") else ""
        return rebased + slash + written[cut:]

    def description_id(self, span: Span) -> str:
        """Return the id of the long description of an image or video: its line and column, counted from 0."""
        place = self.source.position(span.start)
        identity = base = f"{place.line - 1}-{place.column - 1}"
        while identity in self.descriptions:
            identity = f"{base}-{len(self.descriptions)}"
        self.descriptions.add(identity)
        return identity


def write_inlines(inlines: tuple[Inline, ...], page: Page) -> None:  # noqa: C901, PLR0912 - one arm a kind of node
    """Write nodes."""
    out = page.out
    for node in inlines:
        match node:
            case Text(text=text):
                out.write(escape(text))
            case SoftBreak():
                out.write("\n")
            case HardBreak():
                out.write("<br />\n")
            case Code(text=text):
                out.write(f"<code>{escape(text)}</code>")
            case Emphasis(children=children):
                _wrap("em", children, page)
            case Strong(children=children):
                _wrap("strong", children, page)
            case Strike(children=children):
                _wrap("del", children, page)
            case Link():
                _write_link(node, page)
            case Image():
                write_image(node, page)
            case HtmlInline(text=text):
                _write_html(text, page)
            case NoLoc(text=text):
                out.write(f"{_NO_LOC}{escape(text)}</span>")
            case Xref():
                _write_xref(node, page)
            case InlineInclude():
                _write_include(node, page)
            case _:
                assert_never(node)


def _wrap(tag: str, children: tuple[Inline, ...], page: Page) -> None:
    page.out.write(f"<{tag}>")
    write_inlines(children, page)
    page.out.write(f"</{tag}>")


def _write_link(link: Link, page: Page) -> None:
    attributes = attributes_text((("href", page.address(link.href)), ("title", link.title)))
    page.out.write(f"<a{attributes}>")
    write_inlines(link.children, page)
    page.out.write("</a>")


def _write_html(text: str, page: Page) -> None:
    if not page.learn:
        page.out.write(text)
    elif not text.startswith(("<!", "<?")):
        page.out.raw = page.out.raw or not is_harmless(text)
        page.out.write(text)


def _write_xref(xref: Xref, page: Page) -> None:
    """Write what an unresolved reference shows: its text, else what was written."""
    page.out.write(_NO_LOC)
    if xref.children:
        write_inlines(xref.children, page)
    else:
        page.out.write(escape(Location(page.source, xref.span).text))
    page.out.write("</span>")


def _write_include(include: InlineInclude, page: Page) -> None:
    if include.source is None:
        return
    outer, page.source = page.source, include.source
    write_inlines(include.children, page)
    page.source = outer


def write_image(image: Image, page: Page) -> None:
    """Write an image of Markdown, or `:::image:::` inside a line."""
    if image.attributes and image.attributes[0] == ("directive", "video"):
        _write_player(image, page)
        return
    if any(name == "source" for name, _ in image.attributes):
        write_directive_image(image, page)
        return
    media = media_html(image.src, page.options.video_hosts) if page.learn else None
    if media is not None:
        page.out.write(media)
        return
    attributes = (("src", page.address(image.src) or ""), ("alt", image.alt), ("title", image.title))
    page.out.write(f"<img{attributes_text(attributes)} />")


def _write_player(image: Image, page: Page) -> None:
    frame = frame_html(image.src, dict(image.attributes), page.options.video_hosts)
    if frame is None:
        page.out.write(f"<a{attributes_text((('href', page.address(image.src)),))}>{escape(image.src)}</a>")
    else:
        page.out.write(f'<div class="embeddedvideo">\n{frame}\n</div>\n')


def write_directive_image(image: Image, page: Page) -> None:
    """Write `:::image:::` inside a line: with a border unless it is an icon, with its link or light box."""
    given = dict(image.attributes)
    out = page.out
    icon = given.get("type") == "icon"
    border = has_border(given)
    if border:
        out.write('<span class="mx-imgBorder">\n')
    linked = open_image_link(given, page)
    described = (("role", "presentation"),) if icon else (("alt", image.alt),)
    out.write(f"<img{attributes_text((('src', page.address(image.src) or ''), *described))}>\n")
    if linked:
        out.write("</a>\n")
    if border:
        out.write("</span>\n")


def has_border(given: dict[str, str]) -> bool:
    """Tell whether an image has a border: as written, by default all but icons."""
    written = given.get("border", "").strip().lower()
    return written == "true" if written in {"true", "false"} else given.get("type") != "icon"


def open_image_link(given: dict[str, str], page: Page) -> bool:
    """Open the link around an image, if it has one; it must be closed then."""
    link, lightbox = given.get("link"), given.get("lightbox")
    if link:
        page.out.write(f"<a{attributes_text((('href', page.address(link)),))}>\n")
    elif lightbox:
        address = page.address(lightbox)
        target = None if address is None else f"{address}#lightbox"
        page.out.write(f"<a{attributes_text((('href', target), ('data-linktype', 'relative-path')))}>\n")
    return bool(link or lightbox)
