"""Comparing what stands in two sections: as a set with repetitions, or in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rulemark.checks.translation import Mark, Part, Trait
from rulemark.diagnostics import Diagnostic, Kind, Label


def lost_and_added(
    kind: Kind, trait: Trait, source: Part, target: Part, *, word: str, remedy: str
) -> Iterator[Diagnostic]:
    """Report what stands in one section more often than in the other, wherever it stands there."""
    ours, theirs = source.of(trait), target.of(trait)
    lost, added = _surplus(ours, theirs), _surplus(theirs, ours)
    where = f"section `{source.anchor}`" if source.anchor else "the introduction"
    if lost and added:
        yield Diagnostic(
            kind,
            f"{where} has the {word} `{added[0].value}`, in the source `{lost[0].value}`",
            added[0].location,
            help=remedy,
            labels=(Label(lost[0].location, f"the {word} in the source"),),
        )
    elif lost:
        yield Diagnostic(
            kind,
            f"{where} lacks the {word} `{lost[0].value}` of the source",
            target.location,
            help=remedy,
            labels=(Label(lost[0].location, f"the {word} in the source"),),
        )
    elif added:
        yield Diagnostic(
            kind,
            f"{where} has the {word} `{added[0].value}`, which the source has not",
            added[0].location,
            help=remedy,
            labels=(Label(source.location, "the section in the source"),),
        )


def _surplus(marks: Sequence[Mark], others: Sequence[Mark]) -> tuple[Mark, ...]:
    left = Counter(mark.value for mark in marks) - Counter(mark.value for mark in others)
    found: list[Mark] = []
    for mark in reversed(marks):
        if left[mark.value] > 0:
            left[mark.value] -= 1
            found.append(mark)
    return tuple(reversed(found))


def first_difference(ours: Sequence[Mark], theirs: Sequence[Mark]) -> tuple[Mark | None, Mark | None] | None:
    """Return the first marks, in order, that differ; None on the side that has ended; None at all when none differ."""
    for mine, other in zip(ours, theirs, strict=False):
        if mine.value != other.value:
            return mine, other
    if len(ours) == len(theirs):
        return None
    shorter = min(len(ours), len(theirs))
    return (ours[shorter], None) if len(ours) > shorter else (None, theirs[shorter])
