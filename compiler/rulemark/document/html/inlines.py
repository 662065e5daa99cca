"""Inline nodes as HTML."""

from __future__ import annotations

from typing import assert_never

from rulemark.document.html.cleaning import is_harmless
from rulemark.document.html.images import write_image
from rulemark.document.html.page import Page
from rulemark.document.html.text import attributes_text, escape
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
from rulemark.source import Location

_NO_LOC = '<span class="no-loc" dir="ltr" lang="en-us">'


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
