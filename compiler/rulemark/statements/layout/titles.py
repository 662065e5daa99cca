"""Titles of other articles inside a sentence: "see If your subscription ends" depends on nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from rulemark.source import Span
from rulemark.statements.layout.passages import Passage

_SHORTEST = 3
"""Words of a link that may be a title; a shorter one with a capital may be a mere noun."""


def titles_in(passage: Passage, sentence: Span) -> Iterator[Span]:
    """Yield where links with the title of an article stand, counted in the sentence.

    A title is a link of several words that begins with a capital in the middle of the sentence.
    """
    offsets = passage.plain.offsets
    for _, text, place in passage.links:
        if not text[:1].isupper() or len(text.split()) < _SHORTEST:
            continue
        start, end = bisect_left(offsets, place.start), bisect_left(offsets, place.end)
        if sentence.start < start < end <= sentence.end and passage.plain.text[sentence.start : start].strip():
            yield Span(start - sentence.start, end - sentence.start)
