"""A frozen value as an indented outline: one node a line, what says nothing left out."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from rulemark.source import Source, Span


def outline(node: Any, depth: int = 0) -> str:  # noqa: ANN401 - any dataclass
    """Return a node, its plain fields beside its name, its children below."""
    facts: list[str] = []
    children: list[Any] = []
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, Span | Source) or value == field.default or value in (None, (), "", False):
            continue
        nested = value if isinstance(value, tuple) else (value,)
        if all(is_dataclass(item) for item in nested):
            children.extend(nested)
        else:
            facts.append(f"{field.name}={_plain(value)}")
    line = " ".join([type(node).__name__, *facts])
    return "  " * depth + line + "\n" + "".join(outline(child, depth + 1) for child in children)


def _plain(value: Any) -> str:  # noqa: ANN401 - any scalar
    return repr(str(value)) if isinstance(value, str) else repr(value)
