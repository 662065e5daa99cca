"""How the main clause binds: its modal words, their negation, and whether several compete."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rulemark.source import Span
from rulemark.statements.clauses import Clause
from rulemark.statements.measures import DURATIONS
from rulemark.statements.model import Modality
from rulemark.statements.phrases import Mark
from rulemark.statements.scanning import Scan, words_from

_PIECE_END = re.compile(r"[,;:()。、!?]|\.(?= |$)|(?<= )[–—-](?= )")
_BRACKETS = re.compile(r"\([^()]{0,400}\)")
_RELATIVE_REACH = 4
_SUBORDINATE_REACH = 9
_OPENING_WORDS = 2
_NEGATION_REACH = 2
_RESTRICTION_REACH = 6
_TAIL = re.compile(r"[\s\"'」』）)】\]]*(?:$|[。.,、;:!?(（\n]|が、|し、|し,)")


@dataclass(frozen=True, slots=True)
class Binding:
    """What the main clause says about duty.

    Attributes:
        modality: The one modality, None when there is none or when several compete.
        mixed: Several compete.
        negated: The main clause denies.
    """

    modality: Modality | None
    mixed: bool = False
    negated: bool = False


def read_modality(scan: Scan, clauses: Sequence[Clause]) -> Binding:
    """Return how the main clause of a sentence binds, leaving out its conditions and remarks in brackets."""
    hidden = [clause.whole for clause in clauses] + [Span(*match.span()) for match in _BRACKETS.finditer(scan.masked)]
    if len(hidden) == 1 and not clauses and len(hidden[0]) >= len(scan.masked.strip(" .")):
        hidden = []
    marks = tuple(_main_modals(scan, _merged(hidden)))
    # "it is possible that you have to": the duty counts
    strong = tuple(mark for mark in marks if not scan.lexicon.modals[mark.name].weak)
    kinds = list(dict.fromkeys(modality for mark in strong or marks if (modality := _bound(scan, mark))))
    if len(kinds) > 1:
        return Binding(None, mixed=True, negated=_denies(scan, hidden))
    modality = kinds[0] if kinds else None
    return Binding(modality, negated=modality in _DENYING or _denies(scan, hidden))


_DENYING = frozenset({Modality.MUST_NOT, Modality.MAY_NOT, Modality.SHOULD_NOT, Modality.NEED_NOT})


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _outside(marks: Sequence[Mark], hidden: Sequence[Span]) -> Iterator[Mark]:
    index = 0
    for mark in marks:
        while index < len(hidden) and hidden[index].end <= mark.start:
            index += 1
        if index == len(hidden) or mark.start < hidden[index].start:
            yield mark


def _main_modals(scan: Scan, hidden: Sequence[Span]) -> Iterator[Mark]:
    """Yield the modal words of main clauses: not those of relative clauses, purposes and reasons."""
    consumed = -1
    for mark in _outside(scan.of("modal"), hidden):
        if scan.lexicon.script.marker_last:
            if _TAIL.match(scan.masked, mark.end):
                yield mark
            continue
        owner = _owner(scan, mark, hidden)
        if owner and (owner.start > consumed or scan.lexicon.script.verb_last):
            consumed = owner.start
            continue
        yield mark


def _owner(scan: Scan, mark: Mark, hidden: Sequence[Span]) -> Mark | None:
    """Return the word that makes the clause of a modal a subordinate one."""
    before = (
        hidden[bisect_left(hidden, Span(mark.start, mark.start)) - 1].end
        if hidden and hidden[0].start < mark.start
        else 0
    )
    start = max(before, _piece_start(scan, mark.start))
    if (order := _order(scan)) and order.end <= mark.start and _in_between(scan, order.end, mark.start):
        return order
    if scan.lexicon.script.relative_comma:
        return _owner_behind_comma(scan, mark, start)
    for topic, reach in (("relative", _RELATIVE_REACH), ("subordinate", _SUBORDINATE_REACH)):
        owner = scan.last(topic, mark.start)
        if owner and owner.start >= start and _reaches(scan, owner, mark, start, reach):
            return owner
    return None


def _owner_behind_comma(scan: Scan, mark: Mark, start: int) -> Mark | None:
    """Find the word behind a comma that opens a subordinate clause, or tell it by its verb at the very end."""
    first = next(words_from(scan.masked, scan.skip(start)), None)
    if not first or not start:
        return None
    for position in (first.start(), first.end()):
        owner = scan.starting(position, "relative", "subordinate")
        if owner and owner.start < mark.start:
            return owner
    earlier = scan.first("relative", 0)
    at_end = _PIECE_END.match(scan.masked, scan.skip(mark.end)) or scan.skip(mark.end) == len(scan.masked)
    return earlier if at_end and scan.lexicon.modals[mark.name].verb and earlier and earlier.end < mark.start else None


_MAIN = ("stop", "subject", "negation", "before", "within", "number", "point", "anchor", "filler", "definite")
"""What follows a modal verb in a main clause with verb-second order."""


def _order(scan: Scan) -> Mark | None:
    """Return the imperative that opens a sentence: what "make sure you can …" asks for is no permission."""
    return scan.starting(0, "imperative")


def _in_between(scan: Scan, start: int, end: int) -> bool:
    subject = scan.first("pronoun", start)
    return subject is not None and subject.end <= end and not _PIECE_END.search(scan.masked, start, end)


def _reaches(scan: Scan, owner: Mark, mark: Mark, start: int, reach: int) -> bool:
    """Tell whether the subordinate clause of a word holds a modal verb further on."""
    script = scan.lexicon.script
    if script.verb_last:
        # behind its modal, a subordinate clause has nothing but infinitives
        if scan.starting(mark.end, "finite"):
            return True
        return not scan.starting(mark.end, *_MAIN)
    pronoun = scan.starting(owner.end, "pronoun")
    if pronoun and scan.skip(pronoun.end) < mark.start:
        return False  # "data that you leave behind may …": the relative clause has its own verb
    own_verb = scan.first("finite", owner.end)
    if own_verb and own_verb.end <= mark.start and not scan.masked[own_verb.end : mark.start].isspace():
        return False
    return scan.words(owner.end, mark.start) <= reach


def _piece_start(scan: Scan, position: int) -> int:
    """Return where the stretch between two punctuation marks starts that holds a position."""
    window = max(0, position - 400)
    last = 0
    for stop in _PIECE_END.finditer(scan.masked, window, position):
        last = stop.end()
    return last


def _bound(scan: Scan, mark: Mark) -> Modality | None:
    modal = scan.lexicon.modals[mark.name]
    # "needs 24 hours" says how long something takes, not what must be done
    if modal.measured is not modal.plain and _measures(scan, mark.end):
        return modal.measured
    negated = modal.negated is not None and (
        _is_negated(scan, mark) or (modal.predicate and _denied_before(scan, mark))
    )
    bound = modal.negated if negated else modal.plain
    return _SOFTENED.get(bound, bound) if bound and _is_softened(scan, mark) else bound


_SOFTENED = {Modality.MUST: Modality.SHOULD, Modality.MUST_NOT: Modality.SHOULD_NOT}


def _is_softened(scan: Scan, mark: Mark) -> bool:
    """Tell "would have to" from "have to", also when other words stand between: `zou eerst moeten`."""
    softener = scan.last("softener", mark.start)
    return softener is not None and softener.start >= _piece_start(scan, mark.start)


def _denied_before(scan: Scan, mark: Mark) -> bool:
    negation = scan.last("negation", mark.start)
    return negation is not None and negation.start >= _piece_start(scan, mark.start)


def _measures(scan: Scan, position: int) -> bool:
    comparator = scan.starting(position, "before", "approximate")
    start = scan.skip(comparator.end if comparator else position)
    number = next((number for number in scan.numbers if number.start == start), None)
    unit = scan.lexicon.units.at(scan.masked, scan.skip(number.end)) if number else None
    return unit is not None and unit.name in DURATIONS


def _is_negated(scan: Scan, mark: Mark) -> bool:
    match scan.lexicon.script.negation:
        case "before":
            negation = scan.last("negation", mark.start)
            return negation is not None and _only_clitics(scan, negation.end, mark.start) and not _restricts(scan, mark)
        case "after":
            negation = scan.first("negation", mark.end)
            return negation is not None and _adjacent(scan, mark.end, negation.start)
        case _:
            negation = scan.first("negation", mark.end)
            end = _clause_end(scan, mark.end)
            return negation is not None and negation.start < end and not _other_modal(scan, mark, negation)


def _only_clitics(scan: Scan, start: int, end: int) -> bool:
    """Tell whether only unstressed pronouns and "more" stand between a negation and its verb: `no se puede`."""
    while clitic := scan.starting(start, "clitic"):
        start = clitic.end
    return scan.skip(start) >= end


def _restricts(scan: Scan, mark: Mark) -> bool:
    """Tell "ne … que", which allows only something, from "ne … pas"."""
    restriction = scan.first("restriction", mark.end)
    if not restriction or scan.starting(mark.end, "denial"):
        return False
    return scan.words(mark.end, restriction.start) <= _RESTRICTION_REACH


def _clause_end(scan: Scan, position: int) -> int:
    """Return where the clause ends at the latest that a modal stands in."""
    stop = _PIECE_END.search(scan.masked, position)
    end = stop.start() if stop else len(scan.masked)
    if scan.lexicon.script.relative_comma:
        return end
    following = (scan.first(topic, position) for topic in ("condition", "relative", "subordinate"))
    return min((end, *(mark.start for mark in following if mark and mark.start > position + 1)))


def _adjacent(scan: Scan, start: int, end: int) -> bool:
    return scan.words(start, end) <= _NEGATION_REACH and not _PIECE_END.search(scan.masked, start, end)


def _other_modal(scan: Scan, mark: Mark, negation: Mark) -> bool:
    following = scan.first("modal", mark.end)
    return following is not None and following.start < negation.start


def _denies(scan: Scan, hidden: Sequence[Span]) -> bool:
    return any(True for _ in _outside(scan.of("negation"), _merged(hidden)))
