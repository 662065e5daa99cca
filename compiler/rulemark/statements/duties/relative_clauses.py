"""Relative clauses that no comma parts from the main clause, as in English: "the steps you must follow are …"."""

from __future__ import annotations

from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_end, stretch_start
from rulemark.statements.words.scanning import Scan, words_from

_LONGEST_NOUN_PHRASE = 3
"""Words of a noun behind its determiner: "the steps", "the two next steps"."""
_LONGEST_SUBJECT = 2
_SHORT_REST = 2
"""Words behind a modal that leave no room for an object."""
_NO_NOUN = ("stop", "finite", "modal", "relative", "subordinate", "condition", "continue", "contrast", "negation")
_ADVERBIAL = ("stop", "introductory", "subordinate", "condition", "anchor", "point", "within", "before", "relative")


def in_relative_clause(scan: Scan, mark: Mark) -> bool:
    """Tell whether a modal word stands in a relative clause without pronoun, or in one that lacks its object.

    Args:
        scan: The sentence.
        mark: A modal word outside conditions.
    """
    if scan.lexicon.script.negation != "after":
        return False
    return _follows_noun(scan, mark) or _lacks_object(scan, mark)


def _follows_noun(scan: Scan, mark: Mark) -> bool:
    """Tell "describes the steps you must follow" from "in the portal you must …"."""
    subject = scan.ending(mark.start, "pronoun")
    if not subject:
        return False
    start = scan.skip(stretch_start(scan, subject.start))
    adverbial = scan.starting(start, *_ADVERBIAL) and not scan.starting(start, "subject")
    if not adverbial and _is_complement(scan, subject, start):
        return True
    determiner = _determiner(scan, subject.start)
    if not determiner or determiner.start < start or adverbial:
        return False
    words = list(words_from(scan.masked[: subject.start], scan.skip(determiner.end)))
    return 0 < len(words) <= _LONGEST_NOUN_PHRASE and not any(scan.starting(word.start(), *_NO_NOUN) for word in words)


def _is_complement(scan: Scan, subject: Mark, start: int) -> bool:
    """Tell "confirm you can …" and "can find the number of seats you need to …", where another verb governs."""
    if scan.ending(subject.start, "continue", "contrast", "then", "subordinate", "relative"):
        return False
    if governing := scan.ending(subject.start, "asking", "reporting"):
        return not scan.masked[: governing.start].endswith("to ")
    earlier = scan.last("modal", subject.start)
    return earlier is not None and earlier.start >= start and scan.masked.startswith(" ", subject.start - 1)


def _determiner(scan: Scan, position: int) -> Mark | None:
    found = (scan.last(topic, position) for topic in ("definite", "number", "article"))
    return max((mark for mark in found if mark), key=lambda mark: mark.start, default=None)


def _lacks_object(scan: Scan, mark: Mark) -> bool:
    """Tell "places that managers can search" from "customers that move must tell us"."""
    owner = scan.last("relative", mark.start)
    if not owner or owner.start < stretch_start(scan, mark.start) or not scan.starting(owner.start, "subject"):
        return False
    subject = scan.masked[owner.end : mark.start].partition(" and ")[0].split()
    if not 0 < len(subject) <= _LONGEST_SUBJECT or not subject[-1].endswith("s") or scan.starting(owner.end, *_NO_NOUN):
        return False
    rest = list(words_from(scan.masked[: stretch_end(scan, mark.end)], scan.skip(mark.end)))
    passive = bool(rest) and rest[0].group() in scan.lexicon.words("auxiliary")
    return not passive and (len(rest) <= _SHORT_REST or rest[1].group() in scan.lexicon.words("preposition"))
