"""The words of an article itself for what its policy states: a unit that no vocabulary names has no better ones."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rulemark.policy import Amount, Evidence
from rulemark.statements import Statement


def spoken(amount: Amount, evidence: Evidence | None, statements: Iterable[Statement]) -> str:
    """Return the words of an article for an amount, limit and unit included; "" where they cannot be told."""
    said = _said(evidence, statements)
    ends = (amount.value, amount.upper)
    same = [item for item in said.reading.quantities if (item.value, item.upper) == ends] if said else []
    return said.reading.text[same[0].span.start : same[0].span.end] if said and len(same) == 1 else ""


def spoken_unit(
    value: Decimal, upper: Decimal | None, evidence: Evidence | None, statements: Iterable[Statement]
) -> str:
    """Return the words of an article for the unit of a number, or of a range; "" where they cannot be told."""
    said = _said(evidence, statements)
    same = [item for item in said.reading.quantities if (item.value, item.upper) == (value, upper)] if said else []
    units = {said.reading.text[item.number_span.end : item.span.end].strip() for item in same if said}
    return units.pop() if len(units) == 1 else ""


def _said(evidence: Evidence | None, statements: Iterable[Statement]) -> Statement | None:
    place = evidence.location if evidence else None
    return next((item for item in statements if place and item.location == place), None)
