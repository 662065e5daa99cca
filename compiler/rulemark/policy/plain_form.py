"""Policies as plain mappings and lists, and back: driven by the types of the model, so that both ways agree."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from rulemark.policy.model import (
    All,
    AnyOf,
    Between,
    Compare,
    Condition,
    Duration,
    Not,
    OneOf,
    Operator,
    Value,
)

_NOT_WRITTEN = frozenset({"location"})
"""Where a quote stands in memory; its path and line are written."""


def to_plain(value: object) -> Any:  # noqa: ANN401 -- any YAML value
    """Return a model value as mappings, lists and scalars; fields at their default are left out."""
    match value:
        case Compare() | Between() | OneOf() | All() | AnyOf() | Not():
            return condition_to_plain(value)
        case Duration():
            return value.iso
        case StrEnum():
            return value.value
        case tuple():
            return _pairs(value) if _is_mapping(value) else [to_plain(item) for item in value]
        case _ if dataclasses.is_dataclass(value):
            return {
                field.name: to_plain(getattr(value, field.name))
                for field in dataclasses.fields(value)
                if field.name not in _NOT_WRITTEN and getattr(value, field.name) != field.default
            }
        case _:
            return value


def _is_mapping(value: tuple[object, ...]) -> bool:
    return bool(value) and all(
        isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str) for item in value
    )


def _pairs(value: tuple[object, ...]) -> dict[str, Any]:
    return {item[0]: to_plain(item[1]) for item in value if isinstance(item, tuple)}


def condition_to_plain(condition: Condition) -> dict[str, Any]:
    """Return a condition in the form that the schema checks: `{licenses: {lt: 25}}`, `{all: […]}`."""
    match condition:
        case Compare(name, Operator.EQ, bool(value)):
            return {name: value}
        case Compare(name, operator, value):
            return {name: {operator.value: value}}
        case Between(name, low, high):
            return {name: {"between": [low, high]}}
        case OneOf(name, values):
            return {name: {"in": list(values)}}
        case All(parts):
            return {"all": [condition_to_plain(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition_to_plain(part) for part in parts]}
        case Not(part):
            return {"not": condition_to_plain(part)}


def from_plain(kind: Any, data: Any) -> Any:  # noqa: ANN401 -- a type and the YAML value to read as it
    """Return the model value of a type that `data`, already checked against the schema, stands for."""
    if kind in {Condition, All}:
        return condition_from_plain(data)
    if kind is Value:
        return value_from_plain(data)
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return None if data is None else from_plain(next(arg for arg in get_args(kind) if arg is not type(None)), data)
    if origin is tuple:
        return _tuple_from_plain(get_args(kind)[0], data)
    return _scalar_or_record(kind, data)


def _tuple_from_plain(item: Any, data: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- as above
    if isinstance(data, Mapping):
        return tuple((key, from_plain(get_args(item)[1], value)) for key, value in data.items())
    return tuple(from_plain(item, value) for value in data)


def _scalar_or_record(kind: Any, data: Any) -> Any:  # noqa: ANN401 -- as above
    if kind is Duration:
        return Duration.from_iso(data)
    if kind is Decimal:
        return Decimal(data)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(data)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: from_plain(hints[name], value) for name, value in data.items()})
    return data


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def condition_from_plain(data: Mapping[str, Any]) -> Condition:
    """Return the condition that `condition_to_plain` wrote."""
    ((name, test),) = data.items()
    match name, test:
        case "all", list(parts):
            return All(tuple(map(condition_from_plain, parts)))
        case "any", list(parts):
            return AnyOf(tuple(map(condition_from_plain, parts)))
        case "not", Mapping():
            return Not(condition_from_plain(test))
        case _, bool():
            return Compare(name, Operator.EQ, test)
        case _:
            return _test_from_plain(name, test)


def _test_from_plain(name: str, test: Mapping[str, Any]) -> Condition:
    ((operator, value),) = test.items()
    match operator:
        case "between":
            return Between(name, Decimal(value[0]), Decimal(value[1]))
        case "in":
            return OneOf(name, tuple(map(value_from_plain, value)))
        case _:
            return Compare(name, Operator(operator), value_from_plain(value))


def value_from_plain(data: Any) -> Value:  # noqa: ANN401 -- a scalar of YAML
    """Return a literal: numbers as exact decimals."""
    return Decimal(data) if isinstance(data, int | Decimal) and not isinstance(data, bool) else data
