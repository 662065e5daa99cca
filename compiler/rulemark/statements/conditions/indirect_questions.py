"""Whether "if" asks instead of setting a condition: "check if …", "decide whether …"."""

from __future__ import annotations

from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_start
from rulemark.statements.words.scanning import Scan

_REACH = 8
"""Words between a verb of asking and its "if"."""
_MOST_JOINED = 3
"""Markers that "or" joins to the first one of a question."""


def is_asked(scan: Scan, position: int) -> bool:
    """Tell whether a verb of asking or checking governs the marker at a position: "check if", "determine whether"."""
    if scan.ending(position, "choosing") or _asked_before(scan, position):
        return True
    # "you know that if …" asks nothing
    return scan.ending(position, "relative") is None and _follows_asking(scan, position)


def _follows_asking(scan: Scan, position: int) -> bool:
    """Tell whether a verb of asking stands some words before a marker, with no object and no clause of its own."""
    asking = scan.last("asking", position)
    if not asking or scan.words(asking.end, position) > _REACH or scan.starting(asking.end, "object"):
        return False
    return stretch_start(scan, position) <= asking.start and not _has_subject(scan, asking, position)


def _has_subject(scan: Scan, asking: Mark, position: int) -> bool:
    """Tell "you know it will happen if …", where the verb of asking has a clause of its own, from "check if …"."""
    earlier = scan.last("condition", position)
    if earlier and earlier.start >= asking.end:
        return False
    subject = scan.last("pronoun", position)
    return subject is not None and subject.start >= asking.end and bool(scan.starting(subject.end, "modal", "finite"))


def _asked_before(scan: Scan, position: int) -> bool:
    """Tell whether "or if" goes on with an indirect question: "shows if A or if B"."""
    joint = scan.ending(position, "continue")
    if not joint:
        return False
    start = stretch_start(scan, position)
    first, whether = scan.last("condition", position), scan.last("whether", position)
    if whether and start <= whether.start:
        return True
    # "even if A or if B"
    concession = scan.last("lookalike", position)
    marker = scan.starting(position, "condition")
    if concession and marker and start <= concession.start:
        return scan.masked[: concession.end].endswith(f" {scan.masked[marker.start : marker.end]}")
    return first is not None and start <= first.start and _opens_question(scan, first)


def _opens_question(scan: Scan, marker: Mark) -> bool:
    """Tell whether a marker asks, or goes on with one that does: "shows if A, or if B or if C"."""
    for _ in range(_MOST_JOINED):
        earlier = scan.last("condition", marker.start)
        if not earlier or not scan.ending(marker.start, "continue"):
            break
        marker = earlier
    return scan.ending(marker.start, "choosing") is not None or _follows_asking(scan, marker.start)
