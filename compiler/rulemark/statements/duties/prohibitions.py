"""Orders not to do something: "Don't share your card", "Geben Sie die Karte nicht weiter"."""

from __future__ import annotations

from rulemark.source import Span
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_end
from rulemark.statements.words.scanning import Scan, words_from

_CLAUSE_OPENERS = ("relative", "subordinate", "condition", "insertion")


def forbids(scan: Scan, main: Span, *, instructs: bool) -> bool:
    """Tell whether a main clause orders the reader not to do something.

    Args:
        scan: The sentence.
        main: The main clause.
        instructs: It is known to be an order.
    """
    if not scan.has("negation", "forbidding", "forbidding_order"):
        return False
    polite = scan.starting(main.start, "polite")
    start = scan.skip(polite.end, " ,") if polite else main.start
    if scan.lexicon.script.negation == "clause":
        return instructs and not _may_state(scan, main) and _denied_later(scan, start)
    if opening := scan.starting(start, "forbidding"):
        allows = _allows_only(scan, opening.end)
        return not allows and scan.starting(opening.end, "pronoun", "finite", "modal") is None
    order = scan.starting(start, "forbidding_order")
    return order is not None and scan.starting(order.end, "imperative") is not None


def _allows_only(scan: Scan, position: int) -> bool:
    """Tell "n'utilisez que …", which allows something, from "n'utilisez pas …"."""
    restriction, denial = scan.first("restriction", position), scan.first("denial", position)
    return restriction is not None and (denial is None or denial.start > restriction.start)


def _may_state(scan: Scan, main: Span) -> bool:
    """Tell whether "you don't see" looks like "don't look" behind a condition: `wenn …, sehen Sie … nicht`."""
    verb = next(words_from(scan.masked, main.start), None)
    behind = main.start > scan.skip(0) and verb is not None
    return behind and verb is not None and scan.starting(verb.end(), "imperative_subject") is not None


def _denied_later(scan: Scan, start: int) -> bool:
    """Tell whether a negation stands in the clause of an order itself, not in one that depends on it."""
    negation = scan.first("negation", start)
    if negation is None or negation.start >= stretch_end(scan, start) or _denies_less(scan, start, negation):
        return False
    # behind a comma anyway where every relative clause has one
    openers = _CLAUSE_OPENERS[scan.lexicon.script.relative_comma :]
    opened = (scan.first(topic, start) for topic in openers)
    return not any(mark and mark.start < negation.start for mark in opened)


def _denies_less(scan: Scan, start: int, negation: Mark) -> bool:
    """Tell a negation that belongs to a name ("Select Do not show"), to a compound, or to one phrase ("and not …")."""
    if scan.masked.startswith("-", negation.end) or scan.ending(negation.start, "continue"):
        return True
    named = (word.start() for word in words_from(scan.masked, start) if start < word.start() <= negation.start)
    return not scan.lexicon.script.capital_nouns and any(scan.text[position].isupper() for position in named)
