"""Conditions and what they govern: the marker, the clause that belongs to it, and the main clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from rulemark.source import Span
from rulemark.statements.boundaries import Boundary, clause_end
from rulemark.statements.condition_kinds import condition_kind, waits_for_condition
from rulemark.statements.indirect_questions import is_asked
from rulemark.statements.masking import BLOT
from rulemark.statements.meaning import Condition, ConditionKind, Modality
from rulemark.statements.phrases import Mark
from rulemark.statements.punctuation import stops, stretch_start
from rulemark.statements.scanning import Scan, words_from
from rulemark.statements.units import DURATIONS

_LEAD_IN = re.compile(r"[.:;!?()\"。–—-]\s*$")
_SHORT_LEAD_IN = 3
_SHORTEST = 2
_TOPIC = 40
_SHORTEST_WRITTEN = 3
_LONGEST = 600
"""Characters of a clause in front of its marker; what stands further away is not looked at."""
_DUTIES = frozenset({Modality.MUST, Modality.MUST_NOT, Modality.MAY_NOT, Modality.SHOULD, Modality.SHOULD_NOT})
_NEAR = 30
_SHORT_MAIN = 5
_VERBAL = ("t", "n", "d")
"""How Dutch verbs and participles end."""


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


def find_clauses(scan: Scan) -> tuple[Clause, ...]:
    """Return the conditions of a sentence in order; none lies inside another."""
    found: list[Clause] = []
    for mark in scan.of("condition", "condition_behind"):
        reached = found[-1].whole.end if found else 0
        if mark.start < reached:
            continue
        behind = mark.sense.topic == "condition_behind"
        clause = _clause_before(scan, mark, reached) if behind else _clause_after(scan, mark)
        if clause:
            found.append(clause)
    if not found and scan.lexicon.script.verb_first and (clause := _verb_first(scan)):
        found.append(clause)
    return tuple(found)


def _clause_after(scan: Scan, mark: Mark) -> Clause | None:
    """Read a clause that follows its marker: up to the main clause, or to the end when that stands before."""
    if _is_code(scan, mark) or _is_main_verb(scan, mark) or _is_reflexive(scan, mark):
        return None
    kind, itself, _ = mark.name.rstrip("?!").partition("~")
    start = mark.start if itself else _behind_insertion(scan, scan.skip(mark.end, " ,"))
    initial = _opens(scan, mark.start) or _is_inserted(scan, mark.start)
    end, boundary = clause_end(scan, _behind_remark(scan, mark.end) or start, initial=initial)
    if not boundary:
        end = _before_next_of_its_kind(scan, mark, start, end)
    if not boundary and not initial and _follows_comma(scan, mark.start):
        later = clause_end(scan, start, initial=True)
        end, boundary = later if later[1] >= _surety(scan, kind) else (end, boundary)
    if mark.name.endswith("?"):
        end = _end_of_doubtful(scan, start, end, boundary)
    if mark.name.endswith("!") and not _is_hypothetical(scan, Span(start, max(start, end))):
        return None
    if not _is_condition(scan, mark, kind, Span(start, max(start, end)), opens=initial and bool(boundary)):
        return None
    main = _rest(scan, end) if boundary else _front(scan, mark.start)
    return _clause(
        scan, condition_kind(scan, mark, kind), Span(start, _without_tail(scan, start, end)), mark.start, main
    )


def _is_hypothetical(scan: Scan, clause: Span) -> bool:
    """Tell "as long as" from "whereas", where one word says both: only the former denies or has a subjunctive."""
    marks = (scan.first("negation", clause.start), scan.first("subjunctive", clause.start))
    return any(mark is not None and mark.end <= clause.end for mark in marks)


def _before_next_of_its_kind(scan: Scan, mark: Mark, start: int, end: int) -> int:
    """Return where "if …" ends before a second main clause with a condition of its own: "A if …, or B if …"."""
    following = scan.first("condition", start)
    if not following or following.start >= end or following.name != mark.name:
        return end
    joint = scan.last("continue", following.start)
    apart = joint is not None and 0 < scan.words(joint.end, following.start) <= _SHORT_MAIN
    apart = (
        apart and not scan.ending(following.start, "subordinate") and "(" not in scan.masked[start : following.start]
    )
    return scan.back(joint.start, " ,") if joint and apart and joint.start > start else end


def _surety(scan: Scan, kind: str) -> Boundary:
    """Return how sure a main clause must be behind a marker that follows a comma.

    In Chinese a condition stands before what it governs, unless it makes an exception: "…，除非…".
    """
    before = not scan.lexicon.script.spaces and kind in {ConditionKind.IF, ConditionKind.WHEN, ConditionKind.ONLY_IF}
    return Boundary.POSSIBLE if before else Boundary.CERTAIN


def _clause(scan: Scan, kind: ConditionKind, span: Span, start: int, main: Span) -> Clause:
    span = Span(span.start, max(span.start, scan.back(span.end, " :")))
    negation = scan.first("negation", span.start)
    negated = kind is ConditionKind.UNLESS or (negation is not None and negation.end <= span.end)
    return Clause(Condition(kind, span, negated=negated), Span(start, max(start, span.end)), main)


def _is_condition(scan: Scan, mark: Mark, kind: str, span: Span, *, opens: bool) -> bool:
    """Tell a condition from an indirect question, a mere point in time, and a remark of one word."""
    if scan.words(span.start, span.end) < _SHORTEST and not (opens and _is_participle(scan, span)):
        return False
    if kind == ConditionKind.WHEN and not opens and not waits_for_condition(scan, mark.start):
        return False
    return kind not in {ConditionKind.IF, ConditionKind.WHEN} or not is_asked(scan, mark.start)


def _is_participle(scan: Scan, span: Span) -> bool:
    """Tell "if cancelled, …" from "if so, …"."""
    endings = scan.lexicon.words("participle") or "\0"
    return scan.masked.startswith(",", span.end) and scan.masked[span.start : span.end].endswith(endings)


def _end_of_doubtful(scan: Scan, start: int, end: int, boundary: Boundary) -> int:
    """Return where the clause of a marker ends that may mean something else, or its start when it does.

    Dutch `als` is "as" as well, and needs a subject or a main clause behind it; Chinese `仅在` is "only in" as
    well, and needs a particle that closes the clause.
    """
    if scan.lexicon.script.spaces:
        if boundary is not Boundary.CERTAIN and scan.lexicon.script.verb_last and _lacks_verb(scan, start, end):
            return start
        return end if boundary is Boundary.CERTAIN or _names_a_subject(scan, start) else start
    if scan.ending(end, "clause_tail"):
        return end
    tail = scan.first("clause_tail", start)
    return tail.end if tail and tail.end < end else start


def _lacks_verb(scan: Scan, start: int, end: int) -> bool:
    """Tell `als een alternatief` and `als de eigenaar van het postvak`, which name a role, from a clause."""
    if not scan.starting(start, "article", "definite"):
        return False
    verbs = (scan.first(topic, start) for topic in ("finite", "modal", "verb_first", "before"))
    if any(verb and verb.end <= end for verb in verbs):
        return False
    words = scan.masked[start:end].rstrip(" .:;)").split()
    infinitive = len(words) > _SHORTEST and words[-2] in scan.lexicon.words("infinitive")
    return len(words) <= _SHORTEST or not words[-3 if infinitive else -1].endswith(_VERBAL)


def _names_a_subject(scan: Scan, position: int) -> bool:
    if scan.starting(position, "subject", "negation", "number", "before", "subjunctive"):
        return True
    if scan.lexicon.script.subjunctive and _is_subjunctive(scan, position):
        return True
    return scan.text[position : position + 1].isupper() or scan.masked[position : position + 1] in {BLOT, '"'}


def _is_subjunctive(scan: Scan, position: int) -> bool:
    """Tell a verb form that conditions have, as in `se pagar, …`, from the infinitive in `pode se pagar`."""
    verb = next(words_from(scan.masked, position), None)
    marker = scan.ending(position, "condition")
    if not verb or not marker or scan.ending(marker.start, "modal", "finite"):
        return False
    if not (_opens(scan, marker.start) or _follows_comma(scan, marker.start)):
        return waits_for_condition(scan, marker.start)
    return verb.group().endswith(tuple(scan.lexicon.script.subjunctive.split()))


def _without_tail(scan: Scan, start: int, end: int) -> int:
    """Leave out the particle that closes a Chinese clause: `如果…的话`, `只有在…后`."""
    tail = scan.ending(end, "clause_tail")
    return tail.start if tail and tail.start > start else end


def _is_code(scan: Scan, mark: Mark) -> bool:
    """Tell a country code such as SI from a marker by its capitals, and the end of a word such as `conecta-se`."""
    written = scan.text[mark.start : mark.end]
    if scan.masked[max(0, mark.start - 1) : mark.start] == "-":
        return True
    return len(written) > 1 and written.isupper() and not scan.text[mark.end : mark.end + _NEAR].isupper()


def _is_main_verb(scan: Scan, mark: Mark) -> bool:
    """Tell "deshalb sollten Sie …" and "nachdem …, sollten Sie …" from "sollten Sie …, so …"."""
    if "~" not in mark.name or not scan.lexicon.script.verb_second:
        return False
    start = stretch_start(scan, mark.start)
    if scan.skip(start) < scan.back(mark.start, " ") and not scan.ending(mark.start, "continue"):
        return True
    front = scan.skip(0)
    return front < mark.start and scan.starting(front, "introductory", "subordinate", "condition") is not None


def _is_reflexive(scan: Scan, mark: Mark) -> bool:
    """Tell the pronoun of a reflexive verb from a marker: `pode se registrar`."""
    return bool(scan.lexicon.script.subjunctive and mark.name.endswith("?") and scan.ending(mark.start, "modal"))


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


def _opens(scan: Scan, position: int) -> bool:
    """Tell whether a marker opens its sentence: only a short lead-in or a label stands before it."""
    front = scan.masked[max(0, position - _NEAR) : position].rstrip(" ,")
    # where a full stop is lost, the capital still shows that a sentence starts
    capital = scan.text[position : position + 2].istitle()
    return capital or scan.words(0, position) <= _SHORT_LEAD_IN or bool(_LEAD_IN.search(front[-2:]))


def _is_inserted(scan: Scan, position: int) -> bool:
    """Tell whether a comma separates a marker from a conjunction before it: "…, or, if …, we …"."""
    comma = scan.back(position, " ")
    if not scan.masked.startswith(",", comma - 1):
        return False
    return scan.ending(comma - 1, "continue", "contrast", "relative", "subordinate") is not None


def _follows_comma(scan: Scan, position: int) -> bool:
    before = scan.ending(position, "continue", "contrast")
    end = before.start if before else position
    return scan.masked[max(0, end - _NEAR) : end].rstrip().endswith((",", ";"))


def _rest(scan: Scan, position: int) -> Span:
    """Return the main clause behind a condition: up to the next condition or the end."""
    start = scan.skip(position, " ,:")
    then = scan.starting(start, "then")
    start = _behind_another(scan, scan.skip(then.end) if then else start)
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


def _front(scan: Scan, position: int) -> Span:
    """Return the main clause before a condition, without the label in front of it."""
    end = scan.back(position, " ,(")
    start = stretch_start(scan, end)
    before = scan.masked[max(0, start - 1) : start]
    return Span(min(end, scan.skip(start if before in {":", ";", "."} else 0)), end)


def _clause_before(scan: Scan, mark: Mark, reached: int) -> Clause | None:
    """Read a clause that ends in its marker, as in Japanese and Korean."""
    kind, itself, kept = mark.name.rstrip("?").partition("~")
    start = _start(scan, mark.start, reached)
    whole = mark.end if itself else mark.start
    end = scan.back(mark.start + int(kept) if kept else whole, " の의")
    if scan.masked[start:end].replace(" ", "") in scan.lexicon.words("remark"):
        return None
    shortest = _SHORTEST_WRITTEN if scan.lexicon.script.marker_last else _SHORTEST
    if end - start < shortest or (kind == ConditionKind.WHEN and _is_point_in_time(scan, end)):
        return None
    if mark.name.endswith("?") and (_states(scan, start, end) or not _binds(scan, mark.end)):
        return None
    main = Span(min(scan.end, scan.skip(mark.end, " 、,")), scan.end)
    clause = _clause(scan, ConditionKind(kind), Span(start, end), start, main if len(main) else _front(scan, start))
    return Clause(clause.condition, Span(start, mark.end), clause.main)


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


def _binds(scan: Scan, position: int) -> bool:
    """Tell whether a duty follows, by which a clause of time is a condition: `제출할 때 … 공유해야 합니다`."""
    marks = scan.of("modal")
    return bool(marks) and marks[-1].start >= position and scan.lexicon.modals[marks[-1].name].plain in _DUTIES


def _start(scan: Scan, position: int, reached: int) -> int:
    """Return where a clause starts that ends at a position: behind brackets, a label or the topic of the sentence."""
    start = max(reached, position - _LONGEST)
    for sign in ("(", ": ", ":", "。"):
        found = scan.masked.rfind(sign, start, position)
        if found >= 0 and not (sign == "(" and ")" in scan.masked[found:position]):
            start = max(start, found + len(sign))
    for topic in ("example", "clause_opener"):
        opener = scan.last(topic, position)
        if opener and start <= opener.start and opener.end <= position:
            start = opener.end
    if not scan.lexicon.script.marker_last:
        start = max(start, scan.masked.rfind(",", start, position) + 1)
    marker = scan.last("condition", position)
    if marker and marker.start >= start and marker.name == ConditionKind.WHEN:
        start = marker.end
    return scan.skip(_behind_topic(scan, start, position), " 、,")


def _behind_topic(scan: Scan, start: int, position: int) -> int:
    """Return where a clause starts behind the topic of its sentence, which belongs to the main clause."""
    topic = scan.first("topic_particle", start)
    if not topic or topic.end >= min(position, start + _TOPIC):
        return start
    front = scan.masked[start : topic.start]
    return start if "지만" in front or front.count("(") > front.count(")") else topic.end


def _verb_first(scan: Scan) -> Clause | None:
    """Read a condition that starts with its verb: `Ist der Auftrag korrekt, wählen Sie …`."""
    start = scan.skip(0)
    verb = scan.starting(start, "verb_first")
    if verb and not (scan.starting(verb.end, "subject", "number") or scan.text[scan.skip(verb.end) :][:1].isupper()):
        return None
    behind = verb.end if verb else _inverted(scan, start)
    if behind is None:
        return None
    end, boundary = clause_end(scan, behind, initial=True)
    main = _rest(scan, end)
    if boundary is not Boundary.CERTAIN or not (verb or scan.starting(main.start, "modal", "finite")):
        return None
    return _clause(scan, ConditionKind.IF, Span(start, end), start, main)


def _inverted(scan: Scan, start: int) -> int | None:
    """Return where the subject ends that follows the first word of a sentence: `Verlieren Sie`, `Verliest u`."""
    verb = next(words_from(scan.masked, start), None)
    if not verb or not verb.group().endswith(scan.lexicon.words("inverted") or "\0"):
        return None
    if scan.starting(start, "introductory", "subordinate", "relative", "condition", "stop", "asking"):
        return None
    subject = scan.starting(verb.end(), "pronoun", "imperative_subject")
    return subject.end if subject else None
