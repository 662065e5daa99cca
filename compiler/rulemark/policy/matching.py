"""Finding the words of the vocabulary in a sentence: by word and inflection, never across word boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import snowballstemmer  # type: ignore[import-untyped] # ships no types

from rulemark.policy.vocabulary import Term
from rulemark.source import Span, language

_TOKEN = re.compile(r"\w+")
_PAUSE = re.compile(r"[,;:!?()\[\]]|\.\s")
_ALGORITHMS = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
    "sv": "swedish",
    "tr": "turkish",
}
_UNSPACED = frozenset({"ja", "zh", "th"})
_AGGLUTINATED = frozenset({"ko"})


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a sentence that lead to a name."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Index:
    """The words of some terms in one locale, ready to be looked for."""

    locale: str
    phrases: tuple[tuple[tuple[str, ...], str], ...]
    """Stemmed words and the name they lead to, the longest phrase first."""
    pattern: re.Pattern[str] | None = None
    """Of a language written without spaces: every phrase, the longest first."""
    names: tuple[tuple[str, str], ...] = ()

    def find(self, text: str) -> tuple[Match, ...]:
        """Return the matches in a text, left to right, the longest phrase at each place."""
        if self.pattern is not None:
            names = dict(self.names)
            found = ((names.get(place[0].casefold()), place.span()) for place in self.pattern.finditer(text))
            return tuple(Match(name, Span(*span)) for name, span in found if name is not None)
        return tuple(self._spaced(text)) if self.phrases else ()

    def names_in(self, text: str) -> tuple[str, ...]:
        """Return the names found in a text, each once, in the order of the text."""
        return tuple(dict.fromkeys(match.name for match in self.find(text)))

    def _spaced(self, text: str) -> Iterator[Match]:
        tokens = tuple(_TOKEN.finditer(text))
        stems = tuple(stem(token[0], self.locale) for token in tokens)
        start = 0
        while start < len(stems):
            name, length = self._longest(text, tokens, stems, start)
            if name:
                yield Match(name, Span(tokens[start].start(), tokens[start + length - 1].end()))
            start += length or 1

    def _longest(
        self, text: str, tokens: tuple[re.Match[str], ...], stems: tuple[str, ...], start: int
    ) -> tuple[str, int]:
        """Return the name and length of the longest phrase at a word; no pause parts the words of a phrase."""
        for phrase, name in self.phrases:
            end = start + len(phrase)
            if stems[start] != phrase[0] or stems[start:end] != phrase:
                continue
            if not _PAUSE.search(text, tokens[start].end(), tokens[end - 1].start()):
                return name, len(phrase)
        return "", 0


def index_terms(terms: Iterable[Term], locale: str) -> Index:
    """Prepare the words of terms in a locale."""
    words = tuple((word, term.name) for term in terms for word in term.in_locale(locale))
    if language(locale) in _UNSPACED | _AGGLUTINATED:
        return _unspaced(words, locale)
    phrases = ((tuple(stem(token, locale) for token in _TOKEN.findall(word)), name) for word, name in words)
    return Index(locale, tuple(sorted(((p, n) for p, n in phrases if p), key=lambda pair: -len(pair[0]))))


def _unspaced(words: tuple[tuple[str, str], ...], locale: str) -> Index:
    folded = {word.casefold(): name for word, name in words}
    if not folded:
        return Index(locale, ())
    before = r"(?<!\w)" if language(locale) in _AGGLUTINATED else ""
    longest_first = sorted(folded, key=lambda word: (-len(word), word))
    pattern = re.compile(before + "(?:" + "|".join(map(re.escape, longest_first)) + ")", re.IGNORECASE)
    return Index(locale, (), pattern, tuple(sorted(folded.items())))


@lru_cache(maxsize=100_000)
def stem(word: str, locale: str) -> str:
    """Return the stem of a word, so that its inflections compare equal; the word itself in an unknown language."""
    stemmer = _stemmer(language(locale))
    return str(stemmer.stemWord(word.casefold())) if stemmer else word.casefold()


@lru_cache
def _stemmer(code: str) -> Any:  # noqa: ANN401 -- the library is untyped
    return snowballstemmer.stemmer(_ALGORITHMS[code]) if code in _ALGORITHMS else None
