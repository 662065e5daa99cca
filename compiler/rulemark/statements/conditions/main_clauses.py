"""A condition in its sentence, and the main clause that it governs: behind it, or in front."""

from __future__ import annotations

from dataclasses import dataclass

from rulemark.source import Span
from rulemark.statements.conditions.boundaries import clause_end
from rulemark.statements.meaning import DENYING, Condition, ConditionKind
from rulemark.statements.words.punctuation import stretch_start
from rulemark.statements.words.scanning import Scan


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition with the place of its marker and of what it governs.

    Attributes:
        condition: The condition itself.
        whole: Marker and clause together.
        main: Where the clause it governs stands.
    """

    condition: Condition
    whole: Span
    main: Span


def governed_by(scan: Scan, kind: ConditionKind, span: Span, start: int, main: Span) -> Clause:
    """Return a condition with the main clause that it governs.

    Args:
        scan: The sentence.
        kind: What the condition does to its main clause.
        span: The clause without its marker.
        start: Where the marker starts, or the clause, if that stands first.
        main: The main clause.
    """
    span = Span(span.start, max(span.start, scan.back(span.end, " :")))
    negated = kind is ConditionKind.UNLESS or denies(scan, span)
    return Clause(Condition(kind, span, negated=negated), Span(start, max(start, span.end)), main)


def denies(scan: Scan, span: Span) -> bool:
    """Tell whether a clause denies: by a word of its own, a modal verb, or a part of its first or last word."""
    negation = scan.first("negation", span.start)
    if negation is not None and negation.end <= span.end:
        return True
    modals = (mark for mark in scan.all_from("modal", span.start) if mark.end <= span.end)
    if any(scan.lexicon.modals[mark.name].plain in DENYING for mark in modals):
        return True
    clause, denying = scan.masked[span.start : span.end].rstrip(), scan.lexicon.words("denying")
    return clause.endswith(denying) or (not scan.lexicon.script.marker_last and clause.startswith(denying))


def main_behind(scan: Scan, position: int) -> Span:
    """Return the main clause behind a condition: up to the next condition or the end."""
    start = scan.skip(position, " ,:")
    then = scan.starting(start, "then", "announcing")
    start = _behind_another(scan, scan.skip(then.end) if then else start)
    then = scan.starting(start, "then")
    start = scan.skip(then.end) if then else start
    following = scan.first("condition", start)
    end = following.start if following else scan.end
    return Span(start, max(start, scan.back(end, " ,.。(")))


def _behind_another(scan: Scan, position: int) -> int:
    """Return where the main clause starts when a second condition stands before it: "if …, when …, we …"."""
    another = scan.starting(position, "condition")
    if not another or another.sense.topic != "condition":
        return position
    end, boundary = clause_end(scan, another.end, initial=True)
    return scan.skip(end, " ,:") if boundary else position


def main_in_front(scan: Scan, position: int) -> Span:
    """Return the main clause before a condition, without the label in front of it."""
    end = scan.back(position, " ,(")
    start = stretch_start(scan, end)
    before = scan.masked[max(0, start - 1) : start]
    opening = behind_announcement(scan, scan.skip(start if before in {":", ";", "."} else 0))
    return Span(min(end, opening), end)


def behind_announcement(scan: Scan, position: int) -> int:
    """Return where a clause starts behind "note that": what is announced is a statement of its own."""
    announcing = scan.starting(position, "announcing")
    return scan.skip(announcing.end) if announcing else position
