"""RM413: a sentence names a state that is defined nowhere, among states that are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rulemark.checks.problems import UNDEFINED_TERM
from rulemark.diagnostics import Diagnostic
from rulemark.statements import Extraction, Mention, Statement, Topic

_ENOUGH_DEFINED = 2
"""States of an article that must be defined before it can be said to define its states."""


def undefined_term(extractions: Sequence[Extraction]) -> Iterator[Diagnostic]:
    """Report, once an article, each state that is named nowhere else in the language.

    Args:
        extractions: The articles of one language.
    """
    known = _known(extractions)
    for extraction in extractions:
        states = list(_states(extraction))
        defined = {gloss.term.casefold() for gloss in extraction.glosses}
        if len({mention.name.casefold() for _, mention in states} & defined) < _ENOUGH_DEFINED:
            continue
        seen: set[str] = set()
        for statement, mention in states:
            name = mention.name.casefold()
            if name not in seen and name not in known:
                seen.add(name)
                yield _finding(statement, mention)


def _states(extraction: Extraction) -> Iterator[tuple[Statement, Mention]]:
    for statement in extraction.statements:
        yield from ((statement, mention) for mention in statement.mentions if mention.topic is Topic.STATE)


def _known(extractions: Sequence[Extraction]) -> str:
    """Return everything that may introduce a term: definitions, headings, table cells, labels."""
    found: list[str] = []
    for extraction in extractions:
        found += (gloss.term for gloss in extraction.glosses)
        found += (section.title for section in extraction.sections)
        found += (cell.text for table in extraction.tables for row in (table.header, *table.rows) for cell in row)
        found += (statement.label for statement in extraction.statements)
    return "\n".join(found).casefold()


def _finding(statement: Statement, mention: Mention) -> Diagnostic:
    words = statement.reading.words(mention.span)
    return Diagnostic(
        UNDEFINED_TERM,
        f"`{words}` is defined nowhere, although other states are",
        statement.locate(mention.span),
        help="define the state beside the others, or call it by the name that is defined",
    )
