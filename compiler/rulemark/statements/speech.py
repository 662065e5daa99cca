"""What a sentence is for: to state, to instruct, to show an example, to ask, or to point elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from rulemark.source import Span
from rulemark.statements.conditions.main_clauses import Clause
from rulemark.statements.meaning import Speech
from rulemark.statements.words.scanning import Scan, words_from

_LEAD_IN = 4
"""Words in front of what introduces an example."""
_CLOSING = " .。)"


def read_speech(scan: Scan, clauses: Sequence[Clause]) -> Speech:
    """Return what a sentence is for, as far as its first words and its end show."""
    if _asks(scan):
        return Speech.QUESTION
    if any(scan.words(0, mark.start) <= _LEAD_IN and not _in_remark(scan, mark.start) for mark in scan.of("example")):
        return Speech.EXAMPLE
    if points_elsewhere(scan) or (clauses and scan.starting(order_start(scan, clauses), "reference")):
        return Speech.REFERENCE
    if not clauses and instructs(scan, order_start(scan, clauses)):
        return Speech.INSTRUCTION
    return Speech.STATEMENT


def _in_remark(scan: Scan, position: int) -> bool:
    """Tell "products (for example, apps) cost …" from an example; brackets may hold a whole sentence."""
    opening = scan.masked.rfind("(", scan.skip(0) + 1, position)
    return opening >= 0 and scan.masked.find(")", opening, position) < 0


def main_clause_instructs(scan: Scan, clauses: Sequence[Clause]) -> bool:
    """Tell whether the main clause behind a condition is an order to the reader."""
    return bool(clauses) and not _receives(scan, clauses[0].main) and instructs(scan, clauses[0].main.start)


def _receives(scan: Scan, main: Span) -> bool:
    """Tell "you get it", which looks like an order behind a condition, from one: `wenn …, erhalten Sie`."""
    verbs = scan.lexicon.words("no_order")
    verb = next(words_from(scan.masked, main.start), None) if verbs else None
    return verb is not None and verb.group() in verbs and main.start > scan.skip(0)


def order_start(scan: Scan, clauses: Sequence[Clause]) -> int:
    """Return where the verb of an order would stand: at the start of the main clause."""
    return clauses[0].main.start if clauses else _sentence_start(scan)


def points_elsewhere(scan: Scan) -> bool:
    """Tell whether a sentence starts by pointing to another text, so that the rest of it is a title."""
    return scan.has("reference") and scan.starting(_sentence_start(scan), "reference") is not None


def _asks(scan: Scan) -> bool:
    # a full stop behind a quotation ends a statement: `select "Forgot your password?".`
    ending = scan.masked.rstrip(" .。")
    ending = ending.rstrip('"') if len(ending) == len(scan.masked.rstrip()) else ending
    return ending.endswith(("?", *scan.lexicon.words("question"))) or scan.masked.lstrip().startswith("¿")


def _sentence_start(scan: Scan) -> int:
    """Return where a sentence starts behind brackets, bullets and a label."""
    start = scan.skip(0, ' ("-–•*')
    colon = scan.masked.find(": ", start, start + 60)
    return scan.skip(colon + 1) if colon >= 0 else start


def _behind_introduction(scan: Scan, start: int) -> int:
    """Return where the main clause starts behind "before you …," or "after you …,"; `start` when nothing is there."""
    comma = scan.masked.find(", " if scan.lexicon.script.spaces else ",", start)
    opened = comma >= 0 and scan.starting(start, "introductory", "otherwise") is not None
    return scan.skip(comma + 1) if opened else start


def instructs(scan: Scan, start: int) -> bool:
    """Tell whether the clause that starts at a position is an order to the reader."""
    if scan.lexicon.script.marker_last:
        return scan.masked.rstrip(_CLOSING).endswith(scan.lexicon.words("request_end"))
    if scan.has("imperative") and (
        scan.starting(start, "imperative") or scan.starting(_behind_introduction(scan, start), "imperative")
    ):
        return True
    if not scan.lexicon.words("imperative_subject"):
        return False
    # the polite imperative of German: a verb, then "Sie"
    words = words_from(scan.masked, start)
    verb = next(words, None)
    return (
        verb is not None and scan.starting(verb.end(), "imperative_subject") is not None and verb.group().endswith("n")
    )
