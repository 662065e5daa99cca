"""From the elements of a policy back to the sentences that they were compiled from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rulemark.policy import Evidence
from rulemark.source import Location, Source, Span
from rulemark.statements import Extraction, Quantity, Statement


@dataclass(frozen=True, slots=True)
class _File:
    """The statements that stand in one file, in the order of the file, and where they start and end."""

    statements: tuple[Statement, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> _File:
        ordered = tuple(sorted(statements, key=lambda statement: statement.location.span))
        spans = [statement.location.span for statement in ordered]
        return cls(ordered, tuple(span.start for span in spans), tuple(span.end for span in spans))


_NOTHING = _File.of(())


@dataclass(frozen=True, slots=True)
class Places:
    """The statements of a project by the file they stand in."""

    _files: Mapping[str, _File]

    @classmethod
    def of_extractions(cls, extractions: Iterable[Extraction]) -> Places:
        """Index what has been read."""
        found: dict[str, list[Statement]] = {}
        for extraction in extractions:
            for statement in extraction.statements:
                found.setdefault(statement.location.path, []).append(statement)
        return cls({path: _File.of(statements) for path, statements in found.items()})

    def statements_at(self, place: Location) -> tuple[Statement, ...]:
        """Return the statements that overlap a place, in the order of the file; no two sentences overlap."""
        file = self._files.get(place.path, _NOTHING)
        return file.statements[bisect_right(file.ends, place.span.start) : bisect_left(file.starts, place.span.end)]

    def statements_of(self, evidence: Evidence) -> tuple[Statement, ...]:
        """Return the statements that overlap the quoted place, in the order of the file."""
        return () if evidence.location is None else self.statements_at(evidence.location)

    def of_number(self, evidence: Evidence, number: Decimal) -> Location:
        """Return the place of a quantity in the quoted sentence, or that of the sentence when it is not there."""
        found = self.quantity_of(evidence, number)
        return found[0].locate(found[1].span) if found else location_of(evidence)

    def quantity_of(self, evidence: Evidence, number: Decimal | int) -> tuple[Statement, Quantity] | None:
        """Return the quantity in the quoted sentences that states a number, with its sentence; None when none does."""
        for statement in self.statements_of(evidence):
            for quantity in statement.reading.quantities:
                if number in {quantity.value, quantity.upper}:
                    return statement, quantity
        return None


def location_of(evidence: Evidence) -> Location:
    """Return where the quote stands; of a policy loaded from YAML, the line alone is known."""
    if evidence.location is not None:
        return evidence.location
    before = "\n" * max(evidence.line - 1, 0)
    return Location(Source(evidence.path, before, evidence.locale), Span(len(before), len(before)))


def evidence_in(evidence: Iterable[Evidence], locale: str) -> Evidence | None:
    """Return the evidence in a locale, else the first; None when there is none at all."""
    first: Evidence | None = None
    for item in evidence:
        if item.locale == locale:
            return item
        first = first or item
    return first
