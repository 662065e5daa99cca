"""Conditions that follow their marker: "if you …", up to the main clause or to the end of the sentence."""

from __future__ import annotations

from rulemark.source import Span
from rulemark.statements.conditions.boundaries import Boundary, clause_end
from rulemark.statements.conditions.condition_kinds import condition_kind, waits_for_condition
from rulemark.statements.conditions.doubtful_markers import (
    compares,
    end_of_doubtful,
    is_hypothetical,
    is_main_verb,
    is_part_of_name,
    is_reflexive,
)
from rulemark.statements.conditions.indirect_questions import is_asked
from rulemark.statements.conditions.main_clauses import Clause, governed_by, main_behind, main_in_front
from rulemark.statements.conditions.marker_places import follows_comma, is_inserted, opens_sentence
from rulemark.statements.meaning import ConditionKind
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stops
from rulemark.statements.words.scanning import Scan

_SHORTEST = 2
"""Words of a clause; a shorter one is a remark: "if so"."""
_SHORT_MAIN = 5
"""Words of a second main clause between "or" and its condition."""


def clause_after(scan: Scan, mark: Mark) -> Clause | None:
    """Read a clause that follows its marker: up to the main clause, or to the end when that stands before."""
    if is_part_of_name(scan, mark) or is_main_verb(scan, mark) or is_reflexive(scan, mark) or compares(scan, mark):
        return None
    kind, itself, left_out = mark.name.rstrip("?!").partition("~")
    start = mark.start + int(left_out or 0) if itself else _behind_insertion(scan, scan.skip(mark.end, " ,"))
    initial = opens_sentence(scan, mark.start) or is_inserted(scan, mark.start)
    end, boundary = clause_end(scan, _behind_remark(scan, mark.end) or start, initial=initial)
    if not boundary:
        end = _before_next_of_its_kind(scan, mark, start, end)
    if not boundary and not initial and (follows_comma(scan, mark.start) or _is_joined(scan, mark.start)):
        later = clause_end(scan, start, initial=True)
        end, boundary = later if later[1] >= _surety(scan, kind) else (end, boundary)
    if mark.name.endswith("?"):
        end = end_of_doubtful(scan, start, end, boundary)
    clause = Span(start, max(start, end))
    if mark.name.endswith("!") and not is_hypothetical(scan, clause):
        return None
    if not _is_condition(scan, mark, kind, clause, opens=initial and bool(boundary)):
        return None
    main = main_behind(scan, end) if boundary else main_in_front(scan, mark.start)
    clause = Span(start, _without_tail(scan, start, end))
    return governed_by(scan, condition_kind(scan, mark, kind), clause, mark.start, main)


def _is_joined(scan: Scan, position: int) -> bool:
    """Tell whether a conjunction opens a clause that starts with a condition: "… and (then) if you …, you should"."""
    then = scan.ending(position, "then")
    return scan.ending(then.start if then else position, "continue", "relative") is not None


def _before_next_of_its_kind(scan: Scan, mark: Mark, start: int, end: int) -> int:
    """Return where "if …" ends before a second main clause with a condition of its own: "A if …, or B if …"."""
    following = scan.first("condition", start)
    if not following or following.start >= end or following.name != mark.name:
        return end
    joint = scan.last("continue", following.start)
    if not joint or joint.start <= start or not 0 < scan.words(joint.end, following.start) <= _SHORT_MAIN:
        return end
    dependent = scan.ending(following.start, "subordinate") or "(" in scan.masked[start : following.start]
    return end if dependent else scan.back(joint.start, " ,")


def _surety(scan: Scan, kind: str) -> Boundary:
    """Return how sure a main clause must be behind a marker that follows a comma.

    In Chinese a condition stands before what it governs, unless it makes an exception: "…，除非…".
    """
    before = not scan.lexicon.script.spaces and kind in {ConditionKind.IF, ConditionKind.WHEN, ConditionKind.ONLY_IF}
    return Boundary.POSSIBLE if before else Boundary.CERTAIN


def _is_condition(scan: Scan, mark: Mark, kind: str, span: Span, *, opens: bool) -> bool:
    """Tell a condition from an indirect question, a mere point in time, and a remark of one word."""
    if scan.words(span.start, span.end) < _SHORTEST and not (opens and _is_short_clause(scan, span)):
        return False
    if kind == ConditionKind.AS_LONG_AS and scan.number_at(span.start) and scan.starting(mark.start, "before"):
        return False
    if kind == ConditionKind.WHEN and not opens and not waits_for_condition(scan, mark.start):
        return False
    return kind not in {ConditionKind.IF, ConditionKind.WHEN} or not is_asked(scan, mark.start)


def _is_short_clause(scan: Scan, span: Span) -> bool:
    """Tell "if cancelled, …" from "if so, …", and `如果失败，` from `如果适用，`."""
    if not scan.lexicon.script.spaces:
        return len(span) >= _SHORTEST and scan.masked[span.start : span.end] not in scan.lexicon.words("remark")
    endings = scan.lexicon.words("participle") or "\0"
    return scan.masked.startswith(",", span.end) and scan.masked[span.start : span.end].endswith(endings)


def _without_tail(scan: Scan, start: int, end: int) -> int:
    """Leave out the particle that closes a Chinese clause: `如果…的话`, `只有在…后`."""
    tail = scan.ending(end, "clause_tail")
    return tail.start if tail and tail.start > start else end


def _behind_insertion(scan: Scan, position: int) -> int:
    """Skip a remark between commas behind a marker: "if, for example, you …"."""
    insertion = scan.starting(position, "insertion", "example")
    if insertion and scan.masked.startswith(",", scan.skip(insertion.end)):
        return scan.skip(insertion.end, " ,")
    return position


def _behind_remark(scan: Scan, position: int) -> int | None:
    """Return where a clause goes on behind a remark between commas: "if, after two calls, you …"."""
    start = scan.skip(position)
    if not scan.masked.startswith(",", start):
        return None
    remark = next(stops(scan, start + 1), None)
    return remark.position + 1 if remark and remark.sign == "," else None
