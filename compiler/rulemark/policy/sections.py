"""Which section of a translation is which of the source: by anchor, or by its place among the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Protocol, TypeVar

from rulemark.statements import Extraction, Place

Shape = tuple[tuple[int, Place], ...]


class Headed(Protocol):
    """What has a heading: its anchor, and its level."""

    @property
    def anchor(self) -> str:
        """Its anchor."""

    @property
    def level(self) -> int:
        """Its level, 1 for the title."""


_Section = TypeVar("_Section", bound=Headed)


def side_by_side(
    ours: Sequence[_Section], theirs: Sequence[_Section]
) -> Iterator[tuple[Sequence[_Section], Sequence[_Section]]]:
    """Yield stretches of sections of two languages, in order; both of a stretch are as long where they belong together.

    Those without a common anchor belong together if they have the same levels between the same neighbours.
    """
    matcher = SequenceMatcher(None, [each.anchor for each in ours], [each.anchor for each in theirs], autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        left, right = ours[start:end], theirs[other_start:other_end]
        if tag == "equal" or [each.level for each in left] == [each.level for each in right]:
            yield left, right
        else:
            yield left, ()
            yield (), right


def counterparts(source: Extraction, translation: Extraction) -> Mapping[str, str]:
    """Map anchors of a translation to those of the source, where the two differ.

    A heading that lost the anchor of its source is paired by its place, if its section has the same blocks.
    """
    known = {section.anchor for section in source.sections}
    if all(section.anchor in known for section in translation.sections):
        return {}
    ours, theirs = _shapes(source), _shapes(translation)
    found: dict[str, str] = {}
    for left, right in side_by_side(source.sections, translation.sections):
        for own, other in zip(left, right, strict=False):
            alike = ours.get(own.anchor) == theirs.get(other.anchor)
            if alike and other.anchor not in known and own.anchor not in found.values():
                found.setdefault(other.anchor, own.anchor)
    return found


def _shapes(extraction: Extraction) -> Mapping[str, Shape]:
    """Map every anchor to the blocks of its section, each with the kind of its sentences."""
    blocks: dict[str, dict[int, Place]] = {}
    for statement in extraction.statements:
        blocks.setdefault(statement.anchor, {}).setdefault(statement.block, statement.place)
    return {anchor: tuple(places.items()) for anchor, places in blocks.items()}
