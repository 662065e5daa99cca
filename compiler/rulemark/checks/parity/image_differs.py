"""RM422: a section shows other images in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.parity.marks import lost_and_added
from rulemark.checks.problems import IMAGE_DIFFERS
from rulemark.checks.translation import Part, Trait
from rulemark.diagnostics import Diagnostic


def image_differs(source: Part, target: Part) -> Iterator[Diagnostic]:
    """Report the first image that one section has and the other has not."""
    remedy = "show the same image, or its localized version under the same name"
    yield from lost_and_added(IMAGE_DIFFERS, Trait.IMAGE, source, target, word="image", remedy=remedy)
