"""The imports that a module needs, from the names it uses."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from typing import Final

from rulemark.outputs.python.layout import WIDTH, bracketed
from rulemark.outputs.templating import Code

_NUMBERS: Final = re.compile(r"(\d+)")
_HOMES: Final = {
    "collections.abc": ("Mapping",),
    "datetime": ("date",),
    "decimal": ("Decimal",),
    "enum": ("StrEnum",),
    "typing": ("Final", "Literal", "TypeAlias", "overload"),
    "._calendar": ("business_days", "days", "hours", "minutes", "months", "seconds", "weeks", "years"),
    "._citations": ("Article", "Citation"),
    "._decisions": ("Decided", "Unknown", "Unstated", "decide"),
    "._duties": ("Duties", "duties_of"),
    "._elements": ("Advisory", "Amount", "Definition", "Reference", "Step", "steps_of"),
    "._evaluation": ("Evaluation", "evaluate_article"),
    "._lifecycle": ("find_state",),
    "._timers": ("Deadline", "Delay", "Notice", "Phase", "Timer", "Window"),
}


def imports_of(source: str, aliases: Iterable[str]) -> tuple[tuple[Code, ...], tuple[Code, ...]]:
    """Return the import statements of a module: those it runs, and those that only its annotations need.

    Args:
        source: The module without its imports.
        aliases: Type aliases, which only annotations use.
    """
    tree = ast.parse(source)
    annotations = [*_annotations(tree), *(ast.parse(alias) for alias in aliases)]
    hidden = {id(node) for annotation in annotations for node in ast.walk(annotation)}
    loaded = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in hidden}
    named = {node.id for each in annotations for node in ast.walk(each) if isinstance(node, ast.Name)} - loaded
    named |= {"TypeAlias" for _ in aliases} | (loaded & {"overload"})
    return tuple(_statements(loaded - {"overload"}, 0)), tuple(_statements(named, 4))


def _annotations(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        match node:
            case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.expr() as annotation):
                yield annotation
            case ast.FunctionDef(returns=ast.expr() as annotation):
                yield annotation


def _statements(names: set[str], indent: int) -> Iterator[Code]:
    blocks = [[home for home in _HOMES if home.startswith(".") is relative] for relative in (False, True)]
    for homes in blocks:
        found = [(home, sorted(names & set(_HOMES[home]), key=import_order)) for home in homes]
        lines = [_statement(home, kept, indent) for home, kept in found if kept]
        if lines:
            yield Code("\n".join(" " * indent + line for line in lines))


def _statement(home: str, names: list[str], indent: int) -> str:
    flat = f"from {home} import {', '.join(names)}"
    if "overload" in names:
        flat += "  # noqa: TC004"  # it stands in for the one above
    return flat if indent + len(flat) <= WIDTH else bracketed(f"from {home} import (", names, ")", indent=indent)


def import_order(name: str) -> tuple[int, list[tuple[int, int, str]]]:
    """Order constants, then classes, then the rest; numbers inside a name by their value."""
    parts = [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _NUMBERS.split(name) if part]
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2), parts


def public_names(source: str) -> list[str]:
    """Return what a module offers, in the order in which ruff sorts `__all__`."""
    return sorted(set(_public(ast.parse(source))), key=import_order)


def _public(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                if not name.startswith("_"):
                    yield name
