"""The anchors that links into an article can reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.document.lies.places import Place, inlines, lines_of_text, places
from rulemark.document.model import Document, Heading, HtmlBlock, HtmlInline, Include

_HTML_ANCHOR = re.compile(r"<[A-Za-z][^<>]*?\s(?:id|name)\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)


def anchors_of(document: Document) -> frozenset[str] | None:
    """Return the anchors of an article and of the files it includes, in lower case.

    Returns:
        None when an included file is missing, so that nobody can know them all.
    """
    found: set[str] = set()
    for place in places(document):
        if isinstance(place.block, Include) and place.block.source is None:
            return None
        found.update(anchor.lower() for anchor in _anchors(place))
    return frozenset(found)


def _anchors(place: Place) -> Iterator[str]:
    """Yield the anchors of one block."""
    block = place.block
    if isinstance(block, Heading):
        yield block.anchor
        yield from block.anchors
    if isinstance(block, HtmlBlock):
        yield from _HTML_ANCHOR.findall(block.text)
    if "<" not in place.text:
        return
    for container in lines_of_text(block):
        for inline in inlines(container):
            if isinstance(inline, HtmlInline):
                yield from _HTML_ANCHOR.findall(inline.text)
