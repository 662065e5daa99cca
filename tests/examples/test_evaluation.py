"""What a decision answers, and that the generated rules answer the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from inspect import signature
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from outputs.python.generated import imported
from rulemark.examples import Decided, Unknown, Unstated, evaluate
from rulemark.policy import (
    ALWAYS,
    All,
    AnyOf,
    Case,
    Compare,
    Condition,
    Decision,
    Evidence,
    Input,
    InputType,
    Metadata,
    Not,
    Operator,
    Outcome,
    Policy,
    PolicySet,
)

FEW = Compare("seats", Operator.LT, Decimal(10))
OWN = Compare("own_room", Operator.EQ, value=True)
INPUTS = (Input("own_room", InputType.BOOLEAN), Input("seats", InputType.INTEGER, minimum=Decimal(0)))


def case(when: Condition, then: str, *, exception: bool = False, otherwise: bool = False, of: str = "") -> Case:
    return Case(when, then, (), (of,) if of else (), exception=exception, otherwise=otherwise)


def decision(*cases: Case) -> Decision:
    return Decision("channel", ("seats", "own_room"), tuple(Outcome(name) for name in ("desk", "phone", "post")), cases)


def test_the_case_that_holds_decides() -> None:
    few, many = case(FEW, "desk"), case(Not(FEW), "phone")

    assert evaluate(decision(few, many), {"seats": Decimal(9)}) == Decided("desk", few)
    assert evaluate(decision(few, many), {"seats": Decimal(10)}) == Decided("phone", many)


def test_a_missing_fact_is_unknown_and_not_zero() -> None:
    few, many = case(FEW, "desk"), case(Not(FEW), "phone")

    assert evaluate(decision(few, many), {}) == Unknown(frozenset({"seats"}), (few, many))


def test_a_missing_fact_that_makes_no_difference_is_not_needed() -> None:
    own = case(AnyOf((OWN, FEW)), "desk")

    assert evaluate(decision(own), {"own_room": True}) == Decided("desk", own)


def test_cases_of_one_rank_that_disagree_leave_it_open() -> None:
    one, other = case(FEW, "desk"), case(OWN, "phone")

    assert evaluate(decision(one, other), {"seats": Decimal(1), "own_room": True}) == Unstated((one, other))


def test_no_case_leaves_it_open() -> None:
    assert evaluate(decision(case(FEW, "desk")), {"seats": Decimal(10)}) == Unstated(())


def test_an_exception_comes_first_and_the_case_for_all_the_rest_last() -> None:
    rest = case(ALWAYS, "post", otherwise=True)
    few, own = case(FEW, "desk"), case(OWN, "phone", exception=True)
    asked = decision(rest, few, own)

    assert evaluate(asked, {"seats": Decimal(1), "own_room": True}) == Decided("phone", own)
    assert evaluate(asked, {"seats": Decimal(1), "own_room": False}) == Decided("desk", few)
    assert evaluate(asked, {"seats": Decimal(10), "own_room": False}) == Decided("post", rest)


def test_an_exception_that_may_hold_keeps_the_others_from_deciding() -> None:
    few, own = case(FEW, "desk"), case(OWN, "phone", exception=True)

    assert evaluate(decision(few, own), {"seats": Decimal(1)}) == Unknown(frozenset({"own_room"}), (own,))


def test_cases_for_some_readers_need_the_moniker() -> None:
    here, there = case(ALWAYS, "desk", of="kiln-home"), case(ALWAYS, "phone", of="kiln-studio")
    asked, readers = decision(here, there), ("kiln-home", "kiln-studio")

    assert evaluate(asked, {}, monikers=readers) == Unknown(frozenset({"moniker"}), (here, there))
    assert evaluate(asked, {}, moniker="kiln-studio", monikers=readers) == Decided("phone", there)


READERS = ("kiln-home", "kiln-studio")
SAID = Evidence("en-us", "en-us/desk.md", "desk", 3, "Below 10 seats, ask the desk.")


def drawn(random: Random, depth: int = 2) -> Condition:
    """Draw a condition."""
    match random.randrange(5 if depth else 2):
        case 0:
            return Compare("seats", random.choice(list(Operator)), Decimal(random.randrange(5)))
        case 1:
            return Compare("own_room", Operator.EQ, value=random.random() < 0.5)
        case 2:
            return Not(drawn(random, depth - 1))
        case 3:
            return AnyOf((drawn(random, depth - 1), drawn(random, depth - 1)))
        case _:
            return All((drawn(random, depth - 1), drawn(random, depth - 1)))


def drawn_case(random: Random) -> Case:
    """Draw a case of any rank, for anybody."""
    rank = random.choice(["case", "case", "exception", "otherwise"])
    return Case(
        when=ALWAYS if rank == "otherwise" else drawn(random),
        then=random.choice(["desk", "phone", "post"]),
        evidence=(SAID,),
        monikers=random.choice([(), (), ("kiln-home",), ("kiln-studio",)]),
        exception=rank == "exception",
        otherwise=rank == "otherwise",
    )


def plain(answer: Any) -> object:  # noqa: ANN401 - an answer of a generated module has a class of its own
    """Return what an answer of either kind says."""
    outcome = getattr(answer, "outcome", None)
    return str(outcome) if outcome is not None else frozenset(getattr(answer, "needs", ()))


def test_the_generated_rules_answer_the_same(tmp_path: Path) -> None:
    random = Random(20261124)  # noqa: S311 - the same decisions in every run
    decisions = tuple(
        replace(decision(*(drawn_case(random) for _ in range(random.randint(1, 4)))), id=f"question_{number}")
        for number in range(60)
    )
    policy = Policy("desk", Metadata((), ()), ("en-us",), "en-us", READERS, INPUTS, decisions)
    answers: set[type] = set()
    with imported(PolicySet((policy,)), tmp_path, "evaluated_rules") as package:
        rules = import_module(f"{package.__name__}.desk")
        for asked, (seats, own, moniker) in product(
            decisions, product((None, 0, 1, 4, 5), (None, True, False), ("", *READERS))
        ):
            given: dict[str, Any] = {"seats": seats, "own_room": own, "moniker": moniker or None}
            function = getattr(rules, asked.id)
            read = signature(function).parameters
            facts = {name: Decimal(v) if name == "seats" else v for name, v in given.items() if v is not None}
            facts.pop("moniker", None)
            answer = evaluate(asked, facts, moniker=moniker, monikers=READERS)
            answers.add(type(answer))

            assert plain(answer) == plain(function(**{name: v for name, v in given.items() if name in read}))
    assert answers == {Decided, Unknown, Unstated}
