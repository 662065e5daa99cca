"""Contradictions of sentences that say the same in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from rulemark.checks.consistency.claims import Claim, with_alike
from rulemark.checks.consistency.conflict import Conflict
from rulemark.statements import Quantity

_ENOUGH_SHARED = 5
"""Content words that make a sentence say what it is about without the sections around it."""
_ENOUGH_BESIDE_A_VALUE = 3
"""The same, where both sentences also share a value."""
_ENOUGH_IN_ONE_SECTION = 2
"""The same, where both sentences stand in one section."""


def conflicts_by_words(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield each claim that differs from an earlier one in one value and in nothing else, with the first of those.

    Args:
        claims: The claims of one language.
    """
    stating = [claim for claim in claims if claim.statement.reading.quantities]
    for claim, alike in with_alike(stating):
        yield from islice((conflict for one in alike if (conflict := _conflict(one, claim))), 1)


def _conflict(first: Claim, second: Claim) -> Conflict | None:
    pair = _one_difference(first.statement.reading.quantities, second.statement.reading.quantities)
    if pair is None or not first.same_frame(second) or not _same_subject(first, second):
        return None
    ours, theirs = pair
    return Conflict(
        first.statement.locate(ours.span),
        first.statement.reading.words(ours.span),
        second.statement.locate(theirs.span),
        second.statement.reading.words(theirs.span),
    )


def _one_difference(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Return the one pair of quantities, in the same position, that differs in its value and in nothing else."""
    if len(ours) != len(theirs):
        return None
    pairs = list(zip(ours, theirs, strict=True))
    if any((a.unit, a.comparison, a.negated) != (b.unit, b.comparison, b.negated) for a, b in pairs):
        return None
    different = [(a, b) for a, b in pairs if (a.value, a.upper) != (b.value, b.upper)]
    return different[0] if len(different) == 1 else None


def _same_subject(first: Claim, second: Claim) -> bool:
    """Whether two claims are about the same thing.

    Neither may add a word to what the other says; one is allowed where a second value, equal in both, shows that they
    speak of the same. Two words that stand in for each other always tell two things apart.
    """
    mine, theirs = first.extra_words(second)
    if mine and theirs:
        return False
    extra = len(mine) + len(theirs)
    shared = max(len(first.content), len(second.content)) - extra
    values = len(first.statement.reading.quantities)
    if values > 1:
        return extra <= 1 and shared >= _ENOUGH_BESIDE_A_VALUE
    return extra == 0 and shared >= (_ENOUGH_IN_ONE_SECTION if first.beside(second) else _ENOUGH_SHARED)
