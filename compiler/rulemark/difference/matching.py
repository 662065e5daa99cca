"""Which element of the old version is which of the new one, when ids and words may both have changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from rulemark.difference.entries import Entry
from rulemark.policy import Decision

_WORD = re.compile(r"[a-z0-9à-ɏ]+|[^\W\d_a-zà-ɏ]")
_SAME_RULE = 0.3
"""Share of equal words from which two sentences with the same values are the same rule."""
_SAME_ID = 0.45
_SAME_WORDS = 0.55
"""Share of equal words from which two sentences with other values, or of another kind, are the same rule."""
_Test = Callable[[Entry, Entry], bool]


def match(old: Sequence[Entry], new: Sequence[Entry]) -> tuple[tuple[Entry | None, Entry | None], ...]:
    """Pair the entries of two versions of an article.

    Args:
        old: The elements of the old version.
        new: Those of the new one.

    Returns:
        Pairs in the order of the new version, removed ones behind; None stands for an element that is not there.
    """
    partners: dict[int, int] = {}
    for test in (_equal, _same_rule, _same_id, _same_words, _other_kind):
        _pair(old, new, test, partners)
    taken = set(partners.values())
    pairs = [(old[partners[index]] if index in partners else None, entry) for index, entry in enumerate(new)]
    removed = [(entry, None) for index, entry in enumerate(old) if index not in taken]
    return (*pairs, *removed)


def _pair(old: Sequence[Entry], new: Sequence[Entry], test: _Test, partners: dict[int, int]) -> None:
    """Pair what passes a test and is free yet, the most similar first."""
    taken = set(partners.values())
    found = sorted(_candidates(old, new, test, taken, partners))
    for _, _, old_index, new_index in found:
        if old_index not in taken and new_index not in partners:
            partners[new_index] = old_index
            taken.add(old_index)


def _candidates(
    old: Sequence[Entry], new: Sequence[Entry], test: _Test, taken: set[int], partners: dict[int, int]
) -> Iterator[tuple[float, int, int, int]]:
    for new_index, entry in enumerate(new):
        if new_index not in partners:
            for old_index, other in enumerate(old):
                if old_index not in taken and test(other, entry):
                    score = similarity(other.words, entry.words) + (0.2 if other.anchor == entry.anchor else 0)
                    yield -score, abs(new_index - old_index), old_index, new_index


def _equal(old: Entry, new: Entry) -> bool:
    return old.kind == new.kind and old.words == new.words and old.values == new.values


def _same_rule(old: Entry, new: Entry) -> bool:
    if old.kind != new.kind or old.values != new.values:
        return False
    return old.kind == "reference" or similarity(old.words, new.words) >= _SAME_RULE


def _same_id(old: Entry, new: Entry) -> bool:
    if old.kind != new.kind or old.id != new.id:
        return False
    named = isinstance(new.element, Decision) and new.element.declared
    return named or old.kind == "procedure" or similarity(old.words, new.words) >= _SAME_ID


def _same_words(old: Entry, new: Entry) -> bool:
    return old.kind == new.kind and similarity(old.words, new.words) >= _SAME_WORDS


def _other_kind(old: Entry, new: Entry) -> bool:
    both = {old.kind, new.kind}
    if both & {"procedure", "reference"}:
        return False
    return old.kind != new.kind and similarity(old.words, new.words) >= _SAME_WORDS


def similarity(first: str, second: str) -> float:
    """Return the share of words, from 0 to 1, that two texts have in common."""
    ours, theirs = _bag(first), _bag(second)
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 1.0


@cache
def _bag(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))
