"""Alerts whose marker was translated or mistyped, so that they are ordinary quotes or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic, Edit, Fix
from rulemark.document.blocks.alerts import STANDARD_ALERTS
from rulemark.document.lies.alert_words import MARKERS
from rulemark.document.lies.inspection import Inspection, Line
from rulemark.document.lies.places import Place
from rulemark.document.misspelling import nearest
from rulemark.document.model import Paragraph, Quote, Text
from rulemark.document.problems import NEAR_MISS_ALERT, TRANSLATED_ALERT, UNKNOWN_ALERT
from rulemark.source import Location, Source, Span, language

_NAMES = tuple(name.upper() for name in STANDARD_ALERTS)
_MARKER = re.compile(
    r"(?P<before>[!！]?)\\?[\[［【](?P<mark>[ \t]*[!！¡]?)[ \t]*(?P<word>[^\W\d_](?:[^\W_]|[ \-]){0,30}?)[ \t]*"
    r"(?P<after>[!！]?)\\?[\]］】]?(?P<tail>:?)"
)
_FREE = re.compile(rf"(?:\\?>|&gt;)?[ \t]*\[!(?:{'|'.join(_NAMES)})\]", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*")


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report quotes that were meant as alerts, and markers that stand outside of any quote."""
    if not inspection.mentions("[", "［", "【"):
        return
    for place in inspection.places:
        if isinstance(place.block, Quote):
            yield from _in_quote(inspection, place, place.block)
    for line in inspection.suspicious:
        if isinstance(line.place.block, Paragraph):
            yield from _outside_quote(inspection, line, line.place.block)


def _in_quote(inspection: Inspection, place: Place, quote: Quote) -> Iterator[Diagnostic]:
    """Look at the first line of a quote."""
    first = quote.blocks[0] if quote.blocks else None
    if not isinstance(first, Paragraph) or not isinstance(first.inlines[0], Text):
        return
    location = _first_line(place.source, first.span)
    found = _MARKER.fullmatch(location.text)
    if found and not inspection.is_reported(location):
        follows = len(quote.blocks) > 1 or location.span.end < first.span.end
        yield from _judged(found, location, follows=follows)


def _first_line(source: Source, span: Span) -> Location:
    found = _LINE.match(source.text, span.start, span.end)
    return Location(source, Span(span.start, span.start + len((found[0] if found else "").rstrip())))


def _judged(found: re.Match[str], location: Location, *, follows: bool) -> Iterator[Diagnostic]:
    """Say what a bracketed word alone on the first line of a quote was meant to be."""
    word = " ".join(found["word"].split())
    marked = bool(found["before"] or found["mark"].strip() or found["after"])
    closed = location.text[-1:] in "]］】:"
    near = nearest(word.upper(), _NAMES, 1 if marked else 0)
    if near and (marked or (closed and follows)):
        yield _near_miss(location, near)
    elif closed and (marker := MARKERS.get(word.lower())) and (marked or follows):
        yield _translated(location, word, marker)
    elif (
        closed and marked and found["mark"].strip() == "!" and " " not in word and word.lower() not in ("video", "div")
    ):
        message = f"there is no alert `{word}`, so readers see the brackets"
        yield Diagnostic(UNKNOWN_ALERT, message, location, f"write one of {', '.join(_NAMES)}")
    elif closed and follows and _is_foreign(location, word):
        yield _translated(location, word, None)


def _is_foreign(location: Location, word: str) -> bool:
    """Tell whether a word alone in brackets can hardly be anything but a marker in the article's language."""
    locale = location.source.locale
    return (
        locale != "" and language(locale) != "en" and " " not in word and word[:1].isupper() and not word[1:].isupper()
    )


def _near_miss(location: Location, name: str) -> Diagnostic:
    message = f"readers see `{location.text}` instead of an alert"
    fix = Fix(f"write `[!{name}]`", (Edit(location, f"[!{name}]"),))
    return Diagnostic(NEAR_MISS_ALERT, message, location, f"write `[!{name}]`", fix=fix)


def _translated(location: Location, word: str, marker: str | None) -> Diagnostic:
    message = f"readers see `[{word}]` instead of an alert: its marker was translated"
    fix = Fix(f"write `[!{marker}]`", (Edit(location, f"[!{marker}]"),)) if marker else None
    if marker == "CAUTION":  # in several languages the same word as for a note
        fix = None
    remedy = f"write `[!{marker}]`" if marker else "write the marker as in the source article, such as `[!NOTE]`"
    return Diagnostic(TRANSLATED_ALERT, message, location, remedy, fix=fix)


def _outside_quote(inspection: Inspection, line: Line, paragraph: Paragraph) -> Iterator[Diagnostic]:
    """Look for a marker that readers see in a paragraph."""
    for span in line.literal:
        for found in _FREE.finditer(line.source.text, span.start, span.end):
            start = found.end() - len(found[0].lstrip())
            location = Location(line.source, Span(start, found.end()))
            if not inspection.is_reported(location):
                message = f"readers see `{location.text}`: an alert begins on a line of its own behind `>`"
                fix = _quoted(line.place, paragraph, location)
                yield Diagnostic(NEAR_MISS_ALERT, message, location, f"write `> {found[0].strip()}`", fix=fix)


def _quoted(place: Place, paragraph: Paragraph, location: Location) -> Fix | None:
    """Return the paragraph as a quote, when the marker stands alone on its first line and the text follows."""
    marker = _first_line(place.source, paragraph.span)
    column = location.source.position(paragraph.span.start).column
    if column != 1 or marker != location or marker.span.end >= paragraph.span.end or marker.text[0] != "[":
        return None
    lines = place.text.splitlines(keepends=True)
    edit = Edit(Location(place.source, paragraph.span), "".join(f"> {line}" for line in lines))
    return Fix("put `> ` before each line", (edit,))
