"""What a paragraph points at: its links and images, also those written as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from rulemark.document import Emphasis, HtmlInline, Image, Inline, InlineInclude, Link, Strike, Strong, Text, plain_text
from rulemark.source import Span

_HREF = re.compile(r"<a\s[^<>]*?href\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE)
_SRC = re.compile(r"<img\s[^<>]*?src\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE)


def links_of(inlines: Iterable[Inline]) -> Iterator[tuple[str, str, Span]]:
    """Yield target, text and span of every link, in the order of reading; an HTML link has no text."""
    for inline in inlines:
        match inline:
            case Link(span=span, href=href, children=children):
                yield href, plain_text(children).text.strip(), span
            case HtmlInline(span=span, text=text) if found := _HREF.match(text):
                yield html.unescape(found[1] or found[2] or ""), "", span
            case Emphasis(children=children) | Strong(children=children) | Strike(children=children):
                yield from links_of(children)
            case InlineInclude(children=children):
                yield from links_of(children)
            case _:
                pass


def images_of(inlines: Iterable[Inline]) -> Iterator[str]:
    """Yield the address of every image, in the order of reading."""
    for inline in inlines:
        match inline:
            case Image(src=src):
                yield src
            case HtmlInline(text=text) if found := _SRC.match(text):
                yield html.unescape(found[1] or found[2] or "")
            case (
                Emphasis(children=children)
                | Strong(children=children)
                | Strike(children=children)
                | Link(children=children)
                | InlineInclude(children=children)
            ):
                yield from images_of(children)
            case _:
                pass


def only_links(inlines: Iterable[Inline]) -> bool:
    """Whether a paragraph is nothing but links: their texts are titles of other articles, not sentences of this one."""
    found = False
    for inline in inlines:
        written = bool((inline.text if isinstance(inline, Text) else plain_text((inline,)).text).strip(" .,;"))
        if written and not isinstance(inline, Link):
            return False
        found = found or written
    return found
