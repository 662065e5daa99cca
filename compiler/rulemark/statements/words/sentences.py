"""Where sentences end: in scripts with and without spaces, not at abbreviations, ordinals, versions or addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rulemark.source import Span
from rulemark.statements.lexicon import Lexicon
from rulemark.statements.words.masking import mask

_END = re.compile(r"[.!?]{1,3}[\"')\]]{0,3}(?=\s)|[。！？]{1,3}[\"'」』）)】]{0,3}")
_LIST_NUMBER = re.compile(r"\(?\d{1,3}\.?$|[a-z]$")
_INITIALS = re.compile(r"(?<!\w)(?:\w\.){1,5}\w$")
_ORDINAL = re.compile(r"(?<!\d)\d{1,3}$")
_QUOTES = "」』"
_CLOSERS = "」』)）】]"


def split_sentences(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return the spans of the sentences of a text in order, without the white space around them."""
    masked = mask(text, lexicon)
    spans = []
    start = 0
    for end in (*_ends(text, masked, lexicon), len(text)):
        stretch = text[start:end]
        if sentence := stretch.strip():
            left = start + stretch.index(sentence)
            spans.append(Span(left, left + len(sentence)))
        start = end
    return tuple(spans)


def _ends(text: str, masked: str, lexicon: Lexicon) -> Iterator[int]:
    start = 0
    for match in _END.finditer(masked):
        if (
            _goes_on(text, match.end())
            or _is_quoted(text, match)
            or (match.group() == "." and _belongs_to_word(masked, start, match, lexicon))
        ):
            continue
        start = match.end()
        yield start


def _goes_on(text: str, position: int) -> bool:
    """Tell whether what follows continues the sentence: a small letter, or a closing bracket."""
    rest = text[position : position + 8].lstrip()
    return bool(rest) and (rest[0].islower() or rest[0] in _CLOSERS or rest[0] in ",;:")


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    """Tell a quotation inside a sentence, as in `「はい。」と答えます`."""
    return (
        match.group()[-1] in _QUOTES and not text[match.end() : match.end() + 1].isspace() and match.end() < len(text)
    )


def _belongs_to_word(masked: str, start: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a dot belongs to the word before it: an abbreviation, an initial, a list number, an ordinal."""
    front = masked[max(start, match.start() - 24) : match.start()]
    if lexicon.script.ordinal_dot and _ORDINAL.search(front):
        return True
    if _LIST_NUMBER.fullmatch(masked[start : match.start()].strip()[-6:]) and match.start() - start < 6:
        return True
    return is_abbreviation(masked, match.start(), lexicon)


def is_abbreviation(masked: str, position: int, lexicon: Lexicon) -> bool:
    """Tell whether the dot at a position of a masked text ends an abbreviation."""
    front = masked[max(0, position - 24) : position]
    return _INITIALS.search(front) is not None or f" {front}.".replace("(", " ").endswith(_abbreviations(lexicon))


@cache
def _abbreviations(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the abbreviations with a space in front, and their beginnings: `z.` of `z. B.`."""
    parts = (short.split(" ") for short in lexicon.words("abbreviation"))
    return tuple({f" {' '.join(words[:count])}" for words in parts for count in range(1, len(words) + 1)})
