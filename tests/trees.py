"""Going through every node of a tree, for properties that hold for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from rulemark.document import Document, Include, InlineInclude
from rulemark.source import Source

Group = tuple[Any, tuple[Any, ...], Source]


def groups(document: Document) -> Iterator[Group]:
    """Yield each parent (the document first) with each of its tuples of children, and the source they count in."""
    yield document, document.blocks, document.source
    for block in document.blocks:
        yield from _below(block, document.source)


def nodes(document: Document) -> Iterator[tuple[Any, Source]]:
    """Yield every node with the source its span counts in."""
    for _, children, source in groups(document):
        for child in children:
            yield child, source


def _below(node: Any, source: Source) -> Iterator[Group]:  # noqa: ANN401 - any node
    inner = node.source if isinstance(node, Include | InlineInclude) and node.source else source
    for field in fields(node):
        value = getattr(node, field.name)
        if field.name == "header":
            value = (value,)
        if isinstance(value, tuple) and value and all(is_dataclass(item) for item in value):
            yield node, value, inner
            for child in value:
                yield from _below(child, inner)
