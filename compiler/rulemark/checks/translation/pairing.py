"""Which section of a translation belongs to which of the source, and which sentence to which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rulemark.checks.translation.families import Translation
from rulemark.checks.translation.skeleton import Part, parts
from rulemark.policy import side_by_side
from rulemark.statements import Place, Statement

_PROSE = frozenset({Place.PARAGRAPH, Place.ITEM, Place.STEP, Place.ALERT, Place.CELL})
_ODD = 3.0
"""How much longer or shorter than its block a translated sentence may be before the two were cut differently."""


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of two articles side by side.

    Attributes:
        pairs: Those that belong together, in the order of the source.
        missing: Sections of the source that the translation lacks.
        extra: Sections of the translation that the source lacks.
    """

    pairs: tuple[tuple[Part, Part], ...]
    missing: tuple[Part, ...]
    extra: tuple[Part, ...]


def pair_sections(translation: Translation) -> Sections:
    """Bring sections together by anchor; those without a common anchor by level and order between their neighbours."""
    pairs: list[tuple[Part, Part]] = []
    missing: list[Part] = []
    extra: list[Part] = []
    for left, right in side_by_side(parts(translation.source.document), parts(translation.target.document)):
        if len(left) == len(right):
            pairs += zip(left, right, strict=True)
        else:
            missing += left
            extra += right
    return Sections(tuple(pairs), tuple(missing), tuple(extra))


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences of both languages that say the same: one and one, or the whole of two blocks cut differently."""

    source: tuple[Statement, ...]
    target: tuple[Statement, ...]

    @property
    def is_exact(self) -> bool:
        """Whether one sentence stands for one sentence."""
        return len(self.source) == len(self.target) == 1


def pair_blocks(translation: Translation, sections: Sections) -> Iterator[Pair]:
    """Yield the blocks of paired sections that have the same blocks in the same order."""
    ours, theirs = _by_section(translation.source.statements), _by_section(translation.target.statements)
    for source, target in sections.pairs:
        left, right = ours.get(source.anchor, {}), theirs.get(target.anchor, {})
        shape = [[(block, _place(group)) for block, group in side.items()] for side in (left, right)]
        if shape[0] == shape[1]:
            yield from (Pair(tuple(left[block]), tuple(right[block])) for block in left)


def pair_sentences(block: Pair) -> Iterator[Pair]:
    """Yield a block sentence by sentence where both languages cut it alike, else the block as a whole."""
    if len(block.source) != len(block.target) or not _cut_alike(block.source, block.target):
        yield block
        return
    for source, target in zip(block.source, block.target, strict=True):
        yield Pair((source,), (target,))


def _by_section(statements: Sequence[Statement]) -> dict[str, dict[int, list[Statement]]]:
    found: dict[str, dict[int, list[Statement]]] = {}
    for statement in statements:
        if statement.place in _PROSE:
            found.setdefault(statement.anchor, {}).setdefault(statement.block, []).append(statement)
    return found


def _place(group: Sequence[Statement]) -> Place:
    return group[0].place


def _cut_alike(source: Sequence[Statement], target: Sequence[Statement]) -> bool:
    """Whether every sentence is about as long as its counterpart, given how long the blocks are."""
    lengths = [[len(item.reading.text) + 10 for item in side] for side in (source, target)]
    whole = sum(lengths[1]) / sum(lengths[0])
    return all(whole / _ODD <= theirs / ours <= whole * _ODD for ours, theirs in zip(*lengths, strict=True))
