"""The rules of the page are those of the generated package: both answer the same questions, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path
from random import Random
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from outputs.guidance.sample import sample
from outputs.python.generated import imported
from rulemark.compilation import Compilation
from rulemark.outputs.guidance import render
from rulemark.policy import (
    ALWAYS,
    All,
    AnyOf,
    Between,
    Case,
    Compare,
    Condition,
    Decision,
    Duration,
    DurationUnit,
    Evidence,
    Input,
    InputType,
    Not,
    OneOf,
    Operator,
    Outcome,
    Policy,
    PolicySet,
    Timer,
)
from rulemark.project import Project

if TYPE_CHECKING:
    from playwright.sync_api import Page

_MODEL = re.compile(r'id="page_policy">(.*?)</script>', re.DOTALL)
Facts = dict[str, Any]

SEATS = Input("seats", InputType.INTEGER, minimum=Decimal(0), maximum=Decimal(300))
WEIGHT = Input("weight", InputType.NUMBER, minimum=Decimal(0))
LOCKER = Input("locker", InputType.BOOLEAN)
ROLE = Input("role", InputType.CHOICE, choices=("owner", "guest", "clerk"))


def case(
    when: Condition, then: str, *, exception: bool = False, otherwise: bool = False, monikers: tuple[str, ...] = ()
) -> Case:
    proof = (Evidence("en-us", "content/en-us/studio/leave.md", "", 1, f"{then} it is."),)
    return Case(when, then, proof, monikers, exception=exception, otherwise=otherwise)


def decision(name: str, *cases: Case) -> Decision:
    outcomes = tuple(Outcome(then) for then in dict.fromkeys(item.then for item in cases))
    return Decision(name, (), outcomes, cases)


DECISIONS = (
    decision(
        "channel",
        case(Compare("seats", Operator.LT, Decimal(12)), "web"),
        case(Compare("seats", Operator.GT, Decimal(12)), "desk"),
    ),
    decision(
        "overlap",
        case(Compare("seats", Operator.LE, Decimal(20)), "web"),
        case(Between("seats", Decimal(10), Decimal(30)), "desk"),
        case(ALWAYS, "mail", otherwise=True),
    ),
    decision(
        "excepted",
        case(Compare("weight", Operator.GE, Decimal("2.50")), "lift"),
        case(Compare("weight", Operator.LT, Decimal("2.5")), "stairs"),
        case(
            All((Compare("locker", Operator.EQ, value=True), Not(OneOf("role", ("guest",))))), "cellar", exception=True
        ),
    ),
    decision(
        "mixed",
        case(AnyOf((Compare("role", Operator.EQ, "owner"), Compare("seats", Operator.NE, Decimal(0)))), "yes_please"),
        case(Compare("locker", Operator.EQ, value=False), "no_thanks"),
    ),
    decision(
        "by_version",
        case(Compare("seats", Operator.LT, Decimal(5)), "small", monikers=("kiln-home",)),
        case(Compare("seats", Operator.LT, Decimal(50)), "large", monikers=("kiln-studio",)),
    ),
)


def rich() -> Compilation:
    given = sample(("en-us",), rejoin=())
    policy = given.policies.policies[0]
    policy = replace(
        policy,
        inputs=(LOCKER, ROLE, SEATS, WEIGHT),
        decisions=(*DECISIONS, *map(random_decision, range(12))),
        duties=(),
        amounts=(),
        timers=(),
    )
    return replace(given, policies=PolicySet((policy,)))


def drawn(chance: Random, depth: int = 2) -> Condition:
    """Draw a condition."""
    number, other = (Decimal(chance.choice(["0", "5", "12", "30"])) for _ in range(2))
    leaves: tuple[Condition, ...] = (
        Compare("seats", chance.choice(list(Operator)), number),
        Between("weight", min(number, other), max(number, other) + Decimal("0.5")),
        Compare("locker", Operator.EQ, value=chance.random() < 0.5),
        OneOf("role", tuple(chance.sample(ROLE.choices, 2))),
    )
    if depth == 0 or chance.random() < 0.4:
        return chance.choice(leaves)
    parts = tuple(drawn(chance, depth - 1) for _ in range(2))
    return chance.choice((All(parts), AnyOf(parts), Not(parts[0])))


def random_decision(number: int) -> Decision:
    """Draw a decision of three cases of any rank."""
    chance = Random(number)  # noqa: S311 - the same decisions in every run
    cases = []
    for _ in range(3):
        rank = chance.choice(["exception", "otherwise", "", ""])
        monikers = chance.choice([(), (), ("kiln-home",)])
        then = chance.choice(["left", "right"])
        cases.append(
            case(drawn(chance), then, exception=rank == "exception", otherwise=rank == "otherwise", monikers=monikers)
        )
    return decision(f"random_{number}", *cases)


def values(item: Input, numbers: set[Decimal]) -> list[Any]:
    match item.type:
        case InputType.BOOLEAN:
            return [None, True, False]
        case InputType.CHOICE:
            return [None, *item.choices]
        case InputType.INTEGER:
            near = {int(number) + step for number in numbers | {Decimal(0)} for step in (-1, 0, 1)}
            low, high = int(item.minimum or 0), int(item.maximum or 10**9)
            return [None, *sorted(number for number in near if low <= number <= high)]
        case _:
            near_by = {number + step for number in numbers for step in (Decimal("-0.01"), Decimal(0), Decimal("0.01"))}
            return [None, *sorted(number for number in near_by if number >= (item.minimum or 0))]


def numbers_in(data: object) -> Iterator[Decimal]:
    if isinstance(data, list):
        for part in data:
            yield from numbers_in(part)
    elif isinstance(data, str) and re.fullmatch(r"\d+(\.\d+)?", data):
        yield Decimal(data)


def names_in(condition: list[Any]) -> set[str]:
    operator, *rest = condition
    return set[str]().union(*map(names_in, rest)) if operator in {"all", "any", "not"} else {rest[0]}


def questions(policy: Policy, asked: Mapping[str, Any]) -> Iterator[Facts]:
    conditions = [item["when"] for item in asked["cases"]]
    names = sorted(set[str]().union(*map(names_in, conditions)))
    numbers = {number for condition in conditions for number in numbers_in(condition)}
    choices = [
        [None, *policy.monikers] if name == "@moniker" else values(policy.input(name), numbers) for name in names
    ]
    for combination in product(*choices):
        yield dict(zip(names, combination, strict=True))


def python_answer(module: ModuleType, name: str, facts: Facts) -> tuple[str, Any]:
    keywords = {"moniker" if key == "@moniker" else key: value for key, value in facts.items()}
    answer = getattr(module, name)(**keywords)
    kind = type(answer).__name__.lower()
    return kind, sorted(answer.needs) if kind == "unknown" else str(answer.outcome or "")


def page_answers(page: Page, asked: Mapping[str, Any], facts: list[Facts]) -> list[tuple[str, Any]]:
    plain = [
        {
            key: str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value
            for key, value in item.items()
        }
        for item in facts
    ]
    found = page.evaluate("([asked, all]) => all.map((facts) => guidanceRules.decide(asked, facts))", [asked, plain])
    return [
        (
            item["kind"],
            sorted(name.replace("@", "") for name in item["needs"])
            if item["kind"] == "unknown"
            else item.get("outcome", ""),
        )
        for item in found
    ]


def models(compilation: Compilation) -> Iterator[tuple[Policy, dict[str, Any]]]:
    pages = {item.path: item.text for item in render(compilation)}
    for policy in compilation.policies.policies:
        found = _MODEL.search(pages[f"guidance/{compilation.source_locale}/{policy.path}.html"])
        if found:
            yield policy, json.loads(found[1])


def compilations() -> Iterator[Compilation]:
    yield rich()
    yield sample()
    yield Project.open(Path(__file__).parents[3]).compile()


def test_every_decision_answers_as_the_package_does(page: Page, studio: Path, tmp_path: Path) -> None:
    page.goto((studio / "index.html").as_uri())
    asked = 0
    for number, compilation in enumerate(compilations()):
        package = f"rules_{number}"
        with imported(compilation.policies, tmp_path / package, package) as rules:
            for policy, model in models(compilation):
                module = __import__(
                    f"{rules.__name__}.{policy.path.rpartition('/')[2].replace('-', '_')}", fromlist=["*"]
                )
                for item in model["decisions"]:
                    facts = list(questions(policy, item))
                    expected = [python_answer(module, item["id"], each) for each in facts]
                    assert page_answers(page, item, facts) == expected, item["id"]
                    asked += len(facts)
    assert asked > 2000


_DATES = """([timer, day, told]) =>
    guidanceRules.dates(timer, new Date(day))[told]?.toISOString().slice(0, 10) ?? null"""
DAYS = [date(2024, 1, 31), date(2024, 2, 29), date(2025, 12, 31), date(2026, 3, 29), date(2026, 10, 25)]
SPANS = [
    (1, "day"),
    (90, "day"),
    (2, "week"),
    (1, "month"),
    (13, "month"),
    (1, "year"),
    (3, "business_day"),
    (5, "hour"),
]


@pytest.mark.parametrize("field", ["lasts", "earliest", "latest", "before"])
def test_every_timer_counts_as_the_package_does(page: Page, studio: Path, tmp_path: Path, field: str) -> None:
    page.goto((studio / "index.html").as_uri())
    given = rich()
    policy = given.policies.policies[0]
    proof = policy.decisions[0].cases[0].evidence
    timers = tuple(
        Timer(f"timer_{at}", proof, event="leave", **{field: Duration(count, DurationUnit(unit))})  # type: ignore[arg-type] # one field a run
        for at, (count, unit) in enumerate(SPANS)
    )
    policies = PolicySet((replace(policy, timers=timers, decisions=()),))
    method, told = {
        "lasts": ("last_day", "until"),
        "earliest": ("earliest_on", "from"),
        "latest": ("latest_on", "by"),
        "before": ("earliest_on", "on"),
    }[field]
    with imported(policies, tmp_path, f"timers_{field}") as rules:
        module = __import__(f"{rules.__name__}.leave", fromlist=["*"])
        for at, (count, unit) in enumerate(SPANS):
            for day in DAYS:
                answer = getattr(getattr(module, f"TIMER_{at}"), method)(day)
                expected = answer.isoformat() if isinstance(answer, date) else None
                script = _DATES
                assert page.evaluate(script, [{field: [count, unit]}, day.isoformat(), told]) == expected
