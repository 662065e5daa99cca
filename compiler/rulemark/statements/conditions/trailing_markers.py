"""Conditions that end in their marker, as in Japanese and Korean and with some words of Chinese."""

from __future__ import annotations

from bisect import bisect_left

from rulemark.source import Span
from rulemark.statements.conditions.main_clauses import Clause, governed_by, main_in_front
from rulemark.statements.meaning import ConditionKind, Modality
from rulemark.statements.quantities.units import DURATIONS
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.scanning import Scan

_SHORTEST = 2
"""Characters of a clause in Chinese."""
_SHORTEST_WRITTEN = 3
"""The same where predicates come last."""
_LONGEST = 600
"""Characters of a clause in front of its marker; what stands further away is not looked at."""
_TOPIC = 60
"""Characters in which the topic of a sentence stands."""
_DUTIES = frozenset({Modality.MUST, Modality.MUST_NOT, Modality.MAY_NOT, Modality.SHOULD, Modality.SHOULD_NOT})


def clause_before(scan: Scan, mark: Mark, reached: int) -> Clause | None:
    """Read a clause that ends in its marker, as in Japanese and Korean."""
    if scan.masked.startswith(scan.lexicon.words("genitive"), mark.end):
        # `解約した場合の料金` names a thing
        return None
    kind, itself, kept = mark.name.rstrip("?").partition("~")
    start = _start(scan, mark.start, reached)
    whole = mark.end if itself else mark.start
    end = scan.back(mark.start + int(kept) if kept else whole, " " + "".join(scan.lexicon.words("genitive")))
    if scan.masked[start:end].replace(" ", "") in scan.lexicon.words("remark"):
        return None
    shortest = _SHORTEST_WRITTEN if scan.lexicon.script.marker_last else _SHORTEST
    if end - start < shortest:
        return None
    if kind == ConditionKind.WHEN and (_is_point_in_time(scan, end) or _is_point_in_time(scan, mark.start)):
        return None
    if _is_means(scan, start, end, mark.end):
        return None
    if mark.name.endswith("?") and (_states(scan, start, end) or not _binds(scan, mark.end)):
        return None
    first = _behind_joint(scan, start, end, reached)
    clause = governed_by(scan, ConditionKind(kind), Span(first, end), start, _main(scan, start, mark.end))
    return Clause(clause.condition, Span(start, mark.end), clause.main)


def _behind_joint(scan: Scan, start: int, end: int, reached: int) -> int:
    """Return where a clause starts behind the "or" that joins it to the one before: `…場合や、…場合`."""
    joint = scan.starting(start, "continue")
    # away from the marker before, one character may be the start of any word
    joins = joint is not None and (joint.end - joint.start > 1 or 0 < reached == joint.start)
    return scan.skip(joint.end, " 、,") if joint and joins and joint.end < end else start


def _main(scan: Scan, start: int, position: int) -> Span:
    """Return the main clause behind a condition; in front of it where at most `だけです` follows."""
    behind = Span(min(scan.end, scan.skip(position, " 、,)")), scan.end)
    if behind and scan.masked[behind.start : behind.end] not in scan.lexicon.words("cleft_end"):
        return behind
    front = scan.back(start, " 、,")
    topic = scan.ending(front, "predicate_end") if behind else None
    return main_in_front(scan, topic.start if topic else start)


def _is_point_in_time(scan: Scan, end: int) -> bool:
    """Tell whether a clause of time ends in a stretch of time, which is no condition: `到期前 15 天时，`."""
    index = bisect_left(scan.numbers, end, key=lambda number: number.start)
    unit = scan.lexicon.units.at(scan.masked, scan.skip(scan.numbers[index - 1].end)) if index else None
    return unit is not None and unit.end == end and unit.name in DURATIONS


def _states(scan: Scan, start: int, end: int) -> bool:
    """Tell a statement that ends in the Chinese particle, `由于…是默认的，`, from `逾期未还的，`."""
    if scan.lexicon.script.marker_last:
        return False
    marks = (scan.first(topic, start) for topic in ("reason", "embedding", "equals"))
    return any(mark is not None and mark.start < end for mark in marks)


def _is_means(scan: Scan, start: int, end: int, position: int) -> bool:
    """Tell what something can be done with, `이 앱을 사용하면 … 볼 수 있습니다`, from what something depends on."""
    clause = scan.masked[start:end].replace(" ", "")
    verb = max((word for word in scan.lexicon.words("means") if clause.endswith(word)), key=len, default="")
    thing = clause.removesuffix(verb)
    # a tool, or a product by its Latin name: who uses a voucher sets a condition
    if not verb or not (thing[-1:].isascii() or thing.endswith(scan.lexicon.words("tool"))):
        return False
    marks = scan.of("modal")
    return bool(marks) and marks[-1].start >= position and scan.lexicon.modals[marks[-1].name].plain is Modality.MAY


def _binds(scan: Scan, position: int) -> bool:
    """Tell whether a duty follows, by which a clause of time is a condition: `제출할 때 … 공유해야 합니다`."""
    marks = scan.of("modal")
    return bool(marks) and marks[-1].start >= position and scan.lexicon.modals[marks[-1].name].plain in _DUTIES


def _start(scan: Scan, position: int, reached: int) -> int:
    """Return where a clause starts that ends at a position: behind brackets, a label or the topic of the sentence."""
    start = max(reached, position - _LONGEST)
    for sign in ("(", ": ", ":", " = ", " - ", " – ", "。"):
        found = scan.masked.rfind(sign, start, position)
        closed = ")" in scan.masked[found:position] if sign == "(" else _in_remark(scan, found, position)
        if found >= 0 and not closed:
            start = max(start, found + len(sign))
    for topic in ("example", "clause_opener"):
        opener = scan.last(topic, position)
        if opener and start <= opener.start and opener.end <= position and not _in_remark(scan, opener.end, position):
            start = opener.end
    if not scan.lexicon.script.marker_last:
        start = max(start, scan.masked.rfind(",", start, position) + 1)
    marker = scan.last("condition", position)
    if marker and marker.start >= start and marker.name == ConditionKind.WHEN:
        start = marker.end
    start = scan.skip(_behind_topic(scan, start, position), " 、,")
    then = None if scan.lexicon.script.marker_last else scan.starting(start, "then")
    return scan.skip(then.end) if then and then.end < position else start


def _in_remark(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a bracket closes between two positions that none has opened."""
    closing = scan.masked.count(")", start, end)
    return closing > 0 and closing > scan.masked.count("(", start, end)


def _behind_topic(scan: Scan, start: int, position: int) -> int:
    """Return where a clause starts behind the topic of its sentence, which belongs to the main clause."""
    topic = scan.first("topic_particle", start)
    # the ending of an adnominal verb, `맺은 경우`, looks like the particle
    if not topic or scan.skip(topic.end) >= min(position, start + _TOPIC):
        return start
    front = scan.masked[start : topic.start]
    conceded = any(ending in front for ending in scan.lexicon.words("concessive_end"))
    return start if conceded or front.count("(") > front.count(")") else topic.end
