"""Anchors that stand twice although a link leads to them: readers land at the first."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic, Label
from rulemark.document.lies.inspection import Inspection
from rulemark.document.model import Heading, Link
from rulemark.document.problems import DUPLICATE_ANCHOR
from rulemark.source import Location


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report an explicit anchor that a second heading has too, when the article links to it."""
    wanted = {node.href[1:].lower() for _, node in inspection.links if isinstance(node, Link) and node.href[:1] == "#"}
    first: dict[str, Location] = {}
    if not wanted:
        return
    for place in inspection.places:
        if isinstance(place.block, Heading):
            location = Location(place.source, place.block.span)
            for anchor in dict.fromkeys(place.block.anchors):
                if anchor.lower() in wanted and anchor.lower() in first:
                    label = Label(first[anchor.lower()], "links lead here")
                    message = f"the anchor `{anchor}` stands twice; no link reaches this one"
                    yield Diagnostic(DUPLICATE_ANCHOR, message, location, "give it a name of its own", (label,))
                first.setdefault(anchor.lower(), location)
