"""Where a conditional clause ends: at the comma, the "then" or the verb that starts its main clause."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from rulemark.statements.conditions.bare_main_clauses import bare_main_clause, unannounced_main_clause
from rulemark.statements.conditions.enumerations import LONGEST_ITEM, in_enumeration, in_list
from rulemark.statements.meaning import ConditionKind
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import LONGEST_CLAUSE, Stop, stops, stretch_end
from rulemark.statements.words.scanning import Scan, words_from

_SHORT_SUBJECT = 2
"""Words of a subject in front of its verb: "that limit is"."""
_NO_MAIN_CLAUSE = ("continue", "contrast", "relative", "subordinate", "insertion")
_NO_VERB = ("subject", "stop")
_VERBS = ("finite", "modal", "imperative", "condition", "announcing")


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
    possible = adjunct = None
    end = min(scan.end, start + LONGEST_CLAUSE)
    bare = bare_main_clause(scan, start) if initial else None
    for stop in _signs(scan, start):
        if bare and bare < stop.position:
            return bare, Boundary.CERTAIN
        if stop.depth >= 0 and (stop.depth or (stop.sign and stop.sign in "()、")):
            continue
        if stop.depth < 0 or _ends_sentence(stop.sign, initial=initial):
            bare, end = None, stop.position
            possible = None if stop.depth < 0 and not _opens_with_bracket(scan) else possible
            break
        boundary = _boundary(scan, stop, initial=initial)
        if boundary is Boundary.CERTAIN:
            return _before_adjunct(scan, adjunct, stop), Boundary.CERTAIN if initial else Boundary.NONE
        if boundary is Boundary.POSSIBLE:
            possible = possible or stop.position
        adjunct = (adjunct or stop.position) if boundary and _is_adjunct(scan, stop) else None
    if possible and not bare:
        return possible, Boundary.POSSIBLE
    bare = bare or (unannounced_main_clause(scan, start, end) if initial else None)
    return (bare, Boundary.CERTAIN) if bare else (end, Boundary.NONE)


def _opens_with_bracket(scan: Scan) -> bool:
    """Tell brackets around a sentence from those around a remark: "we pay (if it is a lamp, a bulb or a fuse)"."""
    return scan.masked.startswith("(", scan.skip(0))


def _is_adjunct(scan: Scan, stop: Stop) -> bool:
    """Tell whether a preposition opens the stretch behind a comma: "if you pay by card, on the next page, choose"."""
    word = next(words_from(scan.masked, scan.skip(stop.position + 1)), None)
    return word is not None and word.group() in scan.lexicon.words("preposition")


def _before_adjunct(scan: Scan, adjunct: int | None, stop: Stop) -> int:
    """Return where a clause ends in front of an order: before the place where it is to be carried out."""
    return adjunct if adjunct and scan.starting(stop.position + 1, "imperative") else stop.position


def _ends_sentence(sign: str, *, initial: bool) -> bool:
    return sign != "" and (sign in ";!?。." or (sign == ":" and not initial))


def _signs(scan: Scan, start: int) -> Iterator[Stop]:
    """Yield the punctuation from a position on, and every "then" that stands outside brackets, in order."""
    then = _then(scan, start) or scan.first("then", start + 1)
    depth = 0
    for stop in (*stops(scan, start), Stop(scan.end, "", -1)):
        while then and then.start < stop.position:
            beyond = scan.words(start, then.start) > (then.sense.topic == "then")
            if depth == 0 and beyond and _leads_on(scan, then):
                yield Stop(then.start, "", 0)
            then = scan.first("then", then.end)
        if stop.position < scan.end or stop.sign:
            yield stop
        depth = stop.depth


def _then(scan: Scan, start: int) -> Mark | None:
    """Return what "only if" waits for where no comma does the same: `只有在付款后才能 …`."""
    opener = scan.ending(start, "condition")
    if opener is None or not opener.name.startswith(ConditionKind.ONLY_IF):
        return None
    then = scan.first("then_only", start + 1)
    return then if then and "," not in scan.masked[start : min(then.start, start + LONGEST_CLAUSE)] else None


def _leads_on(scan: Scan, then: Mark) -> bool:
    """Tell "then", behind which a main clause starts, from "and then", and in Dutch from "than"."""
    if scan.ending(then.start, "modal", "finite", "continue"):
        return False
    return not scan.lexicon.script.verb_second or _starts_main_clause(scan, scan.skip(then.end))


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
    if scan.starting(position, *_NO_MAIN_CLAUSE) or position >= scan.end or _is_infinitive(scan, position):
        return Boundary.NONE
    opens = scan.text[position : position + 2].istitle() or scan.starting(position, "stop") is not None
    if stop.sign == ":" and position > stop.position + 1 and opens:
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
    modal = scan.first("modal", pronoun.end)
    reach = (scan.words(pronoun.end, mark.start) for mark in (verb, modal) if mark)
    # "…, that email rule is deleted" has a singular, "…, that users will see" a plural
    return 1 <= min(reach, default=0) <= (_SHORT_SUBJECT if noun.endswith("s") else LONGEST_ITEM)


def _starts_main_clause(scan: Scan, position: int) -> bool:
    script = scan.lexicon.script
    if not script.spaces:
        return False
    if scan.starting(position, *_VERBS):
        return True
    if not script.verb_second:
        return scan.starting(position, "subject", "negation") is not None and not in_enumeration(scan, position)
    verb = next(words_from(scan.masked, position), None)
    return verb is not None and bool(scan.starting(verb.end(), "subject")) and not scan.starting(position, *_NO_VERB)


def _is_infinitive(scan: Scan, position: int) -> bool:
    """Tell `…, wenn Sie versuchen, Karten zu kaufen`, where the clause goes on, from `…, gilt die Karte`."""
    noun = scan.lexicon.script.capital_nouns and scan.text[scan.skip(position) :][:1].isupper()
    words = scan.masked[position : stretch_end(scan, position)].split() if noun else []
    return len(words) > 1 and words[-2] in scan.lexicon.words("infinitive")
