"""Links in two parts, mostly through translation: readers see brackets and address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic, Edit, Fix
from rulemark.document.excerpts import excerpt
from rulemark.document.lies.inspection import Inspection, Line
from rulemark.document.lies.places import Place, covers
from rulemark.document.problems import TORN_LINK
from rulemark.source import Location, Span

_ADDRESS = r"(?:https?:[ ]?//|\.{0,2}/|#|[\w\-/]{1,200}\.(?:md|html?|yml)\b)[^()（）\[\]\r\n]{0,500}"
_SUSPECT = re.compile(r"[\]］][ \t\u3000]*[(（]|[)）][\[［]")
_TORN = re.compile(
    rf"[\[［](?P<text>[^\[\]［］\r\n]{{1,300}})[\]］](?P<gap>[ \t\u3000]*)[(（](?P<address>{_ADDRESS})(?P<close>[)）]?)"
)
_REVERSED = re.compile(r"\((?P<text>[^()\[\]\r\n]{1,200})\)\[(?P<address>https?://[^\[\]\s]{1,500})\]")
_TITLE = re.compile(r"[ \t]+(?:\"[^\"]*\"|'[^']*')[ \t]*")


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report text in brackets with an address beside it that together are no link."""
    for line in inspection.suspicious:
        yield from _in_line(line)


def _in_line(line: Line) -> Iterator[Diagnostic]:
    text, span = line.source.text, line.span
    if not _SUSPECT.search(text, span.start, span.end):
        return
    literal = line.literal
    for pattern in (_TORN, _REVERSED):
        for found in pattern.finditer(text, span.start, span.end):
            escaped = text[found.start() - 1 : found.start()] == "\\"
            if _is_literal(found, literal) and not escaped and not found["text"].isdigit():
                yield _finding(line.place, found)


def _is_literal(found: re.Match[str], literal: tuple[Span, ...]) -> bool:
    """Tell whether the bracket before the text and the one before the address are both shown to readers."""
    return covers(literal, found.start()) and covers(literal, found.end("text"))


def _finding(place: Place, found: re.Match[str]) -> Diagnostic:
    location = Location(place.source, Span(*found.span()))
    message = f"readers see `{excerpt(found[0])}` instead of a link"
    address = found["address"]
    remedy = "write the text in brackets and the address in parentheses right behind it: `[text](address)`"
    fix = None
    if not re.search(r"\s", _TITLE.sub("", address)) and found[0][-1] in ")）]":
        fix = Fix("join the two parts", (Edit(location, f"[{found['text']}]({address})"),))
    return Diagnostic(TORN_LINK, message, location, remedy, fix=fix)
