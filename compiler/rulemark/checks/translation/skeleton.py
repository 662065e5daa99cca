"""What translation never changes: sections, links, images, zones, lists and alerts, each with its place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from rulemark.document import (
    Alert,
    Block,
    Context,
    Document,
    Emphasis,
    Heading,
    HtmlBlock,
    HtmlInline,
    Image,
    Include,
    Inline,
    InlineInclude,
    Link,
    List,
    MonikerZone,
    Paragraph,
    Strike,
    Strong,
    TabGroup,
    Table,
    Video,
    Xref,
    Zone,
    walk,
)
from rulemark.source import Location, Source, Span

_HREF = re.compile(r"<a\s[^>]{0,400}?href\s{0,3}=\s{0,3}[\"']?([^\"'\s>]{1,800})", re.IGNORECASE)
_SRC = re.compile(r"<img\s[^>]{0,400}?src\s{0,3}=\s{0,3}[\"']?([^\"'\s>]{1,800})", re.IGNORECASE)
_LOCALE = re.compile(r"(?<=/)[a-z]{2,3}-[a-z]{2}(?:/|$)", re.IGNORECASE)
_OTHER_LOCALE = re.compile(r"((?:\.\./)+)[a-z]{2,3}-[a-z]{2}/", re.IGNORECASE)
_ID = re.compile(r"\s(?:id|name)\s{0,3}=\s{0,3}[\"']?([^\"'\s>]{1,200})", re.IGNORECASE)
OPEN = " without its end"
"""What a zone that nothing closes has behind its value."""
_CLOSED = re.compile(r"[> \t]*:{3,}\s{0,9}\w{1,20}-end\s{0,9}(?::{3})?\s{0,9}")
_AUTOLINK = re.compile(r"(?!mailto:)[!-;=?-Z_a-z~]+", re.IGNORECASE)
"""A bare address that surely ends where it was meant to: no brackets, no letter of another script behind it."""


class Trait(StrEnum):
    """A property of a section that every translation shares."""

    LINK = "link"
    IMAGE = "image"
    STEPS = "steps"
    BULLETS = "bullets"
    ALERT = "alert"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Mark:
    """One occurrence of a trait: its value without anything that depends on the language, and where it stands."""

    trait: Trait
    value: str
    location: Location


@dataclass(frozen=True, slots=True)
class Part:
    """A section: from its heading to the next one.

    Attributes:
        anchor: Its anchor, "" in front of the first heading.
        level: The level of its heading, 0 in front of the first one.
        ids: The anchors written in front of the heading or in it; empty: it has only that derived from its words.
        location: The heading; in front of the first one the start of the file.
        marks: What stands in it, in the order of reading.
    """

    anchor: str
    level: int
    ids: frozenset[str]
    location: Location
    marks: tuple[Mark, ...] = field(default=())

    def of(self, trait: Trait) -> tuple[Mark, ...]:
        """Return the marks of one trait."""
        return tuple(mark for mark in self.marks if mark.trait is trait)


def parts(document: Document) -> tuple[Part, ...]:
    """Return the sections of an article in order, the first one being what stands in front of any heading."""
    found: list[tuple[Part, list[Mark]]] = [(_front(document.source), [])]
    for block, context in walk(document):
        if isinstance(block, Heading):
            place = Location(context.source, block.span)
            written = frozenset(identifier for inline in block.inlines for identifier in _ids(inline))
            found.append((Part(block.anchor, block.level, written.union(block.anchors), place), []))
        found[-1][1].extend(_marks(block, context))
    return tuple(Part(part.anchor, part.level, part.ids, part.location, tuple(marks)) for part, marks in found)


def _front(source: Source) -> Part:
    return Part("", 0, ids=frozenset(), location=Location(source, Span(0, 0)))


def _ids(inline: Inline) -> Iterator[str]:
    if isinstance(inline, HtmlInline):
        yield from _ID.findall(inline.text)


def _marks(block: Block, context: Context) -> Iterator[Mark]:
    place = Location(context.source, block.span)
    match block:
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            yield from _in_line(inlines, context.source)
        case Table(header=header, rows=rows):
            for cell in (cell for row in (header, *rows) for cell in row.cells):
                yield from _in_line(cell.inlines, context.source)
        case Image():
            yield from _in_line((block,), context.source)
        case HtmlBlock(text=text):
            yield from _in_html(text, place)
        case List(start=start, items=items):
            yield Mark(Trait.BULLETS if start is None else Trait.STEPS, str(len(items)), place)
        case Alert(kind=kind, marker=marker):
            yield Mark(Trait.ALERT, kind, Location(context.source, marker))
        case Video(url=address) | Include(path=address):
            yield Mark(Trait.LINK, plain_address(address, place), place)
        case _:
            yield from _zones(block, place)


def _zones(block: Block, place: Location) -> Iterator[Mark]:
    match block:
        case MonikerZone(expression=expression, expression_span=span):
            yield Mark(Trait.ZONE, " ".join(expression.split()) + _end(place), Location(place.source, span))
        case Zone(target=target, pivots=pivots):
            yield Mark(Trait.ZONE, (target or ", ".join(pivots)) + _end(place), place)
        case TabGroup(tabs=tabs):
            yield Mark(Trait.ZONE, " | ".join("+".join(tab.ids) for tab in tabs), place)
        case _:
            return


def _end(place: Location) -> str:
    """Return what to add to a zone that nothing closes: it reaches to the end of what holds it."""
    last = place.source.text[place.span.start : place.span.end].rstrip().rpartition("\n")[2]
    return "" if _CLOSED.fullmatch(last) else OPEN


def _in_line(inlines: Iterable[Inline], source: Source) -> Iterator[Mark]:
    for inline in inlines:
        place = Location(source, inline.span)
        match inline:
            case Link(href=href, children=children, autolink=autolink):
                if not autolink or _AUTOLINK.fullmatch(href):
                    yield Mark(Trait.LINK, plain_address(href, place), place)
                yield from _in_line(children, source)
            case Image(src=src):
                yield Mark(Trait.IMAGE, plain_address(src, place), place)
            case Xref(uid=uid, shorthand=False):
                yield Mark(Trait.LINK, f"xref:{uid}", place)
            case HtmlInline(text=text):
                yield from _in_html(text, place)
            case Emphasis(children=children) | Strong(children=children) | Strike(children=children):
                yield from _in_line(children, source)
            case InlineInclude(children=children, source=included, path=path):
                yield Mark(Trait.LINK, plain_address(path, place), place)
                if included is not None:
                    yield from _in_line(children, included)
            case _:
                continue


def _in_html(text: str, place: Location) -> Iterator[Mark]:
    yield from (Mark(Trait.LINK, plain_address(match.group(1), place), place) for match in _HREF.finditer(text))
    yield from (Mark(Trait.IMAGE, plain_address(match.group(1), place), place) for match in _SRC.finditer(text))


def plain_address(address: str, place: Location) -> str:
    """Return an address without what may differ by language: the locale in its path and the case of letters.

    Args:
        address: A link as written; `../en-us/x.md` leads from an article to another language of its neighbour `x.md`.
        place: Where it is written.
    """
    address = address.strip()
    other = _OTHER_LOCALE.match(address)
    if other is not None:
        folders = place.path.split("/")[:-1]
        depth = other.group(1).count("../") - 1
        here = "/".join(folders[max(len(folders) - depth, 0) :])
        address = posixpath.relpath(f"/{address[other.end() :]}", f"/{here}")
    return _LOCALE.sub("", address).casefold().rstrip("/")
