"""Commas between the items of a list, behind which no main clause starts: "an exam, a test or a course is …, you"."""

from __future__ import annotations

from itertools import pairwise

from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_end, stretch_start
from rulemark.statements.words.scanning import Scan, words_from

LONGEST_ITEM = 5
"""An item of an enumeration has at most so many words."""
_DETERMINERS = ("article", "object")
_MAIN_CLAUSE = ("subject", "pronoun", "modal", "finite", "imperative")


def in_enumeration(scan: Scan, position: int) -> bool:
    """Tell whether the article or determiner at a position opens the next of several nouns, not a main clause."""
    joint, end = scan.first("continue", position), stretch_end(scan, position)
    if not joint or not joint.start < end < scan.end or scan.words(position, joint.start) > LONGEST_ITEM:
        return False
    verb = scan.first("finite", position)
    if scan.starting(position, "article") and (not verb or verb.start > joint.start):
        return True
    if not _is_noun(scan, position, joint.start):
        return False
    return _follows_noun(scan, position) or _ends_in_noun(scan, joint, end)


def in_list(scan: Scan, position: int) -> bool:
    """Tell whether a comma separates the items of a list: "Word, Excel, or Outlook"."""
    if not scan.lexicon.script.spaces:
        return False
    end = stretch_end(scan, position)
    if scan.masked.startswith("(", end):  # "Word, Excel (2 sheets), or Outlook"
        end = max(end, scan.masked.find(")", end) + 1)
    if scan.masked[end : end + 1] != "," or scan.words(position, end) > LONGEST_ITEM:
        return False
    return scan.starting(end + 1, "continue") is not None


def _follows_noun(scan: Scan, position: int) -> bool:
    """Tell whether nothing but a noun stands between the marker and a comma: `si le client, le vendeur ou …`."""
    comma = scan.back(position, " ") - 1
    marker = scan.last("condition", comma)
    if not marker or marker.start < scan.skip(stretch_start(scan, comma)):
        return False
    return _is_noun(scan, scan.skip(marker.end), comma)


def _ends_in_noun(scan: Scan, joint: Mark, end: int) -> bool:
    """Tell whether the list ends in a noun, and its sentence goes on behind it: `…, le prix ou le délai, votre …`."""
    last = scan.skip(joint.end)
    return _is_noun(scan, last, end) and scan.starting(end + 1, *_MAIN_CLAUSE) is not None


def _is_noun(scan: Scan, start: int, end: int) -> bool:
    """Tell a determiner and its noun, with complements, from anything that may hold a verb: `le prix de la place`."""
    determiner = scan.starting(start, *_DETERMINERS)
    if not determiner or scan.words(start, end) > LONGEST_ITEM:
        return False
    words = [word.start() for word in words_from(scan.masked[:end], scan.skip(determiner.end))]
    if any(scan.starting(word, "finite", "modal", "relative", "negation") for word in words):
        return False
    joined = [bool(scan.starting(word, "stop", *_DETERMINERS)) for word in words]
    return bool(words) and all(here or there for here, there in pairwise(joined))
