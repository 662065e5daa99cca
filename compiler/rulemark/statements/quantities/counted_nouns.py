"""The noun that a number counts where words stand apart: behind it, after an adjective or two, or in a compound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rulemark.statements.quantities.units import is_acronym
from rulemark.statements.words.masking import BLOT
from rulemark.statements.words.numbers import Number
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.scanning import Scan, words_from

COUNT = "count"
"""The unit of a bare number that is measured all the same: "reduce it to fewer than 25"."""
YEARS = range(1990, 2061)
"""Bare numbers that are more likely a year than a count."""
DIGITS_OF_A_NAME = 7
"""Digits without separator that name something rather than count it."""
_REACH = 4
_SHORTEST_NOUN = 3
_ENGLISH_PLURAL = "s"
_DUTCH_PLURALS = "en s"
_LONGEST_NOUN = 30
_STOPS = ("stop", "continue", "relative", "subordinate", "condition", "modal", "finite", "negation", "range", "after")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number measures or counts.

    Attributes:
        name: The unit, or the noun; "" for what is counted in the text itself and is no quantity, such as steps.
        end: Where it ends.
        known: It is a word of the lexicon, not just any noun.
        plural: An unknown word has the ending of a plural.
    """

    name: str
    end: int
    known: bool = True
    plural: bool = True


def is_year(number: Number) -> bool:
    """Tell the year 2000 from 2,000, whose separator counts."""
    return number.value in YEARS and (number.spelled or number.digits.isdigit())


def unit_name(mark: Mark) -> str:
    """Return the name of a unit found in a text."""
    return f"currency:{mark.name}" if mark.sense.topic == "currency" else mark.name


def counted_noun(scan: Scan, number: Number) -> Unit | None:
    """Return the noun that a number counts, or a measured unit behind an adjective or two."""
    start = _phrase_start(scan, number)
    return (_tight(scan, number) or _head(scan, number, start)) if start is not None else None


def _tight(scan: Scan, number: Number) -> Unit | None:
    """Return the unit that a hyphen ties to a number: a "two-letter country code" has two letters."""
    unit = scan.lexicon.units.at(scan.masked, number.end + 1) if scan.masked.startswith("-", number.end) else None
    return Unit("" if unit.sense.topic == "no_unit" else unit_name(unit), unit.end) if unit else None


def _phrase_start(scan: Scan, number: Number) -> int | None:
    """Return where the noun phrase behind a number starts; "or more" and "of the" may stand before it."""
    between = scan.starting(number.end, "after") or scan.starting(number.end, "partitive")
    if between:
        between = scan.starting(between.end, "partitive") or between
        return scan.skip(between.end)
    if scan.masked.startswith(" - ", number.end):
        return None
    start = scan.skip(number.end, " -")
    return start if start > number.end or scan.masked[start - 1] == "'" else None


def _head(scan: Scan, number: Number, start: int) -> Unit | None:
    """Return the head of a noun phrase: the last of its known nouns, else its first word that may be one."""
    known: Unit | None = None
    anything: Unit | None = None
    named = False
    for word in _phrase_words(scan, start):
        mark = _noun_at(scan, word)
        if mark is None:
            if known and (number.value == 1 or not _is_attribute(scan, known, word)):
                break
            named = named or _is_name(scan, word)
            if not anything and not named and _may_count(scan, number, word):
                plural = _is_plural(scan, word.group())
                if not plural and number.value != 1 and _is_adjective(scan, word.group()):
                    continue
                anything = Unit(_singular(scan, word.group()), word.end(), known=False, plural=plural)
            if known:
                return anything or known
            continue
        counts_first = known is not None and scan.lexicon.script.head_first
        if counts_first or (mark.sense.topic == "currency" and scan.number_at(scan.skip(mark.end))):
            break
        if mark.sense.topic == "no_unit" or _is_footnote(scan, number, word):
            return Unit("", number.end, known=False)
        known = Unit(unit_name(mark), mark.end)
        if mark.sense.topic != "noun":
            break
    return known or anything


def _is_name(scan: Scan, word: re.Match[str]) -> bool:
    """Tell a word that is written like a name, behind which only known nouns are counted: "3 Met expectations"."""
    return scan.text[word.start()].isupper() and not scan.lexicon.script.capital_nouns


def _is_plural(scan: Scan, word: str) -> bool:
    return word.endswith(tuple(scan.lexicon.script.plural.split())) and not word.endswith("ss")


def _is_adjective(scan: Scan, word: str) -> bool:
    """Tell a word that is no plural and so stands before the noun: in English any, in Dutch one that ends in -e."""
    script = scan.lexicon.script
    return script.plural == _ENGLISH_PLURAL or (script.plural == _DUTCH_PLURALS and word.endswith("e"))


def _is_attribute(scan: Scan, known: Unit, word: re.Match[str]) -> bool:
    """Tell "3 guest passes", which are no guests, from "3 guests arrive": a singular stands before a plural."""
    if scan.lexicon.script.joined or scan.lexicon.script.plural != _ENGLISH_PLURAL:
        return False
    return scan.masked[known.end - 1] != _ENGLISH_PLURAL and _is_plural(scan, word.group())


def _noun_at(scan: Scan, word: re.Match[str]) -> Mark | None:
    """Return the unit or noun that a word is or ends in; where nouns have capitals, `angeboten` is none."""
    mark = scan.lexicon.units.at(scan.masked, word.start()) or _end_of_compound(scan, word)
    if mark and is_acronym(scan.text[mark.start : mark.end], mark.name):
        return None
    lower = scan.lexicon.script.capital_nouns and scan.text[word.start()].islower()
    return None if mark and lower and mark.sense.topic == "noun" else mark


def _phrase_words(scan: Scan, position: int) -> Iterator[re.Match[str]]:
    for index, word in enumerate(words_from(scan.masked, position)):
        if index >= _REACH or scan.starting(word.start(), *_STOPS) or word.group()[0].isdigit():
            return
        if index and scan.masked[word.start() - 1] == "-" and scan.text[word.start()].isupper():
            return
        yield word


def _is_footnote(scan: Scan, number: Number, word: re.Match[str]) -> bool:
    """Tell the number of a footnote, "1 Subscriptions for …", from a count."""
    return not number.start and scan.text[word.start()].isupper() and not scan.lexicon.script.capital_nouns


def _end_of_compound(scan: Scan, word: re.Match[str]) -> Mark | None:
    """Find a noun at the end of a compound: `gebruikerslicenties`, `API-Aufrufe`."""
    if not scan.lexicon.script.joined:
        return None
    text = word.group()
    for start in range(max(_SHORTEST_NOUN, len(text) - _LONGEST_NOUN), len(text) - _SHORTEST_NOUN + 1):
        senses = scan.lexicon.units.senses.get(text[start:], ())
        if senses:
            return Mark(word.start(), word.end(), senses[0])
    return None


def _may_count(scan: Scan, number: Number, word: re.Match[str]) -> bool:
    """Tell whether a word that the lexicon does not know may be what a number counts."""
    if is_year(number) or len(word.group()) < _SHORTEST_NOUN or BLOT in word.group():
        return False
    if scan.starting(word.start(), "filler", "definite", "approximate"):
        return False
    written = scan.text[word.start() : word.start() + 2]
    return written.istitle() if scan.lexicon.script.capital_nouns else written[0].islower()


def _singular(scan: Scan, noun: str) -> str:
    """Return the singular of an English noun; nouns of other languages have no name in the policy anyway."""
    if scan.lexicon.language != "en" or noun.endswith("ss"):
        return noun
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun.removesuffix("es")
    return f"{noun.removesuffix('ies')}y" if noun.endswith("ies") else noun.removesuffix("s")
