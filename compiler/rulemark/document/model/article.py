"""The article: its header and its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from rulemark.diagnostics import Diagnostic
from rulemark.document.model.blocks import Block
from rulemark.source import Source, Span

Yaml: TypeAlias = str | int | float | bool | tuple["Yaml", ...] | tuple[tuple[str, "Yaml"], ...] | None


@dataclass(frozen=True, slots=True)
class Field:
    """One top-level key of the front matter with its value, frozen (sequences and mappings become tuples)."""

    key: str
    value: Yaml
    key_span: Span
    value_span: Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML header; `span` includes both fences."""

    span: Span
    fields: tuple[Field, ...]

    def get(self, key: str) -> Yaml:
        """Return the value of a key, or None."""
        return next((field.value for field in self.fields if field.key == key), None)

    def text(self, key: str) -> str | None:
        """Return the value of a key when it is a single value, as text."""
        value = self.get(key)
        return None if value is None or isinstance(value, tuple) else str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the values of a key as texts; a single value counts as a list of one."""
        value = self.get(key)
        values = value if isinstance(value, tuple) else (value,)
        return tuple(str(item) for item in values if item is not None and not isinstance(item, tuple))


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read: everything later stages know about it."""

    source: Source
    front_matter: FrontMatter | None
    blocks: tuple[Block, ...]
    monikers: tuple[str, ...]
    """The monikers of the page in definition order; empty: the page is the same for everybody."""
    title: str
    """Front-matter title, else the text of the first heading, else ""."""
    diagnostics: tuple[Diagnostic, ...] = ()
