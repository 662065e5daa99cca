"""Which tables hold examples: those behind `<!-- rulemark: examples cancellation_channel -->`. They are never rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rulemark.source import Location, Span
from rulemark.statements import Extraction, TableReading

_WORD = "examples"
_RULE = "->"
"""What only a correction holds."""
_IN_HEADING = re.compile(r"<!--\s*rulemark:\s*(examples\b[^<>-]*)-->")


@dataclass(frozen=True, slots=True)
class ExampleMark:
    """A comment that says that a table holds examples.

    Attributes:
        decision: The name it gives; "" when it gives none.
        location: Where the comment stands.
        table: The first table behind it in its section; None when there is none.
    """

    decision: str
    location: Location
    table: TableReading | None


def marks_examples(text: str) -> bool:
    """Tell whether the text of a comment marks examples, and so is no correction."""
    return text.split()[:1] == [_WORD] and _RULE not in text


def example_marks(extraction: Extraction) -> tuple[ExampleMark, ...]:
    """Return the marks of an article in the order of the file; one may also stand in, or right before, a heading."""
    return tuple(
        ExampleMark(text.removeprefix(_WORD).strip(), location, _table(anchor, location, extraction))
        for text, anchor, location in sorted(_marks(extraction), key=lambda mark: mark[2].span)
    )


def _marks(extraction: Extraction) -> Iterator[tuple[str, str, Location]]:
    """Yield the text of each mark, the section whose table it speaks of, and its place."""
    for correction in extraction.corrections:
        if marks_examples(correction.text):
            yield (
                correction.text,
                _heading_behind(correction.location, extraction) or correction.anchor,
                correction.location,
            )
    for section in extraction.sections:
        place = section.location
        found = _IN_HEADING.search(place.source.text, place.span.start, place.span.end)
        if found and marks_examples(found[1]):
            yield found[1].strip(), section.anchor, Location(place.source, Span(*found.span()))


def _heading_behind(mark: Location, extraction: Extraction) -> str:
    """Return the section whose heading directly follows a comment, or ""."""
    for section in extraction.sections:
        place = section.location
        behind = place.path == mark.path and place.span.start >= mark.span.end
        if behind and not place.source.text[mark.span.end : place.span.start].strip():
            return section.anchor
    return ""


def _table(anchor: str, mark: Location, extraction: Extraction) -> TableReading | None:
    behind = (
        table
        for table in extraction.tables
        if table.anchor == anchor and table.location.path == mark.path and table.location.span.start >= mark.span.end
    )
    return next(behind, None)
