"""What is written can be read back, and is written the same again."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
import yaml
from hypothesis import given, settings

from policy.drawing import articles, policies
from rulemark.policy import Duration, Evidence, Metadata, Policy, assemble, dump, load
from rulemark.policy.model import Condition, Localized
from rulemark.policy.schema import validator
from rulemark.project import compile_text
from rulemark.source import Source

SCHEMA = json.loads(files("rulemark.policy").joinpath("policy.schema.json").read_text(encoding="utf-8"))


def _load(text: str) -> Policy:
    loaded = load(Source("policies/a.yaml", text))
    assert loaded.diagnostics == ()
    assert loaded.policy is not None
    return loaded.policy


@given(policies())
@settings(max_examples=100, deadline=None)
def test_a_policy_is_loaded_as_it_was_dumped(policy: Policy) -> None:
    assert _load(dump(policy)) == policy


@given(policies())
@settings(max_examples=100, deadline=None)
def test_dumping_what_was_loaded_gives_the_same_bytes(policy: Policy) -> None:
    written = dump(policy)

    assert dump(_load(written)) == written


@given(articles)
@settings(max_examples=25, deadline=None)
def test_every_compiled_policy_validates_and_comes_back_without_its_places(article: str) -> None:
    (policy,) = compile_text(article, locale="en-us").policies.policies
    written = dump(policy)

    assert list(validator("policy.schema.json").iter_errors(yaml.safe_load(written))) == []
    assert dump(_load(written)) == written


def test_numbers_are_exact() -> None:
    text = "# Fee\n\nYou get back 12.50 percent.\n"
    (policy,) = compile_text(text, locale="en-us").policies.policies

    assert [amount.value for amount in _load(dump(policy)).amounts] == [Decimal("12.5")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "- a list",
        "a: [",
        "&a [*a]",
        "path: a\nmetadata: {title: {}, description: {}}\nlocales: []\nsource_locale: en-us",
        "path: a\nmetadata: {title: {}, description: {}}\nlocales: [en-us]\nsource_locale: en-us\nrules: []",
        "!!python/object/apply:os.system [echo]",
        "path: .inf\n" * 3,
        "[" * 3000,
    ],
)
def test_what_is_no_policy_is_a_finding(text: str) -> None:
    loaded = load(Source("policies/a.yaml", text))

    assert loaded.policy is None
    assert loaded.diagnostics
    assert {finding.kind.code for finding in loaded.diagnostics} == {"RM304"}
    assert all("\n" not in finding.message for finding in loaded.diagnostics)


def test_a_finding_stands_where_the_value_does() -> None:
    text = "path: a\nmetadata: {title: {}, description: {}}\nlocales: [en-us]\nsource_locale: 5\n"
    (finding,) = load(Source("policies/a.yaml", text)).diagnostics

    assert (finding.location.start.line, finding.location.text) == (4, "5")
    assert finding.message == "`source_locale` is not text"


# --- the schema and the model -----------------------------------------------------------------------------------------


def _records(kind: Any) -> Iterator[type]:  # noqa: ANN401 -- any type expression
    """Yield the dataclasses that a type holds."""
    origin = get_origin(kind)
    if kind in {Condition, Localized}:
        return
    if origin in {tuple, Union, types.UnionType}:
        for inner in get_args(kind):
            yield from _records(inner)
    elif dataclasses.is_dataclass(kind) and isinstance(kind, type):
        yield kind


def _all_records(kind: type, seen: set[type]) -> set[type]:
    if kind not in seen:
        seen.add(kind)
        for name, hint in get_type_hints(kind).items():
            for inner in _records(hint) if name != "location" else ():
                _all_records(inner, seen)
    return seen


RECORDS = sorted(_all_records(Policy, set()) - {Duration}, key=lambda record: record.__name__)


def _definition(record: type) -> dict[str, Any]:
    if record is Policy:
        return dict(SCHEMA)
    name = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in record.__name__).lstrip("_")
    definition: dict[str, Any] = SCHEMA["$defs"][name]
    return definition


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_schema_knows_the_fields_of_the_model_and_no_others(record: type) -> None:
    fields = {field.name for field in dataclasses.fields(record)} - {"location"}

    assert set(_definition(record)["properties"]) == fields
    assert _definition(record)["additionalProperties"] is False


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_schema_asks_for_what_has_no_default(record: type) -> None:
    needed = {field.name for field in dataclasses.fields(record) if field.default is dataclasses.MISSING}

    assert set(_definition(record).get("required", ())) == needed


def test_all_records_of_the_model_are_looked_at() -> None:
    assert {Policy, Metadata, Evidence} < set(RECORDS)
    assert len(RECORDS) == 16


# --- assembling -------------------------------------------------------------------------------------------------------


@given(articles, articles)
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_articles_does_not_matter(one: str, other: str) -> None:
    extractions = [
        *compile_text(one, path="en-us/a.md").extractions,
        *compile_text(other, path="nl-nl/a.md").extractions,
        *compile_text(other, path="en-us/b.md").extractions,
    ]

    first, second = assemble(extractions), assemble(reversed(extractions))
    assert first == second
    assert list(map(dump, first.policies)) == list(map(dump, second.policies))
    assert [policy.path for policy in first.policies] == ["a", "b"]
