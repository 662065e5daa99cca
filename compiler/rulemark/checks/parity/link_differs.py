"""RM421: a section links elsewhere in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.parity.marks import lost_and_added
from rulemark.checks.problems import LINK_DIFFERS
from rulemark.checks.translation import Part, Trait
from rulemark.diagnostics import Diagnostic


def link_differs(source: Part, target: Part) -> Iterator[Diagnostic]:
    """Report the first link that one section has and the other has not."""
    remedy = "link to the same article; the locale in an address does not matter"
    yield from lost_and_added(LINK_DIFFERS, Trait.LINK, source, target, word="link", remedy=remedy)
