"""What the paired sentences of an article and its translation say differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from rulemark.checks.problems import QUANTITY_DIFFERS
from rulemark.checks.translation.families import Translation
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.checks.translation.lines import compare
from rulemark.checks.translation.pairing import Pair, Sections, pair_blocks, pair_sentences
from rulemark.source import Location, Span
from rulemark.statements import Lexicon, Place, Speech, Statement, load_lexicon

_NUMBERS = frozenset({QUANTITY_DIFFERS.name})


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
    ours, theirs = (load_lexicon(item.source.locale) for item in (translation.source, translation.target))
    for block in pair_blocks(translation, sections):
        in_block = partial(_compare, ours=ours, theirs=theirs)
        numbers = in_block(block, only=_NUMBERS)
        for pair in pair_sentences(block):
            for finding in in_block(pair):
                if finding.name not in _NUMBERS and pair.is_exact:
                    yield Difference(finding, _place(pair.source), _place(pair.target))
                elif finding.name in _NUMBERS and numbers:
                    yield Difference(finding, _place(pair.source), _place(pair.target))
                    numbers = ()
        yield from (Difference(finding, _place(block.source), _place(block.target)) for finding in numbers)


def _compare(
    pair: Pair, *, ours: Lexicon, theirs: Lexicon, only: frozenset[str] | None = None
) -> tuple[PairFinding, ...]:
    if not _bears_meaning(pair.source):
        return ()
    return compare(Line(_text(pair.source), ours), Line(_text(pair.target), theirs), only=only)


def _bears_meaning(statements: tuple[Statement, ...]) -> bool:
    """Whether there is anything in a block but examples, questions and pointers to other articles."""
    return any(
        statement.reading.speech in {Speech.STATEMENT, Speech.INSTRUCTION} or statement.place is Place.CELL
        for statement in statements
    )


def _text(statements: tuple[Statement, ...]) -> str:
    return " ".join(statement.reading.text for statement in statements)


def _place(statements: tuple[Statement, ...]) -> Location:
    """Return the place of neighbouring sentences, as far as they stand in one file."""
    first, last = statements[0].location, statements[-1].location
    if first.source is not last.source or last.span.end < first.span.start:
        return first
    return Location(first.source, Span(first.span.start, last.span.end))
