from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from outputs.python.generated import imported
from outputs.python.sample import CLOUDS, POLICIES, POLICY
from rulemark.outputs.export import Format, render
from rulemark.outputs.export.regions import Among, Range, boxes_of
from rulemark.outputs.python.cells import is_true, points_of
from rulemark.policy import (
    All,
    AnyOf,
    Between,
    Compare,
    Condition,
    Input,
    InputType,
    Not,
    OneOf,
    Operator,
    PolicySet,
)

_DMN = {"dmn": "https://www.omg.org/spec/DMN/20191111/MODEL/"}


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(POLICIES, tmp_path_factory.mktemp("exported"), "exported_rules") as package:
        yield package.POLICIES["plans/end-a-plan"]


def _file(form: Format, policies: PolicySet = POLICIES) -> str:
    [artifact] = render(policies, form)
    return artifact.text


# --- boxes ------------------------------------------------------------------------------------------------------------

_INPUTS = {
    "n": Input("n", InputType.INTEGER),
    "c": Input("c", InputType.CHOICE, choices=("x", "y", "z")),
    "b": Input("b", InputType.BOOLEAN),
}
_NUMBERS = st.integers(0, 5).map(Decimal)
_LEAVES = (
    st.builds(Compare, st.just("n"), st.sampled_from(Operator), _NUMBERS)
    | st.builds(lambda low, more: Between("n", low, low + more), _NUMBERS, _NUMBERS)
    | st.builds(OneOf, st.just("n"), st.lists(_NUMBERS, max_size=3).map(tuple))
    | st.builds(OneOf, st.just("c"), st.lists(st.sampled_from(["x", "y", "z"]), max_size=3, unique=True).map(tuple))
    | st.builds(Compare, st.just("b"), st.sampled_from([Operator.EQ, Operator.NE]), st.booleans())
)
_CONDITIONS = st.recursive(
    _LEAVES,
    lambda parts: (
        st.builds(Not, parts)
        | st.builds(All, st.lists(parts, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(parts, max_size=3).map(tuple))
    ),
    max_leaves=6,
)


@given(_CONDITIONS)
@settings(deadline=None)
def test_boxes_hold_exactly_where_the_condition_does(condition: Condition) -> None:
    boxes = boxes_of(condition, _INPUTS)

    for n in points_of(_INPUTS["n"], [condition]):
        for c in "xyz":
            for b in (True, False):
                point = {"n": n, "c": c, "b": b}
                inside = any(all(_lies_in(point[name], test) for name, test in box.items()) for box in boxes)
                assert inside is is_true(condition, point)


def _lies_in(value: Any, test: Range | Among) -> bool:  # noqa: ANN401 - any literal
    if isinstance(test, Among):
        return value in test.values
    above = test.low is None or test.low < value or (test.low_included and test.low == value)
    below = test.high is None or value < test.high or (test.high_included and test.high == value)
    return above and below


# --- DMN --------------------------------------------------------------------------------------------------------------


def test_a_decision_is_a_table_of_unary_tests() -> None:
    root = fromstring(_file(Format.DMN))  # noqa: S314 - our own text
    rules = root.findall("dmn:decision[@name='ending_channel']/dmn:decisionTable/dmn:rule", _DMN)

    rows = [[entry.findtext("dmn:text", "", _DMN) for entry in rule if "Entry" in entry.tag] for rule in rules]

    assert rows == [["< 40", '"online"'], ["> 40", '"by_phone"'], ["-", "null"]]


def test_every_reference_of_a_table_leads_somewhere() -> None:
    root = fromstring(_file(Format.DMN))  # noqa: S314 - our own text
    ids = [element.get("id") for element in root.iter() if element.get("id")]

    assert len(set(ids)) == len(ids)
    assert {f"#{name}" for name in ids} >= {element.get("href") for element in root.iter() if element.get("href")}


def test_a_row_cites_its_sentence() -> None:
    assert "“A guest, however, gets nothing.” (content/en-us/plans/end-a-plan.md:22)" in _file(Format.DMN)


def test_hostile_text_stays_text_in_dmn() -> None:
    title = "<a>&]]>\x00\ud800"
    metadata = POLICY.metadata.__class__((("en-us", title),), ())
    policy = POLICY.__class__("x", metadata, ("en-us",), "en-us", decisions=POLICY.decisions)

    root = fromstring(_file(Format.DMN, PolicySet((policy,))))  # noqa: S314 - our own text

    assert root.findtext("dmn:description", "", _DMN) == "<a>&]]>\ufffd\ufffd"


@pytest.fixture(scope="module")
def engine() -> Any:  # noqa: ANN401 - an engine from elsewhere
    package = pytest.importorskip("pyDMNrules", reason="a DMN engine")
    loaded = package.DMN()
    status = loaded.useXML(_file(Format.DMN).split("\n", 1)[1])
    assert "errors" not in status, status
    return loaded


@pytest.mark.parametrize("seats", [0, 15, 20, 40, 41])
def test_a_dmn_engine_answers_like_the_function(rules: ModuleType, engine: Any, seats: int) -> None:  # noqa: ANN401
    for moniker in CLOUDS[:2]:
        facts = {"seats": seats, "own_domain": seats == 20, "moniker": moniker}
        status, answer = engine.decide({**facts, "paid": 19.9, "role": "owner"})
        results = answer[-1]["Result"]

        assert "errors" not in status, status
        assert results["handover"] == rules.handover(**facts).outcome
        assert results["ending_channel"] == rules.ending_channel(seats=seats).outcome
        assert results["refund"] == rules.refund(paid=Decimal("19.9"), role="owner").outcome


# --- CEL --------------------------------------------------------------------------------------------------------------


def test_a_decision_is_one_expression() -> None:
    decision = json.loads(_file(Format.CEL))["decisions"]["ending_channel"]

    assert decision["outcome"] == '(seats < 40 ? "online" : (seats > 40 ? "by_phone" : ""))'
    assert decision["cases"][1] == {"when": "seats > 40", "then": "by_phone"}


@given(
    seats=st.integers(0, 60),
    own_domain=st.booleans(),
    moniker=st.sampled_from(CLOUDS),
    paid=st.integers(0, 600),
    role=st.sampled_from(["owner", "accountant", "guest"]),
)
@settings(deadline=None)
def test_an_independent_evaluation_agrees(rules: ModuleType, **facts: Any) -> None:  # noqa: ANN401
    cel = pytest.importorskip("cel", reason="common-expression-language evaluates CEL")
    exported = json.loads(_file(Format.CEL))["decisions"]

    for name, decision in exported.items():
        mine = {parameter: facts[parameter] for parameter in decision["inputs"]}
        given_facts = {key: float(value) if key == "paid" else value for key, value in mine.items()}
        expected = getattr(rules, name)(**mine).outcome
        assert cel.evaluate(decision["outcome"], given_facts) == (expected or "")


# --- JSON Schema ------------------------------------------------------------------------------------------------------


def test_the_schema_describes_facts_and_evaluations(rules: ModuleType) -> None:
    schema = json.loads(_file(Format.JSON_SCHEMA))
    Draft202012Validator.check_schema(schema)
    written = json.loads(json.dumps(rules.evaluate(seats=12, moniker="north-cloud").to_dict()))

    Draft202012Validator(schema).validate(written)
    facts = Draft202012Validator({"$ref": "#/$defs/facts", "$defs": schema["$defs"]})

    assert facts.is_valid(written["facts"])
    assert not facts.is_valid({**written["facts"], "seats": -1})
    assert not facts.is_valid({**written["facts"], "moniker": "moon"})


def test_every_format_has_a_file_per_article() -> None:
    paths = [artifact.path for form in Format for artifact in render(POLICIES, form)]

    assert paths == [
        "export/dmn/end_a_plan.dmn",
        "export/json-schema/end_a_plan.schema.json",
        "export/cel/end_a_plan.json",
    ]
    assert importlib.import_module("rulemark.outputs.export").__all__ == ["Format", "render"]
    assert Path(paths[0]).suffix == ".dmn"
