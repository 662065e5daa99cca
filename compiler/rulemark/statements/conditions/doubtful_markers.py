"""Words that look like the marker of a condition and may be something else: `als`, `se`, `sollten`, "SI"."""

from __future__ import annotations

from rulemark.source import Span
from rulemark.statements.conditions.boundaries import Boundary
from rulemark.statements.conditions.condition_kinds import waits_for_condition
from rulemark.statements.conditions.marker_places import follows_comma, opens_sentence
from rulemark.statements.words.masking import BLOT
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_start
from rulemark.statements.words.scanning import Scan, words_from

_SHORTEST = 2
"""Words of what may name a role without a verb."""
_ROLE = 4
"""Words of a role in front of its main clause: `Als een goede gewoonte, …`."""
_NEAR = 30
"""Characters behind a marker in capitals that show whether everything is written so."""
_VERBAL = ("t", "n", "d")
"""How Dutch verbs and participles end."""


def is_part_of_name(scan: Scan, mark: Mark) -> bool:
    """Tell a country code such as SI from a marker by its capitals, and the end of a word such as `conecta-se`."""
    written = scan.text[mark.start : mark.end]
    if scan.masked[max(0, mark.start - 1) : mark.start] == "-":
        return True
    return len(written) > 1 and written.isupper() and not scan.text[mark.end : mark.end + _NEAR].isupper()


def is_main_verb(scan: Scan, mark: Mark) -> bool:
    """Tell "deshalb sollten Sie …" and "nachdem …, sollten Sie …" from "sollten Sie …, so …"."""
    if "~" not in mark.name or not scan.lexicon.script.verb_second:
        return False
    start = stretch_start(scan, mark.start)
    if scan.skip(start) < scan.back(mark.start, " ") and not scan.ending(mark.start, "continue"):
        return True
    front = scan.skip(0)
    return front < mark.start and scan.starting(front, "introductory", "subordinate", "condition") is not None


def compares(scan: Scan, mark: Mark) -> bool:
    """Tell a comparator from a marker, where one phrase is both: `à moins de 25`, `à moins de payer`.

    Before a noun it is neither: `à moins d'une erreur`.
    """
    comparator = scan.starting(mark.start, "before")
    if not comparator or comparator.end != mark.end:
        return False
    return bool(scan.number_at(scan.skip(mark.end)) or scan.starting(mark.end, "article"))


def is_reflexive(scan: Scan, mark: Mark) -> bool:
    """Tell the pronoun of a reflexive verb from a marker: `pode se registrar`."""
    return bool(scan.lexicon.script.subjunctive and mark.name.endswith("?") and scan.ending(mark.start, "modal"))


def is_hypothetical(scan: Scan, clause: Span) -> bool:
    """Tell "as long as" from "whereas", where one word says both: only the former denies or has a subjunctive."""
    marks = (scan.first("negation", clause.start), scan.first("subjunctive", clause.start))
    return any(mark is not None and mark.end <= clause.end for mark in marks)


def end_of_doubtful(scan: Scan, start: int, end: int, boundary: Boundary) -> int:
    """Return where the clause of a marker ends that may mean something else, or its start when it does.

    Dutch `als` is "as" as well, and needs a subject or a main clause behind it; Chinese `仅在` is "only in" as
    well, and needs a particle that closes the clause.
    """
    if scan.lexicon.script.spaces:
        marker = scan.ending(start, "condition")
        behind = marker is not None and not opens_sentence(scan, marker.start)
        doubtful = behind or boundary is not Boundary.CERTAIN or scan.words(start, end) <= _ROLE
        if doubtful and scan.lexicon.script.verb_last and _lacks_verb(scan, start, end):
            return start
        stated = boundary is Boundary.CERTAIN or _names_a_subject(scan, start) or _ends_in_verbs(scan, start, end)
        return end if stated else start
    if scan.ending(end, "clause_tail"):
        return end
    tail = scan.first("clause_tail", start)
    modal = scan.first("modal", start)
    if modal and tail and modal.start < tail.start and scan.lexicon.modals[modal.name].weak:
        # `只有管理员才能在登录后查看` says who
        return start
    return tail.end if tail and tail.end < end else start


def _lacks_verb(scan: Scan, start: int, end: int) -> bool:
    """Tell `als een alternatief`, `als de eigenaar van de zaal` and `als Gesprek`, which name a role, from a clause."""
    named = scan.text[start : start + 1].isupper() and not scan.starting(start, "subject", "number")
    if not (named or scan.starting(start, "article", "definite")):
        return False
    verbs = (scan.first(topic, start) for topic in ("finite", "modal", "verb_first", "before"))
    if any(verb and verb.end <= end for verb in verbs):
        return False
    words = scan.masked[start:end].rstrip(" .:;)").split()
    infinitive = len(words) > _SHORTEST and words[-2] in scan.lexicon.words("infinitive")
    return len(words) <= _SHORTEST or not _is_verbal(scan, words[-3 if infinitive else -1], end)


def _is_verbal(scan: Scan, word: str, end: int) -> bool:
    """Tell how Dutch verbs end from `als Gesprek in het deelvenster`; in -d end participles only."""
    participle = not word.endswith("d") or scan.ending(scan.back(end, " .:;)"), "final_verb") is not None
    return word.endswith(_VERBAL) and participle


def _ends_in_verbs(scan: Scan, start: int, end: int) -> bool:
    """Tell `als kaarten zijn verkocht`, a clause without an article, from `als kaart`; not from `als kaart die …`."""
    verb = scan.last("finite", end) if scan.lexicon.script.verb_last else None
    if not verb or scan.words(start, verb.start) < _SHORTEST or scan.words(verb.end, end) > 1:
        return False
    if scan.ending(verb.start, "infinitive"):
        return False
    inner = (scan.first(topic, start) for topic in ("relative", "subordinate"))
    return not any(mark and mark.start < verb.start for mark in inner)


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
    if not (opens_sentence(scan, marker.start) or follows_comma(scan, marker.start)):
        return waits_for_condition(scan, marker.start)
    return verb.group().endswith(tuple(scan.lexicon.script.subjunctive.split()))
