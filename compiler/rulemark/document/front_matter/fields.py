"""The keys and values between the fences of a front matter, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic, Edit, Fix, Label
from rulemark.document.excerpts import excerpt
from rulemark.document.front_matter.keys import RESERVED, SINGLE, TRANSLATION_TYPES, intended_key
from rulemark.document.model import Field
from rulemark.document.problems import (
    DUPLICATE_FRONT_MATTER_KEY,
    FRONT_MATTER_NOT_MAPPING,
    FRONT_MATTER_SYNTAX,
    INVALID_FRONT_MATTER_VALUE,
    MISSPELT_FRONT_MATTER_KEY,
    OVERSIZED_FRONT_MATTER,
    RESERVED_FRONT_MATTER_KEY,
)
from rulemark.document.yaml_text import Fault, Node, Pairs, read_yaml
from rulemark.source import Location, Source, Span

_KEYS_LOOKED_AT = 200
"""No real header has more keys; comparing each with all known ones takes time."""


def read_fields(source: Source, span: Span) -> tuple[tuple[Field, ...], tuple[Diagnostic, ...]]:
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


def check_keys(source: Source, fields: tuple[Field, ...], known_keys: frozenset[str]) -> Iterator[Diagnostic]:
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
