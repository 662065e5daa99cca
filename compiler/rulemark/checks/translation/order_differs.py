"""Whether what comes before still comes before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.checks.problems import COMPARISON_DIFFERS
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.diagnostics import Severity
from rulemark.statements import Quantity

_BESIDE = 12
"""Characters between a quantity and the word that says on which side of an event it lies: "3 days before"."""


def order_differs(source: Line, target: Line) -> Iterator[PairFinding]:
    """Yield a finding when the source knows only "after" and the translation only "before", or the other way round.

    Words that may mean something else, such as the German `vor`, excuse a difference wherever they stand, but show one
    only beside a quantity.
    """
    ours, theirs = source.cues, target.cues
    if ours is None or theirs is None or _any(source, ours.order):
        return
    if len(ours.denials(source.folded)) != len(theirs.denials(target.folded)):
        return
    later, earlier = _said(source, ours.later, ours.after), _said(source, ours.earlier, ours.before)
    if later and not _any(source, ours.earlier, ours.before):
        yield from _turned(later, target, (theirs.earlier, theirs.before), (theirs.later, theirs.after))
    elif earlier and not _any(source, ours.later, ours.after):
        yield from _turned(earlier, target, (theirs.later, theirs.after), (theirs.earlier, theirs.before))


def _turned(
    word: str, target: Line, opposite: tuple[re.Pattern[str], re.Pattern[str]], same: tuple[re.Pattern[str], ...]
) -> Iterator[PairFinding]:
    other = _said(target, *opposite)
    if other and not _any(target, *same):
        yield PairFinding(COMPARISON_DIFFERS.name, Severity.WARNING, f"`{word}` became `{other}`")


def _said(line: Line, sure: re.Pattern[str], beside: re.Pattern[str]) -> str:
    """Return the word by which a sentence orders two events, "" when there is none."""
    if match := sure.search(line.folded):
        return match.group().strip()
    for quantity in line.reading.quantities:
        for near in _neighbourhood(quantity, line):
            if match := beside.search(near):
                return match.group().strip()
    return ""


def _neighbourhood(quantity: Quantity, line: Line) -> Iterator[str]:
    """Yield what stands right in front of a quantity, and right behind it."""
    start, end = quantity.span.start, quantity.span.end
    yield line.folded_span(max(0, start - _BESIDE), quantity.number_span.start)
    yield line.folded_span(quantity.number_span.end, end + _BESIDE)


def _any(line: Line, *patterns: re.Pattern[str]) -> bool:
    return any(pattern.search(line.folded) for pattern in patterns)
