"""The YAML header of an article: from `---` on the very first line to the next `---` or `...`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rulemark.diagnostics import Diagnostic, Edit, Fix, Label
from rulemark.document.excerpts import excerpt
from rulemark.document.front_matter.keys import RESERVED, SINGLE, TRANSLATION_TYPES, intended_key
from rulemark.document.model import Field, FrontMatter
from rulemark.document.problems import (
    DUPLICATE_FRONT_MATTER_KEY,
    FRONT_MATTER_NOT_MAPPING,
    FRONT_MATTER_SYNTAX,
    INVALID_FRONT_MATTER_VALUE,
    MISPLACED_FRONT_MATTER,
    MISSPELT_FRONT_MATTER_KEY,
    OVERSIZED_FRONT_MATTER,
    RESERVED_FRONT_MATTER_KEY,
    UNCLOSED_FRONT_MATTER,
)
from rulemark.document.yaml_text import Fault, Node, Pairs, read_yaml
from rulemark.source import Location, Source, Span

_BOM = "\ufeff"
_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?:(?<=\r)|(?<=\n))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_END = r"[ \t]*(?:\r\n|\n|\r)"
_MISPLACED = re.compile(rf"(?:(?:{_END}){{1,5}}(---)|(----+)){_END}(?=[A-Za-z][\w.\-]*:)")
_KEY_LINE = re.compile(r"[A-Za-z][\w.\-]*:(?:[ \t]|\r|\n|\Z)")

_KEYS_LOOKED_AT = 200
"""No real header has more keys; comparing each with all known ones takes time."""


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
    fields, diagnostics = _fields(source, Span(opened.end(), closed.start()))
    found = FrontMatter(span, fields)
    return FrontMatterReading(found, closed.end(), (*diagnostics, *_keys(source, fields, known_keys)))


def _fields(source: Source, span: Span) -> tuple[tuple[Field, ...], tuple[Diagnostic, ...]]:
    """Return the top-level keys between the fences, of a duplicate the last one."""
    root = read_yaml(source.text[span.start : span.end], span.start)
    match root:
        case None | Node(content=None):
            return (), ()
        case Fault():
            return (), (_fault(source, root),)
        case Node(content=Pairs(pairs)):
            fields = {key.text: Field(key.text, value.value, key.span, value.span) for key, value in pairs}
            return tuple(fields.values()), tuple(_duplicates(source, root))
        case _:
            message = "the front matter is no list of keys and values"
            location = Location(source, root.span)
            remedy = "write each line as `key: value`"
            return (), (Diagnostic(FRONT_MATTER_NOT_MAPPING, message, location, help=remedy),)


def _fault(source: Source, fault: Fault) -> Diagnostic:
    location = Location(source, fault.span)
    if fault.excessive:
        message = f"the front matter is not read: {fault.message}"
        return Diagnostic(OVERSIZED_FRONT_MATTER, message, location, help="keep the front matter short and flat")
    message = f"the front matter cannot be read: {fault.message}"
    remedy = "put a value that holds `: `, `#` or quotes in quotes, and indent with spaces"
    return Diagnostic(FRONT_MATTER_SYNTAX, message, location, help=remedy)


def _duplicates(source: Source, node: Node) -> Iterator[Diagnostic]:
    """Yield a finding for each key that stands twice in one mapping, at any depth."""
    stack = [node]
    while stack:
        content = stack.pop().content
        if not isinstance(content, Pairs):
            stack.extend(getattr(content, "nodes", ()))
            continue
        first: dict[str, Node] = {}
        for key, value in content.pairs:
            stack.append(value)
            if key.text in first:
                label = Label(Location(source, first[key.text].span), "first here")
                message = f"`{excerpt(key.text, 40)}` stands twice; the last one counts"
                location = Location(source, key.span)
                remedy = "keep one of the two"
                yield Diagnostic(DUPLICATE_FRONT_MATTER_KEY, message, location, help=remedy, labels=(label,))
            first.setdefault(key.text, key)


def _keys(source: Source, fields: tuple[Field, ...], known_keys: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with single keys and their values."""
    present = {field.key for field in fields}
    for field in fields[:_KEYS_LOOKED_AT]:
        if field.key in RESERVED and field.key not in known_keys:
            message = f"`{field.key}` is written by the publishing system"
            location = Location(source, field.key_span)
            yield Diagnostic(RESERVED_FRONT_MATTER_KEY, message, location, help="remove the key")
        elif intended := intended_key(field.key, further=known_keys):
            yield _misspelt(source, field, intended, present)
        yield from _value(source, field)


def _misspelt(source: Source, field: Field, intended: str, present: set[str]) -> Diagnostic:
    location = Location(source, field.key_span)
    message = f"nobody reads the key `{excerpt(field.key, 40)}`"
    fix = None
    if intended not in present and location.text == field.key:
        fix = Fix(f"rename it to `{intended}`", (Edit(location, intended),))
    remedy = f"did you mean `{intended}`?"
    return Diagnostic(MISSPELT_FRONT_MATTER_KEY, message, location, help=remedy, fix=fix)


def _value(source: Source, field: Field) -> Iterator[Diagnostic]:
    """Yield what is wrong with the value of a known key."""
    if field.key in SINGLE and isinstance(field.value, tuple):
        message = f"`{field.key}` has more than one value"
        yield _invalid(source, field, message, "write one text")
    elif field.key == "ms.translationtype" and field.value is not None and field.value not in TRANSLATION_TYPES:
        message = f"`{excerpt(str(field.value), 40)}` is no translation type"
        yield _invalid(source, field, message, "write `HT` for human or `MT` for machine translation")


def _invalid(source: Source, field: Field, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(INVALID_FRONT_MATTER_VALUE, message, Location(source, field.value_span), help=remedy)


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
