"""What brackets only say once more: `7 (sete) dias`, `R$ 30,00 (trinta reais)`, `trente jours (30 jours)`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rulemark.statements.words.numbers import Number
from rulemark.statements.words.scanning import Scan

_LONGEST_UNIT = 20
"""Characters of a unit between a number and the brackets behind it."""


def numbers_once(scan: Scan) -> Iterator[Number]:
    """Yield the numbers of a sentence in order, none of them twice.

    In `30 (trinta) dias` the brackets belong to the number; in `30 dias (trinta dias)` nothing is read in them.
    """
    before: Number | None = None
    for number in scan.numbers:
        if before and _repeats(scan, before, number):
            continue
        before = _with_words(scan, number)
        yield before


def _with_words(scan: Scan, number: Number) -> Number:
    """Return a number in digits with the words for it in brackets behind it."""
    opening = scan.skip(number.end)
    again = scan.number_at(opening + 1) if number.digits and scan.masked.startswith("(", opening) else None
    closed = again is not None and again.spelled and scan.masked.startswith(")", again.end)
    return replace(number, end=again.end + 1) if again and closed and again.value == number.value else number


def _repeats(scan: Scan, before: Number, behind: Number) -> bool:
    """Tell whether a number stands in brackets behind the same number, once in digits and once in words."""
    if behind.start < before.end:
        return True
    if before.value != behind.value or before.spelled == behind.spelled:
        return False
    opening = scan.back(behind.start, " ") - 1
    if not scan.masked.startswith("(", opening) or opening - before.end > _LONGEST_UNIT:
        return False
    again = scan.lexicon.units.at(scan.masked, scan.skip(behind.end))
    first = scan.lexicon.units.at(scan.masked, scan.skip(before.end))
    return again is not None and scan.masked.startswith(")", again.end) and (first is None or first.name == again.name)
