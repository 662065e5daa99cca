"""YAML with a place for every value, read as data only: no objects, no dates, bounded in size and depth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

import yaml

from rulemark.document.model import Yaml
from rulemark.source import Span

MAX_LENGTH = 200_000
"""Characters of YAML that are read at most."""
MAX_DEPTH = 32
"""Sequences and mappings inside each other that are read at most."""
MAX_NODES = 20_000
"""Values that are read at most, counting those behind an alias each time it is used."""

_PARSER_LIMIT = "maximum nesting depth"
"""What libyaml says, since 0.2.6, of nesting that it gives up before `MAX_DEPTH` is seen."""
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LITERALS: dict[str, Yaml] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?[0-9]{1,9}\.[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Node:
    """One value with the characters it was written as; `weight` counts it and all values inside it."""

    span: Span
    content: Content
    weight: int = 1

    @property
    def value(self) -> Yaml:
        """The value, frozen: sequences become tuples, mappings tuples of pairs."""
        match self.content:
            case Pairs(pairs):
                return tuple((key.text, node.value) for key, node in pairs)
            case Items(nodes):
                return tuple(node.value for node in nodes)
            case scalar:
                return scalar

    @property
    def text(self) -> str:
        """The value as text, if it is a single one, else ""."""
        return self.content if isinstance(self.content, str) else ""


@dataclass(frozen=True, slots=True)
class Items:
    """The values of a sequence."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The keys and values of a mapping, in the order written, duplicates included; keys are always text."""

    pairs: tuple[tuple[Node, Node], ...]


Content: TypeAlias = Items | Pairs | str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is not read: a mistake in it at `span`, or, when `excessive`, its size or depth."""

    message: str
    span: Span
    excessive: bool = False


class _FaultError(Exception):
    """Carries a fault out of the loop over events."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def read_yaml(text: str, offset: int = 0) -> Node | Fault | None:
    """Read the first YAML document of a text.

    Args:
        text: YAML, at most `MAX_LENGTH` characters.
        offset: Where the text begins in its source; added to every span.

    Returns:
        The value, a fault, or None when the text holds no value.
    """
    if len(text) > MAX_LENGTH:
        return Fault(f"more than {MAX_LENGTH} characters", Span(offset, offset + len(text)), excessive=True)
    try:
        return _Reading(text, offset).first()
    except _FaultError as error:
        return error.fault
    except yaml.YAMLError as error:
        return _fault(error, text, offset)
    except UnicodeError:
        return Fault("a character that is none", Span(offset, offset + len(text)))


def _fault(error: yaml.YAMLError, text: str, offset: int) -> Fault:
    """Return the place and the words of a mistake that the YAML parser found."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        position = min(getattr(error, "position", None) or 0, len(text))
        return Fault("a control character", Span(offset + position, offset + position))
    words = " ".join((error.problem or "something is wrong").split())
    start = min(error.problem_mark.index, len(text))
    return Fault(words, Span(offset + start, offset + start), excessive=_PARSER_LIMIT in words)


class _Reading:
    """One pass over the events of a YAML parser; a stack instead of recursion, so that depth is ours to bound."""

    __slots__ = ("_anchors", "_nodes", "_offset", "_text")

    def __init__(self, text: str, offset: int) -> None:
        self._text = text
        self._offset = offset
        self._anchors: dict[str, Node] = {}
        self._nodes = 0

    def first(self) -> Node | None:
        """Return the root value of the first document; a second document is a fault."""
        root: Node | None = None
        stack: list[tuple[yaml.Event, list[Node]]] = []
        for event in self._events():
            match event:
                case yaml.ScalarEvent() | yaml.AliasEvent():
                    node: Node | None = self._leaf(event)
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    stack.append((event, []))
                    self._bound(len(stack) <= MAX_DEPTH, f"values nested more than {MAX_DEPTH} deep", event)
                    continue
                case _:
                    opened, nodes = stack.pop()
                    node = self._collection(opened, event, nodes)
            if not stack:
                root = node
            elif node is not None:
                stack[-1][1].append(node)
        return root

    def _events(self) -> Iterator[yaml.Event]:
        """Yield the events inside the first document."""
        documents = 0
        for event in yaml.parse(self._text, Loader=_LOADER):
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        raise _FaultError(Fault("a second document begins here", self._span(event, event)))
                case yaml.NodeEvent() | yaml.CollectionEndEvent():
                    yield event

    def _leaf(self, event: yaml.ScalarEvent | yaml.AliasEvent) -> Node:
        """Return a single value, or the value that an alias stands for."""
        if isinstance(event, yaml.AliasEvent):
            known = self._anchors.get(str(event.anchor))
            if known is None:
                raise _FaultError(Fault(f"nothing is named `{event.anchor}`", self._span(event, event)))
            node = Node(self._span(event, event), known.content, known.weight)
        else:
            node = Node(self._span(event, event), _scalar(event))
        return self._counted(event, node, node.weight)

    def _collection(self, opened: yaml.Event, closed: yaml.Event, nodes: list[Node]) -> Node:
        """Return a sequence or mapping from its values."""
        content: Content = Items(tuple(nodes))
        if isinstance(opened, yaml.MappingStartEvent):
            keys, values = (islice(nodes, first, None, 2) for first in (0, 1))
            content = Pairs(tuple((self._key(key), value) for key, value in zip(keys, values, strict=True)))
        weight = 1 + sum(node.weight for node in nodes)
        first = _index(opened.start_mark)
        start, flow = first + self._offset, self._text[first : first + 1] in ("[", "{")
        end = nodes[-1].span.end if nodes and not flow else _index(closed.end_mark) + self._offset
        return self._counted(opened, Node(Span(start, max(start, end)), content, weight), 1)

    def _key(self, node: Node) -> Node:
        """Return a key as text, however it was written."""
        written = self._text[node.span.start - self._offset : node.span.end - self._offset]
        return node if isinstance(node.content, str) else Node(node.span, written)

    def _counted(self, event: yaml.Event, node: Node, weight: int) -> Node:
        """Count a finished value and remember it under its anchor."""
        self._nodes += weight
        self._bound(self._nodes <= MAX_NODES, f"more than {MAX_NODES} values", event)
        if (anchor := getattr(event, "anchor", None)) and not isinstance(event, yaml.AliasEvent):
            self._anchors[anchor] = node
        return node

    def _bound(self, within: bool, message: str, event: yaml.Event) -> None:  # noqa: FBT001  # a condition, not a flag
        if not within:
            raise _FaultError(Fault(message, self._span(event, event), excessive=True))

    def _span(self, first: yaml.Event, last: yaml.Event) -> Span:
        """Return the characters from one event to another, without the white space that a block scalar ends with."""
        start, end = _index(first.start_mark), _index(last.end_mark)
        end = start + len(self._text[start:end].rstrip())
        return Span(start + self._offset, end + self._offset)


def _index(mark: object) -> int:
    """Return the character offset of a mark; the two YAML parsers have two unrelated types for it."""
    return int(getattr(mark, "index", 0))


def _scalar(event: yaml.ScalarEvent) -> Content:
    """Return a plain scalar as what it is; dates, versions and anything that would lose digits stay text."""
    text: str = event.value
    if not event.implicit[0] or event.tag is not None:
        return text
    if text in _LITERALS:
        literal = _LITERALS[text]
        return literal if isinstance(literal, bool) else None
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text) and str(float(text)) == text:
        return float(text)
    return text
