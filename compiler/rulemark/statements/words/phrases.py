"""Phrases of a language, found in a single pass over the words of a text, the longest one first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, compress, count
from typing import NamedTuple, TypeAlias

from rulemark.statements.words.phrase_patterns import SIGNS, compile_phrases, escape

TOKEN = re.compile(r"\w+|[^\w\s\ufffc]")
"""A word or a sign; blots are neither."""
_TOKENS = re.compile(f"({TOKEN.pattern})")
_FIRST = re.compile(r"[\w*]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase stands for: its topic in the lexicon and its name there, "" when the topic says all."""

    topic: str
    name: str = ""


class Mark(NamedTuple):
    """A phrase of the lexicon found in a text, `text[start:end]`."""

    start: int
    end: int
    sense: Sense

    @property
    def name(self) -> str:
        """The name of its sense."""
        return self.sense.name


Found: TypeAlias = tuple[int, int, tuple[Sense, ...]]
"""Where a phrase starts and ends, and everything it may stand for."""


class _Opening(NamedTuple):
    """A word that phrases begin with.

    Attributes:
        alone: What it stands for by itself.
        following: What may follow where it begins a longer phrase; None when anything may.
    """

    alone: tuple[Sense, ...]
    following: frozenset[str] | None


_OPEN = _Opening((), None)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases and their senses, ready to be found in folded text.

    Attributes:
        senses: For each written phrase what it may stand for.
        spaces: Whether the script separates words; if not, a phrase is found inside a run of letters as well, and a
            stray space inside it does no harm.
    """

    senses: Mapping[str, tuple[Sense, ...]]
    spaces: bool
    pattern: re.Pattern[str] = field(init=False, repr=False)
    _stems: tuple[tuple[re.Pattern[str], str], ...] = field(init=False, repr=False)
    _opening: Callable[[str], _Opening | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", compile_phrases(self.senses, spaces=self.spaces))
        stems = sorted((phrase for phrase in self.senses if not SIGNS.keys().isdisjoint(phrase)), key=len, reverse=True)
        written = tuple((re.compile(escape(phrase)), phrase) for phrase in stems)
        object.__setattr__(self, "_stems", written)
        object.__setattr__(self, "_opening", _openings(self.senses))

    def __hash__(self) -> int:
        return id(self)

    def find(self, text: str) -> Iterator[Mark]:
        """Yield the marks in a folded text in order; overlapping phrases give the longest, with all its senses."""
        return (Mark(start, end, sense) for start, end, senses in self.found(text) for sense in senses)

    def found(self, text: str) -> Sequence[Found]:
        """Return the phrases in a folded text in order, none overlapping another: of several the longest."""
        if self.spaces:
            return self._among_words(text)
        return [(*match.span(), self.of(match[0])) for match in self.pattern.finditer(text)]

    def _among_words(self, text: str) -> Sequence[Found]:
        """Try the pattern only at words that a phrase begins with, and that the next word may go on with."""
        words, starts = tokens_of(text)
        found: list[Found] = []
        reached = 0
        openings = tuple(map(self._opening, words[:-1]))
        for index, opening in zip(compress(count(), openings), filter(None, openings), strict=True):
            start = starts[index]
            if start < reached:
                continue
            senses, following = opening
            end = start + len(words[index])
            if following is None or words[index + 1] in following:
                match = self.pattern.match(text, start)
                senses, end = (self.of(match[0]), match.end()) if match else ((), end)
            if senses:
                found.append((start, end, senses))
                reached = end
        return found

    def at(self, text: str, position: int) -> Mark | None:
        """Return the phrase that starts exactly at a position, in its first sense."""
        match = self.pattern.match(text, position)
        return Mark(position, match.end(), self.of(match[0])[0]) if match else None

    def of(self, written: str) -> tuple[Sense, ...]:
        """Return the senses of a phrase as it stands in a text."""
        return self.senses.get(written) or self._of_other_form(written)

    @lru_cache(maxsize=4096)  # noqa: B019 - lexicons live as long as the process
    def _of_other_form(self, written: str) -> tuple[Sense, ...]:
        """Return the senses of a phrase that stands with other spaces or endings in a text."""
        written = " ".join(written.split()) if self.spaces else written.replace(" ", "")
        exact = self.senses.get(written)
        if exact is not None:
            return exact
        return next(self.senses[phrase] for stem, phrase in self._stems if stem.fullmatch(written))


class Tokens(NamedTuple):
    """The words and signs of a text in order.

    Attributes:
        words: How they are written, with "" behind the last one.
        starts: Where each of them starts.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]


@lru_cache(maxsize=8)
def tokens_of(text: str) -> Tokens:
    """Return the words and signs of a text; kept for the sets of phrases that are looked for one after the other."""
    gap, *parts = _TOKENS.split(text)
    return Tokens((*parts[::2], ""), tuple(accumulate(map(len, parts), initial=len(gap)))[:-1:2])


def _first(phrase: str) -> str:
    """Return the word or sign that a phrase begins with; a word with a star goes on with any letters."""
    found = _FIRST.match(phrase.replace("_", ""))
    return found[0] if found else ""


def _second(phrase: str) -> str | None:
    """Return the second token of a phrase, "" when it has one only, None when the lexicon leaves it open."""
    rest = phrase.replace("_", "").removeprefix(_first(phrase))
    found = TOKEN.search(rest)
    if not found or "_" in phrase:
        return None if rest or "_" in phrase else ""
    return None if "*" in rest[: found.end() + 1] else found[0]


def _openings(senses: Mapping[str, tuple[Sense, ...]]) -> Callable[[str], _Opening | None]:
    """Return what tells of a word whether phrases begin with it, and how they go on."""
    following: dict[str, set[str | None]] = {}
    for phrase in senses:
        following.setdefault(_first(phrase), set()).add(_second(phrase))
    known = {
        word: _Opening(senses.get(word, ()), None if None in seconds else frozenset(filter(None, seconds)))
        for word, seconds in following.items()
    }
    open_ended = tuple(word.partition("*")[0] for word in known if "*" in word)
    if not open_ended:
        return known.get
    return lru_cache(maxsize=50_000)(lambda word: _OPEN if word.startswith(open_ended) else known.get(word))
