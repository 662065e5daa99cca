"""Words around a statement that restrict it: hedges, exceptions, and what leans on the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rulemark.source import Span
from rulemark.statements.clauses import Clause
from rulemark.statements.model import Hedge
from rulemark.statements.scanning import Scan

_END = re.compile(r"[,;:()。、!?]|\.(?= |$)")
_BACK_WITHIN = 4


def read_hedges(scan: Scan) -> tuple[Hedge, ...]:
    """Return the words that make a statement hold only usually, each name once."""
    found: dict[str, Hedge] = {}
    for mark in scan.of("hedge", "most"):
        hedge = _most(scan, mark.start, mark.end) if mark.sense.topic == "most" else None
        hedge = hedge or Hedge(mark.name or "most", Span(mark.start, mark.end))
        found.setdefault(hedge.name, hedge)
    return tuple(found.values())


def _most(scan: Scan, start: int, end: int) -> Hedge | None:
    """Name "for most subscriptions" after the noun, where it is known."""
    position = scan.skip(end)
    noun = scan.lexicon.units.at(scan.masked, position)
    if not noun or noun.sense.topic != "noun":
        return None
    return Hedge(f"most_{_plural(noun.name)}", Span(start, noun.end))


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def read_exceptions(scan: Scan, clauses: Sequence[Clause]) -> tuple[Span, ...]:
    """Return the "except for …" phrases that are no conditions."""
    spans = []
    for mark in scan.of("exception"):
        stop = _END.search(scan.masked, mark.end)
        end = stop.start() if stop else len(scan.masked.rstrip())
        if end > mark.end and not any(clause.whole.start <= mark.start < clause.whole.end for clause in clauses):
            spans.append(Span(mark.start, end))
    return tuple(spans)


def refers_back(scan: Scan) -> bool:
    """Tell whether a sentence leans on the one before: "in that case", "this limit"."""
    return any(scan.words(0, mark.start) <= _BACK_WITHIN for mark in scan.of("back")) or says_otherwise(scan)


def says_otherwise(scan: Scan) -> bool:
    """Tell whether a sentence says what holds in all other cases."""
    return any(scan.words(0, mark.start) <= 1 for mark in scan.of("otherwise"))
