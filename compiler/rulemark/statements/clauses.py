"""Conditions and what they govern: where an if-clause starts, where it ends, and where the main clause stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from rulemark.source import Span
from rulemark.statements.masking import BLOT
from rulemark.statements.model import Condition, ConditionKind
from rulemark.statements.phrases import Mark
from rulemark.statements.scanning import Scan, words_from
from rulemark.statements.sentences import is_abbreviation

_STOP = re.compile(r"[,;:()。、!?\"]|\.(?= |$)|(?<= )[–—-](?= )")
_LEAD_IN = re.compile(r"[.:;!?()\"。–—-]\s*$")
_SHORT_LEAD_IN = 3
_ASKING_REACH = 8
_ITEM = 5
_SHORTEST = 2
_TOPIC = 14
_QUOTATION = 200


class Boundary(IntEnum):
    """How surely a main clause starts behind a comma."""

    NONE = 0
    POSSIBLE = 1
    CERTAIN = 2


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
    name, itself, _ = mark.name.rstrip("?").partition("~")
    if _is_code(scan, mark):
        return None
    start = mark.start if itself else _behind_insertion(scan, scan.skip(mark.end, " ,"))
    initial = _opens(scan, mark.start)
    end, boundary = _end(scan, start, initial=initial)
    if not boundary and not initial and _follows_comma(scan, mark.start):
        end, boundary = _end(scan, start, initial=True) if _main_follows(scan, start) else (end, boundary)
    if _is_none(scan, mark, name, start, end, temporal_allowed=initial and bool(boundary)):
        return None
    if mark.name.endswith("?"):
        if not scan.lexicon.script.spaces and not scan.ending(end, "clause_tail"):
            tail = scan.first("clause_tail", start)
            end = tail.end if tail and tail.end < end else start
        elif boundary is not Boundary.CERTAIN and not _names_a_subject(scan, start):
            return None
        if end == start:
            return None
    kind = ConditionKind.ONLY_IF if _restricted(scan, mark, name) else ConditionKind(name)
    end = _without_tail(scan, start, end)
    condition = Condition(kind, Span(start, end), negated=_negated(scan, kind, start, end))
    main = _rest(scan, end) if boundary else _front(scan, mark.start)
    return Clause(condition, Span(mark.start, end), main)


def _restricted(scan: Scan, mark: Mark, name: str) -> bool:
    """Tell whether "only" stands before a marker, or waits for it in the main clause: `nur dann …, wenn`."""
    if name not in {ConditionKind.IF, ConditionKind.WHEN}:
        return False
    before = len(scan.masked[max(0, mark.start - 30) : mark.start].rstrip(" ,")) + max(0, mark.start - 30)
    return bool(scan.ending(before, "only") or scan.last("only_then", mark.start))


def _without_tail(scan: Scan, start: int, end: int) -> int:
    """Leave out the particle that closes a Chinese clause: `如果…的话`, `只有在…后`."""
    tail = scan.ending(end, "clause_tail")
    return tail.start if tail and tail.start > start else end


def _is_code(scan: Scan, mark: Mark) -> bool:
    """Tell a country code such as SI or SE from a marker: it stands in capitals."""
    written = scan.text[mark.start : mark.end]
    return len(written) > 1 and written.isupper() and not scan.text[mark.end :].isupper()


def _behind_insertion(scan: Scan, position: int) -> int:
    """Skip a remark between commas behind a marker: "if, for example, you …"."""
    insertion = scan.starting(position, "insertion", "example")
    if insertion and scan.masked.startswith(",", scan.skip(insertion.end)):
        return scan.skip(insertion.end, " ,")
    return position


def _opens(scan: Scan, position: int) -> bool:
    """Tell whether a marker opens its sentence: only a short lead-in or a label stands before it."""
    front = scan.masked[:position].rstrip(" ,")
    return scan.words(0, position) <= _SHORT_LEAD_IN or bool(_LEAD_IN.search(front[-2:]))


def _follows_comma(scan: Scan, position: int) -> bool:
    before = scan.ending(position, "continue", "contrast")
    front = scan.masked[max(0, position - 30) : before.start if before else position].rstrip()
    return front.endswith((",", ";"))


def _main_follows(scan: Scan, start: int) -> bool:
    return _end(scan, start, initial=True)[1] is Boundary.CERTAIN


def _is_none(scan: Scan, mark: Mark, name: str, start: int, end: int, *, temporal_allowed: bool) -> bool:  # noqa: PLR0913
    """Tell a condition from an indirect question, a mere point in time, and a remark of one word."""
    if scan.words(start, end) < _SHORTEST:
        return True
    if name == ConditionKind.WHEN and not temporal_allowed:
        return True
    return name in {ConditionKind.IF, ConditionKind.WHEN} and _asked(scan, mark.start)


def _names_a_subject(scan: Scan, position: int) -> bool:
    """Tell whether a subject stands at a position, so that a word such as `als` means "if", not "as"."""
    if scan.starting(position, "subject", "negation", "number", "before"):
        return True
    return scan.text[position : position + 1].isupper() or scan.masked[position : position + 1] in {BLOT, '"'}


def _asked(scan: Scan, position: int) -> bool:
    """Tell whether a verb of asking or checking governs the marker: "check if", "determine whether"."""
    asking = scan.last("asking", position)
    if not asking or _STOP.search(scan.masked, asking.end, position):
        return False
    return scan.words(asking.end, position) <= _ASKING_REACH


def _negated(scan: Scan, kind: ConditionKind, start: int, end: int) -> bool:
    negation = scan.first("negation", start)
    return kind is ConditionKind.UNLESS or (negation is not None and negation.end <= end)


def _end(scan: Scan, start: int, *, initial: bool) -> tuple[int, Boundary]:
    """Return where a clause ends, and whether its main clause starts there.

    Args:
        scan: The sentence.
        start: Where the clause starts.
        initial: The main clause is still to come.
    """
    possible: int | None = None
    bare = _bare_main_clause(scan, start) if initial else None
    for stop, depth in _stops(scan, start):
        sign = scan.masked[stop]
        if bare and bare < stop:
            return bare, Boundary.CERTAIN
        if sign == ")" and depth < 0:
            return stop, Boundary.NONE
        if depth or sign in "()、":
            continue
        if sign in ";!?。." or (sign == ":" and not initial):
            return (possible, Boundary.POSSIBLE) if possible else (stop, Boundary.NONE)
        boundary = _boundary(scan, stop, initial=initial)
        if boundary is Boundary.CERTAIN:
            return stop, Boundary.CERTAIN if initial else Boundary.NONE
        if initial and boundary is Boundary.POSSIBLE and possible is None:
            possible = stop
    if possible:
        return possible, Boundary.POSSIBLE
    if bare:
        return bare, Boundary.CERTAIN
    return len(scan.masked.rstrip(" .")), Boundary.NONE


def _bare_main_clause(scan: Scan, start: int) -> int | None:
    """Find a main clause that no comma announces: a subject and its modal verb, some words into the sentence."""
    for modal in scan.of("modal"):
        if modal.start <= start:
            continue
        subject = _inverted(scan, modal) if scan.lexicon.script.verb_second else scan.ending(modal.start, "pronoun")
        if subject and scan.words(start, subject.start) >= _ITEM and not scan.ending(subject.start, *_JOINTS):
            return subject.start
    return None


def _inverted(scan: Scan, modal: Mark) -> Mark | None:
    """Return a modal verb whose subject follows it, as in the main clause of a language with verb-second order."""
    return modal if scan.starting(modal.end, "pronoun") else None


_JOINTS = ("relative", "subordinate", "continue", "condition")


def _stops(scan: Scan, start: int) -> Iterator[tuple[int, int]]:
    """Yield punctuation and "then", each with its depth of brackets; decimal commas are no punctuation."""
    depth, quoted = 0, 0
    then = scan.first("then", start)
    for match in _STOP.finditer(scan.masked, start):
        position = match.start()
        while then and then.start < position:
            if not depth and then.start > start and not scan.ending(then.start, "modal", "finite"):
                yield then.start, depth
            then = scan.first("then", then.end)
        sign = match.group()
        if (
            sign in ",."
            and scan.masked[position - 1 : position].isdigit()
            and scan.masked[position + 1 : position + 2].isdigit()
        ):
            continue
        depth += (sign == "(") - (sign == ")")
        yield position, depth
    while then:
        if not depth and then.start > start and not scan.ending(then.start, "modal", "finite"):
            yield then.start, depth
        then = scan.first("then", then.end)


def _boundary(scan: Scan, stop: int, *, initial: bool) -> Boundary:
    """Judge what stands behind a comma."""
    if scan.starting(stop, "then"):
        return Boundary.CERTAIN
    position = scan.skip(stop + 1)
    if not initial:
        return Boundary.CERTAIN if scan.starting(position, "contrast", "condition") else Boundary.NONE
    if scan.starting(position, "then"):
        return Boundary.CERTAIN
    if scan.starting(position, "condition"):
        return Boundary.CERTAIN if scan.masked[stop] == ":" else Boundary.NONE
    if scan.starting(position, "continue", "contrast", "relative", "subordinate", "insertion"):
        return Boundary.NONE
    if _starts_main_clause(scan, position):
        return Boundary.CERTAIN
    return Boundary.NONE if _in_list(scan, position) or position >= len(scan.masked) else Boundary.POSSIBLE


def _starts_main_clause(scan: Scan, position: int) -> bool:
    if not scan.lexicon.script.spaces:
        return False
    if scan.starting(position, "finite", "modal", "imperative", "condition"):
        return True
    if not scan.lexicon.script.verb_second:
        return scan.starting(position, "subject", "negation") is not None and not _in_enumeration(scan, position)
    words = words_from(scan.masked, position)
    verb = next(words, None)
    return (
        verb is not None and scan.starting(verb.end(), "subject") is not None and not scan.starting(position, "subject")
    )


def _in_enumeration(scan: Scan, position: int) -> bool:
    """Tell whether an article starts the next of several nouns: "an exam, a test or a course is …, you"."""
    if not scan.starting(position, "article"):
        return False
    joint = scan.first("continue", position)
    stop = _STOP.search(scan.masked, position)
    if not joint or not stop or joint.start > stop.start() or scan.words(position, joint.start) > _ITEM:
        return False
    verb = scan.first("finite", position)
    return not verb or verb.start > joint.start


def _in_list(scan: Scan, position: int) -> bool:
    """Tell whether a comma separates the items of a list: the next "or" is only a few words away."""
    if not scan.lexicon.script.spaces:
        return False
    following = scan.first("continue", position)
    stop = _STOP.search(scan.masked, position)
    if stop and stop.group() in ",、" and (not following or stop.start() < following.start):
        return scan.words(position, stop.start()) <= _ITEM and scan.starting(stop.end(), "continue") is not None
    return False


def _rest(scan: Scan, position: int) -> Span:
    """Return the main clause behind a condition: up to the next condition or the end."""
    start = scan.skip(position, " ,:")
    then = scan.starting(start, "then")
    start = scan.skip(then.end) if then else start
    following = scan.first("condition", start)
    end = following.start if following else len(scan.masked.rstrip())
    return Span(start, max(start, len(scan.masked[:end].rstrip(" ,.。("))))


def _front(scan: Scan, position: int) -> Span:
    """Return the main clause before a condition, without the label in front of it."""
    end = len(scan.masked[:position].rstrip(" ,("))
    colon = scan.masked.rfind(": ", 0, end)
    return Span(scan.skip(colon + 1) if colon >= 0 else 0, end) if end else Span(0, 0)


def _clause_before(scan: Scan, mark: Mark, reached: int) -> Clause | None:
    """Read a clause that ends in its marker, as in Japanese and Korean."""
    name, _, kept = mark.name.partition("~")
    start = _start(scan, mark.start, reached)
    end = mark.start + int(kept or 0)
    text = scan.masked[start:end].rstrip(" の의")
    end = start + len(text)
    if scan.words(start, end) < _SHORTEST:
        return None
    kind = ConditionKind(name)
    condition = Condition(kind, Span(start, end), negated=_negated(scan, kind, start, end))
    main = Span(scan.skip(mark.end, " 、,"), len(scan.masked.rstrip(" 。.")))
    if main.start >= main.end:
        main = _front(scan, start)
    return Clause(condition, Span(start, mark.end), main)


def _start(scan: Scan, position: int, reached: int) -> int:
    """Return where a clause starts that ends at a position: behind brackets, a label or the topic of the sentence."""
    start = reached
    for sign in ("(", ": ", ":", "。"):
        found = scan.masked.rfind(sign, start, position)
        if found >= 0 and not (sign == "(" and ")" in scan.masked[found:position]):
            start = max(start, found + len(sign))
    for topic in ("example", "clause_opener"):
        opener = scan.last(topic, position)
        if opener and opener.start >= start and opener.end <= position:
            start = opener.end
    topic_of_sentence = scan.first("topic_particle", start)
    if topic_of_sentence and topic_of_sentence.end < min(position, start + _TOPIC):
        start = topic_of_sentence.end
    return scan.skip(start, " 、,")


def _verb_first(scan: Scan) -> Clause | None:
    """Read a condition that starts with its verb: `Ist der Auftrag korrekt, wählen Sie …`."""
    verb = scan.starting(0, "verb_first")
    if not verb:
        return None
    end, boundary = _end(scan, verb.end, initial=True)
    if boundary is not Boundary.CERTAIN:
        return None
    negated = _negated(scan, ConditionKind.IF, verb.end, end)
    return Clause(Condition(ConditionKind.IF, Span(verb.start, end), negated), Span(verb.start, end), _rest(scan, end))
