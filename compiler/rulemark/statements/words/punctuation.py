"""The punctuation inside a sentence: where a stretch between two signs starts and ends, and how deep in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rulemark.statements.words.scanning import Scan
from rulemark.statements.words.sentences import is_abbreviation

_SIGN = re.compile(r"[,;:()。、!?\"]|\.(?= |$)|(?<= )[–—-](?= )")
CLAUSE_END = re.compile(r"[,;:()。、!?]")
"""What a clause ends with."""
REMARK = re.compile(r"[;:()。!?]")
"""What parts a remark from its sentence; a comma does not."""
_QUOTE = '"'
LONGEST_CLAUSE = 1500
"""No clause is longer; what is further away is not looked at, so that reading takes linear time."""
_LONGEST_QUOTATION = 200


@dataclass(frozen=True, slots=True)
class Stop:
    """A sign of punctuation.

    Attributes:
        position: Where it stands.
        sign: The sign, or "" for a word that does the same, such as "then".
        depth: How many brackets are open behind it, counted from where the search started.
    """

    position: int
    sign: str
    depth: int


def stops(scan: Scan, start: int) -> Iterator[Stop]:
    """Yield the punctuation from a position on; not inside quotations, numbers and abbreviations."""
    depth, quoted = 0, start
    for match in _SIGN.finditer(scan.masked, start, min(len(scan.masked), start + LONGEST_CLAUSE)):
        position, sign = match.start(), match.group()
        if position < quoted:
            continue
        if sign == _QUOTE:
            quoted = scan.masked.find(sign, position + 1, position + _LONGEST_QUOTATION) + 1
        elif not _belongs_to_word(scan, position, sign):
            depth += (sign == "(") - (sign == ")")
            yield Stop(position, sign, depth)


def _belongs_to_word(scan: Scan, position: int, sign: str) -> bool:
    """Tell a decimal comma and the dot of an abbreviation from punctuation."""
    if sign not in ",.":
        return False
    in_number = scan.masked[position - 1 : position].isdigit() and scan.masked[position + 1 : position + 2].isdigit()
    return in_number or (sign == "." and is_abbreviation(scan.masked, position, scan.lexicon))


def stretch_start(scan: Scan, position: int) -> int:
    """Return where the stretch between two signs starts that holds a position."""
    last = max(0, position - LONGEST_CLAUSE)
    for match in _SIGN.finditer(scan.masked, max(0, position - _LONGEST_QUOTATION * 2), position):
        if match.group() != _QUOTE and not _belongs_to_word(scan, match.start(), match.group()):
            last = match.end()
    return last


def stretch_end(scan: Scan, position: int) -> int:
    """Return where the stretch between two signs ends that starts at a position."""
    end = next((stop.position for stop in stops(scan, position)), len(scan.masked))
    return min(end, position + LONGEST_CLAUSE)
