"""Names for what the vocabulary does not name: made from anchors, units and words, the same in every build."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from rulemark.statements import Lexicon, load_lexicon

_WORD = re.compile(r"[a-z0-9]+")
_WRITTEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PLACE = re.compile(r"\W+")
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_SECTION_WORDS = 5
_ENGLISH = "en"
"""The language of anchors and units in every locale."""
BETWEEN_LABELS = " – "
"""What stands between the labels of the row and the column of a table cell."""
_DENIAL = "not"
_CONTRACTED = "n't"
_APOSTROPHE = "'"
_SMALL = (
    *("article", "definite", "determiner", "every", "subject", "pronoun", "auxiliary", "being", "modal", "during"),
    *("preposition", "anchor", "point", "prior", "subsequent", "past", "approximate", "only", "partitive"),
    *("condition", "when", "relative", "subordinate", "continue", "either", "joint", "contrast", "coordinator", "then"),
    *("stop", "back"),
)
"""What the lexicon calls words that only hold a sentence together."""
_OPENERS = ("preposition", "anchor", "point", "subsequent", "introductory", "subordinate", "contrast", "condition")


def snake(text: str, words: int = 8) -> str:
    """Return the first words of a text as a lower-case name, "" when it has no Latin letters."""
    name = "_".join(_WORD.findall(_plain(text))[:words])
    return f"n_{name}" if name[:1].isdigit() else name


def invented(text: str, lexicon: Lexicon, words: int = 4) -> str:
    """Return a name of the first words with a meaning, "" when there are none.

    Articles, prepositions, pronouns, auxiliaries and numbers with their units are left out, denials stay. Of a script
    without spaces it is what stands there in Latin letters.

    Args:
        text: Words of an article.
        lexicon: The words of their language.
        words: How many words a name has at most.
    """
    if not lexicon.script.spaces:
        return snake(text, words)
    return snake(" ".join(islice(_meaning(text, _vocabulary(lexicon)), words)), words)


def name_of_labels(labels: str, lexicon: Lexicon, words: int = 4) -> str:
    """Return a name of the labels of a table cell; a row that is called like a small word, such as "Plus", stays."""
    row, _, others = labels.partition(BETWEEN_LABELS)
    name = invented(row, lexicon) or (row if row.isalpha() else "")
    return snake(f"{name} {invented(others, lexicon)}", words)


def section_name(anchor: str, lexicon: Lexicon) -> str:
    """Return what a section is called: its anchor without articles, not ending in the middle of a phrase."""
    anchors = load_lexicon(_ENGLISH)
    left_out = _articles(lexicon) | _articles(anchors)
    small = _vocabulary(lexicon) | _vocabulary(anchors)
    kept = [word for word in anchor.replace("_", "-").split("-") if word and word.casefold() not in left_out]
    words = kept[:_SECTION_WORDS]
    while len(kept) > len(words) > 1 and words[-1].casefold() in small:
        words.pop()
    return snake(" ".join(words), _SECTION_WORDS) or snake(anchor, words=_SECTION_WORDS)


def without_opener(text: str, lexicon: Lexicon) -> str:
    """Return a sentence without what it opens with: "After you sign, it is sent" -> "it is sent"."""
    opener, comma, main = text.strip().partition(", ")
    opens = opener.casefold().split(" ")[0] in _words(lexicon, _OPENERS)
    return main if comma and opens and "_" in invented(main, lexicon) else text


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()


def _meaning(text: str, small: frozenset[str]) -> Iterator[str]:
    """Yield the words of a text that mean something by themselves."""
    counted = False
    for word in _WRITTEN.findall(text.casefold().replace("\u2019", "'")):
        behind_number, counted = counted, word.isdigit() or f"0{word}" in small
        if word.endswith(_CONTRACTED) or f"-{word.partition(_APOSTROPHE)[0]}" in small:
            yield _DENIAL
        elif not counted and word not in small and not (behind_number and f"1{word}" in small):
            stem = max(word.split(_APOSTROPHE), key=len)
            if len(stem) > 1 and stem not in small:
                yield _plain(stem)


@lru_cache(maxsize=64)
def _vocabulary(lexicon: Lexicon) -> frozenset[str]:
    """Return the small words of a language; number words stand after `0`, units after `1`, elided denials after `-`."""
    persons = frozenset(p for p, sense in lexicon.entries if sense.topic == "person" and sense.name != "you")
    small = _words(lexicon, _SMALL) - persons - _words(lexicon, ("negation",))
    numbers, units = _words(lexicon, ("number", "magnitude")), _words(lexicon, ("unit",))
    elided = (word.rstrip(_APOSTROPHE) for word in lexicon.words("negation") if word.endswith(_APOSTROPHE))
    parts = (word for phrase in lexicon.words("anchor") for word in phrase.split())
    marked = (*(f"0{word}" for word in numbers), *(f"1{word}" for word in units), *(f"-{word}" for word in elided))
    return small | frozenset(parts) | frozenset(marked)


@lru_cache(maxsize=64)
def _articles(lexicon: Lexicon) -> frozenset[str]:
    return _words(lexicon, ("article", "definite"))


def _words(lexicon: Lexicon, topics: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for topic in topics for word in lexicon.words(topic) if " " not in word)


def plural(noun: str) -> str:
    """Return the English plural of a unit: `license` -> `licenses`."""
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun  # a plural already, of a noun that no lexicon knows
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_SIBILANTS) else "s")


def unit_name(unit: str, lexicon: Lexicon) -> str:
    """Return what an input is called after its unit: `licenses`, `amount_usd`; a noun that no lexicon knows stays."""
    kind, _, currency = unit.partition(":")
    if currency:
        return f"amount_{snake(currency) or 'of_money'}"
    name = snake(kind, words=4)
    english = lexicon.language == _ENGLISH or unit in _units(lexicon)
    return (plural(name) if english else name) or "count"


@lru_cache(maxsize=64)
def _units(lexicon: Lexicon) -> frozenset[str]:
    """Return the English names of the units and nouns that a lexicon knows."""
    return frozenset(sense.name for _, sense in lexicon.entries)


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded; scripts without spaces give one token a run."""
    return tuple(word for word in _PLACE.split(text.casefold()) if word)


class Names:
    """Hands out names that are unique in one article: the second `deadline` is `deadline_2`."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    def unique(self, name: str) -> str:
        """Return the name, numbered when it was given out before."""
        self._used[name] += 1
        count = self._used[name]
        return name if count == 1 else self.unique(f"{name}_{count}")
