"""The edges of decisions and timers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rulemark.examples import Decided, boundaries, timer_edges
from rulemark.policy import (
    ALWAYS,
    Case,
    Compare,
    Decision,
    Duration,
    DurationUnit,
    Input,
    InputType,
    Metadata,
    Operator,
    Outcome,
    Policy,
    Timer,
    Value,
)

DAY, WEEK, MONTH = DurationUnit.DAY, DurationUnit.WEEK, DurationUnit.MONTH


def edges(entry: Input, operator: Operator, value: Value, monikers: tuple[str, ...] = ()) -> list[Value]:
    """Return the values at the edges of a decision with one case."""
    case = Case(Compare(entry.name, operator, value), "desk", ())
    decision = Decision("channel", (entry.name,), (Outcome("desk"),), (case,))
    policy = Policy("desk", Metadata((), ()), ("en-us",), "en-us", monikers, (entry,), (decision,))
    found, more = boundaries(policy, decision)
    assert more == 0
    return [dict(edge.facts)[entry.name] for edge in found]


def test_a_number_has_its_neighbours_and_the_ends_of_the_domain() -> None:
    seats = Input("seats", InputType.INTEGER, minimum=Decimal(0), maximum=Decimal(50))

    assert edges(seats, Operator.LT, Decimal(25)) == [0, 24, 25, 26, 50]


def test_no_edge_lies_outside_the_domain() -> None:
    seats = Input("seats", InputType.INTEGER, minimum=Decimal(1))

    assert edges(seats, Operator.GE, Decimal(1)) == [1, 2]


def test_money_has_cents_and_fractions_a_digit_more() -> None:
    fee = Input("fee", InputType.MONEY, unit="EUR")
    share = Input("share", InputType.NUMBER)

    assert edges(fee, Operator.LE, Decimal(5)) == [Decimal("4.99"), 5, Decimal("5.01")]
    assert edges(share, Operator.LE, Decimal("2.5")) == [Decimal("2.49"), Decimal("2.5"), Decimal("2.51")]


def test_every_choice_and_both_truths_are_edges() -> None:
    role = Input("role", InputType.CHOICE, choices=("owner", "guest"))

    assert edges(role, Operator.EQ, "owner") == ["owner", "guest"]
    assert edges(Input("own_room", InputType.BOOLEAN), Operator.EQ, value=True) == [True, False]


def test_a_day_of_a_date_has_its_neighbours() -> None:
    start = Input("start", InputType.DATE)

    assert edges(start, Operator.GE, "2024-03-01") == ["2024-02-29", "2024-03-01", "2024-03-02"]


def test_readers_are_edges_where_cases_differ_by_them() -> None:
    here = Case(ALWAYS, "desk", (), monikers=("kiln-home",))
    decision = Decision("channel", (), (Outcome("desk"),), (here,))
    policy = Policy("desk", Metadata((), ()), ("en-us",), "en-us", ("kiln-home", "kiln-studio"), decisions=(decision,))

    found, _ = boundaries(policy, decision)
    assert [(edge.moniker, isinstance(edge.answer, Decided)) for edge in found] == [
        ("kiln-home", True),
        ("kiln-studio", False),
    ]


def test_edges_without_end_are_counted() -> None:
    inputs = tuple(Input(f"seats_{number}", InputType.INTEGER, minimum=Decimal(0)) for number in range(6))
    cases = tuple(Case(Compare(entry.name, Operator.LT, Decimal(10)), "desk", ()) for entry in inputs)
    decision = Decision("channel", tuple(entry.name for entry in inputs), (Outcome("desk"),), cases)
    policy = Policy("desk", Metadata((), ()), ("en-us",), "en-us", (), inputs, (decision,))

    found, more = boundaries(policy, decision)
    assert len(found) + more == 4**6
    assert len(found) < 1000


@pytest.mark.parametrize(
    ("timer", "expected"),
    [
        (Timer("t", (), earliest=Duration(90, DAY)), ["day 89: not yet", "day 90: within", "day 91: within"]),
        (Timer("t", (), latest=Duration(90, DAY)), ["day 89: within", "day 90: within", "day 91: over"]),
        (Timer("t", (), lasts=Duration(90, DAY)), ["day 89: within", "day 90: over", "day 91: over"]),
        (Timer("t", (), before=Duration(30, DAY)), ["day −31: not yet", "day −30: within", "day −29: within"]),
        (Timer("t", (), latest=Duration(2, WEEK)), ["day 13: within", "day 14: within", "day 15: over"]),
        (Timer("t", (), latest=Duration(1, MONTH)), ["month 0: within", "month 1: within", "month 2: over"]),
        (Timer("t", (), latest=Duration(0, DAY)), ["day 0: within", "day 1: over"]),
        (Timer("t", (), period="next_billing_cycle"), []),
        (
            Timer("t", (), earliest=Duration(1, DAY), latest=Duration(2, DAY)),
            ["day 0: not yet", "day 1: within", "day 2: within", "day 3: over"],
        ),
    ],
)
def test_a_timer_changes_where_the_article_says(timer: Timer, expected: list[str]) -> None:
    assert [f"{edge.moment}: {edge.phase}" for edge in timer_edges(timer)] == expected
