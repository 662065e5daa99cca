"""Whatever stands in an article stays text: the generated module compiles and holds only the forms it should."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outputs.python.generated import imported, module_source, write
from outputs.python.sample import CHANNEL, POLICY, below
from rulemark.outputs.python import render
from rulemark.policy import (
    Advisory,
    Case,
    Compare,
    Decision,
    Definition,
    Duration,
    DurationUnit,
    Duty,
    DutyKind,
    Evidence,
    Input,
    InputType,
    Metadata,
    OneOf,
    Operator,
    Policy,
    PolicySet,
    Procedure,
    Reference,
    Step,
    Timer,
)
from rulemark.policy.model import Outcome

_NASTY = (
    '"""',
    "'''",
    '"',
    "\\",
    "\\\n",
    '\\"""',
    "\n\nimport os\n",
    "{{ 7 * 7 }}",
    "{% include 'x' %}",
    "\u2028print()",
    "\u202eevil\u202c",
    "\x00\x1b[31m",
    "\ud800",
    "# noqa",
    "class",
    "print",
    "decide",
    "Decided",
    "ARTICLE",
    "None",
    "__class__",
    "__builtins__",
    "self",
    "f'{x}'",
    "\t\tx",
    "\N{CJK UNIFIED IDEOGRAPH-672A}" * 200,
    "x" * 300,
    "'); import os; ('",
    "\u00a0\u200b",
    "{0} %s $x",
)
_TEXT = st.sampled_from(_NASTY) | st.text(max_size=40) | st.lists(st.sampled_from(_NASTY), max_size=3).map("".join)

_NODES = (
    *(ast.Module, ast.Expr, ast.Constant, ast.ImportFrom, ast.alias, ast.Assign, ast.AnnAssign, ast.Name, ast.Load),
    *(ast.Store, ast.If, ast.Return, ast.FunctionDef, ast.arguments, ast.arg, ast.ClassDef, ast.Call, ast.keyword),
    *(ast.Attribute, ast.Tuple, ast.List, ast.Dict, ast.Set, ast.Subscript, ast.BinOp, ast.BitOr, ast.BoolOp, ast.And),
    *(ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.Compare, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq, ast.Is),
    *(ast.IsNot, ast.In, ast.NotIn),
)
_CALLED = frozenset(
    (
        *("Advisory", "Amount", "Article", "Citation", "Deadline", "Decided", "Decimal", "Definition", "Delay"),
        *(
            "Notice",
            "Phase",
            "Reference",
            "Timer",
            "Unstated",
            "Window",
            "business_days",
            "date",
            "days",
            "decide",
            "evaluate_article",
        ),
        *("duties_of", "find_state", "hours", "minutes", "months", "seconds", "steps_of", "type", "weeks", "years"),
    )
)


def _policy(texts: list[str]) -> Policy:
    """Return a policy that has a text of an article in every place where one can stand."""
    a, b, c, d, e, f = texts
    local = (("en-us", a), ("nl-nl", b))
    evidence = (Evidence("en-us", c, d, 3, e), Evidence("nl-nl", f, a, 4, b))
    choice = Input(b, InputType.CHOICE, choices=(c, d or "x", "other"), unit=e, labels=local)
    flag = Input(a, InputType.BOOLEAN, unit=f, labels=local)
    cases = (
        Case(Compare(a, Operator.EQ, value=True), d, evidence, hedges=(e,), exception=True),
        Case(OneOf(b, (c, "other")), f, evidence, monikers=(d,)),
        Case(below(3), "plain", evidence, otherwise=True),
    )
    return Policy(
        path=f"x/{a}",
        metadata=Metadata(local, local, audience=c, date=d, collections=(e,), source_commit=(("nl-nl", f),)),
        locales=("en-us", "nl-nl"),
        source_locale="en-us",
        monikers=tuple(dict.fromkeys((d, e))),
        inputs=tuple({each.name: each for each in (flag, choice)}.values()) if a != b else (flag,),
        decisions=(Decision(c, (a,), (Outcome(d, local), Outcome(f)), cases), replace(CHANNEL, id=e)),
        timers=(
            Timer(d, evidence, event=e, state=f, lasts=Duration(9, DurationUnit.DAY), hedges=(a,), monikers=(d,)),
            Timer(d, evidence, event=f, effect=a, period=b, actors=(c,)),
        ),
        duties=(Duty(b, DutyKind.OBLIGATION, evidence, local, actors=(c,), before=d, after=e, conditions=local),),
        procedures=(Procedure(e, local, ((d, (Step(1, local, (a,), (b,)),)),), evidence),),
        advisories=(Advisory(f, a, local, evidence, monikers=(e,)),),
        definitions=(Definition(b, local, local, evidence),),
        references=(Reference(c, local, evidence),),
    )


def _module(policy: Policy) -> tuple[str, dict[str, object]]:
    found = {artifact.path: artifact.text for artifact in render(PolicySet((policy,)), package="p")}
    shared = ("python/p/bulk.py", "python/p/sql.py")
    [module] = [
        path
        for path in found
        if path.startswith("python/p/") and path.endswith(".py") and "/_" not in path and path not in shared
    ]
    [data] = [path for path in found if path.endswith(".json") and "schema" not in path]
    return found[module], json.loads(found[data])


@given(st.lists(_TEXT, min_size=6, max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_text_never_becomes_code(texts: list[str]) -> None:
    source, _ = _module(_policy(texts))

    tree = ast.parse(source)

    strange = [ast.dump(node) for node in ast.walk(tree) if not isinstance(node, _NODES)]
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    imported_from = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level}
    assert strange == []
    assert {name.attr for name in called if isinstance(name, ast.Attribute)} <= {"is_finite"}
    assert {name.id for name in called if isinstance(name, ast.Name)} <= _CALLED
    assert all(isinstance(name, ast.Name | ast.Attribute) for name in called)
    assert imported_from <= {"__future__", "collections.abc", "datetime", "decimal", "enum", "typing"}


@given(st.lists(_TEXT, min_size=6, max_size=6))
@settings(max_examples=25, deadline=None)
def test_a_text_arrives_as_it_was_written(texts: list[str]) -> None:
    _, data = _module(_policy(texts))

    evidence = data["evidence"]
    assert isinstance(evidence, dict)
    quotes = [cited["locales"]["en-us"]["quote"] for key, cited in evidence.items() if "decisions/" not in key]
    assert set(quotes) == {texts[4]}


@given(st.lists(_TEXT, min_size=6, max_size=6))
@settings(max_examples=25, deadline=None)
def test_a_source_shows_no_character_that_an_editor_hides(texts: list[str]) -> None:
    source, _ = _module(_policy(texts))

    assert all(line.isprintable() for line in source.split("\n"))


@given(st.lists(_TEXT, min_size=6, max_size=6))
@settings(max_examples=10, deadline=None)
def test_a_hostile_module_is_imported_and_answers(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    policies = PolicySet((_policy(texts),))

    with imported(policies, tmp_path_factory.mktemp("hostile"), "hostile_rules") as package:
        [module] = package.POLICIES.values()

        assert module.steps(moniker=texts[3])[0].text == (texts[0] or texts[1])
        assert [duty.because.quote() for duty in module.obligations()] == [texts[4]]
        assert module.ARTICLE.title("nl-nl") == (texts[1] or texts[0])


def test_hostile_modules_are_formatted_and_typed(tmp_path: Path) -> None:
    sets = [_policy([_NASTY[(start + offset) % len(_NASTY)] for offset in range(6)]) for start in range(0, 30, 2)]
    policies = PolicySet(tuple(replace(each, path=f"{number}/{each.path}") for number, each in enumerate(sets)))
    write(render(policies, package="p"), tmp_path)
    lint = ["ruff", "check", "--no-cache", "--select", "E4,E7,E9,F", "."]

    for command in (["ruff", "format", "--no-cache", "--diff", "."], lint, ["mypy", "--strict", "p"]):
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=tmp_path / "python", capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout


def test_a_name_that_python_keeps_for_itself_is_changed() -> None:
    inputs = (Input("class", InputType.BOOLEAN), Input("type", InputType.BOOLEAN))
    cases = (Case(Compare("class", Operator.EQ, value=True), "None", POLICY.timers[0].evidence),)
    decision = Decision("print", ("class", "type"), (Outcome("None"),), cases)

    source = module_source(PolicySet((replace(POLICY, inputs=inputs, decisions=(decision,)),)), "end_a_plan")

    assert "def print_(*, class_: bool | None)" in source
    assert '    NONE = "None"' in source
