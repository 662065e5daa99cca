"""Whether a limit still points the same way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rulemark.checks.problems import COMPARISON_DIFFERS
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.diagnostics import Severity
from rulemark.statements import DURATIONS, Comparison, Quantity, Topic

_UP = frozenset({Comparison.GT, Comparison.GE})
_DOWN = frozenset({Comparison.LT, Comparison.LE})
_NEGATIVE = {
    Comparison.GT: Comparison.LE,
    Comparison.GE: Comparison.LT,
    Comparison.LT: Comparison.GE,
    Comparison.LE: Comparison.GT,
}
_LONGEST = 40
"""Characters of a quantity with its comparator: in a longer one they may not belong together."""
_CLOSE = 2
"""Words of a comparator: "more than"."""
_BESIDE = 3
"""Characters between a time and the word for "before"."""
_COMPARATORS = ("before", "after")


def comparison_differs(source: Line, target: Line) -> Iterator[PairFinding]:
    """Yield each quantity that both sentences state once and whose comparison differs."""
    if not target.lexicon.language:
        return
    theirs = _by_number(target)
    for number, ours in _by_number(source).items():
        other = theirs.get(number)
        if other is not None and (finding := _compare(source, ours, target, other)):
            yield finding
    yield from _alternatives(source, target)


def denies_the_opposite(source: Line, target: Line) -> bool:
    """Say whether a limit of the source is the opposite one under a "not" in the translation: "not longer than 20"."""
    theirs = _by_number(target)
    pairs = ((ours, theirs[number]) for number, ours in _by_number(source).items() if number in theirs)
    return any(
        _opposite(ours.comparison, other.comparison) and not _opposite(ours.comparison, _plain(other, target))
        for ours, other in pairs
    )


def affirms_the_opposite(source: Line, target: Line) -> bool:
    """Say whether a limit under a "not" has become the opposite one without it: "at most 20" for "not more than 20"."""
    words = target.topics(*_COMPARATORS, "within")
    up, down = bool(words & _UP), bool(words & _DOWN)
    return up != down and any(
        quantity.comparison != (plain := _plain(quantity, source)) and plain in (_UP if up else _DOWN)
        for quantity in source.reading.quantities
    )


def _by_number(line: Line) -> dict[Decimal, Quantity]:
    """Return the quantities whose number stands in the sentence once."""
    found: dict[Decimal, list[Quantity]] = {}
    for quantity in line.reading.quantities:
        found.setdefault(quantity.value, []).append(quantity)
    return {number: group[0] for number, group in found.items() if len(group) == 1 and len(group[0].span) <= _LONGEST}


def _compare(source: Line, ours: Quantity, target: Line, theirs: Quantity) -> PairFinding | None:
    left, right = _plain(ours, source), _plain(theirs, target)
    words = f"`{_words(ours, source)}` became `{_words(theirs, target)}`"
    if _is_turned(ours, theirs) or _is_turned(theirs, ours):
        return PairFinding(COMPARISON_DIFFERS.name, Severity.ERROR, words)
    if left == right or (is_before_event(ours, source) and is_before_event(theirs, target)):
        # "at least 14 days before" is "no later than 14 days before"
        return None
    close = _is_close(ours, source) and _is_close(theirs, target)
    if close and _opposite(left, right) and _opposite(ours.comparison, theirs.comparison):
        return PairFinding(COMPARISON_DIFFERS.name, Severity.ERROR, words)
    if close and ({left, right} <= _UP or {left, right} <= _DOWN):
        return PairFinding(
            COMPARISON_DIFFERS.name, Severity.NOTE, f"{words}: only one of them counts {_shown(ours.value)} itself"
        )
    lost = left in {Comparison.GT, Comparison.LT} and right is Comparison.EQ and _is_close(ours, source)
    if lost and not target.topics(*_COMPARATORS):
        return PairFinding(COMPARISON_DIFFERS.name, Severity.WARNING, words)
    return None


def _shown(number: Decimal) -> str:
    """Return a number without an exponent or zeros behind its point."""
    return format(number.normalize(), "f")


def _is_turned(until: Quantity, since: Quantity) -> bool:
    """Whether a time until which something happens became one after which it happens: "within 14 days"."""
    return until.comparison in _DOWN and not until.after and since.after and since.comparison not in _DOWN


def is_before_event(quantity: Quantity, line: Line) -> bool:
    """Whether a time ends with an event, so that the least length of it is its latest day."""
    prior = (mention for mention in line.mentions if mention.topic is Topic.PRIOR)
    beside = any(0 <= mention.span.start - quantity.span.end <= _BESIDE for mention in prior)
    return quantity.unit in DURATIONS and (quantity.ahead or beside)


def _is_close(quantity: Quantity, line: Line) -> bool:
    """Whether the comparator stands right beside its number, so that it surely belongs to it."""
    start, end = quantity.span.start, quantity.number_span.start
    between = line.folded_span(start, end)
    if not line.lexicon.script.spaces or len(between.split()) <= _CLOSE:
        return True
    marks = (mark for mark in line.lexicon.phrases.find(between) if mark.sense.topic in _COMPARATORS)
    return any(mark.end - mark.start == len(between) for mark in marks)


def _words(quantity: Quantity, line: Line) -> str:
    """Return the words of a quantity; of a time after which something happens with the word that says "after"."""
    start, end = quantity.span.start, quantity.span.end
    if quantity.after and line.lexicon.script.spaces:
        before = line.text[:start].split()
        return f"{before[-1]} {line.text[start:end]}" if before else line.text[start:end]
    return line.text[start : end + 2 if quantity.after else end]


def _opposite(left: Comparison, right: Comparison) -> bool:
    return (left in _UP and right in _DOWN) or (left in _DOWN and right in _UP)


def _plain(quantity: Quantity, line: Line) -> Comparison:
    """Return the comparison with its negation worked in: "must not exceed 25" is at most 25."""
    denied = quantity.negated or _is_denied(quantity, line)
    return _NEGATIVE.get(quantity.comparison, quantity.comparison) if denied else quantity.comparison


def _is_denied(quantity: Quantity, line: Line) -> bool:
    """Whether the main clause forbids what the comparison says, as far as the reader has not worked that in."""
    return quantity.comparison in _UP and line.reading.negated and not line.reading.conditions


def _alternatives(source: Line, target: Line) -> Iterator[PairFinding]:
    """Yield alternatives ("1 or 3 years") that became a range, and the other way round."""
    for line, other in ((source, target), (target, source)):
        for quantity in line.reading.quantities:
            if quantity.comparison is not Comparison.BETWEEN or quantity.upper is None:
                continue
            pair = [
                item
                for item in other.reading.quantities
                if item.value in {quantity.value, quantity.upper} and item.comparison is Comparison.EQ
            ]
            if len(pair) == 2 and pair[0].value != pair[1].value and abs(pair[0].span.start - pair[1].span.start) < 30:
                words = line.reading.words(quantity.span)
                yield PairFinding(
                    COMPARISON_DIFFERS.name,
                    Severity.WARNING,
                    f"`{words}` is a range in one language and two alternatives in the other",
                )
