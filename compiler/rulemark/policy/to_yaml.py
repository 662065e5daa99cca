"""A policy in its one canonical form: what is committed and reviewed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from rulemark.policy.model import Policy
from rulemark.policy.plain_form import to_plain

_FLOW = frozenset({"when", "labels", "steps_of", "measures", "source_commit", "source_hash", "translation_type"})
_FLOW_LISTS = frozenset(
    {"inputs", "monikers", "locales", "hedges", "actors", "links", "images", "collections", "choices"}
)

_LINE_END = re.compile(r"[\n\r\x85\u2028\u2029]")


class _Flow(dict[str, Any]):
    """A mapping on one line."""


class _FlowList(list[Any]):
    """A list on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes decimals exactly and lists indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 -- the signature is PyYAML's
        return True


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    if value == value.to_integral_value():
        return dumper.represent_scalar("tag:yaml.org,2002:int", f"{value:.0f}")
    return dumper.represent_scalar("tag:yaml.org,2002:float", f"{value.normalize():f}")


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    """Escape line ends of every kind: YAML would fold them."""
    style = '"' if _LINE_END.search(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _flow(dumper: yaml.SafeDumper, value: _Flow) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=True)


def _flow_list(dumper: yaml.SafeDumper, value: _FlowList) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


_Dumper.add_representer(Decimal, _decimal)
_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Flow, _flow)
_Dumper.add_representer(_FlowList, _flow_list)


def dump(policy: Policy) -> str:
    """Return the YAML of a policy; `load` gives the policy back, and dumping that gives the same bytes."""
    plain = to_plain(policy)
    return yaml.dump(
        _styled(plain), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=2**31, default_flow_style=False
    )


def _styled(value: Any, key: str = "") -> Any:  # noqa: ANN401 -- any YAML value
    """Put on one line what a reviewer reads as one thing."""
    match value:
        case Mapping() if key in _FLOW or "quote" in value:
            return _Flow({name: _inline(item) for name, item in value.items()})
        case Mapping():
            return {name: _styled(item, name) for name, item in value.items()}
        case list() if key in _FLOW_LISTS and not any(isinstance(item, Mapping) for item in value):
            return _FlowList(value)
        case list():
            return [_styled(item) for item in value]
        case _:
            return value


def _inline(value: Any) -> Any:  # noqa: ANN401 -- any YAML value
    match value:
        case Mapping():
            return _Flow({name: _inline(item) for name, item in value.items()})
        case list():
            return _FlowList(map(_inline, value))
        case _:
            return value
