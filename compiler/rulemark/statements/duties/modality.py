"""How the main clause binds: its modal words, their negation, and whether several compete."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rulemark.source import Span
from rulemark.statements.conditions.main_clauses import Clause
from rulemark.statements.duties.clause_openers import behind_clitics
from rulemark.statements.duties.subordination import main_modals, outside
from rulemark.statements.duties.to_be_done import to_be_done
from rulemark.statements.meaning import DENYING, ConditionKind, Modality
from rulemark.statements.quantities.units import DURATIONS
from rulemark.statements.words.numbers import Number
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_end, stretch_start
from rulemark.statements.words.scanning import Scan

_BRACKETS = re.compile(r"\([^()]{0,400}\)")
_LABELS = re.compile(r'"[^",。;]{1,20}"|「[^」]{1,30}」|\[[^\]]{1,30}\]')
"""Names of buttons and pages, inside which no word binds anybody."""
_NEGATION_REACH = 2
"""Words between a modal and the negation behind it: "can, however, not"."""
_LISTED = 10
"""Words between a negation and the predicate of a list: `geen laptop, telefoon of camera nodig`."""
_RESTRICTION_REACH = 6
"""Words between a verb and the `que` that makes its `ne` an "only"."""
_SUBJECT_REACH = 6
"""Words of a subject behind the "no" that denies it."""
_SOFTENED = {Modality.MUST: Modality.SHOULD, Modality.MUST_NOT: Modality.SHOULD_NOT}


@dataclass(frozen=True, slots=True)
class Binding:
    """What the main clause says about duty.

    Attributes:
        modality: The one modality, None when there is none or when several compete.
        mixed: Several compete.
        negated: The main clause denies.
        mark: The first modal word that counts.
        doubtful: A denial that was not taken with the modal word may belong to it.
        order: It is an order not to do something.
    """

    modality: Modality | None
    mixed: bool = False
    negated: bool = False
    mark: Mark | None = None
    doubtful: bool = False
    order: bool = False


def read_modality(scan: Scan, clauses: Sequence[Clause]) -> Binding:
    """Return how the main clause of a sentence binds, leaving out its conditions and remarks in brackets."""
    if not scan.has("modal", "negation", "copula"):
        return Binding(None)
    hidden = _hidden(scan, clauses)
    marks = tuple(main_modals(scan, hidden))
    # "it is possible that you have to": the duty counts
    strong = tuple(mark for mark in marks if not _gives_way(scan, mark))
    kinds = list(dict.fromkeys(kind for mark in strong or marks if (kind := _bound(scan, mark))))
    denials = tuple(outside(scan.of("negation"), hidden))
    denies, first = bool(denials), next(iter(strong or marks), None)
    if len(kinds) > 1 and (governed := _governed(strong or marks, clauses)):
        first = governed[0]
        kinds = list(dict.fromkeys(kind for mark in governed if (kind := _bound(scan, mark))))
    if len(kinds) > 1:
        return Binding(None, mixed=True, negated=denies, mark=first)
    modality = kinds[0] if kinds else to_be_done(scan, hidden)
    doubtful = denies and (_denies_late(scan) or first is None or denials[0].start < first.start)
    return Binding(modality, negated=denies or modality in DENYING, mark=first, doubtful=doubtful)


def _governed(marks: Sequence[Mark], clauses: Sequence[Clause]) -> tuple[Mark, ...]:
    """Return the modal words of what holds unless something happens; those in front of it are a clause apart."""
    if len(clauses) != 1 or clauses[0].condition.kind is not ConditionKind.UNLESS:
        return ()
    main = clauses[0].main
    behind = main.start >= clauses[0].whole.end
    return tuple(mark for mark in marks if behind and main.start <= mark.start < main.end)


def _denies_late(scan: Scan) -> bool:
    """Tell whether the language may deny a modal word far behind it: `können Dateien, die …, nicht öffnen`."""
    return not scan.lexicon.script.spaces or scan.lexicon.script.negation == "clause"


def _gives_way(scan: Scan, mark: Mark) -> bool:
    """Tell a modal that counts only where no other one stands: a weak one, or one of a reason."""
    if scan.lexicon.modals[mark.name].weak:
        return True
    reason = scan.last("reason", mark.start)
    return reason is not None and reason.start >= stretch_start(scan, mark.start)


def _hidden(scan: Scan, clauses: Sequence[Clause]) -> tuple[Span, ...]:
    """Return what is no main clause; brackets around the whole sentence hide nothing."""
    brackets = [Span(*match.span()) for match in _BRACKETS.finditer(scan.masked)]
    if len(brackets) == 1 and len(brackets[0]) >= len(scan.masked.strip(" .")):
        brackets = []
    if not scan.lexicon.script.spaces:
        brackets += [Span(*match.span()) for match in _LABELS.finditer(scan.masked)]
    merged: list[Span] = []
    for span in sorted((*brackets, *(clause.whole for clause in clauses))):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _bound(scan: Scan, mark: Mark) -> Modality | None:
    modal = scan.lexicon.modals[mark.name]
    # "needs 24 hours" says how long something takes, not what must be done
    if modal.measured is not modal.plain and _measures(scan, mark.end):
        return modal.measured
    denied = _denied_before(scan, mark) if modal.predicate else _is_negated(scan, mark)
    bound = modal.negated if modal.negated and denied else modal.plain
    return _SOFTENED.get(bound, bound) if bound and _is_softened(scan, mark) else bound


def _is_softened(scan: Scan, mark: Mark) -> bool:
    """Tell "would have to" from "have to", also when other words stand between: `zou eerst moeten`."""
    softener = scan.last("softener", mark.start)
    return softener is not None and softener.start >= stretch_start(scan, mark.start)


def _denied_before(scan: Scan, mark: Mark) -> bool:
    negation = scan.last("negation", mark.start)
    if negation is None or negation.start >= stretch_start(scan, mark.start):
        return negation is not None
    # `geen laptop, telefoon of camera nodig`
    between = (scan.first(topic, negation.end) for topic in ("modal", "finite", "relative", "subordinate"))
    joint = scan.first("continue", negation.end)
    listed = joint is not None and joint.start < mark.start and scan.words(negation.end, mark.start) <= _LISTED
    return listed and not any(verb and verb.start < mark.start for verb in between)


def _measures(scan: Scan, position: int) -> bool:
    comparator = scan.starting(position, "before", "approximate")
    # what happens "in the last 12 months" does not take that long
    if comparator and comparator.name == "eq":
        return False
    number = scan.number_at(scan.skip(comparator.end if comparator else position))
    unit = scan.lexicon.units.at(scan.masked, _behind_range(scan, number)) if number else None
    return unit is not None and unit.name in DURATIONS


def _behind_range(scan: Scan, number: Number) -> int:
    """Return the position behind a number, or behind the second one of a range: `3 至 5`."""
    mark = scan.starting(number.end, "range")
    upper = scan.number_at(scan.skip(mark.end if mark else number.end, " -–~"))
    return scan.skip(upper.end if upper else number.end)


def _is_negated(scan: Scan, mark: Mark) -> bool:
    """Look for a negation where the language puts it."""
    match scan.lexicon.script.negation:
        case "before":
            negation = scan.last("negation", mark.start)
            denied = negation is not None and _only_clitics(scan, negation.end, mark.start)
            return (denied and not _restricts(scan, mark)) or _binds_no_one(scan, mark)
        case "after":
            negation = scan.first("negation", mark.end)
            return (negation is not None and _adjacent(scan, mark.end, negation.start)) or _binds_no_one(scan, mark)
        case _:
            negation = scan.first("negation", mark.end)
            # a prefix denies its own word only: `niet-gedeelde`
            while negation and (scan.masked.startswith("-", negation.end) or _in_brackets(scan, mark.end, negation)):
                negation = scan.first("negation", negation.end)
            denied = negation is not None and negation.start < _reach_of_negation(scan, mark)
            return denied or _binds_no_one(scan, mark)


def _binds_no_one(scan: Scan, mark: Mark) -> bool:
    """Tell whether the subject of a modal denies it: `ningún alumno puede …`."""
    subject = scan.last("nobody", mark.start)
    start = stretch_start(scan, mark.start)
    if not subject or subject.start < start or scan.words(subject.end, mark.start) > _SUBJECT_REACH:
        return False
    adjacent = scan.skip(subject.end) == mark.start
    opens = adjacent or scan.skip(start) == subject.start or scan.ending(subject.start, "continue", "then") is not None
    # not the "no." that answers
    opens = opens and scan.masked.startswith(" ", subject.end)
    return opens and scan.last("modal", mark.start) in {None, scan.last("modal", subject.start)}


def _adjacent(scan: Scan, start: int, end: int) -> bool:
    return scan.words(start, end) <= _NEGATION_REACH and end <= stretch_end(scan, start)


def _only_clitics(scan: Scan, start: int, end: int) -> bool:
    """Tell whether only unstressed pronouns and "more" stand between a negation and its verb: `no se puede`."""
    return scan.skip(behind_clitics(scan, start)) >= end


def _restricts(scan: Scan, mark: Mark) -> bool:
    """Tell "ne … que", which allows only something, from "ne … pas"."""
    restriction = scan.first("restriction", mark.end)
    if not restriction or scan.starting(mark.end, "denial"):
        return False
    return scan.words(mark.end, restriction.start) <= _RESTRICTION_REACH


def _reach_of_negation(scan: Scan, mark: Mark) -> int:
    """Return up to where a negation behind a modal still denies it: the end of the clause, or the next modal."""
    topics = ["modal"]
    if not scan.lexicon.script.relative_comma:
        topics += ["condition", "relative", "subordinate"]
    following = (_first_of(scan, topic, mark.end + 1) for topic in topics)
    return min((_end_beyond_brackets(scan, mark.end), *(other.start for other in following if other)))


def _first_of(scan: Scan, topic: str, position: int) -> Mark | None:
    """Return the next mark of a topic; behind a personal pronoun stands no relative one: `kunt u dat boek niet …`."""
    mark = scan.first(topic, position)
    if mark and topic == "relative" and scan.ending(mark.start, "pronoun"):
        return scan.first(topic, mark.end)
    return mark


def _end_beyond_brackets(scan: Scan, position: int) -> int:
    """Return where a stretch ends that remarks in brackets do not end: `können Gästen (auch Kindern) keinen …`."""
    end = stretch_end(scan, position)
    while scan.masked.startswith("(", end) and (closing := scan.masked.find(")", end)) > 0:
        end = stretch_end(scan, closing + 1)
    return end


def _in_brackets(scan: Scan, start: int, negation: Mark) -> bool:
    return scan.masked.count("(", start, negation.start) > scan.masked.count(")", start, negation.start)
