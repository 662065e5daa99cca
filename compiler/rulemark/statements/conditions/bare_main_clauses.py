"""Main clauses that no comma parts from the condition in front of them."""

from __future__ import annotations

import re
from heapq import merge
from itertools import takewhile

from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import LONGEST_CLAUSE
from rulemark.statements.words.scanning import Scan, words_from

_SUBJECT = 5
"""Words of a subject, or of a condition in front of a main clause where the order of words shows little."""
_SIGN = re.compile("[,;]")
_NOUN = 2
"""Words of a noun between its determiner and its verb: "your business partners have"."""
_SHORTEST_CLAUSE = 3
"""Words of a condition in front of its main clause."""
_JOINTS = ("relative", "subordinate", "continue", "contrast", "condition", "before")
_NO_NOUN = ("stop", "continue", "relative", "subordinate")
_NO_END = (*_JOINTS, "stop", "finite", "modal", "negation", "imperative", "subject")
"""What a clause never ends with."""


def bare_main_clause(scan: Scan, start: int) -> int | None:
    """Find a main clause that no comma announces: a subject and its modal verb, some words into the sentence."""
    inverted = scan.lexicon.script.verb_second
    script = scan.lexicon.script
    topics = ("modal", "finite") if script.verb_last and not script.relative_comma else ("modal",)
    shortest = _SHORTEST_CLAUSE if scan.lexicon.words("infinitive_ending") else _SUBJECT
    verbs = merge(*(scan.all_from(topic, start + 1) for topic in topics), key=lambda mark: mark.start)
    for modal in takewhile(lambda mark: mark.start < start + LONGEST_CLAUSE, verbs):
        subject = _subject_behind(scan, modal) if inverted else scan.ending(modal.start, "pronoun")
        if subject and scan.words(start, subject.start) >= shortest and not scan.ending(subject.start, *_JOINTS):
            return subject.start
    return None


def unannounced_main_clause(scan: Scan, start: int, end: int) -> int | None:
    """Find the subject and verb of a main clause in English that lacks its comma: "if there is none the rule is …"."""
    if scan.lexicon.script.negation != "after" or scan.masked[start:end].endswith(":"):
        return None
    bracketed = scan.masked.rfind(")", start, end)
    for verb in takewhile(lambda mark: mark.end < end, scan.all_from("finite", start + 1)):
        subject = _noun_phrase_before(scan, verb.start)
        if not subject or _SIGN.search(scan.masked, bracketed if bracketed < subject.start else start, subject.start):
            continue
        if scan.words(start, subject.start) >= _SHORTEST_CLAUSE and not scan.ending(subject.start, *_NO_END):
            return subject.start
    return None


def _noun_phrase_before(scan: Scan, position: int) -> Mark | None:
    """Return the first word of a subject in front of its verb: a pronoun, or the determiner of a short noun phrase."""
    subject = scan.last("subject", position)
    if not subject or scan.words(subject.end, position) > _SUBJECT:
        return None
    words = words_from(scan.masked[:position], scan.skip(subject.end))
    relative = scan.starting(subject.start, "relative") and scan.skip(subject.end) == position
    if relative or any(scan.starting(word.start(), *_NO_NOUN) for word in words):
        return None
    determiner = scan.last("subject", subject.start)
    if determiner and 0 < scan.words(determiner.end, subject.start) <= _NOUN and scan.ending(position, "subject"):
        return None
    wider = scan.ending(subject.start, "subject")
    return wider if wider and not scan.starting(wider.start, "relative") else subject


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
