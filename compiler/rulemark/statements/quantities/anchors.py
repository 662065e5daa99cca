"""The event that a duration runs from or up to: "30 days of cancellation", `解約から 30 日以内`, `续订前 7 天`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rulemark.source import Span
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_start
from rulemark.statements.words.scanning import Scan, words_from

_WORDS = 8
"""Words that name an event behind its duration."""
_CHARACTERS = 24
"""How far in front of a duration its event is looked for, in scripts without spaces."""
_EVENT_LENGTHS = range(2, 9)
_GAP = " ,、"
_STOPS = ("modal", "finite", "subordinate", "relative", "condition", "negation", "continue", "anchor")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a duration is counted from.

    Attributes:
        span: The words for the event; None when none stands there.
        ahead: The duration ends with the event instead of beginning with it.
    """

    span: Span | None
    ahead: bool = False


NO_ANCHOR = Anchor(None)


def find_anchor(scan: Scan, start: int, end: int) -> Anchor:
    """Return the event of the duration that stands from `start` to `end`, with its comparator."""
    if scan.lexicon.script.spaces:
        return Anchor(_behind(scan, end))
    return _in_front(scan, start, end)


def _behind(scan: Scan, end: int) -> Span | None:
    """Return the words behind a duration that say what it runs from: "of cancellation", "after the order date"."""
    mark = scan.starting(end, "anchor", "partitive")  # "of the" is a phrase of its own
    if not mark:
        return None
    words: list[Span] = []
    for word in words_from(scan.masked, scan.skip(mark.end)):
        if len(words) >= _WORDS or scan.starting(word.start(), *_STOPS):
            break
        words.append(Span(*word.span()))
    while len(words) > 1 and _ends_clause(scan, words):
        words.pop()
    return Span(mark.start, words[-1].end) if words else None


def _ends_clause(scan: Scan, words: Sequence[Span]) -> bool:
    """Tell whether the last word belongs to the verb of the clause: "nach der Kündigung gelöscht"."""
    last, before = words[-1], words[-2]
    if scan.lexicon.script.capital_nouns:
        named = any(scan.text[word.start].isupper() for word in words[:-1])
        return named and scan.text[last.start].islower()
    verb = scan.ending(last.end, "final_verb")
    return verb is not None and verb.start == last.start and not scan.ending(before.end, "stop", "definite")


def _in_front(scan: Scan, start: int, end: int) -> Anchor:
    """Read an event in front of its duration: `解約から 30 日`, `更新の 7 日前`, `续订前 7 天`, `구매 30일 내`."""
    position = scan.back(start, _GAP)
    if scan.starting(end, "ahead"):
        genitives = "".join((" ", *scan.lexicon.words("genitive"), *scan.lexicon.words("attributive")))
        return Anchor(_event(scan, scan.back(position, genitives)), ahead=True)
    mark = _mark(scan, position)
    if mark and not scan.masked[mark.start - 1 : mark.start].isdigit():
        return Anchor(_event(scan, mark.start, mark.end), ahead=mark.sense.topic == "anchor_ahead")
    position = scan.back(start, " ")
    return Anchor(_event(scan, position)) if _ends_event(scan, position) else NO_ANCHOR


def _mark(scan: Scan, position: int) -> Mark | None:
    """Return the word between event and duration, over "about" and the like."""
    while not (mark := scan.ending(position, "anchor_behind", "anchor_ahead")):
        filler = scan.ending(position, "approximate", "filler")
        if not filler:
            return None
        position = scan.back(filler.start, _GAP)
    return mark


def _event(scan: Scan, end: int, until: int = 0) -> Span | None:
    """Return the words for an event that end at a position, and go on to `until` with what follows them."""
    front = max(stretch_start(scan, end), end - _CHARACTERS)
    openers = (scan.last(topic, end) for topic in ("anchor_front", "modal", "topic_particle"))
    begin = scan.skip(max((front, *(opener.end for opener in openers if opener and opener.end < end))))
    return Span(begin, max(end, until)) if begin < end else None


def _ends_event(scan: Scan, position: int) -> bool:
    """Tell whether a word for something that happens ends at a position."""
    known = scan.lexicon.mentions.senses
    words = (scan.masked[max(0, position - length) : position] for length in _EVENT_LENGTHS)
    return any(sense.topic == "event" for word in words for sense in known.get(word, ()))
