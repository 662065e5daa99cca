"""Whether the limits of a sentence still point upwards or downwards, wherever the quantities stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.problems import COMPARISON_DIFFERS
from rulemark.checks.translation.comparison_differs import comparison_differs, is_before_event
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.diagnostics import Severity

_UP = frozenset({"gt", "ge"})
_DOWN = frozenset({"lt", "le"})
_COMPARATORS = frozenset({"before", "after", "within", "behind", "frame"})
_FRONT, _BEHIND = 8, 14
"""Characters in front of a number, and behind its start, in which a comparator belongs to it."""
_EVENT = 20
"""Characters in front of a number in which an "after" does: "after a period of 30 days"."""


def bounds_differ(source: Line, target: Line) -> Iterator[PairFinding]:
    """Yield a finding when all limits of the source point one way and all those of the translation the other way.

    It is for sentences whose quantities are not read alike; those that are say more. A label is no sentence: "over 30
    days" in front of one means "in".
    """
    ours, theirs = source.cues, target.cues
    if ours is None or theirs is None or source.label or target.label:
        return
    if not (source.numerals.items and target.numerals.items):
        return
    if ours.denies.search(source.folded) or theirs.denials(target.folded):
        return
    if _counts_down(source) and _counts_down(target):
        return
    words = _turned(source, target)
    if words and not any(comparison_differs(source, target)):
        yield PairFinding(COMPARISON_DIFFERS.name, Severity.WARNING, f"`{words[0]}` became `{words[1]}`")


def _counts_down(line: Line) -> bool:
    """Whether a time ends with an event: "at least 14 days before" is "no later than 14 days before"."""
    return any(is_before_event(quantity, line) for quantity in line.reading.quantities)


def _turned(source: Line, target: Line) -> tuple[str, str] | None:
    """Return the words that set the limits of the source and those that turned them round, None when nothing did."""
    up, down = _bounds(source)
    other_up, other_down = _bounds(target)
    if up and down:
        return None
    if (up and other_down and not other_up) or (down and other_up and not other_down):
        return up or down, other_down or other_up
    since = _since(target) if down and not (other_up or other_down) else ""
    return (down, since) if since else None


def _bounds(line: Line) -> tuple[str, str]:
    """Return the first word beside a number that sets a lower limit, and the first that sets an upper one."""
    found = {"up": "", "down": ""}
    for phrase in line.phrases:
        if phrase.topic in _COMPARATORS and phrase.name in _UP | _DOWN and _is_beside(line, phrase.start, phrase.end):
            side = "up" if phrase.name in _UP else "down"
            found[side] = found[side] or line.folded[phrase.start : phrase.end].strip()
    return found["up"], found["down"]


def _since(line: Line) -> str:
    """Return the word by which something happens only behind a quantity of time: "after 30 days"."""
    cues = line.cues
    if cues is not None:
        for pattern in (cues.later, cues.after):
            for match in pattern.finditer(line.folded):
                if _is_beside(line, match.start(), match.end(), _EVENT):
                    return match.group().strip()
    return ""


def _is_beside(line: Line, start: int, end: int, front: int = _FRONT) -> bool:
    """Whether some words stand right in front of a number or right behind it."""
    return any(
        end <= item.start <= end + front or item.start < start <= item.start + _BEHIND for item in line.numerals.items
    )
