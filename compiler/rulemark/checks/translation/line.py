"""A sentence of one language, with everything that a comparison with another language needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rulemark.checks.translation.numerals import Numerals, numerals
from rulemark.checks.translation.polarity import Polarity, fold, polarity
from rulemark.diagnostics import Severity
from rulemark.statements import Lexicon, Reading, read


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

    @property
    def polarity(self) -> Polarity | None:
        """How its language denies; None for a language without such words."""
        return polarity(self.lexicon.language)

    @property
    def denies(self) -> bool:
        """Whether some word of the sentence denies; False in a language whose words are not known."""
        return self.polarity is not None and self.polarity.denial(self.folded) is not None

    def topics(self, *topics: str) -> frozenset[str]:
        """Return the names of the lexicon's phrases of some topics that stand in the sentence."""
        marks = self.lexicon.phrases.find(self.folded)
        return frozenset(mark.name for mark in marks if mark.sense.topic in topics)

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
