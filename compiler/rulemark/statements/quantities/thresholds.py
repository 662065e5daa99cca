"""Numbers behind the name of a threshold: `dépasse la limite de 25`, `si la limite de 25 est dépassée`."""

from __future__ import annotations

from rulemark.statements.meaning import Comparison
from rulemark.statements.quantities.measures import Measure
from rulemark.statements.words.phrases import Mark, Sense
from rulemark.statements.words.scanning import Scan

_COMPLEMENT = 4
"""Words between the name of a threshold and its number: `la capacité des boîtes d'archive de`."""
_PREDICATE = 4
"""Words between a number and the participle that says it is exceeded."""
_BETWEEN = ("object", "definite", "filler", "article")
_EXCEEDS = Sense("before", Comparison.GT)
_STRICT = frozenset({Comparison.LT, Comparison.GT})


def compared_threshold(scan: Scan, measure: Measure, earliest: int, limit: Mark | None) -> Mark | None:
    """Return what compares with a threshold, which is named between the comparator and its number.

    Args:
        scan: The sentence.
        measure: The number and its unit.
        earliest: The end of the measure before; nothing before it counts.
        limit: The comparator found in front of the number; "limit of" is the name of a threshold.
    """
    if not scan.has("threshold") or (limit and limit.name != Comparison.LE):
        return None
    name = limit or _name(scan, measure.start)
    if not name or name.start < earliest or not scan.starting(name.start, "threshold"):
        return None
    verb = _comparator(scan, name.start, earliest)
    return verb or _passive(scan, measure, name)


def _name(scan: Scan, position: int) -> Mark | None:
    """Find the name of a threshold some words before a number, with a preposition between."""
    name = scan.last("threshold", position)
    if not name or not scan.ending(position, "equals") or "," in scan.masked[name.end : position]:
        return None
    return name if scan.words(name.end, position) <= _COMPLEMENT and not _holds_verb(scan, name.end, position) else None


def _holds_verb(scan: Scan, start: int, end: int) -> bool:
    verbs = (scan.first(topic, start) for topic in ("finite", "modal", "relative", "continue"))
    return any(verb is not None and verb.start < end for verb in verbs)


def _comparator(scan: Scan, position: int, earliest: int) -> Mark | None:
    """Return the comparator that ends before the name of a threshold, with nothing but articles in between."""
    while filler := scan.ending(position, *_BETWEEN):
        position = filler.start
    verb = scan.ending(position, "before") or _participle(scan, position)
    return verb if verb and verb.start >= earliest and verb.name in _STRICT else None


def _participle(scan: Scan, position: int) -> Mark | None:
    """Read `se ha superado` as more than, where nothing denies it."""
    participle = scan.ending(position, "exceeded")
    if not participle:
        return None
    negation = scan.last("negation", participle.start)
    denied = negation is not None and scan.words(negation.end, participle.start) <= _PREDICATE
    return None if denied else Mark(participle.start, participle.end, _EXCEEDS)


def _passive(scan: Scan, measure: Measure, name: Mark) -> Mark | None:
    """Read `la limite de 25 est dépassée` as more than 25; a denial leaves the limit."""
    participle = scan.first("exceeded", measure.end)
    if not participle or scan.words(measure.end, participle.start) > _PREDICATE:
        return None
    if "," in scan.masked[measure.end : participle.start] or _denied(scan, measure.end, participle.start):
        return None
    return Mark(name.start, name.end, _EXCEEDS)


def _denied(scan: Scan, start: int, end: int) -> bool:
    marks = (scan.first(topic, start) for topic in ("negation", "denial"))
    return any(mark is not None and mark.start < end for mark in marks)
