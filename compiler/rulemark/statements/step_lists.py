"""Numbered lists as the reader of one moniker sees them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from rulemark.source import Location
from rulemark.statements.inlines import images_of, links_of
from rulemark.statements.model import Step, StepList
from rulemark.statements.passages import ItemPlace, Layout, Passage


def step_lists(layout: Layout) -> tuple[StepList, ...]:
    """Return the numbered lists of an article; a list that goes on with the next number continues the one before."""
    titles = {section.anchor: section.title for section in layout.sections}
    found: list[StepList] = []
    for placed in _numbered(layout.passages):
        steps = _step_list(placed, titles)
        if found and _continues(found[-1], steps):
            found[-1] = replace(found[-1], steps=(*found[-1].steps, *steps.steps))
        else:
            found.append(replace(steps, order=_order(found, steps)))
    return tuple(found)


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
    same_place = (before.anchor, before.monikers) == (after.anchor, after.monikers)
    return same_place and after.steps[0].number == before.steps[-1].number + 1


def _order(found: list[StepList], steps: StepList) -> int:
    """Count the lists before this one in its section that the same readers see."""
    return sum(
        1
        for other in found
        if other.anchor == steps.anchor and (not other.monikers or not steps.monikers or _shared(other, steps))
    )


def _shared(one: StepList, other: StepList) -> bool:
    return not set(one.monikers).isdisjoint(other.monikers)
