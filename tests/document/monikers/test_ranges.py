from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulemark.document.monikers.definitions import define_monikers
from rulemark.document.monikers.ranges import Fault, RangeProblem, evaluate_range, moniker_range
from shared import SHARED, needs_shared

DEFINITIONS = (
    {"moniker_name": "shop-3", "product_name": "Shop", "order": 2},
    {"moniker_name": "Shop-1", "product_name": "Shop"},
    {"moniker_name": "shop-2", "product_name": "Shop"},
    {"moniker_name": "west", "product_name": "Region"},
    {"moniker_name": "east", "product_name": "Region"},
)
KNOWN, _ = define_monikers(DEFINITIONS)


def docfx_message(problem: RangeProblem, expression: str) -> str:
    match problem.fault:
        case Fault.UNDEFINED:
            return f"'{expression}'. Moniker '{problem.text}' is not defined."
        case Fault.NAME_EXPECTED:
            return f"Expect a moniker string, but got '{problem.text}'."
        case Fault.SET_EXPECTED:
            return f"Expect a comparator set, but got '{problem.text}'."
        case _:
            return f"Parse ends before reaching end of string, unrecognized string: '{problem.text}'."


@needs_shared
def test_every_vector_gives_the_names_and_the_errors_of_docfx() -> None:
    data: dict[str, Any] = json.loads((SHARED / "spec/moniker-vectors.json").read_text(encoding="utf-8"))
    known, _ = define_monikers(
        {"moniker_name": one["name"], "product_name": one["product"], "order": one["order"]}
        for one in data["definitions"]
    )
    for vector in data["vectors"]:
        result = evaluate_range(vector["range"], known)
        errors = [docfx_message(problem, vector["range"]) for problem in result.problems]
        assert (list(result.names), errors) == (vector["monikers"], vector["errors"]), vector["range"]


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        (None, ""),
        ("", ""),
        (" \t　", ""),
        ("WEST", "west"),
        ("west || shop-1", "shop-1 west"),
        ("west||west", "west"),
        (">=shop-1", "shop-1 shop-2 shop-3"),
        (">shop-1<shop-3", "shop-2"),
        ("> shop-1 < shop-3 || east", "east shop-2"),
        ("<= west", "west"),
        ("< west", ""),
        ("> west", "east"),
        ("west east", ""),
        (">= west > shop-1", ""),
    ],
)
def test_a_range_names_monikers_sorted_by_code_point(expression: str | None, names: str) -> None:
    result = evaluate_range(expression, KNOWN)

    assert result.names == tuple(names.split())
    assert result.problems == ()


@pytest.mark.parametrize(
    ("expression", "names", "marked"),
    [
        ("nort || west", "west", ["nort"]),
        ("west < || east", "east west", [" || east"]),
        ("west ||", "west", [""]),
        ("(west)", "", ["(west)", "(west)"]),
        ("west, east", "west", [", east"]),
        ("west | east", "west", [" | east"]),
        ("> =west", "", [" =west", " =west", " =west"]),
        ("none none", "", ["none", "none"]),
    ],
)
def test_a_mistake_is_marked_and_the_rest_still_counts(expression: str, names: str, marked: list[str]) -> None:
    result = evaluate_range(expression, KNOWN)

    assert result.names == tuple(names.split())
    assert [expression[problem.start : problem.end] for problem in result.problems] == marked


def test_the_public_form_returns_findings_with_docfx_s_name_and_a_place() -> None:
    names, diagnostics = moniker_range("west || nort", DEFINITIONS)

    assert names == ("west",)
    assert [(one.kind.code, one.kind.aliases, one.location.text) for one in diagnostics] == [
        ("RM110", ("moniker-range-invalid",), "nort")
    ]
    assert diagnostics[0].message == "moniker `nort` is not defined"


def test_monikers_are_ordered_by_product_and_ties_keep_the_order_of_definition() -> None:
    assert [moniker.name for moniker in KNOWN.monikers] == ["shop-1", "shop-2", "shop-3", "west", "east"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"moniker_name": "WEST", "product_name": "Region"}, "moniker `west` is defined twice"),
        ({"product_name": "Region"}, "a definition of a moniker needs a `moniker_name`"),
        ({"moniker_name": "a b", "product_name": "Region"}, "a definition of a moniker needs a `moniker_name`"),
        ({"moniker_name": "south"}, "the definition of moniker `south` needs a `product_name`"),
        ({"moniker_name": "south", "product_name": "Region", "order": "1"}, "the `order` of moniker `south`"),
        ({"moniker_name": "south", "product_name": "Region", "order": True}, "the `order` of moniker `south`"),
    ],
)
def test_a_wrong_definition_is_reported_and_left_out(entry: dict[str, object], message: str) -> None:
    known, mistakes = define_monikers((*DEFINITIONS, entry))

    assert known == KNOWN
    assert [(index, text.startswith(message)) for index, text in mistakes] == [(5, True)]


@given(st.text(alphabet="abw|=<>&. -\tshop123", max_size=40))
def test_any_text_is_evaluated_to_known_names_and_places_inside_it(expression: str) -> None:
    result = evaluate_range(expression, KNOWN)

    assert set(result.names) <= {moniker.name for moniker in KNOWN.monikers}
    assert list(result.names) == sorted(result.names)
    assert all(0 <= problem.start <= problem.end <= len(expression) for problem in result.problems)
    assert all("\n" not in problem.message for problem in result.problems)


@given(st.sampled_from(KNOWN.monikers), st.sampled_from(KNOWN.monikers))
def test_before_from_and_behind_a_moniker_divide_its_product(one: object, other: object) -> None:
    name, second = getattr(one, "name", ""), getattr(other, "name", "")
    product = set(KNOWN.product_of(name))
    before, after = (set(evaluate_range(f"{sign}{name}", KNOWN).names) for sign in ("<", ">"))

    assert before | {name} | after == product
    assert not before & after
    assert set(evaluate_range(f">={name} <{second}", KNOWN).names) == ({name} | after) & set(
        evaluate_range(f"<{second}", KNOWN).names
    )


def test_a_range_of_a_megabyte_is_evaluated_in_linear_time() -> None:
    result = evaluate_range("west < || " * 100_000, KNOWN)

    assert result.names == ("west",)
    assert len(result.problems) == 100_001
