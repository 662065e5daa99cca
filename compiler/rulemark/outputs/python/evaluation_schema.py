"""The JSON Schema (2020-12) of what `Evaluation.to_dict` returns for one article, facts included."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias, assert_never

from rulemark.outputs.python.article_data import Parts
from rulemark.outputs.python.decisions import Function
from rulemark.outputs.python.evaluation import events_of, facts_of
from rulemark.outputs.python.expressions import plain
from rulemark.outputs.python.subject import MONIKER, Subject
from rulemark.policy import Input, InputType

Schema: TypeAlias = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_NAME: Final[Schema] = {"type": ["string", "null"]}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT}
_STATUS: Final[Schema] = {"enum": ["applies", "unknown"]}
_BECAUSE: Final[Schema] = {"$ref": "#/$defs/because"}
_DAY: Final[Schema] = {"type": "string", "format": "date"}


def evaluation_schema(subject: Subject, parts: Parts) -> Schema:
    """Return the schema of the evaluations of an article."""
    properties: dict[str, Schema] = {
        "article": {"const": subject.policy.path},
        "revision": _NAME,
        "facts": facts_schema(subject, facts_of(subject, parts.functions, parts.timers)),
        "events": {**_object(dict.fromkeys(events_of(subject), _DAY)), "required": []},
        "decisions": _object({str(each.key): _decision(each) for each in parts.functions}),
        "duties": {"type": "array", "items": _duty()},
        "timers": {"type": "array", "items": _timer()},
    }
    because = _object({"quote": _TEXT, "place": _TEXT, "anchor": _TEXT})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Evaluation of {subject.policy.path}",
        **_object(properties),
        "$defs": {"because": because},
    }


def facts_schema(subject: Subject, inputs: Sequence[Input]) -> Schema:
    """Return the schema of facts by parameter, each of which may be null: unknown."""
    return _object({subject.parameters[each.name]: fact_schema(each) for each in inputs})


def fact_schema(each: Input) -> Schema:
    """Return the schema of one fact; fractions are text with their exact digits."""
    bounds = {"minimum": each.minimum, "maximum": each.maximum}
    limits = {name: plain(value) for name, value in bounds.items() if value is not None}
    whole = {name: value for name, value in limits.items() if isinstance(value, int)}
    if each.name == MONIKER:
        return {"enum": [*each.choices, None]}
    match each.type:
        case InputType.BOOLEAN:
            return {"type": ["boolean", "null"]}
        case InputType.CHOICE:
            return {"enum": [*each.choices, None]}
        case InputType.DATE:
            return {"type": ["string", "null"], "format": "date"}
        case InputType.INTEGER:
            return {"type": ["integer", "null"], **whole}
        case InputType.NUMBER | InputType.MONEY | InputType.DURATION:
            exact = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?([Ee][+-]?[0-9]+)?$"}
            return {"anyOf": [{"type": "null"}, {"type": "integer", **whole}, exact]}
        case _:
            assert_never(each.type)


def _object(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _decision(function: Function) -> Schema:
    outcomes = [member.value for member in function.outcomes.members]
    case: dict[str, Schema] = {
        "number": {"type": "integer", "minimum": 1},
        "outcome": {"enum": outcomes},
        "status": {"enum": ["applies", "does not apply", "outranked", "unknown"]},
        "reason": _TEXT,
    }
    return _object(
        {
            "answer": {"enum": ["decided", "unknown", "unstated"]},
            "outcome": {"enum": [*outcomes, None]},
            "hedges": _TEXTS,
            "needs": _TEXTS,
            "because": _BECAUSE,
            "cases": {"type": "array", "items": _object(case)},
        }
    )


def _duty() -> Schema:
    kinds = ["obligation", "permission", "prohibition", "recommendation", "exemption", "effect"]
    fields: dict[str, Schema] = {"id": _TEXT, "kind": {"enum": kinds}, "status": _STATUS, "text": _TEXT}
    return _object({**fields, "before": _NAME, "after": _NAME, "because": _BECAUSE})


def _timer() -> Schema:
    schema = _object({"id": _TEXT, "status": _STATUS, "event": _NAME, "state": _NAME, "effect": _NAME})
    schema["required"].append("because")
    schema["properties"] |= {"earliest_on": _DAY, "latest_on": _DAY, "last_day": _DAY, "because": _BECAUSE}
    return schema
