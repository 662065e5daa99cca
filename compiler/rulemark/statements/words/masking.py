"""What is not language is blotted out before reading: code, addresses, versions, dates, names, numbered labels.

Every pattern is anchored at its start and bounded in its repetitions, so that masking takes linear time. Where it can,
a pattern takes its first character before it looks back, so that the search skips what cannot begin a match. Offsets
stay: a blot is as long as what it covers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rulemark.source import Span
from rulemark.statements.lexicon import Lexicon
from rulemark.statements.words.folding import fold
from rulemark.statements.words.phrases import Sense

BLOT = "\ufffc"
"""Stands for every character that must not be read; it is no word character."""

_DIGIT = re.compile(r"\d")
"""Without a digit there is no date, version or number to mask."""
_NUMERALS = "[一二三四五六七八九十百]"
_NUMERAL = re.compile(_NUMERALS)
"""Without a numeral or a digit there is no ordinal either."""
_SIGN = re.compile(r"[`:w@](?:(?<=[`@])|(?<=:)//|(?<=w)ww\.)")
"""Without one of these or a number there is nothing that is not language."""
_HYPHENS_OF_A_KEY = 4
"""Hyphens in a globally unique identifier."""
_WITH_NUMBER = r"""
      [\dvn/\#](?:
          (?<=v)(?<!\wv)\ ?\d{1,4}(?:\.\d{1,9}){0,6}
        | (?<=\d)(?<![\w.]\d)\d{0,3}\.x(?!\w)
        | (?<=/)(?<![\w/]/)\d{1,3}(?!\w)
        | (?<=\d)(?<![\d:]\d)\d{0,2}:\d{1,3}(?![\d:])
        | (?<=2)(?<!\d2)4\ ?[x*×/]\ ?7(?:\ ?[x*×/]\ ?365)?(?!\d)
        | (?<=n)(?<!\wn)\.?\ ?[º°]\ ?\d{1,6}
        | (?<=\d)(?<!\w\d)\d{0,3}\.?[ºª°](?!\w)
        | (?<=\#)(?<!\w\#)\ ?\d{1,6}
      )
    """
_NUMBERED = re.compile(_WITH_NUMBER, re.VERBOSE)
_NOT_LANGUAGE = re.compile(
    rf"""
      `[^`]{{1,500}}`
    | (?<!\w)(?:https?://|www\.)[^\s<>()]{{0,500}}[^\s<>().,;:!?'"]
    | (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{0,8}}
    | (?<![0-9a-f])[0-9a-f]{{8}}-(?:[0-9a-f]{{4}}-){{3}}[0-9a-f]{{12}}
    | {_WITH_NUMBER}
    """,
    re.VERBOSE,
)
_DATE = re.compile(
    r"""
    [\d午上下오fcqht](?:
        (?<=\d)(?<!\d\d)(?:
            \d{3}(?P<s>[-/.])\d{1,2}(?P=s)\d{1,2}(?!\d)
          | \d?(?P<t>[-/.])\d{1,2}(?P=t)(?:\d{4}|\d{2})(?!\d)
          | (?<!/\d)\d?/\d{1,2}(?![\d/])(?:\ ?[-–]\ ?\d{1,2}/\d{1,2})?
          | \d{3}\ ?[年년](?:\ ?\d{1,2}\ ?[月월](?:\ ?\d{1,2}\ ?[日일]?)?)?
          | \d?\ ?[月월]\ ?\d{4}(?!\d)(?:\ ?[年日년일])?
          | \d?\ ?[月월]\ ?\d{1,2}(?:\ ?[日일])?(?:\ ?\d{4}(?!\d))?
          | \d?:\d{2}(?::\d{2})?(?!\d)(?:\ ?[ap]\.?\ ?m(?!\w)|\ ?(?:uur|uhr)(?!\w))?
          | \d?\ ?[ap]\.?m(?!\w)
          | \d?\ uhr(?!\w)
        )
      | (?:(?<=午)[前後]|(?<=[上下])午|(?<=오)[전후])\ ?\d{1,2}
      | (?<=[fc])(?<!\w[fc])y\ ?'?\d{2,4}(?!\d)
      | (?<=[qht])(?<!\w[qht])[1-4](?!\w)
    )
    """,
    re.VERBOSE,
)
_VERSION = re.compile(r"\d(?<![\w.]\d)\d{0,8}(?:\.\d{1,9}){2,6}(?![\w,])")
_SIZE = re.compile(
    r"\d(?<![\w.,]\d)[\d.,]{0,7} ?[x×] ?\d[\d.,]{0,7} ?(?:[x×] ?\d[\d.,]{0,7}(?: ?[cm]?m(?!\w))?|[cm]?m(?!\w))"
)
"""What is measured in several directions: 55 x 40 x 20 cm."""
_UNTIL = Sense("range", "to")
_ROUND = "00000"
"""How a count ends that is as long as a serial number: 10000000."""
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_PRODUCT = re.compile(
    r"(?<!\w)(?:[A-Z]{1,3}/)?[A-Z][\w+-]{0,30}[ \u00a0](?:365(?!\w)|20\d\d(?!\w)|\d{1,4}\.\d{1,2}(?![\w,%]| ?[%$€]))"
    r"|(?<!\w)[a-z][\w+-]{0,30}[ \u00a0]365(?=-[^\W\d_])"
)
"""A name with a capital and its number; a small letter will do where the number opens a compound."""
_DIGIT_GROUPS = re.compile(r"(?<![\w.,$€£])\+?\(?\d{1,12}\)?(?:[ -]\d{1,12}){1,8}(?![\w%])|(?<!\w)\+?\d{8,24}(?!\w)")
_NEAR = 96
"""Characters in front of the first digit that what is not language may begin with: "Product 2016", "sections 3"."""
_GROUPED = re.compile(r"\d(?:\)?[ -]\d|\d{7})")
"""Without groups of digits, or many of them, nothing is the number of a thing."""
_NAMED = re.compile(r"365|20\d\d|\d\.\d")
"""Without one of these numbers no name ends in a number."""
_DOTTED_ORDINAL = re.compile(r"\d(?<![\w.,]\d)\d{0,2}\.(?= [a-zß-ÿąćęłńóśźż])")


@lru_cache(maxsize=2048)
def mask(text: str, lexicon: Lexicon) -> str:
    """Return the folded text, in the same length, with everything blotted out that must not be read as language."""
    folded = fold(text)
    spans = tuple(_spans(text, folded, lexicon))
    if not spans:
        return folded
    characters = list(folded)
    for start, end in spans:
        characters[start:end] = BLOT * (end - start)
    return "".join(characters)


def mask_of(span: Span, text: str, lexicon: Lexicon) -> str | None:
    """Return the masked copy of a sentence as part of its paragraph's; None where the one beside it could show in it.

    Between spaces no blot depends on what stands behind them, and none reaches over the end of a sentence.
    """
    before, behind = text[span.start - 1 : span.start] or " ", text[span.end : span.end + 1] or " "
    apart = lexicon.script.spaces and before.isspace() and behind.isspace()
    return mask(text, lexicon)[span.start : span.end] if apart else None


def _spans(text: str, folded: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    yield from ((start, end) for start, end, senses in lexicon.masks.found(folded) if senses[0].topic == "mask")
    digit = _DIGIT.search(folded)
    near = max(0, digit.start() - _NEAR) if digit else 0
    if _SIGN.search(folded) or folded.count("-") >= _HYPHENS_OF_A_KEY:
        yield from _places(_NOT_LANGUAGE, folded)
    elif digit:
        yield from _places(_NUMBERED, folded, near)
    if digit:
        yield from _numbers(text, folded, lexicon, near)
    if digit or _NUMERAL.search(folded):
        yield from _places(_prefixed(lexicon), folded)


def _places(pattern: re.Pattern[str], text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(text, start))


def _numbers(text: str, folded: str, lexicon: Lexicon, near: int) -> Iterator[tuple[int, int]]:
    """Yield what looks like a quantity and is none: dates, versions, names with a number, serial numbers.

    Args:
        text: The text.
        folded: The same in its plain form.
        lexicon: The words of its language.
        near: Where the search starts: no label of the first digit stands before it.
    """
    if _NAMED.search(folded, near):
        yield from _products(text, folded, lexicon)
    if lexicon.script.ordinal_dot:
        yield from _places(_DOTTED_ORDINAL, text, near)
    for pattern in (_DATE, _SIZE, *_worded(lexicon)):
        yield from _places(pattern, folded, near)
    for match in _VERSION.finditer(folded, near):
        if not _THOUSANDS.fullmatch(match.group()):
            yield match.span()
    for match in _DIGIT_GROUPS.finditer(folded, near) if _GROUPED.search(folded, near) else ():
        if _is_number_of_a_thing(match.group()):
            yield match.span()


def _products(text: str, folded: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield names that end in a number: "Studio 54", not "Pay 54 days"."""
    for match in _PRODUCT.finditer(text):
        unit = lexicon.units.at(folded, min(match.end() + 1, len(folded)))
        if not unit or unit.name != "day":
            yield match.span()


def _is_number_of_a_thing(digits: str) -> bool:
    """Tell a phone, account or serial number from thousands written in groups of three, and from ranges."""
    groups = re.findall(r"\d+", digits)
    if digits.startswith("+"):
        return True
    if digits.endswith(_ROUND):
        return False
    if sum(map(len, groups)) < 7:
        return False
    thousands = len(groups[0]) <= 3 and groups[0] != "0" * len(groups[0]) and all(len(g) == 3 for g in groups[1:])
    spaced = "-" not in digits or len(groups) > 2
    return len(groups) == 1 or (spaced and (not thousands or groups[0].startswith("0")))


@cache
def _worded(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """Return the patterns made from words: dates with month names, times, numbered labels, ordinals."""
    months, labels = _any(lexicon, "month"), _any(lexicon, "numbered")
    joint = _any(lexicon, "continue")
    hours = "|".join(re.escape(phrase) for phrase, sense in lexicon.entries if sense.name == "hour") or r"(?!)"
    clock = rf"(?:[01]?\d|2[0-3]) ?(?:{hours})"
    until = "|".join(re.escape(phrase) for phrase, sense in lexicon.entries if sense == _UNTIL) or r"(?!)"
    closing = rf"(?:[–-]|{until}) ?\d{{1,2}} ?h(?:\d\d)?"
    behind = _any(lexicon, "ordinal_suffix")
    edge, end = (r"(?<!\w)", r"(?!\w)") if lexicon.script.spaces else ("", "")
    gap = "" if lexicon.script.spaces else " ?"
    ordinal = r"(?:st|nd|rd|th|er|[.º°])?"
    day = r"\d{1,2}(?:st|nd|rd|th|er|[º°])?"  # the dot behind "October 31" ends a sentence
    year = r"(?:,? ?(?:de |del |di |of |do )?'?\d{4}(?!\d))"
    after = r"[\w%]" if lexicon.script.spaces else r"[\d%]"
    more = rf"(?:(?: ?[,/–-] ?| (?:(?:{joint}) )?)\d{{1,2}}(?!{after}|[.,]\d)){{0,9}}"
    patterns = (
        rf"\d(?<!\w\d)\d{{3}}[ -](?:{months}){end}",
        rf"\d(?<!\w\d)\d?{ordinal}[ -](?:de |of )?(?:{months}){end}\.?{year}?(?: (?:{until}) {clock}{end})?",
        rf"{edge}(?:{months})\.? (?:{day}(?!\w){year}?|(?:de |del |di )?\d{{4}}(?!\d))",
        rf"{edge}(?:{labels})(?: |-| ?# ?)?\d{{1,5}}[a-d]?(?:\.\d{{1,5}}){{0,4}}(?![\w%]|[.,]\d){more}",
        rf"\d(?<![\w.,]\d)\d{{0,3}}{gap}(?:{behind}){end}",
        rf"{edge}(?:{_any(lexicon, 'clock')}) {clock}{end}",
        rf"\d(?<!\w\d)(?<!\d[.,]\d)\d?\.[0-5]\d ?(?:{hours}){end}" if lexicon.script.decimal == "," else r"(?!)",
        rf"\d(?<!\w\d)(?<!\d[.,]\d)\d? ?h ?(?:[0-5]\d(?: ?{closing})?(?!\w)|{closing}(?!\w))",
    )
    return tuple(re.compile(pattern) for pattern in patterns)


@cache
def _prefixed(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of ordinals that a word in front makes: `第 3 回`, `第三回`."""
    return re.compile(rf"(?:{_any(lexicon, 'ordinal_prefix')}) ?(?:\d{{1,4}}|{_NUMERALS}{{1,4}}) ?\w?")


def _any(lexicon: Lexicon, topic: str) -> str:
    """Return the phrases of a topic as alternatives, the longest first; nothing matches when there are none."""
    phrases = sorted(lexicon.words(topic), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\*", r"\w{0,9}").replace("\x1f", " ?") for phrase in phrases) or r"(?!)"
