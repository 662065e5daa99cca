"""What a writer meant by a word that nobody knows."""

from __future__ import annotations

from functools import lru_cache

_LONGEST = 60
"""Longer words are no misspelling of a keyword; comparing them would take time."""


@lru_cache(maxsize=512)
def nearest(word: str, known: tuple[str, ...], allowed: int) -> str | None:
    """Return the known word within `allowed` letters of a word, or None; among equals the first."""
    if len(word) > _LONGEST:
        return None
    close = [(distance(word, other), other) for other in known if abs(len(word) - len(other)) <= allowed]
    best = min(close, key=lambda pair: pair[0], default=(allowed + 1, ""))
    return best[1] if best[0] <= allowed else None


def distance(left: str, right: str) -> int:
    """Return how many letters must be added, dropped, replaced or swapped to get from one word to the other."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if last and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
