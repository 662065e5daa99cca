"""YAML files checked against the JSON Schemas that the package ships, with a place for everything that is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from rulemark.diagnostics import Diagnostic, Kind, Label
from rulemark.document.yaml_text import Fault, Items, Node, Pairs, read_yaml
from rulemark.source import Location, Source, Span

Path = Sequence[str | int]
_LONGEST_VALUE = 100
_TYPES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
}
"""What a writer of YAML calls the types of JSON Schema."""


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
    """Read a YAML file that must be a mapping; an empty file is an empty mapping, and a key written twice is wrong."""
    read = read_yaml(source.text)
    match read:
        case None:
            return {}, Place(source, None), ()
        case Fault(message, span):
            found = Diagnostic(kind, f"not YAML: {message}", Location(source, span), help="correct the YAML")
            return {}, Place(source, None), (found,)
        case Node(content=Pairs()):
            return plain(read), Place(source, read), tuple(_written_twice(read, source, kind))
        case _:
            found = Diagnostic(kind, "not a mapping", Location(source, read.span), help="write `key: value` lines")
            return {}, Place(source, read), (found,)


def _written_twice(root: Node, source: Source, kind: Kind) -> Iterator[Diagnostic]:
    """Report each key that its mapping has already: YAML would forget everything below the first one."""
    waiting = [root]
    while waiting:
        match waiting.pop().content:
            case Pairs(pairs):
                first: dict[str, Node] = {}
                for key, value in pairs:
                    waiting.append(value)
                    if first.setdefault(key.text, key) is not key:
                        yield _twice(key, first[key.text], source, kind)
            case Items(nodes):
                waiting.extend(nodes)
            case _:
                pass


def _twice(key: Node, first: Node, source: Source, kind: Kind) -> Diagnostic:
    return Diagnostic(
        kind,
        f"`{key.text}` is written twice",
        Location(source, key.span),
        help=f"move what stands below it to the first `{key.text}`, and delete this line",
        labels=(Label(Location(source, first.span), "the first one"),),
    )


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
    return tuple(dict.fromkeys(_diagnostic(error, place, kind) for error in errors))


def _diagnostic(error: ValidationError, place: Place, kind: Kind) -> Diagnostic:
    return Diagnostic(
        kind,
        what_is_wrong(error),
        place.locate(tuple(error.absolute_path)),
        help="see the schema that the package ships for what may stand there",
    )


def what_is_wrong(error: ValidationError) -> str:
    """Return what a value must be and is not, in the words of its writer."""
    where = ".".join(str(step) for step in error.absolute_path) or "the file"
    return f"`{where}` {_fault(error)}"


def _fault(error: ValidationError) -> str:
    expected: Any = error.validator_value
    schema: Any = error.schema
    value: Any = error.instance
    match error.validator:
        case "enum":
            return f"is `{value}`, which is none of {', '.join(f'`{choice}`' for choice in expected)}"
        case "type":
            names = [expected] if isinstance(expected, str) else expected
            return f"is not {' or '.join(_TYPES.get(name, name) for name in names)}"
        case "required":
            return f"lacks {', '.join(f'`{name}`' for name in expected if name not in value)}"
        case "additionalProperties" if isinstance(value, Mapping):
            known = schema.get("properties", {})
            return f"has {', '.join(f'`{name}`' for name in value if name not in known)}, which is not known here"
        case "not":
            return f"must not have {', '.join(f'`{name}`' for name in expected.get('required', ()))}"
        case "pattern" if "propertyNames" in error.absolute_schema_path:
            return f"has the name `{str(value)[:_LONGEST_VALUE]}`, which does not have the right form"
        case "pattern":
            return f"is `{str(value)[:_LONGEST_VALUE]}`, which does not have the right form"
        case "minItems":
            return "is empty"
        case "uniqueItems":
            return "names something twice"
        case _:
            return f"does not have the right form: {' '.join(error.message.split())[:_LONGEST_VALUE]}"


@cache
def validator(schema: str) -> Draft202012Validator:
    """Return the validator of one of the schemas beside this module."""
    text = files("rulemark.policy").joinpath(schema).read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))
