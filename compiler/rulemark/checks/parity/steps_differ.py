"""RM424: a list has more or fewer items in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.parity.marks import first_difference
from rulemark.checks.problems import STEPS_DIFFER
from rulemark.checks.translation import Mark, Part, Trait
from rulemark.diagnostics import Diagnostic, Label

_WORDS = {Trait.STEPS: ("step", "numbered list"), Trait.BULLETS: ("item", "list")}


def steps_differ(source: Part, target: Part) -> Iterator[Diagnostic]:
    """Report the first numbered list, else the first bullet list, whose length differs."""
    for trait, words in _WORDS.items():
        difference = first_difference(source.of(trait), target.of(trait))
        if difference is not None:
            ours, theirs = difference
            place = theirs.location if theirs else target.location
            label = Label(ours.location if ours else source.location, "the source")
            remedy = "give the list as many items as in the source, in the same order"
            yield Diagnostic(STEPS_DIFFER, _message(ours, theirs, *words), place, help=remedy, labels=(label,))
            return


def _message(ours: Mark | None, theirs: Mark | None, item: str, noun: str) -> str:
    if theirs is None:
        return f"a {noun} of the source is missing"
    if ours is None:
        return f"this {noun} is not in the source"
    return f"{_count(theirs, item)} here, {_count(ours, item)} in the source"


def _count(mark: Mark, item: str) -> str:
    return f"{mark.value} {item}" if mark.value == "1" else f"{mark.value} {item}s"
