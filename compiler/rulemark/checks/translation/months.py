"""The months that a text names, in its own language and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

_WORD = re.compile(r"[^\W\d_]+")
_CJK_MONTH = re.compile(r"(\d{1,2})\s?(?:月|월)(?!間|间)")
_NO_MONTH = re.compile(r"(?!)(x)(x)")


def months_beside_numbers(folded: str, language: str) -> Iterator[int]:
    """Yield the months, 1 to 12, that stand beside a number, in words or as `5月`.

    Args:
        folded: A text in small letters.
        language: Its language, "" when unknown; English months count in every text.
    """
    yield from (int(match.group(1)) for match in _CJK_MONTH.finditer(folded) if 1 <= int(match.group(1)) <= 12)
    for pattern, names in (_month_pattern(language or "en"), _month_pattern("en")):
        yield from (names[match.group(1) or match.group(2)] for match in pattern.finditer(folded))


def months_named(folded: str, language: str) -> Iterator[int]:
    """Yield the months that a text may name anywhere; the arguments are the same."""
    words = frozenset(_WORD.findall(folded))
    for _, names in (_month_pattern(language or "en"), _month_pattern("en")):
        yield from (number for name, number in names.items() if name in words)


@cache
def _month_pattern(language: str) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """Return a pattern for the names of months beside a number, and their numbers."""
    names = _month_names(language)
    if not names:
        return _NO_MONTH, names
    body = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    between = r"(?:st|nd|rd|th|er|re|[eoaºª°.])?,?\s?(?:de |of )?"
    return re.compile(rf"\b\d{{1,4}}{between}({body})\b|\b({body})\.?\s?(?:de |of )?\d"), names


def _month_names(language: str) -> Mapping[str, int]:
    """Return the names of the months, long and short; nothing for an unknown language, or one that counts them."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names(width, context, locale).items():
                if not any(character.isdecimal() for character in name):
                    found.setdefault(name.casefold().rstrip("."), number)
    return found
