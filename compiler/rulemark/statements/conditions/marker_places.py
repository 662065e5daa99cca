"""Where the marker of a condition stands: at the start of its sentence, or behind a comma."""

from __future__ import annotations

import re

from rulemark.statements.words.scanning import Scan

_LEAD_IN = re.compile(r"[.:;!?()\"。–—-]\s*$")
_SHORT_LEAD_IN = 3
"""Words in front of a marker that opens its sentence all the same."""
_NEAR = 30
"""Characters in front of a marker that are looked at."""


def opens_sentence(scan: Scan, position: int) -> bool:
    """Tell whether a marker opens its sentence: only a short lead-in or a label stands before it."""
    front = scan.masked[max(0, position - _NEAR) : position].rstrip(" ,")
    # where a full stop is lost, the capital still shows that a sentence starts
    capital = scan.text[position : position + 2].istitle()
    return capital or _has_lead_in(scan, position) or bool(_LEAD_IN.search(front[-2:]))


def _has_lead_in(scan: Scan, position: int) -> bool:
    """Tell a few words in front of a marker from a short main clause: "We stop if you …"."""
    if scan.words(0, position) > _SHORT_LEAD_IN:
        return False
    verb = scan.last("finite", position)
    return verb is None or not scan.lexicon.script.spaces or scan.masked[:position].rstrip().endswith(",")


def follows_comma(scan: Scan, position: int) -> bool:
    """Tell whether a comma or semicolon stands before a marker, or before the "and" or "but" in front of it."""
    before = scan.ending(position, "continue", "contrast")
    end = before.start if before else position
    return scan.masked[max(0, end - _NEAR) : end].rstrip().endswith((",", ";"))


def is_inserted(scan: Scan, position: int) -> bool:
    """Tell whether a comma separates a marker from a conjunction before it: "…, or, if …, we …"."""
    comma = scan.back(position, " ")
    if not scan.masked.startswith(",", comma - 1):
        return False
    return scan.ending(comma - 1, "continue", "contrast", "relative", "subordinate") is not None
