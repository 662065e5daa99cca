"""Words that deny, in each language: what a lost or an added "not" is recognised by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_WORDS = files("rulemark.checks") / "translation" / "words"
_TOPICS = ("denies", "implies", "limits", "only", "idle")
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Polarity:
    """The patterns of one language.

    Attributes:
        denies: Words that deny what they stand by.
        implies: Words that say the same without a "not": `impossible`, `excluded`, `differs`.
        limits: Words that may stand for a "not … until", "not … other than" or "not … more".
        only: Words that turn a permission into a duty: `only owners can`.
        idle: Phrases with a "not" that denies nothing: `whether or not`, `no later than`.
    """

    denies: re.Pattern[str]
    implies: re.Pattern[str]
    limits: re.Pattern[str]
    only: re.Pattern[str]
    idle: re.Pattern[str]

    def denial(self, text: str) -> str | None:
        """Return the first words that deny something in a folded text, or None."""
        match = self.denies.search(self.idle.sub(" ", text))
        return match.group().strip() if match else None

    def implied(self, text: str) -> int:
        """Count the words of a folded text that say "not" without saying it."""
        return sum(1 for _ in self.implies.finditer(self.denies.sub(" ", self.idle.sub(" ", text))))

    def is_limited(self, text: str) -> bool:
        """Say whether a limiting word stands in a folded text."""
        return self.limits.search(text) is not None

    def is_restricted(self, text: str) -> bool:
        """Say whether an "only" stands in a folded text."""
        return self.only.search(text) is not None


def fold(text: str) -> str:
    """Return a text in one form of letters, apostrophes and spaces."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("‘", "'")
    return re.sub(r"\s+", " ", text)


@cache
def polarity(language: str) -> Polarity | None:
    """Return how a language denies, or None for a language whose words are not known."""
    entry = _WORDS / f"{language}.yaml"
    if not language.isalpha() or not entry.is_file():
        return None
    words: dict[str, Any] = yaml.safe_load(entry.read_text(encoding="utf-8"))
    inside = bool(words.get("inside"))
    return Polarity(*(_pattern(words[name], inside=inside) for name in _TOPICS))


def _pattern(phrases: Iterable[str], *, inside: bool) -> re.Pattern[str]:
    """Compile phrases, the longest first; `inside` finds them within words."""
    folded = sorted((unicodedata.normalize("NFKC", phrase).casefold() for phrase in phrases), key=len, reverse=True)
    if not folded:
        return _NOTHING
    body = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in folded)
    return re.compile(body if inside else rf"(?<!\w)(?:{body})(?!\w)")
