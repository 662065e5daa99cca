"""Lines that look like a directive but are read as text, and what their writer meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rulemark.document.lies.directive_shapes import COLON, Shape, recognize
from rulemark.document.lies.places import Place, covers, inlines
from rulemark.document.model import MonikerZone, Paragraph, Text
from rulemark.source import Location, Span

_WORDS = ("::", "：：", "： ：", "﹕﹕", "∶∶", "︓︓", "moniker", "Moniker")
_SUSPECT = re.compile(rf"{COLON}[ \t\u3000]?{COLON}|^[ \t>]*(?::[ \t]*)?moniker", re.IGNORECASE | re.MULTILINE)
_LINE = re.compile(
    rf"(?P<colons>{COLON}(?:[ \t\u3000]?{COLON}){{0,9}})?[ \t\u3000]*(?P<word>[^\W\d_][\w\-‐‑–—]*)(?P<rest>[^\r\n]*)"
)
_PREFIX = re.compile(r"[ \t>]*")


@dataclass(frozen=True, slots=True)
class DirectiveLine:
    """A line of a paragraph that looks like a directive.

    Attributes:
        shape: What it is.
        place: The paragraph.
        span: The characters of the line from the first colon to the last visible one.
        meant: The directive that was meant, such as `moniker` or `moniker-end`; "" when that is not certain.
        replacement: The line as it must be written, when that is certain.
        written: The word as written.
    """

    shape: Shape
    place: Place
    span: Span
    written: str
    meant: str = ""
    replacement: str | None = None

    @property
    def location(self) -> Location:
        """Where the line stands."""
        return Location(self.place.source, self.span)

    @property
    def is_end(self) -> bool:
        """Whether the line was meant to close something."""
        return self.meant.endswith("-end")


def directive_lines(places: tuple[Place, ...], monikers: tuple[str, ...]) -> Iterator[DirectiveLine]:
    """Yield the lines that look like a directive but are text, in reading order.

    Args:
        places: The blocks of a document.
        monikers: The monikers of its page.
    """
    texts = {id(place.source): place.source.text for place in places}.values()
    if not any(word in text for text in texts for word in _WORDS):
        return
    zones = (place.block for place in places if isinstance(place.block, MonikerZone))
    known = frozenset(monikers).union(*(zone.monikers for zone in zones))
    for place in places:
        if isinstance(place.block, Paragraph) and _SUSPECT.search(place.text):
            yield from _in_paragraph(place, place.block, known)


def _in_paragraph(place: Place, paragraph: Paragraph, known: frozenset[str]) -> Iterator[DirectiveLine]:
    """Yield the lines of one paragraph that look like a directive and that readers see."""
    literal = tuple(inline.span for inline in inlines(paragraph.inlines) if isinstance(inline, Text))
    text, start = place.source.text, paragraph.span.start
    for line in place.text.splitlines(keepends=True):
        indent = _PREFIX.match(line)
        skipped = indent.end() if indent else 0
        span = Span(start + skipped, start + max(skipped, len(line.rstrip())))
        start += len(line)
        found = _LINE.fullmatch(text, span.start, span.end)
        if found and covers(literal, span.start):
            recognized = recognize(found["colons"] or "", found["word"], found["rest"], place, known)
            if recognized:
                shape, meant, replacement = recognized
                yield DirectiveLine(shape, place, span, found["word"], meant, replacement)
