"""Articles without content, or without anything that a link or a translation could hold on to."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.places import places
from rulemark.document.model import Document, Heading
from rulemark.document.problems import EMPTY_ARTICLE, MISSING_HEADING
from rulemark.source import Location, Span


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report a file that says nothing, and one with a header but neither title nor heading."""
    document = inspection.document
    source, blocks = document.source, document.blocks
    if not source.text.strip("\ufeff \t\r\n\f\v") or (not blocks and not document.diagnostics):
        start = Location(source, Span(0, 0))
        yield Diagnostic(EMPTY_ARTICLE, "the article has no content", start, "write it, or remove the file")
    elif document.front_matter:
        yield from headless(document)


def headless(document: Document) -> Iterator[Diagnostic]:
    """Report a document with neither a title nor a heading; a text without a header may be a fragment of an article."""
    if document.title or not document.blocks or any(isinstance(place.block, Heading) for place in places(document)):
        return
    start = document.blocks[0].span.start
    place = Location(document.source, Span(start, start))
    remedy = "begin the article with a heading `# …`"
    yield Diagnostic(MISSING_HEADING, "the article has neither a title nor a heading", place, remedy)
