"""Numbers as people write them: digits with any separators, words, magnitudes, "two (2)", 30 万, 300K."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from rulemark.statements.lexicon import Lexicon
from rulemark.statements.words.phrases import Mark

_SPACE = " "
_DIGIT = re.compile(r"\d")
_UNITS_IN_K = frozenset({"kb", "ko", "kg", "km", "kw"})
"""Units that begin with the letter that makes thousands of other numbers: 300K."""
_LEADING_ZERO = re.compile(r"0\d(?!(?<=0[1-9]) [^\W\d])")
"""A number of a thing, such as a code: what `05 dias` counts stands behind it."""
_REPEATED = re.compile(r" ?\( ?(\d{1,9}) ?\)")
_KANJI = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"两": 2, "兩": 2, "零": 0}
_KANJI_TENS = {"十": 10, "百": 100, "千": 1000}
_KANJI_RUN = re.compile(r"[〇零一二两兩三四五六七八九十百千]{1,9}")
_FIGURE = re.compile(r"[\d〇零一二两兩三四五六七八九十百千]")
"""Without one of these, or a word for one, there is no number."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence: `text[start:end]`.

    Attributes:
        value: What it says.
        start: Where its first character stands.
        end: The position behind its last one.
        spelled: It is written in words only.
        digits: How it is written, "" when spelled.
    """

    value: Decimal
    start: int
    end: int
    spelled: bool = False
    digits: str = ""


def find_numbers(masked: str, of: Callable[[str], Sequence[Mark]], lexicon: Lexicon) -> tuple[Number, ...]:
    """Return the numbers of a masked text in order; a magnitude and a repetition in brackets belong to them.

    Args:
        masked: The text.
        of: What returns the marks of a topic in it.
        lexicon: The words it is read with.
    """
    figures = _FIGURE if lexicon.script.numerals else _DIGIT
    if not (figures.search(masked) or of("number") or of("magnitude")):
        return ()
    found = [*_in_digits(masked, lexicon), *_in_words(masked, of, lexicon)]
    magnitudes = {mark.start: mark for mark in of("magnitude")}
    numbers: list[Number] = []
    for number in sorted(found, key=lambda number: number.start):
        if not numbers or number.start >= numbers[-1].end:
            numbers.append(_with_repetition(_with_magnitude(number, masked, magnitudes), masked))
    return tuple(numbers)


def _in_digits(masked: str, lexicon: Lexicon) -> Iterator[Number]:
    if not _DIGIT.search(masked):
        return
    for match in _digits(lexicon).finditer(masked):
        if _LEADING_ZERO.match(masked, match.start()):
            continue
        yield Number(_value(match.group(), lexicon), match.start(), match.end(), digits=match.group())


@cache
def _digits(lexicon: Lexicon) -> re.Pattern[str]:
    separators = ".,'" + (_SPACE if _SPACE in lexicon.script.thousands else "")
    # letters in front or behind make it a name (E3, 21Vianet), except a magnitude or a unit (300K, 10GB) behind it
    behind = r"(?![a-z0-9_])|(?=[kmbtgp]i?[bo]?(?![a-z0-9]))|(?=(?:k?(?:usd|eur)|k[gm]|[cm]m|min|hr?s?)(?![a-z0-9_]))"
    before = r"(?<![a-z0-9_])(?<![a-z0-9][.,])(?<![a-z]-)(?<!\d:)|(?<=usd)|(?<=eur)"
    grouped = rf"\d{{1,3}}(?P<s>[{separators}])\d{{3}}(?:(?P=s)\d{{3}})*(?!\d)(?:[.,]\d{{1,9}})?"
    return re.compile(rf"(?:{before})(?:{grouped}|(?<![\w.])\.\d{{1,9}}|\d{{1,15}}(?:[.,]\d{{1,15}})?)(?:{behind})")


def _value(digits: str, lexicon: Lexicon) -> Decimal:
    """Read digits by the shape of their groups; where both readings fit, the language decides."""
    digits = digits.replace(_SPACE, "").replace("'", "")
    if digits.startswith("."):
        return Decimal(f"0{digits}")
    head, separator, tail = _last_separator(digits)
    if not separator:
        return Decimal(digits)
    whole = head.replace(".", "").replace(",", "")
    grouped = len(tail) == 3 and head not in {"0", "00"} and (separator != lexicon.script.decimal or separator in head)
    mixed = ("." in head or "," in head) and separator not in head
    return Decimal(whole + tail) if grouped and not mixed else Decimal(f"{whole}.{tail}")


def _last_separator(digits: str) -> tuple[str, str, str]:
    at = max(digits.rfind("."), digits.rfind(","))
    return (digits, "", "") if at < 0 else (digits[:at], digits[at], digits[at + 1 :])


def _in_words(masked: str, of: Callable[[str], Sequence[Mark]], lexicon: Lexicon) -> Iterator[Number]:
    """Yield numbers in words; ones behind tens belong to them: `twenty-five`, `vingt et un`."""
    if lexicon.script.numerals:
        yield from _in_kanji(masked)
    joints = _joints(lexicon)
    pending: Number | None = None
    for mark in _number_words(of, lexicon):
        value = Decimal(mark.name)
        if pending and _adds_to(pending.value, value) and masked[pending.end : mark.start] in joints:
            pending = replace(pending, value=pending.value + value, end=mark.end)
            continue
        if pending:
            yield pending
        pending = Number(value, mark.start, mark.end, spelled=True)
    if pending:
        yield pending


def _number_words(of: Callable[[str], Sequence[Mark]], lexicon: Lexicon) -> Sequence[Mark]:
    """Return number words and, in scripts with spaces, magnitudes that stand alone: `mil participantes`."""
    alone = of("magnitude") if lexicon.script.spaces else ()
    verbs = _verbs(of)
    words = (mark for mark in of("number") if mark.start not in verbs)
    return sorted((*words, *alone), key=lambda mark: mark.start)


def _verbs(of: Callable[[str], Sequence[Mark]]) -> frozenset[int]:
    """Return where words stand that look like numbers and are verbs: Italian `sei` behind `se`."""
    doubtful = of("verbal_number")
    if not doubtful:
        return frozenset()
    before = {mark.end + len(_SPACE) for mark in of("before_verb")}
    return frozenset(mark.start for mark in doubtful if mark.start in before)


def _adds_to(tens: Decimal, ones: Decimal) -> bool:
    return tens >= 20 and tens % 10 == 0 and ones < (10 if tens < 100 else 100)


@cache
def _joints(lexicon: Lexicon) -> frozenset[str]:
    """Return what may stand between tens and ones: `twenty-five`, `vingt et un`, `vingt-et-un`."""
    words = lexicon.words("number_joint")
    return frozenset((_SPACE, "-", *(f"{gap}{word}{gap}" for word in words for gap in " -")))


def _in_kanji(masked: str) -> Iterator[Number]:
    for match in _KANJI_RUN.finditer(masked):
        yield Number(Decimal(_kanji_value(match.group())), match.start(), match.end(), spelled=True)


def _kanji_value(run: str) -> int:
    total, digit = 0, 0
    for character in run:
        if character in _KANJI_TENS:
            total, digit = total + (digit or 1) * _KANJI_TENS[character], 0
        else:
            digit = digit * 10 + _KANJI[character]
    return total + digit


def _with_magnitude(number: Number, masked: str, magnitudes: Mapping[int, Mark]) -> Number:
    for gap in ("", _SPACE):
        mark = magnitudes.get(number.end + len(gap))
        if mark and masked.startswith(gap, number.end):
            return replace(number, value=number.value * Decimal(mark.name), end=mark.end)
    letter = masked[number.end : number.end + 2]
    if number.digits and letter[:1] == "k" and letter not in _UNITS_IN_K:
        return replace(number, value=number.value * 1000, end=number.end + 1)
    return number


def _with_repetition(number: Number, masked: str) -> Number:
    again = _REPEATED.match(masked, number.end)
    if not again or Decimal(again[1]) != number.value:
        return number
    return replace(number, end=again.end(), spelled=False, digits=again[1])
