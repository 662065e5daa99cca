"""A number and what it counts: the unit behind it, inside a compound, or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from rulemark.statements.masking import BLOT
from rulemark.statements.numbers import Number
from rulemark.statements.phrases import Mark
from rulemark.statements.scanning import Scan, words_from

COUNT = "count"
"""The unit of a bare number that is measured all the same: "reduce it to fewer than 25"."""
DURATIONS = frozenset({"second", "minute", "hour", "day", "business_day", "week", "month", "quarter", "year"})
"""The units of time."""
YEARS = range(1990, 2061)
"""Bare numbers that are more likely a year than a count."""
_REACH = 4
_COUNTER_REACH = 12
_CURRENCY_LENGTH = 14
_SHORTEST_PART = 3
_LONGEST_PART = 30


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit: `text[start:end]`.

    Attributes:
        number: The number itself.
        unit: Its unit, "" when none stands beside it.
        start: Where number or currency sign start.
        end: Where number or unit end.
        known: The unit is a word of the lexicon, not just any noun.
    """

    number: Number
    unit: str
    start: int
    end: int
    known: bool = True


def find_measures(scan: Scan) -> tuple[Measure, ...]:
    """Return every number with its unit, in order; numbers without a unit are among them, with unit ""."""
    measures = [_measure(scan, number) for number in (*scan.numbers, *_articles(scan))]
    return tuple(sorted((*measures, *_joined(scan)), key=lambda measure: measure.start))


def _joined(scan: Scan) -> Iterator[Measure]:
    """Yield numbers that are one word with their unit: `sechsmonatig`."""
    for mark in scan.of("joined"):
        value, _, unit = mark.name.partition(" ")
        yield Measure(Number(Decimal(value), mark.start, mark.end, spelled=True), unit, mark.start, mark.end)


def _articles(scan: Scan) -> Iterator[Number]:
    """Yield articles that measure: "within a month", "at least a license"; "a month" alone is nothing."""
    for mark in scan.of("article"):
        unit = scan.lexicon.units.at(scan.masked, scan.skip(mark.end))
        if unit and _measures_one(scan, mark, unit):
            yield Number(Decimal(1), mark.start, mark.end, spelled=True)


def _measures_one(scan: Scan, article: Mark, unit: Mark) -> bool:
    if unit.sense.topic == "noun":
        return scan.ending(article.start, "before") is not None
    return unit.sense.topic == "unit" and scan.ending(article.start, *_MEASURING) is not None


_MEASURING = ("before", "within", "point", "equals", "anchor")


def _measure(scan: Scan, number: Number) -> Measure:
    """Find the unit of a number: a currency on either side, a unit, or a noun within a few words."""
    bare = Measure(number, "", number.start, number.end, known=False)
    if currency := _currency_before(scan, number.start):
        start, unit = currency
        again = scan.lexicon.units.at(scan.masked, scan.skip(number.end))
        end = again.end if again and again.sense.topic == "currency" else number.end
        return Measure(number, unit, start, end)
    found = _directly_behind(scan, number) or _words_behind(scan, number)
    return replace(bare, unit=found[0], end=found[1], known=found[2]) if found else bare


def _currency_before(scan: Scan, position: int) -> tuple[int, str] | None:
    """Return where a currency that ends at a position starts, and its unit."""
    window = scan.masked[max(0, position - _CURRENCY_LENGTH) : position].rstrip()
    for size in range(min(len(window), 5), 0, -1):
        senses = scan.lexicon.units.senses.get(window[-size:], ())
        edge = window[-size - 1 : -size]
        if senses and senses[0].topic == "currency" and not (edge.isalpha() and window[-size].isalpha()):
            start = scan.masked.rindex(window[-size:], 0, position)
            wider = _currency_before(scan, start) if size == 1 else None
            return (wider[0], wider[1]) if wider else (start, f"currency:{senses[0].name}")
    return None


def _directly_behind(scan: Scan, number: Number) -> tuple[str, int, bool] | None:
    """Return the measured unit that follows a number at once: `90 days`, `30-tägig`, `5 GB`, `60日`."""
    position = scan.skip(number.end, " -" if scan.lexicon.script.spaces else " ")
    mark = scan.lexicon.units.at(scan.masked, position) or _inside(scan, position)
    if mark and mark.name == "day" and scan.ending(number.start, "working"):
        return "business_day", mark.end, True
    if not mark or mark.sense.topic == "no_unit":
        return ("", number.end, True) if mark else None
    if mark.sense.topic == "noun":
        return None
    return _named(mark.sense.topic, mark.name), mark.end, True


def _named(topic: str, name: str) -> str:
    return f"currency:{name}" if topic == "currency" else name


def _inside(scan: Scan, position: int) -> Mark | None:
    """Find a unit at the start of a compound: `30-dagenweergave`."""
    if not scan.lexicon.script.joined or position == 0 or scan.masked[position - 1] != "-":
        return None
    word = next(words_from(scan.masked, position), None)
    if not word:
        return None
    for end in range(min(len(word.group()), _LONGEST_PART), _SHORTEST_PART - 1, -1):
        senses = scan.lexicon.units.senses.get(word.group()[:end], ())
        if senses and senses[0].topic == "unit":
            return Mark(position, position + end, senses[0])
    return None


def _words_behind(scan: Scan, number: Number) -> tuple[str, int, bool] | None:
    if not scan.lexicon.script.spaces:
        return _noun_in_reach(scan, number)
    return _noun_phrase(scan, number)


def _noun_phrase(scan: Scan, number: Number) -> tuple[str, int, bool] | None:
    """Return the head of the noun phrase behind a number, or a measured unit behind an adjective or two."""
    position = scan.skip(number.end, " -")
    between = scan.starting(number.end, "after") or scan.starting(number.end, "partitive")
    if between:
        between = scan.starting(between.end, "partitive") or between
        position = scan.skip(between.end)
    elif position == number.end and scan.masked[position - 1] != "'":
        return None
    known: tuple[str, int, bool] | None = None
    anything: tuple[str, int, bool] | None = None
    for word in _phrase_words(scan, position):
        mark = scan.lexicon.units.at(scan.masked, word.start()) or _suffix(scan, word)
        if mark and not number.start and scan.text[word.start()].isupper() and not scan.lexicon.script.capital_nouns:
            return None  # a footnote: "1 Subscriptions for …"
        if mark and mark.sense.topic == "no_unit":
            return ("", number.end, False)
        if mark and (mark.sense.topic != "noun" or not known):
            known = _named(mark.sense.topic, mark.name), mark.end, True
            if mark.sense.topic != "noun":
                break
        elif mark:
            known = mark.name, mark.end, True
        elif known:
            break
        elif not anything and _may_count(scan, number, word.group(), word.start()):
            anything = _singular(scan, word.group()), word.end(), False
    return known or anything


def _singular(scan: Scan, noun: str) -> str:
    plural = scan.lexicon.script.plural
    return noun.removesuffix(plural) if plural and not noun.endswith(plural * 2) else noun


def _phrase_words(scan: Scan, position: int) -> Iterator[re.Match[str]]:
    for index, word in enumerate(words_from(scan.masked, position)):
        if index >= _REACH or scan.starting(word.start(), *_STOPS) or word.group()[0].isdigit():
            return
        yield word


_STOPS = ("stop", "continue", "relative", "subordinate", "condition", "modal", "finite", "negation", "range", "after")


def _suffix(scan: Scan, word: re.Match[str]) -> Mark | None:
    """Find a noun at the end of a compound: `gebruikerslicenties`, `API-Aufrufe`."""
    if not scan.lexicon.script.joined:
        return None
    text = word.group()
    for start in range(max(1, len(text) - _LONGEST_PART), len(text) - _SHORTEST_PART + 1):
        senses = scan.lexicon.units.senses.get(text[start:], ())
        if senses:
            return Mark(word.start(), word.end(), senses[0])
    return None


def _may_count(scan: Scan, number: Number, word: str, start: int) -> bool:
    """Tell whether any noun may be what a number counts: digits that are no year, before a word in small letters."""
    if number.value in YEARS or len(word) < _SHORTEST_PART or BLOT in word:
        return False
    if scan.starting(start, "filler", "definite", "approximate"):
        return False
    return scan.text[start].islower() or (scan.lexicon.script.capital_nouns and scan.text[start : start + 2].istitle())


def _noun_in_reach(scan: Scan, number: Number) -> tuple[str, int, bool] | None:
    """Return the counter behind a number and the known noun it counts, in a script without spaces."""
    position = scan.skip(number.end)
    known = scan.lexicon.units.at(scan.masked, position)
    if known and known.sense.topic == "noun":
        return known.name, known.end, True
    people = scan.starting(number.end, "people")
    counter = people or scan.starting(number.end, "counter")
    if not counter or number.value in YEARS:
        return None
    noun = _noun_behind(scan, counter.end, number.end + _COUNTER_REACH) or _noun_before(scan, number.start)
    if noun == "":
        return None
    return noun if noun and (not people or noun in _PEOPLE) else ("person" if people else COUNT), counter.end, True


def _noun_behind(scan: Scan, position: int, limit: int) -> str | None:
    """Return the noun that a counter leads to: `5 个用户`, `300 人以上の従業員`; "" when it is nothing to count."""
    for at in range(position, min(limit, len(scan.masked))):
        if scan.masked[at] in ",.。、;:()" or scan.starting(at, "stop", "condition_behind"):
            return None
        mark = scan.lexicon.units.at(scan.masked, at)
        if mark and mark.sense.topic == "no_unit":
            return ""
        if mark and mark.sense.topic == "noun":
            return mark.name
    return None


def _noun_before(scan: Scan, position: int) -> str | None:
    """Return the noun that a counted number follows: `ユーザーが 5 人`, `用户少于 5 个`."""
    start = max(0, position - _COUNTER_REACH)
    nouns = [mark for mark in scan.lexicon.units.find(scan.masked[start:position]) if mark.sense.topic == "noun"]
    if not nouns or _CLAUSE_END.search(scan.masked, start + nouns[-1].end, position):
        return None
    return nouns[-1].name


_CLAUSE_END = re.compile(r"[,.。、;:()]")
_PEOPLE = frozenset(
    {"administrator", "consultant", "customer", "employee", "guest", "member", "participant", "partner", "user"}
)
