"""Days of the calendar until which something holds: "until March 31"."""

from __future__ import annotations

import re

from rulemark.source import Span
from rulemark.statements.words.scanning import Scan

_WORD = re.compile(r"\w+")
_LONGEST_DATE = 3
"""Words of a date: "31 maart", "the 31st March"."""
_REACH = 40


def read_deadline(scan: Scan) -> Span | None:
    """Return the first day that a sentence names as a limit, with the word that says so; None when it names none."""
    months = scan.lexicon.words("month")
    for mark in scan.of("until"):
        words = list(_WORD.finditer(scan.text, mark.end, mark.end + _REACH))[:_LONGEST_DATE]
        names = [word.end() for word in words if word.group().casefold() in months]
        numbers = [word.end() for word in words if word.group()[0].isdigit()]
        if names and numbers:
            return Span(mark.start, max(*names, *numbers))
    return None
