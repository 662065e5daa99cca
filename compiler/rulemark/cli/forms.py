"""The forms of the compiler as plain values: what `rulemark show` prints.

A node becomes a mapping that names its type and its place; fields that say nothing are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import Field, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import yaml

from rulemark.document import Document
from rulemark.source import Location, Source, Span
from rulemark.statements import Extraction, Statement, reading_to_json

Plain = Any
"""A value of JSON."""

_SILENT = frozenset({"diagnostics", "offsets", "document", "reading", "source"})


class Notation(StrEnum):
    """How a form is written."""

    YAML = "yaml"
    JSON = "json"


def write(value: Plain, notation: Notation) -> str:
    """Return a plain value as text with a line end."""
    if notation is Notation.JSON:
        return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120)


def document_form(document: Document) -> Plain:
    """Return the tree of an article."""
    front_matter = document.front_matter
    return {
        "path": document.source.path,
        "locale": document.source.locale,
        "title": document.title,
        "monikers": list(document.monikers),
        "front_matter": {field.key: _plain(field.value, document.source) for field in front_matter.fields}
        if front_matter
        else {},
        "blocks": [_plain(block, document.source) for block in document.blocks],
    }


def extraction_form(extraction: Extraction) -> Plain:
    """Return what an article says, sentence by sentence, then its lists, boxes and tables."""
    others = {
        field.name: _plain(getattr(extraction, field.name), extraction.source)
        for field in fields(extraction)
        if field.name not in _SILENT | {"statements"} and getattr(extraction, field.name)
    }
    statements = [_statement(statement) for statement in extraction.statements]
    return {"path": extraction.source.path, "locale": extraction.source.locale, "statements": statements, **others}


def _statement(statement: Statement) -> Plain:
    reading = {
        key: value for key, value in reading_to_json(statement.reading).items() if value not in (None, [], False)
    }
    return {"text": statement.reading.text, **_node(statement, statement.location.source), **reading}


def _plain(value: object, source: Source) -> Plain:
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else str(value)
        case Location():
            return f"{value.path}:{value.start.line}:{value.start.column}"
        case tuple() | frozenset() | list():
            items = sorted(value) if isinstance(value, frozenset) else value
            return [_plain(item, source) for item in items]
        case _ if is_dataclass(value):
            return {"node": type(value).__name__, **_node(value, source)}
        case _:
            return str(value)


def _node(node: object, source: Source) -> dict[str, Plain]:
    inner = getattr(node, "source", None)
    source = inner if isinstance(inner, Source) else source
    return {name: value for field in fields(node) for name, value in _field(node, field, source)}  # type: ignore[arg-type] # the caller has looked


def _field(node: object, field: Field[Any], source: Source) -> Iterator[tuple[str, Plain]]:
    value = getattr(node, field.name)
    if field.name in _SILENT or value in (None, (), "", False, field.default):
        return
    if isinstance(value, Span):
        if field.name == "span" and value.end <= len(source.text):
            start, end = source.position(value.start), source.position(value.end)
            yield "place", f"{start.line}:{start.column}-{end.line}:{end.column}"
        return
    yield field.name, _plain(value, source)
