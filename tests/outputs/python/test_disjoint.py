"""Tests of conditions that can never hold together."""

from __future__ import annotations

from typing import Any

import pytest

from rulemark.outputs.python.runtime._disjoint import are_disjoint


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (["lt", "seats", 25], ["ge", "seats", 25]),
        (["le", "seats", 24], ["gt", "seats", 24]),
        (["between", "seats", [1, 5]], ["between", "seats", [6, 9]]),
        (["lt", "paid", "19.90"], ["ge", "paid", "19.9"]),
        (["lt", "paid", 5], ["eq", "paid", "5.5"]),
        (["eq", "role", "owner"], ["in", "role", ["guest", "accountant"]]),
        (["eq", "own", True], ["eq", "own", False]),
        (["lt", "day", "2026-01-01"], ["ge", "day", "2026-01-01"]),
        (["all", ["eq", "role", "owner"], ["lt", "seats", 3]], ["all", ["lt", "seats", 3], ["eq", "role", "guest"]]),
    ],
)
def test_conditions_that_ask_of_a_fact_what_cannot_both_be_are_disjoint(a: list[Any], b: list[Any]) -> None:
    assert are_disjoint(a, b)
    assert are_disjoint(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (["lt", "seats", 25], ["lt", "seats", 9]),
        (["le", "seats", 25], ["ge", "seats", 25]),
        (["lt", "seats", 25], ["ge", "days", 90]),
        (["eq", "paid", "2.50"], ["eq", "paid", "2.5"]),
        (["eq", "role", "nan"], ["eq", "role", "nan"]),
        (["any", ["lt", "seats", 2]], ["ge", "seats", 2]),
        (["not", ["lt", "seats", 2]], ["lt", "seats", 2]),
        (["all"], ["lt", "seats", 2]),
    ],
)
def test_of_others_nothing_is_said(a: list[Any], b: list[Any]) -> None:
    assert not are_disjoint(a, b)
    assert not are_disjoint(b, a)
