"""Lines that are nearly a directive: a lost colon, a slip of the finger, too many blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic, Edit, Fix, Label
from rulemark.document.excerpts import excerpt
from rulemark.document.lies.directive_lines import DirectiveLine
from rulemark.document.lies.directive_shapes import Shape
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.places import Place
from rulemark.document.model import CodeBlock, Heading, Paragraph
from rulemark.document.problems import NEAR_MISS_DIRECTIVE
from rulemark.source import Location, Span

_INSIDE = re.compile(
    r"(?<!:)(?::{2,}[ \t]*moniker(?:-end|[ \t]+range=)|:{3}[ \t]+no-loc[ \t]+text=|:::no-loc:)", re.IGNORECASE
)
_INDENTED = re.compile(
    r'[ \t]*:{3,}[ \t]*(?:moniker-end|moniker[ \t]+range="[^"\r\n]*")[ \t]*(?:\r\n|\n|\r|\Z)', re.IGNORECASE
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report lines that readers see although their writer meant a directive."""
    lines = inspection.directives
    ends = _ends_left_over(lines)
    for index, line in enumerate(lines):
        if line.shape is Shape.NEAR_MISS:
            yield _near_miss(line, ends.get(index))
    for suspicious in inspection.suspicious:
        if isinstance(suspicious.place.block, Paragraph | Heading):
            for span in suspicious.literal:
                yield from _inside_a_text(suspicious.place, span)
    if inspection.mentions("   :::", "\t:::"):
        for place in inspection.places:
            yield from _indented(place)


def _near_miss(line: DirectiveLine, end: DirectiveLine | None) -> Diagnostic:
    """Return the finding about one line, with the end that closes nothing because of it."""
    message = f"readers see `{excerpt(line.location.text)}`: it is not quite a directive"
    fix = Fix(f"write `{line.replacement}`", (Edit(line.location, line.replacement),)) if line.replacement else None
    remedy = f"write `{line.replacement}`" if line.replacement else f"correct the `{line.meant}` line"
    labels = (Label(end.location, "so this closes nothing"),) if end else ()
    return Diagnostic(NEAR_MISS_DIRECTIVE, message, line.location, remedy, labels, fix=fix)


def _ends_left_over(lines: tuple[DirectiveLine, ...]) -> dict[int, DirectiveLine]:
    """Return the stray end that belongs to each opening line that failed, by the index of that line."""
    found: dict[int, DirectiveLine] = {}
    waiting: dict[str, DirectiveLine] = {}
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.shape is Shape.STRAY_END:
            waiting[line.meant] = line
        elif line.shape is Shape.NEAR_MISS and (end := waiting.pop(f"{line.meant}-end", None)):
            found[index] = end
    return found


def _inside_a_text(place: Place, span: Span) -> Iterator[Diagnostic]:
    """Report directives that stand behind other words on a line, where they do nothing."""
    text = place.source.text
    for found in _INSIDE.finditer(text, span.start, span.end):
        location = Location(place.source, Span(found.start(), found.end()))
        before = text[place.block.span.start : found.start()].rpartition("\n")[2].strip(" \t>")
        if not before and "no-loc" not in found[0].lower():
            continue
        if "no-loc" in found[0].lower():
            message, remedy = (
                f"readers see `{excerpt(found[0])}`: blanks are in the way",
                'write `:::no-loc text="…":::`',
            )
        else:
            message = f"readers see `{excerpt(found[0])}`: a directive counts only at the beginning of a line"
            remedy = "put it on a line of its own"
        yield Diagnostic(NEAR_MISS_DIRECTIVE, message, location, remedy)


def _indented(place: Place) -> Iterator[Diagnostic]:
    """Report a directive that is indented so far that it is code."""
    if not isinstance(place.block, CodeBlock) or place.block.info or not _INDENTED.fullmatch(place.text):
        return
    location = Location(place.source, place.block.span)
    message = f"`{excerpt(place.text)}` is indented so far that readers see it as code"
    yield Diagnostic(NEAR_MISS_DIRECTIVE, message, location, "indent it by at most three blanks")
