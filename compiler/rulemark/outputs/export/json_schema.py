"""JSON Schema (2020-12) of what an article is asked, and of what it answers."""

from __future__ import annotations

from rulemark.outputs.python.article_data import Parts, as_json
from rulemark.outputs.python.evaluation import facts_of
from rulemark.outputs.python.evaluation_schema import evaluation_schema, facts_schema
from rulemark.outputs.python.subject import Subject


def schema_file(subject: Subject, parts: Parts) -> str:
    """Return a schema with the definitions `facts` and `evaluation`; by itself it describes an evaluation."""
    evaluation = evaluation_schema(subject, parts)
    facts = facts_schema(subject, facts_of(subject, parts.functions, parts.timers))
    definitions = {**evaluation["$defs"], "facts": facts}
    properties = {**evaluation["properties"], "facts": {"$ref": "#/$defs/facts"}}
    return as_json({**evaluation, "properties": properties, "$defs": definitions})
