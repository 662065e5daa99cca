"""Counters and the nouns they count, in scripts without spaces: `5 个用户`, `ユーザーが 5 人`, `5명의 사용자`."""

from __future__ import annotations

import re

from rulemark.statements.quantities.counted_nouns import COUNT, DIGITS_OF_A_NAME, Unit, is_year
from rulemark.statements.words.numbers import Number
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.scanning import Scan

_REACH = 12
"""Characters between a counter and its noun."""
_CLAUSE_END = re.compile(r"[,.。、;:()]")
_STOPS = ("stop", "continue", "relative", "subordinate", "condition", "modal", "finite", "negation", "range", "after")
_PEOPLE = frozenset(
    {"administrator", "consultant", "customer", "employee", "guest", "member", "participant", "partner", "user"}
)


def with_counter(scan: Scan, number: Number) -> Unit | None:
    """Return the counter behind a number and the known noun it counts, in a script without spaces."""
    directly = scan.lexicon.units.at(scan.masked, scan.skip(number.end))
    if directly and directly.sense.topic == "noun":
        return Unit(directly.name, directly.end)
    people = scan.starting(number.end, "people")
    counter = people or scan.starting(number.end, "counter")
    if not counter or _is_one_of(scan, number, counter) or is_year(number) or _names(number):
        return None
    if _links(scan, counter):
        return None
    noun = _counted(scan, number, counter)
    if noun == "":
        return None
    if people:
        return Unit(noun if noun in _PEOPLE else "person", counter.end)
    return Unit(noun or COUNT, counter.end)


def _links(scan: Scan, counter: Mark) -> bool:
    """Tell `値が 10 の場合` and `값이 10인 경우`, where nothing is counted, from `10 の権利` and `10인`."""
    linking = scan.masked[counter.start : counter.end] in scan.lexicon.words("linking")
    return linking and scan.starting(counter.end, "condition_behind") is not None


def _names(number: Number) -> bool:
    """Tell a long number without separators, which names something, from `100,000 人`."""
    return len(number.digits) >= DIGITS_OF_A_NAME and number.digits.isdigit()


def _is_one_of(scan: Scan, number: Number, counter: Mark) -> bool:
    """Tell `3 つのロールの 1 つ`, one of several, from `次の 1 つのロール`."""
    genitives = scan.lexicon.words("genitive")
    behind = scan.skip(counter.end)
    after = scan.masked.startswith(genitives, behind) or scan.starting(behind, "after") is not None
    return number.value == 1 and not after and scan.masked.endswith(genitives, 0, scan.back(number.start, " "))


def _counted(scan: Scan, number: Number, counter: Mark) -> str | None:
    """Return the noun that a counter counts; "" when it is nothing to count, None when it is no known noun."""
    position = scan.skip(counter.end)
    directly = scan.lexicon.units.at(scan.masked, position)
    leads_on = directly is not None or _leads_on(scan, counter)
    if not leads_on and (subject := _subject(scan, number.start)):
        return subject
    behind = _noun_behind(scan, counter.end, number.end + _REACH)
    if behind is not None or not _ends_phrase(scan, counter):
        return behind
    return _noun_before(scan, number.start)


def _leads_on(scan: Scan, counter: Mark) -> bool:
    """Tell `5 つ以上のプログラム`, where the counted noun follows, from `5 人以上の場合`."""
    comparator = scan.starting(counter.end, "after") or counter
    position = scan.skip(comparator.end)
    genitives = scan.lexicon.words("genitive")
    if scan.masked[position : position + 1] in genitives:
        position += 1
    elif scan.masked[comparator.end - 1] not in genitives:
        return False
    return scan.starting(position, "condition_behind") is None


def _subject(scan: Scan, position: int) -> str | None:
    """Return the noun that a number says something about, with nothing but a particle or comparator in between."""
    comparator = scan.ending(position, "before")
    start = comparator.start if comparator else position
    particle = scan.ending(start, "equals")
    start = particle.start if particle else start
    return _noun_before(scan, start, adjacent=True) if start < position else None


def _ends_phrase(scan: Scan, counter: Mark) -> bool:
    """Tell `5 人未満の場合`, where the noun came before, from `5 つのプログラム`, where another one follows."""
    if scan.masked[counter.end - 1] in scan.lexicon.words("genitive"):
        return False
    comparator = scan.starting(counter.end, "after")
    position = scan.skip(comparator.end if comparator else counter.end)
    if position >= len(scan.masked) or _CLAUSE_END.match(scan.masked, position):
        return True
    at_end = comparator is not None and scan.lexicon.script.marker_last
    return at_end or scan.starting(position, *_STOPS, "condition_behind", "behind") is not None


def _noun_behind(scan: Scan, position: int, limit: int) -> str | None:
    """Return the noun that a counter leads to: `5 个用户`, `300 人以上の従業員`; "" when it is nothing to count."""
    for at in range(position, min(limit, len(scan.masked))):
        if _CLAUSE_END.match(scan.masked, at) or scan.starting(at, "stop", "continue", "condition_behind"):
            return None
        mark = scan.lexicon.units.at(scan.masked, at)
        if mark and mark.sense.topic in {"noun", "no_unit"} and not _is_syllable(scan, mark):
            # `초` is no part of what is counted in `5명을 초과하는`
            comparators = (scan.last(topic, at + 1) for topic in ("behind", "after"))
            return None if any(comparator and comparator.end > at for comparator in comparators) else mark.name
    return None


def _noun_before(scan: Scan, position: int, *, adjacent: bool = False) -> str | None:
    """Return the noun that a counted number follows: `ユーザーが 5 人`, `用户少于 5 个`."""
    start = max(0, position - _REACH)
    found = scan.lexicon.units.find(scan.masked[start:position])
    nouns = [mark for mark in found if mark.sense.topic == "noun" and not _is_syllable(scan, mark, start)]
    if not nouns or _CLAUSE_END.search(scan.masked, start + nouns[-1].end, position):
        return None
    end = start + nouns[-1].end
    if (adjacent and scan.skip(end) < position) or _is_topic(scan, end, position):
        return None
    return nouns[-1].name


def _is_syllable(scan: Scan, mark: Mark, offset: int = 0) -> bool:
    """Tell a Korean noun of one syllable, which is the end of any word away from its number: `의자`, not `10자`."""
    syllable = mark.sense.topic == "noun" and mark.end - mark.start == 1
    return syllable and "가" <= scan.masked[offset + mark.start] <= "힣"


def _is_topic(scan: Scan, end: int, position: int) -> bool:
    """Tell whether a noun is what the sentence is about, and another one is counted: `회원은 책을 최대 3권`."""
    particle, comparator = scan.starting(end, "topic_end"), scan.ending(position, "before")
    return particle is not None and scan.skip(particle.end) < (comparator.start if comparator else position)
