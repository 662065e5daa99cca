"""One pass over a sentence: its masked copy, the phrases in it, its numbers, and where its words are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import itemgetter

from rulemark.statements.lexicon import Lexicon
from rulemark.statements.words.masking import BLOT, mask
from rulemark.statements.words.numbers import Number, find_numbers
from rulemark.statements.words.phrases import Found, Mark

WORD = re.compile(rf"[^\W_][\w'.-]*[\w']|\w|{BLOT}+")
_GAP = " "
_FAR = 400
_start = itemgetter(0)


@dataclass(eq=False)
class Scan:
    """A sentence, read through once.

    Attributes:
        text: The sentence as written.
        masked: The same in lower case with plain characters, and blots over what is no language.
        lexicon: The words it is read with.
        found: Its phrases, in order, none overlapping another.
        topics: What they are about, all together.
        end: Where the sentence ends, without its full stop and the spaces behind it.
    """

    text: str
    masked: str
    lexicon: Lexicon
    found: Sequence[Found] = field(init=False)
    topics: frozenset[str] = field(init=False)
    end: int = field(init=False)
    _listed: dict[str, tuple[Mark, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.found = self.lexicon.phrases.found(self.masked)
        self.topics = frozenset([sense.topic for _, _, senses in self.found for sense in senses])
        self.end = len(self.masked.rstrip(" .。"))

    def has(self, *topics: str) -> bool:
        """Tell whether there is a mark of one of the topics."""
        return not self.topics.isdisjoint(topics)

    def of(self, *topics: str) -> Sequence[Mark]:
        """Return the marks of some topics in order."""
        if self.topics.isdisjoint(topics):
            return ()
        if len(topics) == 1:
            return self._of_one(topics[0])
        return sorted(chain.from_iterable(map(self._of_one, topics)), key=_start)

    def _of_one(self, topic: str) -> tuple[Mark, ...]:
        if topic not in self.topics:
            return ()
        marks = self._listed.get(topic)
        if marks is None:
            marks = tuple(
                Mark(start, end, sense) for start, end, senses in self.found for sense in senses if sense.topic == topic
            )
            self._listed[topic] = marks
        return marks

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers, in order."""
        return find_numbers(self.masked, self.of, self.lexicon)

    @cached_property
    def _numbers_at(self) -> Mapping[int, Number]:
        return {number.start: number for number in self.numbers}

    def number_at(self, position: int) -> Number | None:
        """Return the number that starts at a position."""
        return self._numbers_at.get(position)

    @cached_property
    def _starting(self) -> Mapping[int, Found]:
        return {found[0]: found for found in self.found}

    @cached_property
    def _ending(self) -> Mapping[int, Found]:
        return {found[1]: found for found in self.found}

    def starting(self, position: int, *topics: str) -> Mark | None:
        """Return the mark of one of the topics that starts at a position or behind the spaces there."""
        if self.topics.isdisjoint(topics):
            return None
        found = self._starting.get(self.skip(position))
        return _first_of(topics, found) if found else None

    def ending(self, position: int, *topics: str) -> Mark | None:
        """Return the mark of one of the topics that ends at a position or before the spaces there."""
        if self.topics.isdisjoint(topics):
            return None
        found = self._ending.get(self.back(position, _GAP))
        return _first_of(topics, found) if found else None

    def last(self, topic: str, position: int) -> Mark | None:
        """Return the last mark of a topic that starts before a position."""
        marks = self._of_one(topic)
        index = _index(marks, position)
        return marks[index - 1] if index else None

    def first(self, topic: str, position: int) -> Mark | None:
        """Return the first mark of a topic that starts at or behind a position."""
        marks = self._of_one(topic)
        index = _index(marks, position)
        return marks[index] if index < len(marks) else None

    def all_from(self, topic: str, position: int) -> Iterator[Mark]:
        """Yield the marks of a topic that start at or behind a position, in order."""
        marks = self._of_one(topic)
        return (marks[index] for index in range(_index(marks, position), len(marks)))

    def back(self, position: int, characters: str) -> int:
        """Return the position behind the last character before `position` that is none of `characters`."""
        while position and self.masked[position - 1] in characters:
            position -= 1
        return position

    def skip(self, position: int, characters: str = _GAP) -> int:
        """Return the first position from `position` on where none of `characters` stands."""
        while position < len(self.masked) and self.masked[position] in characters:
            position += 1
        return position

    def words(self, start: int, end: int) -> int:
        """Count the words between two positions; in scripts without spaces, two characters count as a word.

        Beyond a few lines the exact figure does not matter, and is not counted.
        """
        end = min(end, start + _FAR)
        if self.lexicon.script.spaces:
            return sum(1 for _ in WORD.finditer(self.masked, start, end))
        return len(self.masked[start:end].replace(_GAP, "")) // 2


def scan(text: str, lexicon: Lexicon, masked: str | None = None) -> Scan:
    """Return a sentence ready to be read; its masked copy is made unless it is known."""
    return Scan(text, mask(text, lexicon) if masked is None else masked, lexicon)


def _first_of(topics: Sequence[str], found: Found) -> Mark | None:
    """Return the sense of a phrase that has the foremost of some topics."""
    start, end, senses = found
    for topic in topics:
        for sense in senses:
            if sense.topic == topic:
                return Mark(start, end, sense)
    return None


def _index(marks: Sequence[Mark], position: int) -> int:
    """Return the index of the first mark that starts at or behind a position; a mark sorts by its start."""
    return bisect_left(marks, (position,)) if marks else 0


def words_from(masked: str, position: int) -> Iterator[re.Match[str]]:
    """Yield the words from a position on, as long as only spaces or a tight hyphen stand between them."""
    while word := WORD.match(masked, position):
        yield word
        position = word.end()
        if masked.startswith("-", position):
            position += 1
            continue
        while masked.startswith(_GAP, position):
            position += 1
