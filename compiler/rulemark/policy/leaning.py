"""Sentences that lean on the one before: "Otherwise, …" turns its condition around, "In that case, …" takes it over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rulemark.policy.clauses import Understood, together
from rulemark.policy.drafts import RefusedError
from rulemark.policy.model import ALWAYS, Not
from rulemark.statements import Extraction, Modality, Speech, Statement

_OPEN = "it leans on the sentence before it"
_ORDERS = frozenset({Modality.MUST, Modality.MUST_NOT, Modality.SHOULD, Modality.SHOULD_NOT})


def leans(statement: Statement) -> bool:
    """Whether a sentence says something that holds only as the sentence before it says."""
    reading = statement.reading
    return reading.otherwise or (reading.refers_back and reading.bears_policy)


def lean(index: int, extraction: Extraction, understood: Mapping[int, Understood]) -> tuple[Understood, int]:
    """Return when a leaning sentence holds, and from which sentence on it leans.

    Args:
        index: The sentence.
        extraction: The article.
        understood: What the conditions of its sentences say.

    Raises:
        RefusedError: The sentence before it has no condition, or the sentence leans on more than that.
    """
    statement = extraction.statements[index]
    start = index
    while _continues(extraction, start, understood) and (start == index or statement.reading.otherwise):
        start -= 1
    before = tuple(understood[place] for place in range(start, index))
    if not before or any(part.condition == ALWAYS for part in before):
        raise RefusedError(_OPEN)
    if statement.reading.quantities and not statement.reading.otherwise:
        raise RefusedError(_OPEN)
    if statement.reading.otherwise:
        if not is_alternative(extraction.statements[index - 1], statement):
            raise RefusedError(_OPEN)
        before = tuple(replace(part, condition=Not(part.condition)) for part in before)
    own = (understood[index],) if index in understood else ()
    return together((*before, *own)), start


def is_alternative(before: Statement, after: Statement) -> bool:
    """Whether "otherwise" turns a condition around, and not an order: "you must pay; otherwise, you get a fine"."""
    return not _orders(before) or _orders(after)


def _orders(statement: Statement) -> bool:
    reading = statement.reading
    return reading.modality in _ORDERS or reading.instructs or reading.speech is Speech.INSTRUCTION


def _continues(extraction: Extraction, index: int, understood: Mapping[int, Understood]) -> bool:
    """Whether the sentence before one has a condition and stands beside it, leaning on nothing itself."""
    if index == 0 or index - 1 not in understood:
        return False
    here, before = extraction.statements[index], extraction.statements[index - 1]
    near = here.anchor == before.anchor and here.place is before.place and here.block - before.block <= 1
    return near and here.monikers == before.monikers and not before.reading.refers_back
