"""Whether a number limits something or tells cases apart: "teams with fewer than 5 members can …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rulemark.source import Span
from rulemark.statements.conditions.main_clauses import Clause, behind_announcement
from rulemark.statements.lexicon import Lexicon
from rulemark.statements.meaning import Comparison, Quantity, Scope
from rulemark.statements.quantities.counted_nouns import COUNT
from rulemark.statements.quantities.units import DURATIONS
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.scanning import Scan

_STRICT = frozenset({Comparison.LT, Comparison.GT})
_LOOSE = frozenset({Comparison.LE, Comparison.GE})
_BESIDE_PREDICATE = 2
"""Words between a predicate and the number it states: "must always contain more than 8 characters"."""
_LONGEST_SUBJECT = 8
"""Words of a subject beside the number in it."""
_LONGEST_LABEL = 80
"""Characters in which the colon of a label stands."""
_LONGEST_NOUN = 10
"""Characters of a counted noun in a script without spaces."""
_RELATIVE_REACH = 4
"""Words between a relative pronoun and the verb that ends its clause."""


def read_scopes(
    scan: Scan, clauses: Sequence[Clause], quantities: tuple[Quantity, ...], modal: Mark | None
) -> tuple[tuple[Quantity, ...], Span | None]:
    """Return the quantities of a sentence with their scopes, and its subject where a quantity stands in it.

    Args:
        scan: The sentence.
        clauses: Its conditions; quantities in them are left alone.
        quantities: What was read.
        modal: The modal word of its main clause.
    """
    if not clauses and (label := _case_in_label(scan, quantities)):
        return (replace(quantities[0], scope=Scope.CASE), *quantities[1:]), label
    relative = scan.has("relative")
    if not any(relative or _may_tell_cases(scan, quantity) for quantity in quantities):
        return quantities, None
    main = clauses[0].main if clauses else Span(min(behind_announcement(scan, scan.skip(0)), scan.end), scan.end)
    predicate = _predicate(scan, main, quantities, modal)
    scoped = tuple(
        replace(quantity, scope=scope) if (scope := _scope(scan, quantity, main, predicate, modal)) else quantity
        for quantity in quantities
    )
    told = [quantity for quantity in scoped if quantity.scope is Scope.CASE]
    return scoped, _subject(scan, main, predicate, told) if told else None


def _case_in_label(scan: Scan, quantities: Sequence[Quantity]) -> Span | None:
    """Return what is counted where nothing else stands in front of a colon: "fewer than 5 items: use the post"."""
    start, colon = scan.skip(0), scan.masked.find(":", 0, _LONGEST_LABEL)
    if not quantities or colon < 0 or scan.skip(colon + 1) >= scan.end:
        return None
    label = Span(start, max(start, scan.back(colon, " ")))
    return label if is_case(scan.masked[label.start : label.end], quantities[0], start, scan.lexicon) else None


def is_case(label: str, quantity: Quantity, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a label is nothing but a comparison of a count: of a time it may be a limit.

    Args:
        label: The words of the label.
        quantity: The first quantity in it or behind it.
        start: Where the label starts in the text in which the quantity counts.
        lexicon: The words of its language; in a script without spaces the counted noun may stand beside the quantity.
    """
    if quantity.comparison is Comparison.EQ or quantity.unit in DURATIONS or quantity.unit == COUNT:
        return False
    if quantity.span not in Span(start, start + len(label)):
        return False
    front, behind = label[: quantity.span.start - start], label[quantity.span.end - start :]
    noun = (front + behind).replace(" ", "")
    return not noun or (not lexicon.script.spaces and noun.isalpha() and len(noun) <= _LONGEST_NOUN)


def _may_tell_cases(scan: Scan, quantity: Quantity) -> bool:
    """Tell "more than 5" and "5 or more" from "at least 5", which is a limit wherever it stands."""
    if quantity.negated:
        return False
    behind = scan.lexicon.script.spaces and not scan.starting(quantity.span.start, "before", "within", "label")
    return quantity.comparison in _STRICT or (behind and quantity.comparison in _LOOSE)


def _predicate(scan: Scan, main: Span, quantities: Sequence[Quantity], modal: Mark | None) -> Span | None:
    """Return the modal or finite verb of the main clause, whichever comes first; None when none is known."""
    verbs = [Span(mark.start, mark.end) for mark in _finite_verbs(scan, main, quantities)][:1]
    if modal and main.start <= modal.start < main.end:
        verbs.append(Span(modal.start, modal.end))
    return min(verbs, default=None)


def _finite_verbs(scan: Scan, main: Span, quantities: Sequence[Quantity]) -> Iterator[Mark]:
    for mark in scan.all_from("finite", main.start):
        if mark.end > main.end:
            return
        if _of_relative_clause(scan, mark):
            continue
        if not any(quantity.span.start <= mark.start < quantity.span.end for quantity in quantities):
            yield mark


def _of_relative_clause(scan: Scan, verb: Mark) -> bool:
    """Tell the verb of "who are …", and in German that of "die … sind," from the verb of the main clause."""
    if scan.ending(verb.start, "relative"):
        return True
    if not scan.lexicon.script.verb_last:
        return False
    relative = scan.last("relative", verb.start)
    closes = scan.masked.startswith(",", scan.skip(verb.end)) or not scan.lexicon.script.relative_comma
    return closes and relative is not None and scan.words(relative.end, verb.start) <= _RELATIVE_REACH


def _scope(scan: Scan, quantity: Quantity, main: Span, predicate: Span | None, modal: Mark | None) -> Scope | None:
    """Return the scope of a quantity of the main clause, None where it is a limit as it stands."""
    if quantity.number_span not in main:
        return None
    if scan.lexicon.script.marker_last:
        return _scope_before_predicate(scan, quantity)
    if _is_demanded(scan, quantity):
        return Scope.OPEN
    if predicate and quantity.span.end <= predicate.start and _behind_relative(scan, quantity, main):
        return Scope.CASE
    if not _may_tell_cases(scan, quantity) or _from_event(quantity):
        return None
    if predicate is None:
        return Scope.CASE if _in_nominal_phrase(scan, quantity, main) else Scope.OPEN
    if quantity.span.end <= predicate.start:
        return Scope.CASE
    modal_verb = modal is not None and modal.start == predicate.start
    near = scan.words(predicate.end, quantity.span.start) <= (_BESIDE_PREDICATE if modal_verb else 1)
    return None if near or quantity.comparison in _LOOSE else Scope.OPEN


def _is_demanded(scan: Scan, quantity: Quantity) -> bool:
    """Tell the demand in `die lager moet zijn dan 30 ms`, whose modal stands inside the comparator, from a case."""
    demand = scan.last("before", quantity.number_span.start)
    words = scan.masked[demand.start : demand.end].split() if demand and demand.start >= quantity.span.start else []
    relative = scan.last("relative", quantity.span.start)
    modals = (scan.lexicon.phrases.senses.get(word, ()) for word in words)
    return relative is not None and any(sense.topic == "modal" for senses in modals for sense in senses)


def _from_event(quantity: Quantity) -> bool:
    """Tell a time that an event begins from one that tells cases apart: "more than 7 days after delivery"."""
    return quantity.unit in DURATIONS and (quantity.anchor is not None or quantity.after)


def _scope_before_predicate(scan: Scan, quantity: Quantity) -> Scope | None:
    """Return the scope where predicates come last: what stands before the topic's particle tells cases apart."""
    if quantity.negated or quantity.comparison not in _STRICT or _from_event(quantity):
        return None
    topic = scan.first("topic_end", quantity.span.end)
    return Scope.CASE if topic and scan.words(quantity.span.end, topic.start) <= _LONGEST_SUBJECT else Scope.OPEN


def _behind_relative(scan: Scan, quantity: Quantity, main: Span) -> bool:
    """Tell whether a relative clause about the subject holds the quantity: "an item that is returned within …"."""
    relative = scan.last("relative", quantity.span.start)
    if relative is None or relative.start <= main.start or quantity.comparison is Comparison.EQ:
        return False
    return scan.words(main.start, relative.start) >= 1 and scan.words(relative.end, quantity.span.start) >= 1


def _in_nominal_phrase(scan: Scan, quantity: Quantity, main: Span) -> bool:
    """Tell whether a few words and a preposition or relative pronoun lead to a quantity: "students with fewer …"."""
    words = scan.words(main.start, quantity.span.start)
    if not 1 <= words <= _LONGEST_SUBJECT or scan.starting(main.start, "pronoun", "imperative"):
        return False
    return bool(scan.ending(quantity.span.start, "stop")) or _behind_relative(scan, quantity, main)


def _subject(scan: Scan, main: Span, predicate: Span | None, told: Sequence[Quantity]) -> Span:
    """Return the words that tell the cases: up to the predicate, else up to the quantity."""
    last = max(quantity.span.end for quantity in told)
    if scan.lexicon.script.marker_last:
        topic = scan.first("topic_end", last)
        return Span(main.start, topic.start if topic else last)
    end = predicate.start if predicate and predicate.start >= last else last
    while denial := scan.ending(end, "negation"):  # French "ne peuvent pas"
        end = denial.start
    return Span(main.start, max(last, scan.back(end, " ,")))
