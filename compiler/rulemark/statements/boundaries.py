"""Where a conditional clause ends: at the comma, the "then" or the verb that starts its main clause."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from heapq import merge
from itertools import takewhile

from rulemark.statements.enumerations import LONGEST_ITEM, in_enumeration, in_list
from rulemark.statements.phrases import Mark
from rulemark.statements.punctuation import Stop, stops
from rulemark.statements.scanning import Scan, words_from

_FAR = 1500
"""Characters of a clause; its end is not looked for further away."""
_SHORT_SUBJECT = 2
"""Words of a subject in front of its verb: "that limit is"."""
_SHORTEST_CLAUSE = 3
"""Words of a condition in front of a main clause that no comma announces."""
_NO_MAIN_CLAUSE = ("continue", "contrast", "relative", "subordinate", "insertion")
_JOINTS = ("relative", "subordinate", "continue", "condition", "before")
_VERBS = ("finite", "modal", "imperative", "condition")


class Boundary(IntEnum):
    """How surely a main clause starts behind a sign."""

    NONE = 0
    POSSIBLE = 1
    CERTAIN = 2


def clause_end(scan: Scan, start: int, *, initial: bool) -> tuple[int, Boundary]:
    """Return where a clause ends, and whether its main clause starts there.

    Args:
        scan: The sentence.
        start: Where the clause starts.
        initial: The main clause is still to come.
    """
    possible: int | None = None
    bare = _bare_main_clause(scan, start) if initial else None
    for stop in _signs(scan, start):
        if bare and bare < stop.position:
            break
        if stop.sign == ")" and stop.depth < 0:
            return (possible, Boundary.POSSIBLE) if possible else (stop.position, Boundary.NONE)
        if stop.depth or (stop.sign and stop.sign in "()、"):
            continue
        if _ends_sentence(stop.sign, initial=initial):
            return (possible, Boundary.POSSIBLE) if possible else (stop.position, Boundary.NONE)
        boundary = _boundary(scan, stop, initial=initial)
        if boundary is Boundary.CERTAIN:
            return stop.position, Boundary.CERTAIN if initial else Boundary.NONE
        if boundary is Boundary.POSSIBLE and possible is None:
            possible = stop.position
    if bare:
        return bare, Boundary.CERTAIN
    return (possible, Boundary.POSSIBLE) if possible else (min(scan.end, start + _FAR), Boundary.NONE)


def _ends_sentence(sign: str, *, initial: bool) -> bool:
    return sign != "" and (sign in ";!?。." or (sign == ":" and not initial))


def _signs(scan: Scan, start: int) -> Iterator[Stop]:
    """Yield the punctuation from a position on, and every "then" that stands outside brackets, in order."""
    then = scan.first("then", start + 1)
    depth = 0
    for stop in (*stops(scan, start), Stop(scan.end, "", -1)):
        while then and then.start < stop.position:
            beyond = scan.words(start, then.start) > 1
            if depth == 0 and beyond and not scan.ending(then.start, "modal", "finite"):
                yield Stop(then.start, "", 0)
            then = scan.first("then", then.end)
        if stop.position < scan.end or stop.sign:
            yield stop
        depth = stop.depth


def _boundary(scan: Scan, stop: Stop, *, initial: bool) -> Boundary:
    """Judge what stands behind a comma, a colon or at a "then"."""
    if not stop.sign:
        return Boundary.CERTAIN
    position = scan.skip(stop.position + 1)
    if not initial:
        return Boundary.CERTAIN if scan.starting(position, "contrast", "condition") else Boundary.NONE
    if scan.starting(position, "then"):
        return Boundary.CERTAIN
    if condition := scan.starting(position, "condition"):
        inverted = scan.lexicon.script.verb_second and "~" in condition.name
        another = _is_another(scan, condition)
        return Boundary.CERTAIN if inverted or another or stop.sign == ":" else Boundary.NONE
    if _points(scan, position):
        return Boundary.CERTAIN
    if scan.starting(position, *_NO_MAIN_CLAUSE) or position >= scan.end:
        return Boundary.NONE
    if stop.sign == ":" and position > stop.position + 1 and scan.text[position : position + 2].istitle():
        # "if the message is: Error 5 has occurred, …" goes on
        return Boundary.NONE if scan.ending(stop.position, "finite", "stop") else Boundary.CERTAIN
    if _starts_main_clause(scan, position):
        return Boundary.CERTAIN
    listed = in_list(scan, position) or in_enumeration(scan, position)
    return Boundary.NONE if listed else Boundary.POSSIBLE


def _is_another(scan: Scan, marker: Mark) -> bool:
    """Tell "if …, when …, we …", two conditions, from "if …, if … or if …", the cases of one."""
    opener = scan.last("condition", marker.start)
    kinds = {opener.name[:4] if opener else "", marker.name[:4]}
    return kinds == {"if", "when"} and not marker.name.endswith("?")


def _points(scan: Scan, position: int) -> bool:
    """Tell the "that" of "…, that limit is raised" from the relative pronoun of "…, that you have raised"."""
    pronoun = scan.starting(position, "relative")
    if not pronoun or scan.lexicon.script.verb_second or not scan.starting(position, "subject"):
        return False
    verb = scan.first("finite", pronoun.end)
    subject = scan.starting(pronoun.end, "subject", "pronoun", "modal", "relative")
    if subject is not None:
        return False
    noun, predicate, *_ = (*(word.group() for word in words_from(scan.masked, scan.skip(pronoun.end))), "", "")
    if predicate.endswith("s") and not noun.endswith("s"):
        return True
    return verb is not None and 1 <= scan.words(pronoun.end, verb.start) <= _SHORT_SUBJECT


def _starts_main_clause(scan: Scan, position: int) -> bool:
    script = scan.lexicon.script
    if not script.spaces:
        return False
    if scan.starting(position, *_VERBS):
        return True
    if not script.verb_second:
        return scan.starting(position, "subject", "negation") is not None and not in_enumeration(scan, position)
    verb = next(words_from(scan.masked, position), None)
    return verb is not None and bool(scan.starting(verb.end(), "subject")) and not scan.starting(position, "subject")


def _bare_main_clause(scan: Scan, start: int) -> int | None:
    """Find a main clause that no comma announces: a subject and its modal verb, some words into the sentence."""
    inverted = scan.lexicon.script.verb_second
    script = scan.lexicon.script
    topics = ("modal", "finite") if script.verb_last and not script.relative_comma else ("modal",)
    shortest = _SHORTEST_CLAUSE if scan.lexicon.words("infinitive_ending") else LONGEST_ITEM
    verbs = merge(*(scan.all_from(topic, start + 1) for topic in topics), key=lambda mark: mark.start)
    for modal in takewhile(lambda mark: mark.start < start + _FAR, verbs):
        subject = _subject_behind(scan, modal) if inverted else scan.ending(modal.start, "pronoun")
        if subject and scan.words(start, subject.start) >= shortest and not scan.ending(subject.start, *_JOINTS):
            return subject.start
    return None


def _lacks_infinitive(scan: Scan, modal: Mark) -> bool:
    """Tell a Swedish main clause, `kan värden …`, from a clause in which an infinitive follows: `… kan betala`."""
    endings = scan.lexicon.words("infinitive_ending")
    behind = next(words_from(scan.masked, scan.skip(modal.end)), None)
    if not endings or not behind or scan.starting(behind.start(), "negation", "restricting", "hedge", "stop"):
        return False
    return modal.sense.topic == "modal" and not behind.group().endswith(endings)


def _subject_behind(scan: Scan, modal: Mark) -> Mark | None:
    """Return a modal verb whose subject follows it, as in main clauses with verb-second order."""
    if scan.starting(modal.end, "pronoun") or _lacks_infinitive(scan, modal):
        return modal
    script = scan.lexicon.script
    if not script.verb_last or script.relative_comma or scan.starting(modal.end, "relative", "article"):
        return None
    return modal if scan.starting(modal.end, "subject") and not scan.starting(modal.end, "negation") else None
