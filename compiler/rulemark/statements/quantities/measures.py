"""A number and what it measures: the unit behind it, inside a compound, or the currency before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from rulemark.statements.quantities.counted_nouns import Unit, counted_noun, unit_name
from rulemark.statements.quantities.counters import with_counter
from rulemark.statements.quantities.doubles import numbers_once
from rulemark.statements.quantities.units import DURATIONS, is_acronym
from rulemark.statements.words.numbers import Number
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.scanning import Scan, words_from

_DASH = " - "
_DECIMALS = re.compile(r"\d\d[.,]\d{3}")
"""Tens of percents have decimals, not thousands: 99.999%."""
_CURRENCY_LENGTH = 14
_LISTED = 6
"""Characters between two days of a month that are named together."""
_SHORTEST_PART = 3
_LONGEST_PART = 30
_JOINTS = {"between": "and", "from": "to"}
"""What joins the two ends of a range, by the word that opens it."""
_SECOND = 2
"""What "one or" goes on with."""
_MEASURING = ("before", "within", "point", "equals", "anchor", "lasting", "approximate")
"""What stands before an article that measures: "within a month"."""
_COUNTING = ("counting", "range", *_MEASURING)
"""What stands before an article that may be the number one, unless what follows makes it so: "or two", "ahead"."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit: `text[start:end]`.

    Attributes:
        number: The number itself.
        unit: Its unit, "" when none stands beside it.
        start: Where number or currency sign start.
        end: Where number or unit end.
        known: The unit is a word of the lexicon, not just any noun.
        plural: An unknown noun has the ending of a plural.
    """

    number: Number
    unit: str
    start: int
    end: int
    known: bool = True
    plural: bool = True


def find_measures(scan: Scan) -> tuple[Measure, ...]:
    """Return every number with its unit, in order; numbers without a unit are among them, with unit ""."""
    measures = [*(_measure(scan, number) for number in (*numbers_once(scan), *_articles(scan))), *_joined(scan)]
    return tuple(sorted(measures, key=lambda measure: measure.start))


def _joined(scan: Scan) -> Iterator[Measure]:
    """Yield numbers that are one word with their unit: `sechsmonatig`."""
    for mark in scan.of("joined"):
        value, _, unit = mark.name.partition(" ")
        yield Measure(Number(Decimal(value), mark.start, mark.end, spelled=True), unit, mark.start, mark.end)


def _articles(scan: Scan) -> Iterator[Number]:
    """Yield articles that measure: "within a month", "at least a license"; "a month" alone is nothing."""
    goes_on = scan.has("ahead", "either")
    for mark in scan.of("article"):
        if not goes_on and not scan.ending(mark.start, *_COUNTING):
            continue
        unit = scan.lexicon.units.at(scan.masked, scan.skip(mark.end))
        if _measures_one(scan, mark, unit):
            yield Number(Decimal(1), mark.start, mark.end, spelled=not scan.ending(mark.start, "counting"))


def _measures_one(scan: Scan, article: Mark, unit: Mark | None) -> bool:
    """Tell whether an article is the number one, by what stands before it or behind its unit: "a month before"."""
    if scan.number_at(scan.skip(article.end)):
        # `plus d'un million`, `al menos un 40 %`
        return False
    if scan.ending(article.start, "counting") or _opens_range(scan, article, unit) or _opens_choice(scan, article):
        return True
    if unit is None or not (scan.ending(article.start, *_MEASURING) or scan.starting(unit.end, "ahead")):
        return False
    if unit.sense.topic == "noun":
        comparator = scan.ending(article.start, "before")
        # "under an account" is a place
        compares = comparator is not None and not scan.starting(comparator.start, "stop", "range")
        return not scan.lexicon.words("counting") and compares
    symbol = scan.lexicon.script.spaces and unit.end - unit.start == 1
    return unit.sense.topic == "unit" and not symbol and not _is_ordinal(scan, unit)


def _is_ordinal(scan: Scan, unit: Mark) -> bool:
    """Tell "for a second time" from "for a second"."""
    noun = next(words_from(scan.masked, scan.skip(unit.end)), None)
    return unit.name == "second" and noun is not None and not scan.starting(unit.end, "stop", "anchor", "continue")


def _opens_range(scan: Scan, article: Mark, unit: Mark | None) -> bool:
    """Tell whether an article is the lower end of a range: `de un a cinco días`, `entre un mes y seis meses`."""
    opener = scan.ending(article.start, "range")
    joint = scan.starting(unit.end if unit and unit.sense.topic == "unit" else article.end, "range")
    return bool(opener and joint and _JOINTS.get(opener.name) == joint.name and scan.number_at(scan.skip(joint.end)))


def _opens_choice(scan: Scan, article: Mark) -> bool:
    """Tell whether an article is the first of "one or two": `uno o dos años`, `ein oder zwei Jahre`."""
    joint = scan.starting(article.end, "either")
    number = scan.number_at(scan.skip(joint.end)) if joint else None
    return number is not None and number.spelled and number.value == _SECOND


def _measure(scan: Scan, number: Number) -> Measure:
    """Find the unit of a number: a currency on either side, a unit, or a noun within a few words."""
    bare = Measure(number, "", number.start, number.end, known=False)
    if percent := scan.ending(number.start, "percent_before"):
        return Measure(number, "percent", percent.start, number.end)
    if currency := _currency_before(scan, number.start):
        start, unit = currency
        again = scan.lexicon.units.at(scan.masked, scan.skip(number.end))
        end = again.end if again and again.sense.topic == "currency" else number.end
        return Measure(number, unit, start, end)
    counted = counted_noun if scan.lexicon.script.spaces else with_counter
    found = _directly_behind(scan, number) or counted(scan, number)
    if not found:
        return bare
    if found.name == "percent" and _DECIMALS.fullmatch(number.digits):
        bare = replace(bare, number=replace(number, value=Decimal(number.digits.replace(",", "."))))
    return replace(bare, unit=found.name, end=found.end, known=found.known, plural=found.plural)


def _currency_before(scan: Scan, position: int) -> tuple[int, str] | None:
    """Return where a currency that ends at a position starts, and its unit."""
    window = scan.masked[max(0, position - _CURRENCY_LENGTH) : position].rstrip()
    for size in range(min(len(window), 5), 0, -1):
        senses = scan.lexicon.units.senses.get(window[-size:], ())
        edge = window[-size - 1 : -size]
        apart = size == 1 or window[-size].isascii() or scan.lexicon.script.spaces
        if senses and senses[0].topic == "currency" and not (apart and edge.isalpha() and window[-size].isalpha()):
            start = scan.masked.rindex(window[-size:], 0, position)
            wider = _currency_before(scan, start) if size == 1 else None
            return (wider[0], wider[1]) if wider else (start, f"currency:{senses[0].name}")
    return None


def _directly_behind(scan: Scan, number: Number) -> Unit | None:
    """Return the measured unit that follows a number at once: `90 days`, `30-tägig`, `5 GB`, `60日`."""
    if scan.masked.startswith(_DASH, number.end):
        return None
    position = scan.skip(number.end, " -" if scan.lexicon.script.spaces else " ")
    mark = scan.lexicon.units.at(scan.masked, position) or _inside(scan, position) or _glued(scan, position)
    if mark and (is_acronym(scan.text[mark.start : mark.end], mark.name) or _is_unspelled(scan, number, mark)):
        return None
    if mark and ((mark.name == "day" and _is_day_of_month(scan, number, mark)) or _is_rate(scan, number, mark)):
        return Unit("", mark.end)
    if mark and mark.name == "day" and _in_working_days(scan, number.start, mark.end):
        return Unit("business_day", mark.end)
    if not mark or mark.sense.topic == "no_unit":
        return Unit("", number.end) if mark else None
    if mark.sense.topic == "noun":
        return None
    return Unit(unit_name(mark), mark.end)


def _is_unspelled(scan: Scan, number: Number, unit: Mark) -> bool:
    """Tell a word that starts like a unit which stands behind digits only: `등록 한 날짜`, not `1일`."""
    return number.spelled and scan.masked[unit.start : unit.end] in scan.lexicon.words("unspelled")


def _is_day_of_month(scan: Scan, number: Number, unit: Mark) -> bool:
    """Tell the day of a calendar, `毎月 5 日`, from a number of days, `毎月 5 日間`."""
    written = scan.masked[unit.start : unit.end]
    return written in scan.lexicon.words("calendar_day") and _names_month(scan, number.start)


def _is_rate(scan: Scan, number: Number, unit: Mark) -> bool:
    """Tell what something happens in, `1 日に 3 回`, `1 日 3 回`, from how long it lasts: `1 年 6 か月`."""
    joints = scan.lexicon.words("rate")
    if not joints or number.value != 1 or unit.name not in DURATIONS:
        return False
    position = scan.skip(unit.end)
    joint = next((word for word in joints if scan.masked.startswith(word, position)), "")
    comparator = scan.starting(position + len(joint), "before") if joint else None
    times = scan.number_at(scan.skip(comparator.end if comparator else position + len(joint)))
    counted = scan.lexicon.units.at(scan.masked, scan.skip(times.end)) if times else None
    return times is not None and (joint != "" or counted is None or counted.name not in DURATIONS)


def _names_month(scan: Scan, position: int) -> bool:
    """Tell whether a month stands before a day, or before the one that it is listed with: `毎月 1 日から 10 日まで`."""
    if scan.ending(position, "monthly"):
        return True
    index = bisect_left(scan.numbers, position, key=lambda number: number.start)
    before = scan.numbers[index - 1] if index else None
    if before is None or position - before.end > _LISTED or not scan.ending(before.start, "monthly"):
        return False
    return scan.masked.startswith(scan.lexicon.words("calendar_day"), scan.skip(before.end))


def _in_working_days(scan: Scan, position: int, end: int) -> bool:
    """Tell whether the days behind a position are working days: `영업일 기준 최대 5일`, `5일(영업일)`."""
    if scan.masked.startswith("(", end) and scan.starting(end + 1, "working"):
        return True
    comparator = scan.ending(position, "before")
    return scan.ending(comparator.start if comparator else position, "working") is not None


def _glued(scan: Scan, position: int) -> Mark | None:
    """Find a unit that no space parts from its digits: `10GB`, `48h`; a single capital letter is none: `5G`."""
    if not scan.masked[position - 1 : position].isdigit():
        return None
    found = scan.lexicon.units.at(scan.masked[position : position + _LONGEST_PART], 0)
    if not found or (found.end == 1 and scan.text[position].isupper()):
        return None
    return Mark(position, position + found.end, found.sense)


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
