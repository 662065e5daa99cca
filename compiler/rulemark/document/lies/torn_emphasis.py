"""Bold text torn apart, mostly by translation: readers see the asterisks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic, Edit, Fix
from rulemark.document.excerpts import excerpt
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.places import Place
from rulemark.document.problems import TORN_EMPHASIS
from rulemark.source import Location, Span

_STARS = re.compile(r"(?<![\\*])\*\*(?!\*)")
_CODE_LIKE = re.compile(r"\*\*(?:kwargs|kwds|args|options|params|opts|/)")
_LONGEST = 200
"""Two runs of asterisks farther apart have hardly been one bold text."""


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report pairs of literal `**` that were meant to enclose bold text."""
    for line in inspection.suspicious:
        runs = [
            found.start() for span in line.literal for found in _STARS.finditer(line.source.text, span.start, span.end)
        ]
        if len(runs) > 1:
            yield from _pairs(line.place, runs)


def _pairs(place: Place, runs: list[int]) -> Iterator[Diagnostic]:
    """Yield a finding for each two neighbouring runs of asterisks that readers see."""
    index = 0
    while index + 1 < len(runs):
        torn = _torn(place.source.text, runs[index], runs[index + 1])
        if torn is not None:
            yield _finding(place, runs[index], runs[index + 1], torn)
        index += 1 if torn is None else 2


def _torn(text: str, first: int, second: int) -> str | None:
    """Return the words between two runs when these were meant as one pair, else None."""
    inner = text[first + 2 : second]
    words = inner.strip()
    if not words or len(inner) > _LONGEST or "\n\n" in inner or _CODE_LIKE.match(text, first):
        return None
    before, after = text[first - 1 : first], text[second + 2 : second + 3]
    opens = _is_edge(before) or not before.isalnum()
    closes = _is_edge(after) or not after.isalnum()
    starts, ends = not _is_edge(inner[0]), not _is_edge(inner[-1])
    if starts and ends:  # tight on both sides, so only punctuation beside a letter can have kept it from being bold
        return words if _punctuation_at_seam(before, inner, after) else None
    if starts and opens and words[0].isalnum():  # `**word **next`
        return words
    if ends and closes and not before.isalnum() and words[-1].isalnum():  # `** word** next`
        return words
    spaced = opens and closes and first > 0 and before not in "\r\n" and "\n" not in inner  # not a footnote's asterisks
    return words if spaced and words[0].isalnum() and words[-1].isalnum() else None


def _punctuation_at_seam(before: str, inner: str, after: str) -> bool:
    """Tell whether CommonMark refuses the pair because of punctuation inside and a letter outside."""
    closing = not inner[-1].isalnum() and after.isalpha()
    opening = not inner[0].isalnum() and before.isalpha()
    return (closing or opening) and any(letter.isalpha() for letter in inner)


def _is_edge(character: str) -> bool:
    return character == "" or character.isspace()


def _finding(place: Place, first: int, second: int, words: str) -> Diagnostic:
    text = place.source.text
    location = Location(place.source, Span(first, second + 2))
    inner = text[first + 2 : second]
    message = f"readers see the asterisks of `{excerpt(location.text)}`"
    if not (_is_edge(inner[0]) or _is_edge(inner[-1])):
        remedy = "move the punctuation out of the bold text, or put a blank beside the asterisks"
        return Diagnostic(TORN_EMPHASIS, message, location, remedy)
    lead = (
        " "
        if _is_edge(inner[0]) and not _is_edge(text[first - 1 : first]) and text[first - 1 : first] not in "(["
        else ""
    )
    tail = " " if _is_edge(inner[-1]) and text[second + 2 : second + 3].isalnum() else ""
    replacement = f"{lead}**{words}**{tail}"
    fix = Fix("move the blank out of the bold text", (Edit(location, replacement),))
    return Diagnostic(TORN_EMPHASIS, message, location, f"write `{excerpt(replacement.strip())}`", fix=fix)
