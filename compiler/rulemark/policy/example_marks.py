"""Which tables hold examples: those behind `<!-- rulemark: examples cancellation_channel -->`. They are never rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar

from rulemark.source import Location, Span
from rulemark.statements import Extraction, TableReading

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)
_WORD = "examples"
_RULE = "->"
"""What only a correction holds."""
_SPACE = re.compile(r"\s*")
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
    marks = sorted(_marks(extraction), key=lambda mark: (mark[2].path, mark[2].span))
    tables = _by_start(
        ((table.location.path, table.anchor), table.location.span.start, table) for table in extraction.tables
    )
    return tuple(
        ExampleMark(
            decision=text.removeprefix(_WORD).strip(),
            location=location,
            table=_first_behind(tables.get((location.path, anchor), ()), location.span.end),
        )
        for text, anchor, location in marks
    )


def example_sentences(extraction: Extraction) -> frozenset[int]:
    """Return the indexes of the statements that stand in tables of examples."""
    tables = (mark.table for mark in example_marks(extraction) if mark.table is not None)
    rows = (row for table in tables for row in (table.header, *table.rows))
    return frozenset(index for row in rows for cell in row for index in cell.statements)


def _marks(extraction: Extraction) -> Iterator[tuple[str, str, Location]]:
    """Yield the text of each mark, the section whose table it speaks of, and its place."""
    sections = _by_start((one.location.path, one.location.span.start, one) for one in extraction.sections)
    for correction in extraction.corrections:
        if marks_examples(correction.text) and not correction.misspelt:
            behind = _first_behind(sections.get(correction.location.path, ()), correction.location.span.end)
            before = behind if behind is not None and _adjoin(correction.location, behind.location) else None
            yield correction.text, before.anchor if before else correction.anchor, correction.location
    for section in extraction.sections:
        place = section.location
        found = _IN_HEADING.search(place.source.text, place.span.start, place.span.end)
        if found and marks_examples(found[1]):
            yield found[1].strip(), section.anchor, Location(place.source, Span(*found.span()))


def _adjoin(mark: Location, heading: Location) -> bool:
    """Tell whether nothing stands between a comment and a heading."""
    between = _SPACE.match(mark.source.text, mark.span.end)
    return between is not None and between.end() == heading.span.start


def _by_start(items: Iterable[tuple[Key, int, Item]]) -> dict[Key, list[tuple[int, Item]]]:
    """Return items by key, in the order in which they start."""
    found: dict[Key, list[tuple[int, Item]]] = {}
    for key, start, item in sorted(items, key=itemgetter(1)):
        found.setdefault(key, []).append((start, item))
    return found


def _first_behind(items: Sequence[tuple[int, Item]], offset: int) -> Item | None:
    """Return the first item that starts at an offset or behind it."""
    index = bisect_left(items, offset, key=itemgetter(0))
    return items[index][1] if index < len(items) else None
