"""YAML files checked against the JSON Schemas that the package ships, with a place for everything that is wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from rulemark.diagnostics import Diagnostic, Kind
from rulemark.document.yaml_text import Fault, Items, Node, Pairs, read_yaml
from rulemark.source import Location, Source, Span

Path = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Place:
    """The tree of a YAML file: finds where a value was written."""

    source: Source
    root: Node | None

    def locate(self, path: Path) -> Location:
        """Return the place of the value at a path, or of the nearest value around it."""
        node = self.root
        for step in path:
            inner = _step(node, step)
            if inner is None:
                break
            node = inner
        return Location(self.source, node.span if node else Span(0, 0))


def _step(node: Node | None, step: str | int) -> Node | None:
    match node.content if node else None:
        case Pairs(pairs):
            return next((value for key, value in pairs if key.text == str(step)), None)
        case Items(nodes) if isinstance(step, int) and step < len(nodes):
            return nodes[step]
        case _:
            return None


def read_mapping(source: Source, kind: Kind) -> tuple[dict[str, Any], Place, tuple[Diagnostic, ...]]:
    """Read a YAML file that must be a mapping; an empty file is an empty mapping."""
    read = read_yaml(source.text)
    match read:
        case None:
            return {}, Place(source, None), ()
        case Fault(message, span):
            found = Diagnostic(kind, f"not YAML: {message}", Location(source, span), help="correct the YAML")
            return {}, Place(source, None), (found,)
        case Node(content=Pairs()):
            return plain(read), Place(source, read), ()
        case _:
            found = Diagnostic(kind, "not a mapping", Location(source, read.span), help="write `key: value` lines")
            return {}, Place(source, read), (found,)


def plain(node: Node) -> Any:  # noqa: ANN401 -- what JSON Schema validates is any JSON value
    """Return the value of a node in dictionaries and lists."""
    match node.content:
        case Pairs(pairs):
            return {key.text: plain(value) for key, value in pairs}
        case Items(nodes):
            return [plain(item) for item in nodes]
        case value:
            return value


def problems(data: Mapping[str, Any], place: Place, schema: str, kind: Kind) -> tuple[Diagnostic, ...]:
    """Return what the schema finds wrong, in the order of the file."""
    errors = sorted(validator(schema).iter_errors(data), key=lambda error: str(error.json_path))
    return tuple(_diagnostic(error, place, kind) for error in errors)


def _diagnostic(error: ValidationError, place: Place, kind: Kind) -> Diagnostic:
    where = ".".join(str(step) for step in error.absolute_path) or "the file"
    return Diagnostic(
        kind,
        f"`{where}`: {' '.join(error.message.split())}",
        place.locate(tuple(error.absolute_path)),
        help="see the schema that the package ships for what may stand there",
    )


@cache
def validator(schema: str) -> Draft202012Validator:
    """Return the validator of one of the schemas beside this module."""
    text = files("rulemark.policy").joinpath(schema).read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))
