"""A document as the checks of this package look at it, gone through once for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from rulemark.document.lies.directive_lines import DirectiveLine, directive_lines
from rulemark.document.lies.places import Place, inlines, lines_of_text, places
from rulemark.document.lies.surroundings import Surroundings
from rulemark.document.model import Document, Image, Inline, Link, Text
from rulemark.source import Location, Source, Span

_MARKUP = ("**", "[", "［", ")[", "::")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, heading or table cell with every inline in it, nested ones included."""

    place: Place
    inlines: tuple[Inline, ...]

    @property
    def source(self) -> Source:
        """The file that its spans count in."""
        return self.place.source

    @property
    def span(self) -> Span:
        """From the first inline to the end of the last one; a line has at least one."""
        start = self.inlines[0].span.start
        return Span(start, max(inline.span.end for inline in self.inlines))

    @property
    def literal(self) -> tuple[Span, ...]:
        """Where characters stand that readers see as written."""
        return tuple(inline.span for inline in self.inlines if isinstance(inline, Text))


@dataclass(frozen=True, slots=True)
class Inspection:
    """A document with what the checks look at.

    Attributes:
        document: The document, with the findings of the parser.
        surroundings: What is known about the files around it.
        places: Its blocks in reading order.
        sources: The files it consists of.
        suspicious: The lines in which readers see characters that look like markup.
        links: Links and images, each with its place.
        directives: Lines that look like a directive but are text, unless the parser has spoken about them.
    """

    document: Document
    surroundings: Surroundings
    places: tuple[Place, ...] = field(init=False, repr=False)
    sources: tuple[Source, ...] = field(init=False, repr=False)
    suspicious: tuple[Line, ...] = field(init=False, repr=False)
    links: tuple[tuple[Place, Link | Image], ...] = field(init=False, repr=False)
    directives: tuple[DirectiveLine, ...] = field(init=False, repr=False)
    _reported: frozenset[tuple[str, int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        reported = frozenset(
            (one.location.path, one.location.start.line)
            for one in self.document.diagnostics
            if one.kind.code.startswith(("RM11", "RM12", "RM14"))
        )
        found = tuple(places(self.document))
        sources = {self.document.source.path: self.document.source} | {
            place.source.path: place.source for place in found
        }
        suspicious, links = _lines(found)
        object.__setattr__(self, "places", found)
        object.__setattr__(self, "sources", tuple(sources.values()))
        object.__setattr__(self, "suspicious", suspicious)
        object.__setattr__(self, "links", links)
        object.__setattr__(self, "_reported", reported)
        lines = (line for line in directive_lines(found, self.document.monikers) if not self.is_reported(line.location))
        object.__setattr__(self, "directives", tuple(lines))

    def mentions(self, *words: str) -> bool:
        """Tell whether one of some words occurs anywhere: spares a check the way through all blocks."""
        return any(word in source.text for source in self.sources for word in words)

    def is_reported(self, location: Location) -> bool:
        """Tell whether the parser has already spoken about the line where a place begins."""
        return (location.path, location.start.line) in self._reported


def _lines(found: tuple[Place, ...]) -> tuple[tuple[Line, ...], tuple[tuple[Place, Link | Image], ...]]:
    """Return the suspicious lines and the links."""
    suspicious: list[Line] = []
    links: list[tuple[Place, Link | Image]] = []
    for place in found:
        if isinstance(place.block, Image):
            links.append((place, place.block))
        for container in lines_of_text(place.block):
            flat = tuple(inlines(container))
            links.extend((place, inline) for inline in flat if isinstance(inline, Link | Image))
            if any(isinstance(inline, Text) and any(mark in inline.text for mark in _MARKUP) for inline in flat):
                suspicious.append(Line(place, flat))
    return tuple(suspicious), tuple(links)
