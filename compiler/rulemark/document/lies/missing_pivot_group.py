"""Zones by pivot without the group that lets readers choose a pivot."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic
from rulemark.document.lies.inspection import Inspection
from rulemark.document.model import Zone
from rulemark.document.problems import MISSING_PIVOT_GROUP


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report the first zone by pivot of an article whose front matter names no pivot group."""
    header = inspection.document.front_matter
    if header is not None and header.get("zone_pivot_groups") is not None:
        return
    for place in inspection.places:
        if isinstance(place.block, Zone) and place.block.pivots:
            message = "the front matter names no `zone_pivot_groups`, so readers cannot choose a pivot"
            remedy = "name the group of the pivots in the front matter"
            yield Diagnostic(MISSING_PIVOT_GROUP, message, place.opening_line, remedy)
            return
