"""Words around a statement that restrict it: hedges, exceptions, and what leans on the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from rulemark.source import Span
from rulemark.statements.conditions.main_clauses import Clause
from rulemark.statements.duties.subordination import outside
from rulemark.statements.meaning import Hedge
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_end
from rulemark.statements.words.scanning import Scan

_BACK_WITHIN = 4
"""Words in front of what leans on the sentence before."""
_PERSON_LENGTHS = range(1, 9)
"""Characters of a word for a person in scripts without spaces."""


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
    if not scan.has("exception"):
        return ()
    marks = outside(scan.of("exception"), [clause.whole for clause in clauses])
    spans = (Span(mark.start, min(stretch_end(scan, mark.end), max(mark.end, scan.end))) for mark in marks)
    return tuple(span for span in spans if len(span))


def read_excepted(scan: Scan, exceptions: Sequence[Span]) -> Span | None:
    """Return the words of an exception from the whole sentence; an object may have exceptions of its own."""
    if len(exceptions) != 1 or not scan.lexicon.script.spaces or exceptions[0].end < scan.end:
        return None
    mark = scan.starting(exceptions[0].start, "exception")
    behind_comma = scan.masked[: exceptions[0].start].rstrip().endswith(",")
    start = scan.skip(mark.end) if mark else scan.end
    return Span(start, scan.end) if behind_comma and start < scan.end else None


def read_reserved(scan: Scan, clauses: Sequence[Clause], modal: Mark | None, exceptions: Sequence[Span]) -> Span | None:
    """Return who stands between "only" at the beginning of a sentence and its modal verb."""
    if scan.lexicon.script.marker_last:
        return None if modal is None or clauses or exceptions else _reserved_in_front(scan, modal)
    only = scan.starting(0, "only")
    if only is None or modal is None or clauses or exceptions:
        return None
    start = scan.skip(only.end)
    span = Span(start, max(start, scan.back(modal.start, " ")))
    parted = "," in scan.masked[only.end : modal.start] or scan.has("back")
    return span if len(span) and not parted else None


def _reserved_in_front(scan: Scan, modal: Mark) -> Span | None:
    """Return the persons in front of a particle that means only: `管理者のみが … できます`."""
    only, start = scan.first("only", 0), scan.skip(0)
    if only is None or only.start <= start or only.end > min(modal.start, stretch_end(scan, start)):
        return None
    known = scan.lexicon.mentions.senses
    words = (scan.masked[max(start, only.start - length) : only.start] for length in _PERSON_LENGTHS)
    named = any(sense.topic == "person" for word in words for sense in known.get(word, ()))
    return Span(start, only.start) if named and not scan.has("back") else None


def refers_back(scan: Scan) -> bool:
    """Tell whether a sentence leans on the one before: "in that case", "this limit"."""
    return any(scan.words(0, mark.start) <= _BACK_WITHIN for mark in scan.of("back")) or says_otherwise(scan)


def says_otherwise(scan: Scan) -> bool:
    """Tell whether a sentence says what holds in all other cases."""
    return any(scan.words(0, mark.start) <= 1 for mark in scan.of("otherwise"))
