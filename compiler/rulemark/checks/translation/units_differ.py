"""Whether a number still counts the same unit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rulemark.checks.problems import QUANTITY_DIFFERS
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.diagnostics import Severity
from rulemark.statements import DURATIONS, Quantity

MEASURES = DURATIONS | {"percent", "byte", "kilobyte", "megabyte", "gigabyte", "terabyte"}
"""Units that mean the same in every language; of counted nouns only the number is compared."""


def units_differ(source: Line, target: Line) -> Iterator[PairFinding]:
    """Yield quantities whose number stands as often on either side, one of them with another unit."""
    theirs = _by_number(target)
    for number, group in _by_number(source).items():
        others = theirs.get(number, ())
        ours = [item for item in group if not _has(item, others, source, target)]
        new = [item for item in others if not _has(item, group, source, target)]
        lost = ours[0] if ours else group[0]
        if _is_even(number, group, others, source) and new and {lost.unit, new[0].unit} <= MEASURES:
            words = source.reading.words(lost.span), target.reading.words(new[0].span)
            yield PairFinding(QUANTITY_DIFFERS.name, Severity.ERROR, f"`{words[0]}` became `{words[1]}`")


def _is_even(number: Decimal, ours: tuple[Quantity, ...], theirs: tuple[Quantity, ...], source: Line) -> bool:
    """Whether a number stands as often in the translation as in the source, where some may stand in the label."""
    labelled = sum(1 for item in source.numerals.items if number in item.readings) if source.label else 0
    return len(theirs) == len(ours) or len(ours) < len(theirs) == labelled


def _has(quantity: Quantity, others: tuple[Quantity, ...], source: Line, target: Line) -> bool:
    """Whether the same unit stands on the other side; "on business days" may stand anywhere in the sentence."""
    days = {"day", "business_day"}
    return any(
        item.unit == quantity.unit
        or ({item.unit, quantity.unit} == days and "business_day" in source.units & target.units)
        for item in others
    )


def _by_number(line: Line) -> dict[Decimal, tuple[Quantity, ...]]:
    found: dict[Decimal, tuple[Quantity, ...]] = {}
    for quantity in line.reading.quantities:
        found[quantity.value] = (*found.get(quantity.value, ()), quantity)
    return found
