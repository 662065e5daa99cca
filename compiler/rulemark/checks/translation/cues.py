"""Small words that carry a rule, in each language: what a lost "not" or a "before" turned round is recognised by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rulemark.statements import Lexicon

_TOPICS = (
    *("denies", "implies", "limits", "reserves", "defers", "only", "idle", "possible", "necessary"),
    *("earlier", "later", "before", "after", "order", "joins", "counts"),
)
_NOTHING = re.compile(r"(?!)")
_ONE_DENIAL = 20
"""Characters between two different words that may be one denial: `ne` and `pas`, `no` and `ninguna`."""
_STOP = re.compile(r"[,;:.]")


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of one language; those that it doesn't name find nothing.

    Attributes:
        denies: Words that deny what they stand by.
        implies: Words that say the same without a "not": `impossible`, `excluded`, `differs`.
        limits: Words that another language may put with a "not": `at least`, `yet`, `rather`.
        reserves: Those of them that another language may put with "must not" and the like: `only`, `limited`.
        defers: Words that make an "only" of a "not" there: `until`, `unless`, `except`.
        only: Words that turn a permission into a duty: `only owners can`.
        idle: Phrases with a "not" that denies nothing: `whether or not`, `no later than`.
        possible: Words that make a duty uncertain: `you may need to`.
        necessary: Words that speak of a duty or a wish beside the main verb.
        earlier: Words that put one event before another, wherever they stand.
        later: Words that put one event behind another, wherever they stand.
        before: Words that say "before" beside a quantity, but may mean something else elsewhere.
        after: Words that say "after" beside a quantity, but may mean something else elsewhere.
        order: Words that order events in some other way, so that a "before" may have become an "after": `until`.
        joins: Words between two denials that another language may say once: `aren't new and can't be sold`.
        counts: Words with a number in them that nobody reads: `fortnight`, `half`.
        doubled: Two words may be one denial: `ne … pas`, `no … ninguna`.
    """

    denies: re.Pattern[str]
    implies: re.Pattern[str]
    limits: re.Pattern[str]
    reserves: re.Pattern[str]
    defers: re.Pattern[str]
    only: re.Pattern[str]
    idle: re.Pattern[str]
    possible: re.Pattern[str]
    necessary: re.Pattern[str]
    earlier: re.Pattern[str]
    later: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    order: re.Pattern[str]
    joins: re.Pattern[str]
    counts: re.Pattern[str]
    doubled: bool

    def denials(self, text: str) -> tuple[str, ...]:
        """Return the words that deny something in a folded text, one for each denial."""
        found: list[re.Match[str]] = []
        text = self._without_idle(text)
        for match in self.denies.finditer(text):
            if not found or not self._is_one(text, found[-1], match):
                found.append(match)
        return tuple(match.group().strip() for match in found)

    def implied(self, text: str) -> int:
        """Count the words of a folded text that say "not" without saying it."""
        return sum(1 for _ in self.implies.finditer(self.denies.sub(" ", self._without_idle(text))))

    def idled(self, text: str) -> int:
        """Count the phrases of a folded text in which a "not" denies nothing."""
        return sum(1 for _ in self.idle.finditer(text))

    def _without_idle(self, text: str) -> str:
        return self.idle.sub(lambda match: " " * len(match.group()), text)

    def _is_one(self, text: str, first: re.Match[str], second: re.Match[str]) -> bool:
        """Whether two words are halves of one denial."""
        between = text[first.end() : second.start()]
        near = len(between) <= _ONE_DENIAL and not _STOP.search(between)
        return near and ((self.doubled and first.group() != second.group()) or bool(self.joins.search(between)))


def fold(text: str) -> str:
    """Return a text in one form of letters, apostrophes and spaces; the Turkish İ becomes a plain i."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("i\u0307", "i").replace("’", "'").replace("‘", "'")
    return re.sub(r"\s+", " ", text)


@cache
def cues(lexicon: Lexicon) -> Cues | None:
    """Return the small words of a language, or None for a language whose words are not known."""
    if not lexicon.translation:
        return None
    patterns = {name: _pattern(lexicon.translation.get(name, ()), lexicon.script.spaces) for name in _TOPICS}
    return Cues(doubled=lexicon.script.negation == "before", **patterns)


def _pattern(phrases: Iterable[str], spaces: bool) -> re.Pattern[str]:  # noqa: FBT001 - a property of the script
    """Compile phrases, the longest first; where no spaces stand between words they are found within longer runs."""
    folded = sorted({unicodedata.normalize("NFKC", phrase).casefold() for phrase in phrases}, key=len, reverse=True)
    if not folded:
        return _NOTHING
    body = "|".join(re.escape(phrase).replace(r"\*", r"\w*").replace("_", r"\b") for phrase in folded)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if spaces else body)
