"""A document as the checks of this package look at it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rulemark.document.lies.surroundings import Surroundings
from rulemark.document.lies.walk import Place, places
from rulemark.document.model import Document
from rulemark.source import Location, Source


@dataclass(frozen=True, slots=True)
class Inspection:
    """A document with its blocks in reading order and what is known about the files around it."""

    document: Document
    surroundings: Surroundings
    places: tuple[Place, ...] = field(init=False, repr=False)
    sources: tuple[Source, ...] = field(init=False, repr=False)
    _reported: frozenset[tuple[str, int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        reported = frozenset(
            (one.location.path, one.location.start.line)
            for one in self.document.diagnostics
            if one.kind.code.startswith(("RM11", "RM12", "RM14"))
        )
        object.__setattr__(self, "places", tuple(places(self.document)))
        sources = {place.source.path: place.source for place in self.places}
        object.__setattr__(
            self, "sources", tuple(({self.document.source.path: self.document.source} | sources).values())
        )
        object.__setattr__(self, "_reported", reported)

    def mentions(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether a pattern occurs anywhere: spares a check the way through all blocks."""
        return any(pattern.search(source.text) for source in self.sources)

    def is_reported(self, location: Location) -> bool:
        """Tell whether the parser has already spoken about the line where a place begins."""
        return (location.path, location.start.line) in self._reported
