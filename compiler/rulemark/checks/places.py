"""From the elements of a policy back to the sentences that they were compiled from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rulemark.policy import Evidence
from rulemark.source import Location, Source, Span
from rulemark.statements import Extraction, Quantity, Statement


@dataclass(frozen=True, slots=True)
class Places:
    """The statements of a project by the file they stand in."""

    statements: Mapping[str, tuple[Statement, ...]]

    @classmethod
    def of_extractions(cls, extractions: Iterable[Extraction]) -> Places:
        """Index what has been read."""
        found: dict[str, list[Statement]] = {}
        for extraction in extractions:
            for statement in extraction.statements:
                found.setdefault(statement.location.path, []).append(statement)
        return cls({path: tuple(statements) for path, statements in found.items()})

    def statements_of(self, evidence: Evidence) -> tuple[Statement, ...]:
        """Return the statements that overlap the quoted place, in order of reading."""
        if evidence.location is None:
            return ()
        span = evidence.location.span
        return tuple(
            statement
            for statement in self.statements.get(evidence.location.path, ())
            if statement.location.span.start < span.end and span.start < statement.location.span.end
        )

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
