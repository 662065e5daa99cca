"""RM412: what one sentence forbids or demands, another leaves to the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from rulemark.checks.consistency.claims import Claim, with_alike
from rulemark.checks.problems import CONFLICTING_MODALITY
from rulemark.diagnostics import Diagnostic, Label
from rulemark.statements import Modality, Quantity, Scope

_CONFLICTS = frozenset(
    {
        frozenset({Modality.MUST, Modality.MAY}),
        frozenset({Modality.MUST, Modality.NEED_NOT}),
        frozenset({Modality.MUST, Modality.MUST_NOT}),
        frozenset({Modality.MAY, Modality.MAY_NOT}),
        frozenset({Modality.MAY, Modality.MUST_NOT}),
    }
)
_BINDING = frozenset(modality for conflict in _CONFLICTS for modality in conflict)
_ENOUGH_SHARED = 4
"""Content words that make a sentence say what it is about without the sections around it."""


def conflicting_modality(claims: Sequence[Claim]) -> Iterator[Diagnostic]:
    """Report sentences that bind differently from an earlier one with the same content words, each with the first.

    Args:
        claims: The claims of one language.
    """
    bound = [claim for claim in claims if claim.statement.reading.modality in _BINDING]
    for claim, alike in with_alike(bound):
        yield from islice((finding for one in alike if (finding := _contradiction(one, claim))), 1)


def _contradiction(first: Claim, second: Claim) -> Diagnostic | None:
    ours, theirs = first.statement.reading.modality, second.statement.reading.modality
    if ours is None or theirs is None or frozenset({ours, theirs}) not in _CONFLICTS:
        return None
    if len(first.content) < _ENOUGH_SHARED or first.content != second.content or not _same_rule(first, second):
        return None
    return Diagnostic(
        CONFLICTING_MODALITY,
        f"one sentence says `{ours.in_words}`, another about the same thing `{theirs.in_words}`",
        first.location,
        help="keep one of them, or say in both sentences what makes the two cases different",
        labels=(Label(second.location, f"here it is `{theirs.in_words}`"),),
        witness=(("here", ours.in_words), ("there", theirs.in_words)),
    )


def _same_rule(first: Claim, second: Claim) -> bool:
    """Whether both have the same readers, conditions, labels and quantities; the denial is what is in question."""
    mine, theirs = first.statement.reading, second.statement.reading
    values = [[_said(quantity) for quantity in reading.quantities] for reading in (mine, theirs)]
    return values[0] == values[1] and not mine.exceptions and not theirs.exceptions and first.same_readers(second)


def _said(quantity: Quantity) -> tuple[object, ...]:
    """Return what two sentences must share; how a number compares counts too where it tells their cases apart."""
    return (quantity.value, quantity.unit, quantity.comparison if quantity.scope is Scope.CASE else None)
