"""Markers of a merge that nobody finished: both versions are shown to readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic, Label
from rulemark.document.lies.inspection import Inspection
from rulemark.document.problems import MERGE_CONFLICT
from rulemark.document.prose_lines import ProseLine, prose_lines
from rulemark.source import Location, Source

_OURS = re.compile(r"<{7}(?: .*)?")
_MIDDLE = re.compile(r"={7}[ \t]*")
_THEIRS = re.compile(r">{7}(?: .*)?")


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report each place where two versions stand between the markers of a merge."""
    for source in inspection.sources:
        if "<<<<<<<" in source.text:
            yield from _conflicts(source)


def _conflicts(source: Source) -> Iterator[Diagnostic]:
    """Yield a finding for each opening marker that a dividing line follows."""
    begun: ProseLine | None = None
    divided = False
    for line in prose_lines(source):
        if _OURS.fullmatch(line.text):
            begun, divided = line, False
        elif begun and _MIDDLE.fullmatch(line.text):
            divided = True
        elif begun and divided and _THEIRS.fullmatch(line.text):
            yield _conflict(source, begun, line)
            begun = None


def _conflict(source: Source, begun: ProseLine, ended: ProseLine) -> Diagnostic:
    message = "an unfinished merge: readers see both versions and the markers"
    remedy = "keep one version and remove the markers"
    label = Label(Location(source, ended.span), "until here")
    return Diagnostic(MERGE_CONFLICT, message, Location(source, begun.span), remedy, (label,))
