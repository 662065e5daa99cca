"""Zones side by side that together leave out readers of the page."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic, Label
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.places import sequences
from rulemark.document.model import Block, List, MonikerZone
from rulemark.document.problems import MONIKER_WITHOUT_ZONE
from rulemark.source import Location, Source, Span


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report runs of alternative steps that some monikers of the page have none of.

    Zones are alternatives when they follow each other directly, share no reader, and each holds steps; a moniker that
    none of them names is then most likely forgotten. Anything less may be meant.
    """
    if len(inspection.document.monikers) < 2 or _has_failed_zone(inspection):
        return
    yield from _in_sequence(inspection, inspection.document.blocks, inspection.document.source)
    for place in inspection.places:
        if not isinstance(place.block, MonikerZone):
            for blocks in sequences(place.block):
                yield from _in_sequence(inspection, blocks, place.inner_source)


def _has_failed_zone(inspection: Inspection) -> bool:
    """Tell whether some zone of the article failed to open: it may be the one that seems to be missing."""
    return any(line.meant == "moniker" for line in inspection.directives)


def _in_sequence(inspection: Inspection, blocks: tuple[Block, ...], source: Source) -> Iterator[Diagnostic]:
    run: list[MonikerZone] = []
    for block in (*blocks, None):
        if isinstance(block, MonikerZone):
            run.append(block)
            continue
        if len(run) > 1:
            yield from _judged(inspection, run, source)
        run = []


def _judged(inspection: Inspection, run: list[MonikerZone], source: Source) -> Iterator[Diagnostic]:
    """Report what a run of zones leaves out, if they are alternatives."""
    served = [moniker for zone in run for moniker in zone.monikers]
    missing = [moniker for moniker in inspection.document.monikers if moniker not in served]
    if not missing or len(set(served)) < len(served) or not all(_has_steps(zone) for zone in run):
        return
    words = ", ".join(f"`{moniker}`" for moniker in missing[:4]) + (" and others" if len(missing) > 4 else "")
    message = f"readers of {words} see no steps here: no zone of this run is for them"
    opening, last = _opening_line(run[0], source), _opening_line(run[-1], source)
    labels = (Label(last, "the last zone of the run"),)
    yield Diagnostic(MONIKER_WITHOUT_ZONE, message, opening, "add a zone for them, or widen one", labels)


def _has_steps(zone: MonikerZone) -> bool:
    return bool(zone.monikers) and any(isinstance(block, List) and block.start is not None for block in zone.blocks)


def _opening_line(zone: MonikerZone, source: Source) -> Location:
    return Location(source, Span(zone.span.start, max(zone.span.start, zone.expression_span.end)))
