"""Pivots that no group defines, that no zone uses, or that are defined twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic
from rulemark.document.lies.inspection import Inspection
from rulemark.document.misspelling import nearest
from rulemark.document.model import Field, Zone
from rulemark.document.options import PivotGroup
from rulemark.document.problems import DUPLICATE_PIVOT, UNDEFINED_PIVOT, UNUSED_PIVOT
from rulemark.source import Location


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Compare the pivots of an article with the groups that its front matter names, when all groups are known."""
    groups, header = inspection.surroundings.pivot_groups, inspection.document.front_matter
    field = next((one for one in header.fields if one.key == "zone_pivot_groups"), None) if header else None
    if groups is None or field is None:
        return
    location = Location(inspection.document.source, field.value_span)
    by_id: dict[str, PivotGroup] = {}
    for group in groups:
        by_id.setdefault(group.id, group)
    named = _named(field)
    for name in named:
        if name not in by_id:
            yield _undefined(f"the pivot group `{name}` is not defined", location, name, tuple(by_id))
    chosen = [by_id[name] for name in named if name in by_id]
    yield from _duplicates(chosen, Counter(group.id for group in groups), location)
    if len(chosen) == len(named):
        yield from _usage(inspection, chosen, location)


def _named(field: Field) -> tuple[str, ...]:
    """Return the groups that the front matter names: a list, or names with commas between them."""
    values = field.value if isinstance(field.value, tuple) else (field.value,)
    words = (word.strip() for value in values if isinstance(value, str) for word in value.split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def _duplicates(chosen: list[PivotGroup], counted: Counter[str], location: Location) -> Iterator[Diagnostic]:
    for group in chosen:
        if counted[group.id] > 1:
            message = f"the pivot group `{group.id}` is defined twice; the first counts"
            yield Diagnostic(DUPLICATE_PIVOT, message, location, "rename one of the two")
        for pivot, times in Counter(group.pivots).items():
            if times > 1:
                message = f"the pivot `{pivot}` stands twice in the group `{group.id}`"
                yield Diagnostic(DUPLICATE_PIVOT, message, location, "rename one of the two")


def _usage(inspection: Inspection, chosen: list[PivotGroup], location: Location) -> Iterator[Diagnostic]:
    """Yield pivots that are used but not defined, and those that are defined but not used."""
    defined = tuple(dict.fromkeys(pivot for group in chosen for pivot in group.pivots))
    used: set[str] = set()
    for place in inspection.places:
        if isinstance(place.block, Zone) and place.block.target in (None, "docs"):
            used.update(place.block.pivots)
            for pivot in dict.fromkeys(place.block.pivots):
                if pivot not in defined:
                    message = f"the pivot `{pivot}` is in no pivot group of the article"
                    yield _undefined(message, place.opening_line, pivot, defined)
    for pivot in defined:
        if used and pivot not in used:
            message = f"no zone of the article is for the pivot `{pivot}`"
            yield Diagnostic(UNUSED_PIVOT, message, location, "add a zone for it, or take it out of its group")


def _undefined(message: str, location: Location, name: str, known: tuple[str, ...]) -> Diagnostic:
    near = nearest(name, known, 2)
    remedy = f"did you mean `{near}`?" if near else "define it in `zone-pivot-groups.yml`"
    return Diagnostic(UNDEFINED_PIVOT, message, location, remedy)
