"""Words that open a subordinate clause, and whether the clause holds a modal verb further on."""

from __future__ import annotations

from rulemark.statements.conditions.indirect_questions import is_asked
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_end, stretch_start
from rulemark.statements.words.scanning import Scan

_SUBORDINATE_REACH = 9
"""Words between a conjunction and the modal of its clause."""
_CLITICS = 2
"""Words between a relative pronoun with a clitic and its modal: `que se puede`."""
_LONG_CLAUSE = 30
"""Words of a subordinate clause that opens its sentence and ends in a comma."""
_OBJECT_REACH = 4
"""Words between a relative pronoun that is the object and the modal of its subject: "that the owner must"."""
_OWN_CLAUSE = 2
"""Words behind the subject of a relative clause that hold a verb of its own: "that you leave behind may"."""
_VERBS_AT_END = 3
"""Words behind a modal at the end of a clause: "had to be paid", all of them verbs."""
_BEHIND_A_MAIN_VERB = (
    "stop", "subject", "negation", "before", "within", "number", "point", "anchor", "filler", "definite"
)  # fmt: skip
"""What follows a modal verb in a main clause; in a subordinate one nothing but infinitives does."""


def is_doubtful(scan: Scan, marker: Mark) -> bool:
    """Tell a word that opens no clause here: the reflexive `se` of Portuguese, the `che` of `sia … che …`."""
    if marker.sense.topic == "relative":
        first = scan.last("correlative", marker.start)
        return first is not None and first.start >= stretch_start(scan, marker.start)
    return marker.name.endswith("?") and not is_asked(scan, marker.start)


def behind_clitics(scan: Scan, position: int) -> int:
    """Return the position behind the unstressed words that stand at a position."""
    while clitic := scan.starting(position, "clitic"):
        position = clitic.end
    return position


def reaches(scan: Scan, owner: Mark, mark: Mark) -> bool:
    """Tell whether the subordinate clause that a word opens holds a modal verb further on."""
    if scan.lexicon.script.verb_last:
        if owner.sense.topic == "condition" and scan.words(mark.end, stretch_end(scan, mark.end)) > _VERBS_AT_END:
            return False
        return bool(scan.starting(mark.end, "finite")) or not scan.starting(mark.end, *_BEHIND_A_MAIN_VERB)
    if scan.starting(owner.start, "subjunctive_opener"):
        return _is_infinitive_behind(scan, owner, mark)
    auxiliary = scan.ending(mark.start, "auxiliary")
    until = auxiliary.start if auxiliary and auxiliary.start >= owner.end else mark.start
    if scan.words(owner.end, until) > _reach(scan, owner, mark) or _has_own_verb(scan, owner, mark):
        return False
    verb = scan.first("finite", owner.end)
    return not verb or verb.end > mark.start or scan.skip(verb.end) == mark.start


def _is_infinitive_behind(scan: Scan, owner: Mark, mark: Mark) -> bool:
    """Tell `antes de no poder …`, an infinitive, from `depois de junho os sócios devem …`, which binds."""
    negation = scan.starting(owner.end, "negation")
    return scan.skip(behind_clitics(scan, negation.end if negation else owner.end)) >= mark.start


def _reach(scan: Scan, owner: Mark, mark: Mark) -> int:
    """Return how many words may stand between a word and a modal that belongs to it.

    Where the relative pronoun is the subject itself, its verb follows at once: "who must …", not "who move must …".
    """
    if owner.sense.topic == "subordinate" and scan.skip(0) == owner.start and stretch_end(scan, mark.end) < scan.end:
        return _LONG_CLAUSE
    reported = scan.starting(owner.end, "reporting") or scan.ending(owner.start, "reporting")
    if owner.sense.topic != "relative" or reported:
        return _SUBORDINATE_REACH
    # "gauge what still needs to …", not the heading "What admins can do"
    asked = scan.starting(owner.start, "asking") is not None and owner.start > scan.skip(0)
    if asked or scan.starting(owner.end, "subject", "definite", "article", "pronoun"):
        return _OBJECT_REACH
    if scan.starting(owner.end, "clitic"):
        return _CLITICS
    negation = scan.last("negation", mark.start)
    return 2 if negation and negation.start >= owner.end else 0


def _has_own_verb(scan: Scan, owner: Mark, mark: Mark) -> bool:
    """Tell "data that you leave behind may …", where the relative clause is over, from "data that you may …"."""
    pronoun = scan.starting(owner.end, "pronoun")
    if not pronoun:
        return False
    denied = scan.last("negation", mark.start)
    until = denied.start if denied and denied.start >= pronoun.end else mark.start
    if owner.sense.topic == "relative" and scan.lexicon.script.negation == "before":
        # nothing but clitics parts a pronoun from its verb: `les produits que vous utilisez peuvent …`
        return scan.words(behind_clitics(scan, pronoun.end), until) > 0
    return scan.words(pronoun.end, until) >= _OWN_CLAUSE
