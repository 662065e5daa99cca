"""Cues: words without which a sentence has nothing of a topic, so that plain prose is told at one look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rulemark.statements.phrases import compile_phrases

_PART = re.compile(r"[\w*]+|[^\w\s]")


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Every phrase of some topics, filed under one of its words.

    Attributes:
        phrases: The phrases as a lexicon spells them.
        spaces: Whether the script separates words; if not, the phrases themselves are looked for.
    """

    phrases: frozenset[str] = field(repr=False)
    spaces: bool
    _pattern: re.Pattern[str] = field(init=False, repr=False)
    _is_cue: Callable[[str], bool] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        phrases = frozenset[str]() if self.spaces else self.phrases
        object.__setattr__(self, "_pattern", compile_phrases(phrases, spaces=self.spaces))
        object.__setattr__(self, "_is_cue", _is_cue(_file(self.phrases)))

    def may_occur(self, text: str, tokens: Sequence[str]) -> bool:
        """Tell whether a folded text with these tokens may have one of the phrases; only "no" is certain."""
        return any(map(self._is_cue, tokens)) if self.spaces else self._pattern.search(text) is not None


def _file(phrases: Iterable[str]) -> frozenset[str]:
    """Choose a word of each phrase: one that is chosen already, else the longest, which is seldom a mere particle."""
    chosen: set[str] = set()
    parts = [_PART.findall(phrase.replace("_", "")) for phrase in sorted(phrases)]
    times = Counter(word for words in parts for word in words)
    for words in sorted(parts, key=len):
        if chosen.isdisjoint(words):
            chosen.add(max(words, key=lambda word: ("*" not in word, word.isalnum(), len(word), -times[word])))
    return frozenset(chosen)


def _is_cue(words: frozenset[str]) -> Callable[[str], bool]:
    """Return what tells a chosen word; one with a star may go on with any letters."""
    stems = tuple(word.partition("*")[0] for word in words if "*" in word)
    if not stems:
        return words.__contains__
    return lru_cache(maxsize=50_000)(lambda word: word in words or word.startswith(stems))
