"""Tests of decisions as `if` statements."""

from __future__ import annotations

from decimal import Decimal

from rulemark.outputs.python.branches import branch, statements
from rulemark.outputs.templating import Code
from rulemark.policy import All, Compare, Condition, Operator

_A, _B, _C, _D = (Compare(name, Operator.LT, Decimal(1)) for name in "abcd")


def _write(condition: Condition, _: int) -> Code:
    parts = condition.parts if isinstance(condition, All) else (condition,)
    return Code(" and ".join(part.input for part in parts if isinstance(part, Compare)))


def _source(*planned: tuple[tuple[Condition, ...], str]) -> list[str]:
    branches = [branch(All(parts), Code(answer)) for parts, answer in planned]
    return list(statements(branches, _write, indent=0))


def test_neighbours_that_ask_the_same_stand_under_one_test() -> None:
    assert _source(((_A, _B), "1"), ((_A, _C), "2"), ((_D,), "3")) == [
        "if a:",
        "    if b:",
        "        return 1",
        "    if c:",
        "        return 2",
        "if d:",
        "    return 3",
    ]


def test_a_test_that_stands_alone_is_not_nested() -> None:
    assert _source(((_A, _B), "1"), ((_C, _D), "2")) == ["if a and b:", "    return 1", "if c and d:", "    return 2"]


def test_all_that_neighbours_share_is_asked_at_once() -> None:
    assert _source(((_A, _B, _C), "1"), ((_B, _A), "2")) == [
        "if a and b:",
        "    if c:",
        "        return 1",
        "    return 2",
    ]


def test_what_comes_after_a_neighbour_that_asks_nothing_more_stands_outside() -> None:
    assert _source(((_A, _B), "1"), ((_A,), "2"), ((_A, _C), "3"))[-2:] == ["if a and c:", "    return 3"]


def test_a_test_that_is_too_long_leaves_nothing() -> None:
    assert statements([branch(_A, Code("1"))], lambda *_: Code(), indent=0) == ()
