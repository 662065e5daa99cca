"""HTML that is removed before readers see it, placeholders such as `<your name>` included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic
from rulemark.document.excerpts import excerpt
from rulemark.document.html.cleaning import ALLOWED_TAGS
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.places import Place, inlines, lines_of_text
from rulemark.document.model import HtmlBlock, HtmlInline
from rulemark.document.problems import DISALLOWED_HTML_ATTRIBUTE, DISALLOWED_HTML_TAG
from rulemark.source import Location, Span

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(?P<name>[A-Za-z][\w:.\-]*)(?P<rest>[^<>]*)>", re.DOTALL)
_HANDLER = re.compile(r"\s(?P<name>on[a-z]{3,20})\s*=", re.IGNORECASE)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report elements that are not let through, and attributes that run code."""
    for place in inspection.places:
        if isinstance(place.block, HtmlBlock):
            yield from _judged(place, place.block.span)
        elif "<" in place.text:
            for container in lines_of_text(place.block):
                for inline in inlines(container):
                    if isinstance(inline, HtmlInline):
                        yield from _judged(place, inline.span)


def _judged(place: Place, span: Span) -> Iterator[Diagnostic]:
    """Judge the opening tags between two places."""
    for found in _TAG.finditer(place.source.text, span.start, span.end):
        name = (found["name"] or "").lower()
        if name and name not in ALLOWED_TAGS:
            location = Location(place.source, Span(*found.span()))
            message = f"readers don't see `{excerpt(found[0], 40)}`: the element `{name}` is removed"
            remedy = f"write `\\{excerpt(found[0], 40)}` for readers to see it, or remove it"
            yield Diagnostic(DISALLOWED_HTML_TAG, message, location, remedy)
        elif name and (handler := _HANDLER.search(found["rest"])):
            start = found.start("rest") + handler.start("name")
            location = Location(place.source, Span(start, start + len(handler["name"])))
            message = f"the attribute `{handler['name']}` is removed: it runs code"
            yield Diagnostic(DISALLOWED_HTML_ATTRIBUTE, message, location, "remove the attribute")
