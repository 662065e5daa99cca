"""The numbers of a sentence with everything each may mean, whatever the language writes them like.

A number is compared by its readings, not by its digits: `1.000` is a thousand or one, `6 PM` is 6 or 18, `30万` is 30
or 300 000. Numbers in words may match, but need not: languages disagree too often on when to spell one out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from rulemark.checks.translation.months import months_beside_numbers, months_named
from rulemark.statements import Lexicon

_DIGITS = re.compile(r"\d{1,3}(?:[ ,.'’]\d{3})+(?![\d])(?:[.,]\d+)?|\d+[.,]\d+|\d+")
_DATE = re.compile(r"(?<!\d)\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)")
_LONG = re.compile(r"(?<![\d.,])\d{6,}(?![.,]?\d)")
_RANGE = re.compile(r"(?<![\d./-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\d./-])")
_SPELLED_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+|(?<![\d.,])1(?![\d.,])")
_ONCE = frozenset({"1", "once", "single"})
"""What says "one" beside the number word; the last two are English, the language of most sources."""
_WORD_BEHIND = re.compile(r"\s?([^\W\d_]+)")
_LATIN_WORD = re.compile(r"[a-z]+")
_CLOCK_BEHIND = re.compile(r"(?:[:.]\d\d)?\s?[ap]\.?m\b")
_CLOCK_BEFORE = ("午後", "下午", "오후", "午前", "上午", "오전", "晚上")
_CLOCK_TIME = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")
_FISCAL = re.compile(r"(?:\bfy|')\s?$")
_MAGNITUDES: Mapping[str, int] = {
    "k": 1000, "m": 10**6, "万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "만": 10**4, "억": 10**8,
    "千": 1000, "천": 1000, "百": 100, "백": 100, "百万": 10**6, "백만": 10**6, "mio": 10**6, "mln": 10**6,
}  # fmt: skip
_MAGNITUDE = re.compile(rf"\s?({'|'.join(sorted(map(re.escape, _MAGNITUDES), key=len, reverse=True))})(?![a-zà-ÿ])")
_ENGLISH_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_ENGLISH: Mapping[str, Decimal] = {
    **{word: Decimal(value) for value, word in enumerate(_ENGLISH_WORDS)},
    **dict.fromkeys(("twice", "both", "half", "dual", "double"), Decimal(2)),
}
"""Number words of the language of most sources, which stand untranslated in other texts."""
_KANJI = {"〇": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_KANJI_RUN = re.compile(r"[一二两兩三四五六七八九十百]{1,5}")
_ROUND_THE_CLOCK = frozenset(map(Decimal, (24, 7, 365)))
_ROUND_THE_CLOCK_SIGN = re.compile(
    r"\b24\s?[x×/*・]\s?7\b|\b24\b.{0,24}\b(?:7|365)\b|\b24\s?(?:h|時間|小时|시간)\s?/\s?24"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number of a text.

    Attributes:
        text: As it is written.
        readings: Everything it may mean.
        spelled: It is written in words, or is part of one.
        start: Where it stands in the text given to `numerals`, folded.
    """

    text: str
    readings: frozenset[Decimal]
    spelled: bool
    start: int


@dataclass(frozen=True, slots=True)
class Numerals:
    """The numbers of a text.

    Attributes:
        items: In order of appearance.
        months: The months that it names beside a number, 1 to 12.
        named: The months that it may name anywhere.
        long: Runs of six digits and more, as written.
        ranges: Both ends of what is written as `2-12`.
        one: The word or digit for one, when the text has it, else "".
    """

    items: tuple[Numeral, ...]
    months: frozenset[int]
    named: frozenset[int]
    long: frozenset[str]
    ranges: tuple[tuple[Decimal, Decimal], ...]
    one: str

    def has(self, readings: Iterable[Decimal]) -> bool:
        """Say whether some number may mean one of these values."""
        wanted = frozenset(readings)
        return any(wanted & item.readings for item in self.items)


@lru_cache(maxsize=8192)
def numerals(text: str, lexicon: Lexicon) -> Numerals:
    """Find the numbers of a sentence; a source is compared with every translation, its block with its sentences.

    Args:
        text: A sentence.
        lexicon: The language, for number words and names of months; English words count in every text.
    """
    folded = unicodedata.normalize("NFKC", text.replace("\u00a0", " ").replace("\u202f", " ")).casefold()
    folded = folded.replace("i\u0307", "i")  # the Turkish İ
    written = tuple(_in_digits(folded, _magnitudes(lexicon), point_in_times=lexicon.script.decimal == ","))
    if _ROUND_THE_CLOCK_SIGN.search(folded):
        written = tuple(item for item in written if not item.readings & _ROUND_THE_CLOCK)
    items = (*written, *_in_words(folded, lexicon), *_in_kanji(folded))
    return Numerals(
        tuple(sorted(items, key=lambda item: item.start)),
        frozenset(months_beside_numbers(folded, lexicon.language)),
        frozenset(months_named(folded, lexicon.language)),
        frozenset(_LONG.findall(folded)),
        tuple((Decimal(low), Decimal(high)) for low, high in _RANGE.findall(folded)),
        _one(folded, lexicon),
    )


def _one(folded: str, lexicon: Lexicon) -> str:
    words = _number_words(lexicon)
    return next((word for word in _WORD.findall(folded) if word in _ONCE or words.get(word) == 1), "")


def _in_digits(folded: str, magnitudes: Mapping[str, int], *, point_in_times: bool) -> Iterator[Numeral]:
    dates = [match.span() for match in _DATE.finditer(folded)]
    position = 0
    while match := _DIGITS.search(folded, position):
        text, position = match.group(), match.end()
        inside_date = any(start <= match.start() < end for start, end in dates)
        if inside_date or not (text.isdecimal() or _is_one_number(text)):
            text = re.match(r"\d+", text).group()  # type: ignore[union-attr]  # it starts with a digit
            position = match.start() + len(text)
        readings = set(_readings(text))
        readings |= set(_in_context(folded, match.start(), position, readings))
        if (word := _WORD_BEHIND.match(folded, position)) and word.group(1) in magnitudes:
            readings |= {reading * magnitudes[word.group(1)] for reading in readings}
        if point_in_times and (time := _CLOCK_TIME.fullmatch(text)):
            readings |= {Decimal(part) for part in time.groups()}
        if inside_date and len(text) == 2:
            readings.add(Decimal(2000 + int(text)))
        yield Numeral(text, frozenset(readings), spelled=False, start=match.start())


def _is_one_number(text: str) -> bool:
    """Whether digits with separators are one number and not two: `31,2021` is a day and a year."""
    parts = re.split(r"[ ,.'’]", text)
    return len(parts[-1]) <= 3 or (len(parts) == 2 and parts[0] == "0")


def _readings(text: str) -> Iterator[Decimal]:
    """Yield what digits may mean: separators may stand for thousands or for decimals."""
    plain = re.sub(r"[ ,.'’]", "", text)
    if plain == text:
        yield Decimal(text)
        return
    head, tail = re.fullmatch(r"(.*)[ ,.'’](\d+)", text).groups()  # type: ignore[union-attr]  # there is a separator
    if len(tail) == 3:
        yield Decimal(plain)
    yield Decimal(f"{re.sub(r'[ ,.’]', '', head)}.{tail}".replace("'", ""))


def _in_context(folded: str, start: int, end: int, readings: Iterable[Decimal]) -> Iterator[Decimal]:
    """Yield further meanings that the neighbourhood gives: magnitudes, clocks, short years."""
    if magnitude := _MAGNITUDE.match(folded, end):
        yield from (reading * _MAGNITUDES[magnitude.group(1)] for reading in readings)
    clock = _CLOCK_BEHIND.match(folded, end) or folded[max(0, start - 3) : start].strip().endswith(_CLOCK_BEFORE)
    for reading in readings:
        if clock and reading <= 12:
            yield (reading + 12) % 24
            yield reading % 12
        if reading < 100 and _FISCAL.search(folded, max(0, start - 4), start):
            yield 2000 + reading


def _in_words(folded: str, lexicon: Lexicon) -> Iterator[Numeral]:
    own, english = _number_words(lexicon), _untranslated(lexicon)
    # Words that nobody translated stand in any script, also right behind its letters.
    for match in _LATIN_WORD.finditer(folded):
        if match.group() in english:
            yield Numeral(match.group(), frozenset({english[match.group()]}), spelled=True, start=match.start())
    joined = lexicon.script.joined
    for match in _SPELLED_WORD.finditer(folded):
        word = match.group()
        value = own.get(word)
        if value is None and joined and (stem := _stems(lexicon).match(word)):
            value = own[stem.group()]
        if value is not None and value > 1:
            yield Numeral(word, frozenset({value}), spelled=True, start=match.start())
    if not lexicon.script.spaces or lexicon.language == "ko":
        for word, value in own.items():
            start = folded.find(word)
            if value > 1 and start >= 0:
                yield Numeral(word, frozenset({value}), spelled=True, start=start)


def _in_kanji(folded: str) -> Iterator[Numeral]:
    for match in _KANJI_RUN.finditer(folded):
        value = _kanji(match.group())
        if value > 1:
            yield Numeral(match.group(), frozenset({Decimal(value)}), spelled=True, start=match.start())


def _kanji(run: str) -> int:
    total, digit = 0, 0
    for character in run:
        if character in _KANJI:
            digit = _KANJI[character]
        else:
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
    return total + digit


@cache
def _magnitudes(lexicon: Lexicon) -> Mapping[str, int]:
    return {phrase.rstrip("."): int(sense.name) for phrase, sense in lexicon.entries if sense.topic == "magnitude"}


@cache
def _number_words(lexicon: Lexicon) -> Mapping[str, Decimal]:
    words: dict[str, Decimal] = {}
    for phrase, sense in lexicon.entries:
        if sense.topic == "number" and " " not in phrase and phrase.rstrip("*"):
            words[phrase.rstrip("*")] = Decimal(sense.name)
    return words


@cache
def _untranslated(lexicon: Lexicon) -> Mapping[str, Decimal]:
    """Return the English number words that mean nothing else in the language, as `ten` does in Polish."""
    own = set(_number_words(lexicon))
    if lexicon.language != "en":
        own.update(word for phrase, _ in lexicon.entries for word in _LATIN_WORD.findall(phrase))
    return {word: value for word, value in _ENGLISH.items() if value > 1 and word not in own}


@cache
def _stems(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern for the number words that a longer word may begin with, the longest first."""
    words = [word for word, value in _number_words(lexicon).items() if len(word) > 2 and value > 1]
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)")
