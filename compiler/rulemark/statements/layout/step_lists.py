"""Numbered lists as the reader of one moniker sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from rulemark.source import Location
from rulemark.statements.layout.inlines import images_of, links_of
from rulemark.statements.layout.passages import ItemPlace, Layout, Passage
from rulemark.statements.model import Step, StepList


def step_lists(layout: Layout) -> tuple[StepList, ...]:
    """Return the numbered lists of an article as their readers see them.

    A list that goes on with the next number continues the ones before it: "1." in a zone for each product and "2." for
    everybody are one list of two steps for each product.
    """
    titles = {section.anchor: section.title for section in layout.sections}
    found: list[StepList] = []
    sections: defaultdict[str, list[int]] = defaultdict(list)
    for placed in _numbered(layout.passages):
        steps = _step_list(placed, titles)
        section = sections[steps.anchor]
        heads = [index for index in section if _continues(found[index], steps)]
        known = len(found)
        for index in heads:
            found[index], *own = _joined(found[index], steps)
            found += own
        if not heads:
            found.append(replace(steps, order=_order((found[index] for index in section), steps)))
        section += range(known, len(found))
    return tuple(found)


def _joined(before: StepList, after: StepList) -> tuple[StepList, ...]:
    """Continue a list; when only some of its readers see what follows, they get a list of their own."""
    whole = replace(before, steps=(*before.steps, *after.steps))
    if before.monikers or not after.monikers:
        return (whole,)
    return before, replace(whole, monikers=after.monikers)


def _numbered(passages: Iterable[Passage]) -> Iterable[tuple[tuple[ItemPlace, Passage], ...]]:
    """Group passages by the outermost numbered list they stand in."""
    placed = ((place, passage) for passage in passages if (place := _outermost(passage)) is not None)
    for _, group in groupby(placed, key=lambda pair: pair[0].list):
        yield tuple(group)


def _outermost(passage: Passage) -> ItemPlace | None:
    return next((place for place in passage.items if place.number is not None), None)


def _step_list(placed: tuple[tuple[ItemPlace, Passage], ...], titles: dict[str, str]) -> StepList:
    steps = tuple(_step(tuple(group)) for _, group in groupby(placed, key=lambda pair: pair[0].item))
    first = placed[0][1]
    return StepList(
        anchor=first.anchor,
        order=0,
        monikers=first.monikers,
        steps=steps,
        location=Location(first.source, placed[0][0].span),
        title=titles.get(first.anchor, ""),
    )


def _step(placed: tuple[tuple[ItemPlace, Passage], ...]) -> Step:
    place, first = placed[0]
    inlines = tuple(inline for _, passage in placed for inline in passage.inlines)
    return Step(
        number=place.number or 0,
        text=" ".join(first.plain.text.split()),
        location=Location(first.source, first.span),
        links=tuple(href for href, _, _ in links_of(inlines)),
        images=tuple(images_of(inlines)),
    )


def _continues(before: StepList, after: StepList) -> bool:
    """Whether a list goes on with the next number for all readers of one of its section, or for some of everybody."""
    next_number = after.steps[0].number == before.steps[-1].number + 1
    return next_number and (not before.monikers or not after.monikers or set(before.monikers) <= set(after.monikers))


def _order(section: Iterable[StepList], steps: StepList) -> int:
    """Count the lists of a section that the same readers see."""
    return sum(1 for other in section if not other.monikers or not steps.monikers or _shared(other, steps))


def _shared(one: StepList, other: StepList) -> bool:
    return not set(one.monikers).isdisjoint(other.monikers)
