"""The YAML header of an article: from `---` on the very first line to the next `---` or `...`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rulemark.diagnostics import Diagnostic, Edit, Fix
from rulemark.document.front_matter.fields import check_keys, read_fields
from rulemark.document.model import FrontMatter
from rulemark.document.problems import MISPLACED_FRONT_MATTER, UNCLOSED_FRONT_MATTER
from rulemark.source import Location, Source, Span

_BOM = "\ufeff"
_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?:(?<=\r)|(?<=\n))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_END = r"[ \t]*(?:\r\n|\n|\r)"
_MISPLACED = re.compile(rf"(?:(?:{_END}){{1,5}}(---)|(----+)){_END}(?=[A-Za-z][\w.\-]*:)")
_KEY_LINE = re.compile(r"[A-Za-z][\w.\-]*:(?:[ \t]|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class FrontMatterReading:
    """A front matter, where the text behind it begins, and what is wrong with it."""

    front_matter: FrontMatter | None
    body_start: int
    """The offset of the first character behind the header, or behind the byte order mark when there is none."""
    diagnostics: tuple[Diagnostic, ...] = ()


def read_front_matter(source: Source, *, known_keys: frozenset[str] = frozenset()) -> FrontMatterReading:
    """Read the front matter of an article.

    Args:
        source: The article.
        known_keys: Keys that the project reads besides those of the publishing system, never taken for misspelt.

    Returns:
        No front matter when the file does not begin with one; one without fields when it cannot be read.
    """
    text = source.text
    start = 1 if text.startswith(_BOM) else 0
    opened = _OPEN.match(text, start)
    if opened is None:
        return FrontMatterReading(None, start, _misplaced(source, start))
    closed = _CLOSE.search(text, opened.end())
    if closed is None:
        return FrontMatterReading(None, start, _unclosed(source, opened))
    span = Span(start, closed.start() + 3)
    fields, diagnostics = read_fields(source, Span(opened.end(), closed.start()))
    found = FrontMatter(span, fields)
    return FrontMatterReading(found, closed.end(), (*diagnostics, *check_keys(source, fields, known_keys)))


def _unclosed(source: Source, opened: re.Match[str]) -> tuple[Diagnostic, ...]:
    """Return the finding about a header without end; a mere rule on the first line is none."""
    if not _KEY_LINE.match(source.text, opened.end()):
        return ()
    message = "the front matter never ends, so readers see it as text"
    location = Location(source, Span(opened.start(), opened.start() + 3))
    return (Diagnostic(UNCLOSED_FRONT_MATTER, message, location, help="close it with a line `---`"),)


def _misplaced(source: Source, start: int) -> tuple[Diagnostic, ...]:
    """Return the finding about a header that is not on the first line or has too many dashes."""
    found = _MISPLACED.match(source.text, start)
    if found is None or not _CLOSE.search(source.text, found.end()):
        return ()
    return (_early(source, start, found) if found[1] else _long(source, found),)


def _early(source: Source, start: int, found: re.Match[str]) -> Diagnostic:
    message = "the front matter does not begin on the first line, so readers see it as text"
    fix = Fix("remove the lines before it", (Edit(Location(source, Span(start, found.start(1))), ""),))
    return _misplacement(message, Location(source, Span(*found.span(1))), fix)


def _long(source: Source, found: re.Match[str]) -> Diagnostic:
    message = "the front matter begins with too many dashes, so readers see it as text"
    location = Location(source, Span(*found.span(2)))
    return _misplacement(message, location, Fix("write `---`", (Edit(location, "---"),)))


def _misplacement(message: str, location: Location, fix: Fix) -> Diagnostic:
    return Diagnostic(MISPLACED_FRONT_MATTER, message, location, help="begin the file with a line `---`", fix=fix)
