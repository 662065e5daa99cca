"""Markup that lies: what a writer meant as markup but readers see as text, or what silently changes who sees what.

One module a kind, each with `check(inspection)`; `CHECKS` is the whole plan. A check that misses a case is better than
one that is wrong: what may be meant as it stands is not reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rulemark.diagnostics import Diagnostic, sort_key
from rulemark.document.lies import (
    broken_numbering,
    disallowed_html,
    duplicate_anchor,
    empty_article,
    lost_alert,
    merge_conflict,
    missing_pivot_group,
    moniker_without_zone,
    near_miss_directive,
    ragged_table,
    stray_end,
    torn_emphasis,
    torn_link,
    translated_directive,
    undefined_pivot,
    unresolved_link,
)
from rulemark.document.lies.anchors_of import anchors_of
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.surroundings import Surroundings
from rulemark.document.model import Document

CHECKS: tuple[Callable[[Inspection], Iterator[Diagnostic]], ...] = (
    near_miss_directive.check,
    stray_end.check,
    translated_directive.check,
    lost_alert.check,
    moniker_without_zone.check,
    missing_pivot_group.check,
    undefined_pivot.check,
    broken_numbering.check,
    torn_emphasis.check,
    torn_link.check,
    unresolved_link.check,
    duplicate_anchor.check,
    ragged_table.check,
    disallowed_html.check,
    merge_conflict.check,
    empty_article.check,
)
"""Every check, in the order in which they look."""


def find(document: Document, surroundings: Surroundings | None = None) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the markup of a document, by place; each finding once.

    Args:
        document: The document, with the findings of the parser.
        surroundings: The files and monikers of the project; None: only the document itself is judged.
    """
    inspection = Inspection(document, surroundings or Surroundings())
    found = {
        (one.kind.code, one.location.path, one.location.span, one.message): one
        for check in CHECKS
        for one in check(inspection)
    }
    return tuple(sorted(found.values(), key=sort_key))


def find_unresolved_links(document: Document, surroundings: Surroundings) -> tuple[Diagnostic, ...]:
    """Return the links of a document that lead nowhere in its project, by place: the check that needs to know more.

    Args:
        document: The document.
        surroundings: The articles and files of the project and the anchors of its articles.
    """
    return tuple(sorted(unresolved_link.check(Inspection(document, surroundings)), key=sort_key))


def find_missing_heading(document: Document) -> tuple[Diagnostic, ...]:
    """Return the finding that an article has neither title nor heading; for whole files, not for fragments of them."""
    return tuple(empty_article.headless(document))


__all__ = [
    "CHECKS",
    "Inspection",
    "Surroundings",
    "anchors_of",
    "find",
    "find_missing_heading",
    "find_unresolved_links",
]
