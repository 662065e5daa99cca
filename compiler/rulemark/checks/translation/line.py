"""A sentence of one language, with everything that a comparison with another language needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rulemark.checks.translation.cues import Cues, cues, fold
from rulemark.checks.translation.numerals import Numerals, numerals
from rulemark.diagnostics import Severity
from rulemark.statements import Lexicon, Mention, Reading, find_mentions, read


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the lexicon: its topic, its name there, and where it stands in the folded text."""

    topic: str
    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Line:
    """A sentence and how it is understood.

    Attributes:
        text: The sentence, as plain text.
        lexicon: Its language.
        label: A label in front of it, which another language may have put into the sentence.
        known: What it says, when it has been read already.
    """

    text: str
    lexicon: Lexicon
    label: str = ""
    known: Reading | None = None

    @property
    def _whole(self) -> str:
        return f"{self.label}: {self.text}" if self.label else self.text

    @cached_property
    def folded(self) -> str:
        """The text in one form of letters, apostrophes and spaces."""
        return fold(self._whole)

    def folded_span(self, start: int, end: int) -> str:
        """Return the words between two places of the text, folded, without spaces around them."""
        return fold(self.text[start:end]).strip()

    @cached_property
    def reading(self) -> Reading:
        """What the sentence says."""
        return self.known or read(self.text, self.lexicon)

    @cached_property
    def numerals(self) -> Numerals:
        """Its numbers with all they may mean."""
        return numerals(self._whole, self.lexicon)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Whom and what it mentions."""
        return find_mentions(self.text, self.lexicon)

    @property
    def cues(self) -> Cues | None:
        """The small words of its language; None for a language whose words are not known."""
        return cues(self.lexicon)

    @property
    def denies(self) -> bool:
        """Whether some word of the sentence denies; False in a language whose words are not known."""
        return self.cues is not None and bool(self.cues.denials(self.folded))

    def topics(self, *topics: str) -> frozenset[str]:
        """Return the names of the lexicon's phrases of some topics that stand in the sentence."""
        return frozenset(found.name for found in self.phrases if found.topic in topics)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The lexicon's phrases that stand in the folded text, in order."""
        marks = self.lexicon.phrases.find(self.folded)
        return tuple(Phrase(mark.sense.topic, mark.name, mark.start, mark.end) for mark in marks)

    @cached_property
    def units(self) -> frozenset[str]:
        """The units and counted nouns that are named anywhere in the sentence, beside a number or not."""
        return frozenset(mark.name for mark in self.lexicon.units.find(self.folded))


@dataclass(frozen=True, slots=True)
class PairFinding:
    """A difference between a sentence and its translation.

    Attributes:
        name: The name of the kind of finding, such as `quantity-differs`.
        severity: How much it weighs.
        message: One line, in the words of both sentences.
    """

    name: str
    severity: Severity
    message: str
