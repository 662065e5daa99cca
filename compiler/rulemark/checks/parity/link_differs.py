"""RM421: a section links elsewhere in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rulemark.checks.parity.marks import lost_and_added
from rulemark.checks.problems import LINK_DIFFERS
from rulemark.checks.translation import Part, Trait
from rulemark.diagnostics import Diagnostic


def link_differs(source: Part, target: Part) -> Iterator[Diagnostic]:
    """Report the first link that one section has and the other has not.

    Where headings of a translation have anchors of their own, links to them have, too.
    """
    if source.anchor != target.anchor and not target.ids:
        source, target = _without_fragments(source), _without_fragments(target)
    remedy = "link to the same article; the locale in an address does not matter"
    yield from lost_and_added(LINK_DIFFERS, Trait.LINK, source, target, word="link", remedy=remedy)


def _without_fragments(part: Part) -> Part:
    marks = (
        replace(mark, value=re.sub("#.+", "#…", mark.value)) if mark.trait is Trait.LINK else mark
        for mark in part.marks
    )
    return replace(part, marks=tuple(marks))
