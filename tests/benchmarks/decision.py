"""One decision: the generated function against the fastest sensible hand-written one with the same answer objects.

Run from the root of the repository: `python tests/benchmarks/decision.py`. With `--peers`, engines that PyPI has take
part too; what is missing is installed into a folder of its own (`engines.py` lists them). The contestants take
turns; a ratio is the median over all turns, so that a busy machine slows both of its sides alike.

The decision has five inputs and seven cases, as a table of an article has them. Everybody has the same duty: facts in,
checked against their domain, None is unknown; out comes the outcome with its sentence. Engines return the number of the
case, from which both can be looked up; they get one expression, compiled beforehand, and check no types. The caller
holds the five facts as separate values. `unchecked` is the hand-written function without its checks of types: what
they cost.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import timeit
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, Final, TypeAlias

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "compiler"), str(ROOT / "tests")]

from benchmarks.engines import Answer, loaded  # noqa: E402 - found by the line above
from outputs.python.generated import imported  # noqa: E402 - found by the line above
from outputs.python.sample import CHANNEL, CLOUDS, OWN_DOMAIN, POLICY, ROLE, SEATS, at_least, below, said  # noqa: E402
from rulemark.policy import All, Case, Compare, Condition, Decision, Input, InputType, OneOf, Operator, PolicySet  # noqa: E402
from rulemark.policy.model import Outcome  # noqa: E402

Facts: TypeAlias = Mapping[str, Any]
ROUNDS: Final = 31

_DAYS = Input("days", InputType.INTEGER, minimum=Decimal(0), unit="day")
_OWNER = Compare("role", Operator.EQ, "owner")
_STAFF = OneOf("role", ("owner", "accountant"))
_GUEST = Compare("role", Operator.EQ, "guest")
_FLAG = Compare("own_domain", Operator.EQ, value=True)
_EARLY, _LATE = Compare("days", Operator.LT, Decimal(90)), Compare("days", Operator.GE, Decimal(90))
_PLAIN = Compare("own_domain", Operator.EQ, value=False)
_RULES: Final[tuple[tuple[Condition, str, tuple[str, ...]], ...]] = (
    (_GUEST, "nothing", ()),
    (All((_STAFF, _LATE, _PLAIN)), "expired", ()),
    (All((_STAFF, _LATE, _FLAG)), "ask", ()),
    (All((_OWNER, _EARLY, below(25))), "online", ("north-cloud", "harbor-cloud")),
    (All((_OWNER, _EARLY, at_least(25))), "phone", ("north-cloud", "harbor-cloud")),
    (All((_OWNER, _EARLY)), "letter", ("island-cloud",)),
    (All((Compare("role", Operator.EQ, "accountant"), _EARLY)), "phone", ()),
)
_WAY: Final = Decision(
    "way_back",
    ("seats", "days", "role", "own_domain"),
    tuple(Outcome(name) for name in ("nothing", "expired", "ask", "online", "phone", "letter")),
    tuple(Case(when, then, said(n, f"Rule {n}."), monikers=m) for n, (when, then, m) in enumerate(_RULES, start=1)),
)
_INPUTS: Final = (SEATS, _DAYS, ROLE, OWN_DOMAIN)
POLICIES: Final = PolicySet((replace(POLICY, path="bench", inputs=_INPUTS, decisions=(_WAY, CHANNEL), timers=()),))


def rows(count: int = 300) -> list[dict[str, Any]]:
    """Return facts, the same ones in every run."""
    chance = random.Random(7)  # noqa: S311 - no secret
    return [
        {
            "seats": chance.randrange(60),
            "days": chance.randrange(180),
            "role": chance.choice(("owner", "accountant", "guest")),
            "own_domain": chance.random() < 0.5,
            "moniker": chance.choice(CLOUDS),
        }
        for _ in range(count)
    ]


def by_hand(  # noqa: C901 - two functions, side by side
    rules: ModuleType,
) -> tuple[Callable[..., object], Callable[..., object]]:
    """Return what an experienced developer would write for the table, with the same answers, prebuilt."""
    kind, north, island = rules.Role, CLOUDS[0], CLOUDS[2]
    owner, accountant, guest = kind.OWNER, kind.ACCOUNTANT, kind.GUEST
    known = {"seats": 1, "days": 1, "role": owner, "own_domain": True, "moniker": north}
    online, many = rules.way_back(**known), rules.way_back(**known | {"seats": 25})
    letter, phone = rules.way_back(**known | {"moniker": island}), rules.way_back(**known | {"role": accountant})
    ask, expired = rules.way_back(**known | {"days": 90}), rules.way_back(**known | {"days": 90, "own_domain": False})
    nothing, unknown = rules.way_back(**known | {"role": guest}), rules.way_back(**dict.fromkeys(known))

    def way_back(
        *, seats: int | None, days: int | None, role: str | None, own_domain: bool | None, moniker: str | None
    ) -> object:
        if seats is None or days is None or role is None or own_domain is None or moniker is None:
            return unknown
        if type(seats) is not int or type(days) is not int or type(role) is not kind or type(own_domain) is not bool:
            raise TypeError(seats, days, role, own_domain)
        if seats < 0 or days < 0 or moniker not in CLOUDS:
            raise ValueError(seats, days, moniker)
        if role == "guest":
            return nothing
        if days >= 90:
            return ask if own_domain else expired
        if role == "accountant":
            return phone
        if moniker == "island-cloud":
            return letter
        return online if seats < 25 else many

    def unchecked(
        *, seats: int | None, days: int | None, role: str | None, own_domain: bool | None, moniker: str | None
    ) -> object:
        if seats is None or days is None or role is None or own_domain is None or moniker is None:
            return unknown
        if seats < 0 or days < 0 or moniker not in CLOUDS:
            raise ValueError(seats, days, moniker)
        if role == "guest":
            return nothing
        if days >= 90:
            return ask if own_domain else expired
        if role == "accountant":
            return phone
        if moniker == "island-cloud":
            return letter
        return online if seats < 25 else many

    return way_back, unchecked


def by_hand_one(rules: ModuleType) -> Callable[..., object]:
    """Return the same for the decision with one input."""
    online, by_phone = rules.ending_channel(seats=0), rules.ending_channel(seats=99)
    between, unknown = rules.ending_channel(seats=40), rules.ending_channel(seats=None)

    def ending_channel(*, seats: int | None) -> object:
        if seats is None:
            return unknown
        if seats < 0:
            raise ValueError(seats)
        if seats < 40:
            return online
        return by_phone if seats > 40 else between

    return ending_channel


def _called(function: Callable[..., object], facts: Sequence[Facts]) -> Callable[[], None]:
    values = [tuple(each.values()) for each in facts]

    def run() -> None:
        for seats, days, role, own_domain, moniker in values:
            function(seats=seats, days=days, role=role, own_domain=own_domain, moniker=moniker)

    return run


def _called_one(function: Callable[..., object], facts: Sequence[Facts]) -> Callable[[], None]:
    values = [each["seats"] for each in facts]

    def run() -> None:
        for seats in values:
            function(seats=seats)

    return run


def _engine(answer: Answer, facts: Sequence[Facts]) -> Callable[[], None]:
    values = [tuple(each.values()) for each in facts]

    def run() -> None:
        for seats, days, role, own_domain, moniker in values:
            answer({"seats": seats, "days": days, "role": role, "own_domain": own_domain, "moniker": moniker})

    return run


def turns(contestants: Mapping[str, Callable[[], None]], count: int) -> dict[str, list[float]]:
    """Return the nanoseconds per decision of each contestant in each turn."""
    found: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(ROUNDS):
        for name, run in contestants.items():
            number = 5 if name in {"generated", "by hand", "unchecked"} else 1
            found[name].append(timeit.timeit(run, number=number) / (number * count) * 1e9)
    return found


def ratio(times: Mapping[str, list[float]], above: str, below: str) -> float:
    """Return how many times longer one contestant takes than another."""
    return statistics.median(a / b for a, b in zip(times[above], times[below], strict=True))


def peers(rules: ModuleType, facts: Sequence[Facts]) -> dict[str, Callable[[], None]]:
    """Return the general engines that can take part, after a look at their answers; say why the others cannot."""
    answers, skipped = loaded()
    found: dict[str, Callable[[], None]] = {}
    for name, answer in answers.items():
        wrong = [each for each in facts[:50] if not _agrees(rules, each, answer)]
        if wrong:
            skipped[name] = f"answers something else for {wrong[0]}"
        else:
            found[name] = _engine(answer, facts)
    for name, reason in skipped.items():
        sys.stdout.write(f"{name}: skipped, {reason}\n")
    return found


def _agrees(rules: ModuleType, facts: Facts, answer: Answer) -> bool:
    """Tell whether an engine finds the case that the rules find."""
    try:
        return bool(rules.way_back(**facts).because.key.endswith(f"/{answer(facts)}"))
    except Exception:  # noqa: BLE001 - what a foreign engine raises is its own affair
        return False


def measure(*, with_peers: bool) -> dict[str, float]:
    """Measure everything and print it; return the ratios."""
    with tempfile.TemporaryDirectory() as folder, imported(POLICIES, Path(folder), "bench_rules") as package:
        rules = package.POLICIES["bench"]
        plain = rows()
        typed = [each | {"role": rules.Role(each["role"])} for each in plain]
        seats = [{"seats": each["seats"]} for each in plain]
        functions = {"generated": rules.ending_channel, "by hand": by_hand_one(rules)}
        one = turns({name: _called_one(function, seats) for name, function in functions.items()}, len(plain))
        engines = peers(rules, plain) if with_peers else {}
        checked, unchecked = by_hand(rules)
        functions = {"generated": rules.way_back, "by hand": checked, "unchecked": unchecked}
        many = turns({name: _called(function, typed) for name, function in functions.items()} | engines, len(plain))
    ratios = {
        "one input, times by hand": ratio(one, "generated", "by hand"),
        "five inputs, times by hand": ratio(many, "generated", "by hand"),
        "five inputs, times unchecked": ratio(many, "generated", "unchecked"),
        **{f"{name}, times generated": ratio(many, name, "generated") for name in engines},
    }
    nanoseconds = {name: round(statistics.median(times)) for name, times in many.items()}
    if engines:
        ratios["fastest engine, times generated"] = min(ratio(many, name, "generated") for name in engines)
    shown = {"nanoseconds": nanoseconds, **{name: round(value, 2) for name, value in ratios.items()}}
    sys.stdout.write(json.dumps(shown, indent=1) + "\n")
    return ratios


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", action="store_true", help="general engines take part")
    measure(with_peers=parser.parse_args().peers)
