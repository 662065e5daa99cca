"""What the paired sentences of an article and its translation say differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rulemark.checks.translation.families import Translation
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.checks.translation.lines import NUMBERS, OF_BLOCKS, RULES, UNITS, differing
from rulemark.checks.translation.pairing import Pair, Sections, pair_blocks, pair_sentences
from rulemark.source import Location, Span
from rulemark.statements import Lexicon, Place, Speech, Statement


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between a sentence, or a block, and its translation, with both places."""

    finding: PairFinding
    source: Location
    target: Location


def differences(translation: Translation, sections: Sections) -> Iterator[Difference]:
    """Yield what paired sentences say differently.

    Numbers are compared block by block, since one sentence may leave to the next what it says in another language;
    limits, denials and duties sentence by sentence.
    """
    for block in pair_blocks(translation, sections):
        if _bears_meaning(block.source):
            yield from _in_block(block, translation.source.lexicon, translation.target.lexicon)


def _in_block(block: Pair, ours: Lexicon, theirs: Lexicon) -> Iterator[Difference]:
    pairs = tuple(pair_sentences(block))
    whole = _lines(block, ours, theirs)
    numbers = differing(*whole, NUMBERS)
    loose = numbers or differing(*whole, UNITS)
    for pair in pairs:
        lines = _lines(pair, ours, theirs)
        if not pair.is_exact:
            lost = differing(*lines, OF_BLOCKS)
            yield from (Difference(finding, _place(pair.source), _place(pair.target)) for finding in lost)
            continue
        found = differing(*lines, NUMBERS)[:1] if numbers else differing(*lines, UNITS)
        if found:
            numbers = loose = ()
        for finding in found + differing(*lines, RULES):
            yield Difference(finding, _place(pair.source), _place(pair.target))
    yield from (Difference(finding, _place(block.source), _place(block.target)) for finding in loose)


def _lines(pair: Pair, ours: Lexicon, theirs: Lexicon) -> tuple[Line, Line]:
    return _line(pair.source, ours), _line(pair.target, theirs)


def _line(statements: tuple[Statement, ...], lexicon: Lexicon) -> Line:
    known = statements[0].reading if len(statements) == 1 else None
    return Line(_text(statements), lexicon, _labels(statements), known)


def _bears_meaning(statements: tuple[Statement, ...]) -> bool:
    """Whether there is anything in a block but examples, questions and pointers to other articles."""
    return any(
        statement.reading.speech in {Speech.STATEMENT, Speech.INSTRUCTION} or statement.place is Place.CELL
        for statement in statements
    )


def _text(statements: tuple[Statement, ...]) -> str:
    return " ".join(statement.reading.text for statement in statements)


def _labels(statements: tuple[Statement, ...]) -> str:
    """Return the label in front of a block, which each of its sentences knows, for the first of them alone."""
    return statements[0].label if statements[0].order == 0 else ""


def _place(statements: tuple[Statement, ...]) -> Location:
    """Return the place of neighbouring sentences, as far as they stand in one file."""
    first, last = statements[0].location, statements[-1].location
    if first.source is not last.source or last.span.end < first.span.start:
        return first
    return Location(first.source, Span(first.span.start, last.span.end))
