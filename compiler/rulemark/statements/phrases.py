"""Phrases of a language as one pattern: found in a single pass, the longest one first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import compress, product
from typing import NamedTuple, TypeAlias

from rulemark.statements.folding import fold

_PARTED = "\x1f"
_SIGNS = {"*": r"\w*", "_": r"\b", _PARTED: " ?"}
"""What stands in phrases beside letters: any letters may follow; a word must start or end here; a space may stand."""
_LONGEST_WHOLE = 2
"""Phrases of scripts without spaces that are no longer than this never have a stray space inside."""
TOKEN = re.compile(r"\w+|[^\w\s\ufffc]")
"""A word or a sign; blots are neither."""
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


class _Opening(NamedTuple):
    """A word that phrases begin with.

    Attributes:
        alone: What it stands for by itself.
        following: What may follow where it begins a longer phrase; None when anything may.
    """

    alone: tuple[Sense, ...]
    following: frozenset[str] | None


_Found: TypeAlias = tuple[int, int, tuple[Sense, ...]]
"""Where a phrase starts and ends, and what it stands for."""
_OPEN = _Opening((), None)
_mark: Callable[[tuple[int, int, Sense]], Mark] = partial(tuple.__new__, Mark)
"""Makes a mark without the detour over its constructor: sentences are full of them."""


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
        stems = sorted(
            (phrase for phrase in self.senses if not _SIGNS.keys().isdisjoint(phrase)), key=len, reverse=True
        )
        written = tuple((re.compile(_escape(phrase)), phrase) for phrase in stems)
        object.__setattr__(self, "_stems", written)
        object.__setattr__(self, "_opening", _openings(self.senses))

    def __hash__(self) -> int:
        return id(self)

    def find(self, text: str) -> Iterator[Mark]:
        """Yield the marks in a folded text in order; overlapping phrases give the longest, with all its senses."""
        found = self._among_words(text) if self.spaces else self._everywhere(text)
        return (_mark((start, end, sense)) for start, end, senses in found for sense in senses)

    def by_topic(self, text: str) -> Mapping[str, list[Mark]]:
        """Return the marks in a folded text by their topic, each topic in order."""
        marks: dict[str, list[Mark]] = {}
        for start, end, senses in self._among_words(text) if self.spaces else self._everywhere(text):
            for sense in senses:
                marks.setdefault(sense.topic, []).append(_mark((start, end, sense)))
        return marks

    def _everywhere(self, text: str) -> Iterator[_Found]:
        for match in self.pattern.finditer(text):
            yield *match.span(), self.of(match[0])

    def _among_words(self, text: str) -> Iterator[_Found]:
        """Try the pattern only at words that a phrase begins with, and that the next word may go on with."""
        tokens = TOKEN.findall(text)
        openings, followers = tuple(map(self._opening, tokens)), (*tokens[1:], "")
        if not any(map(_may_begin, filter(None, openings), compress(followers, openings))):
            return
        reached = 0
        words = zip(openings, followers, TOKEN.finditer(text), strict=True)
        for opening, following, word in compress(words, openings):
            if opening is None or word.start() < reached:
                continue
            start, end = word.span()
            senses = opening.alone
            if opening.following is None or following in opening.following:
                match = self.pattern.match(text, start)
                senses, end = (self.of(match[0]), match.end()) if match else ((), end)
            if senses:
                reached = end
                yield start, end, senses

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


def spell_out(phrase: str) -> tuple[str, ...]:
    """Return every phrase that a lexicon entry writes down: `may/can not` gives `may not` and `can not`."""
    return tuple(" ".join(words) for words in product(*map(_alternatives, fold(phrase).split())))


def without_spaces(phrase: str) -> str:
    """Return a phrase as it is found in scripts without spaces; a short one keeps the place of its space."""
    joined = phrase.replace(" ", "")
    return phrase.replace(" ", _PARTED) if len(joined.strip("_*")) <= _LONGEST_WHOLE else joined


def in_every_script(phrase: str, variants: Mapping[str, str]) -> tuple[str, ...]:
    """Return a phrase and how it is written with the other characters of its language: `个月` gives `個月` as well.

    Args:
        phrase: The phrase as the lexicon has it.
        variants: For a character the characters that stand for it in another script.
    """
    if variants.keys().isdisjoint(phrase):
        return (phrase,)
    written = ("".join(characters) for characters in product(*(variants.get(sign, sign) for sign in phrase)))
    return (phrase, *(other for other in written if other != phrase))


def _alternatives(word: str) -> list[str]:
    return [part.replace("\\", "") for part in re.split(r"(?<!\\)/", word)]


def _may_begin(opening: _Opening, following: str) -> bool:
    """Tell whether a word may begin a phrase where another one follows it."""
    return bool(opening.alone) or opening.following is None or following in opening.following


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


def compile_phrases(phrases: Iterable[str], *, spaces: bool) -> re.Pattern[str]:
    """Return one pattern that shares common beginnings, so that no text makes it start over."""
    tree = _tree(phrases)
    if not tree:
        return re.compile(r"(?!)")
    if not spaces:
        return re.compile(_with_stray_spaces(phrases))
    body = _branches(tree, "", "")
    return re.compile(rf"(?:(?<!\w)|(?=\W)){body}(?:(?<=\W)|(?!\w))")


def _with_stray_spaces(phrases: Iterable[str]) -> str:
    """Return a pattern that lets a space stand inside long phrases; inside short ones it parts two other words."""
    long = [phrase for phrase in phrases if len(phrase.strip("_*")) > _LONGEST_WHOLE]
    short = [phrase for phrase in phrases if len(phrase.strip("_*")) <= _LONGEST_WHOLE]
    return "|".join(_branches(_tree(some), "", gap) for some, gap in ((long, " ?"), (short, "")) if some)


def _tree(phrases: Iterable[str]) -> dict[str, dict]:  # type: ignore[type-arg]  # a trie has no finite type
    tree: dict[str, dict] = {}  # type: ignore[type-arg]  # the same
    for phrase in phrases:
        node = tree
        for character in phrase:
            node = node.setdefault(character, {})
        node[""] = {}
    return tree


def _branches(node: dict[str, dict], before: str, gap: str) -> str:  # type: ignore[type-arg]  # a trie has no finite type
    """Return what may follow in a node; `before` and `gap` are the spaces that may stand here and further on."""
    # a written-out continuation is tried before "any letters"
    keys = sorted((key for key in node if key), key=lambda key: (key in _SIGNS, key))
    if not keys:
        return ""
    branches = [_escape(key) + _branches(node[key], gap, gap) for key in keys]
    body = before + (f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0])
    return f"(?:{body})?" if "" in node else body


def _escape(phrase: str) -> str:
    return "".join(
        _SIGNS.get(character) or (" +" if character == " " else re.escape(character)) for character in phrase
    )
