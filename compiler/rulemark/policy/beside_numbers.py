"""Words beside a number, as the lexicon lists them under `beside_numbers`, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rulemark.source import Span
from rulemark.statements import Lexicon


def words_of(lexicon: Lexicon, kind: str) -> tuple[str, ...]:
    """Return the words of one kind; none when the language lists none."""
    return lexicon.beside_numbers.get(kind, ())


def near(text: str, within: Span, phrases: Iterable[str]) -> bool:
    """Whether one of some phrases stands in a part of a text, as whole words where the script has spaces."""
    part = text[within.start : within.end].casefold()
    found = (phrase for phrase in phrases if phrase in part)
    return any((not phrase.isascii() and _joined(phrase)) or f" {phrase} " in f" {_spaced(part)} " for phrase in found)


def opens(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text opens with one of some phrases."""
    folded = text.casefold().lstrip()
    return any(
        (folded.startswith(phrase) and not folded[len(phrase) :][:1].isalpha())
        or (_joined(phrase) and folded.startswith(phrase))
        for phrase in phrases
    )


def first_word(text: str) -> str:
    """Return the word that a text opens with, "" when it opens with none."""
    found = re.match(r"\s*(\w+)", text)
    return found[1] if found else ""


def _joined(phrase: str) -> bool:
    return any(character >= "\u3040" for character in phrase)


def _spaced(text: str) -> str:
    return " ".join(re.split(r"[^\w'’-]+", text))
