"""Articles without content, or without anything that a link or a translation could hold on to."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic
from rulemark.document.lies.inspection import Inspection
from rulemark.document.model import Heading
from rulemark.document.problems import EMPTY_ARTICLE, MISSING_HEADING
from rulemark.source import Location, Span


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report an article that says nothing, and one with a header but neither title nor heading."""
    document = inspection.document
    source, blocks = document.source, document.blocks
    if not source.text.strip("\ufeff \t\r\n\f\v") or (not blocks and not document.diagnostics):
        start = Location(source, Span(0, 0))
        yield Diagnostic(EMPTY_ARTICLE, "the article has no content", start, "write it, or remove the file")
    elif document.front_matter and not document.title and not _has_heading(inspection):
        start = Location(source, Span(blocks[0].span.start, blocks[0].span.start) if blocks else Span(0, 0))
        remedy = "begin the article with a heading `# …`"
        yield Diagnostic(MISSING_HEADING, "the article has neither a title nor a heading", start, remedy)


def _has_heading(inspection: Inspection) -> bool:
    return any(isinstance(place.block, Heading) for place in inspection.places)
