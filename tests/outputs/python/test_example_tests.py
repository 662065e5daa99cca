"""The tests that a package ships: they run with pytest alone, and fail where a writer expects something else."""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from outputs.python.generated import write
from outputs.python.sample import POLICIES, POLICY
from rulemark.outputs.python import render
from rulemark.policy import Example, PolicySet, Value
from rulemark.source import Location, Source, Span

_PATH = "content/en-us/plans/end-a-plan.md"
_SOURCE = Source(_PATH, "\n" * 200, "en-us")
_MODULE = "python/tests/test_plan_rules_examples.py"


def example(
    line: int, decision: str, expected: str | None, *, monikers: tuple[str, ...] = (), **facts: Value
) -> Example:
    """Return a row of a table in a line of the article."""
    place = Location(_SOURCE, Span(line - 1, line - 1))
    return Example(POLICY.path, decision, "en-us", tuple(facts.items()), monikers, expected, "row", place)


_RIGHT = (
    example(101, "ending_channel", "online", seats=Decimal(7)),
    example(102, "ending_channel", None, seats=Decimal(40)),
    example(103, "ending_channel", None),
    example(104, "refund", "none", paid=Decimal("0.5"), role="guest"),
    example(105, "handover", "self_service", monikers=("harbor-cloud", "island-cloud"), seats=Decimal(12)),
)


def ran(examples: tuple[Example, ...], folder: Path) -> subprocess.CompletedProcess[str]:
    """Return how the tests of the sample end when its writers give some examples."""
    write(render(replace(POLICIES, examples=examples), package="plan_rules"), folder)
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "-W", "error"]
    return subprocess.run(command, cwd=folder / "python", capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """The tests of a package whose writers are right."""
    return ran(_RIGHT, tmp_path_factory.mktemp("right"))


def test_the_tests_of_a_package_pass(right: subprocess.CompletedProcess[str]) -> None:
    assert right.returncode == 0, right.stdout
    assert " failed" not in right.stdout


def test_an_example_has_its_place_as_id(right: subprocess.CompletedProcess[str]) -> None:
    assert f"::test_end_a_plan_ending_channel[{_PATH}:101] PASSED" in right.stdout
    assert f"::test_end_a_plan_ending_channel[{_PATH}:103] PASSED" in right.stdout


def test_an_example_for_several_readers_is_asked_for_each(right: subprocess.CompletedProcess[str]) -> None:
    assert f"::test_end_a_plan_handover[{_PATH}:105 harbor-cloud] PASSED" in right.stdout
    assert f"::test_end_a_plan_handover[{_PATH}:105 island-cloud] PASSED" in right.stdout


def test_an_edge_has_its_facts_as_id(right: subprocess.CompletedProcess[str]) -> None:
    assert "::test_end_a_plan_ending_channel[seats is 39] PASSED" in right.stdout
    assert "::test_end_a_plan_ending_channel[seats is 41] PASSED" in right.stdout


def test_a_wrong_example_fails_with_its_place(tmp_path: Path) -> None:
    wrong = (
        example(111, "ending_channel", "by_phone", seats=Decimal(7)),
        example(112, "ending_channel", None, seats=Decimal(7)),
        example(113, "ending_channel", "online", seats=Decimal(40)),
    )

    done = ran((*_RIGHT, *wrong), tmp_path)

    failed = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
    assert done.returncode == 1
    assert [line.partition("[")[2].partition("]")[0] for line in failed] == [f"{_PATH}:{n}" for n in (111, 112, 113)]


@pytest.mark.parametrize("broken", ["by_phone", "unstated", "unknown"])
def test_a_package_that_answers_something_else_at_an_edge_fails(broken: str, tmp_path: Path) -> None:
    write(render(POLICIES, package="plan_rules"), tmp_path)
    module = tmp_path / _MODULE
    row = 'pytest.param({"seats": 40}, (), id="seats is 40")'
    changed = {"by_phone": '"by_phone"', "unstated": '("seats",)', "unknown": "()"}[broken]
    seats = "None" if broken == "unknown" else "40"
    text = module.read_text(encoding="utf-8")
    assert row in text
    module.write_text(text.replace(row, f'pytest.param({{"seats": {seats}}}, {changed}, id="broken")'), "utf-8")

    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "broken"]
    done = subprocess.run(command, cwd=tmp_path / "python", capture_output=True, text=True, check=False)

    assert "1 failed" in done.stdout


def test_a_timer_has_a_test_for_the_days_at_its_ends(right: subprocess.CompletedProcess[str]) -> None:
    assert "::test_end_a_plan_wiped[day 59] PASSED" in right.stdout
    assert "::test_end_a_plan_wiped[day 151] PASSED" in right.stdout
    assert "::test_end_a_plan_notice[day -14] PASSED" in right.stdout
    assert "::test_end_a_plan_papers[business day 5] PASSED" in right.stdout
    assert "test_end_a_plan_reply" not in right.stdout


def test_a_timer_that_ends_on_another_day_fails(tmp_path: Path) -> None:
    write(render(POLICIES, package="plan_rules"), tmp_path)
    module = tmp_path / "python/plan_rules/end_a_plan.py"
    module.write_text(module.read_text("utf-8").replace("latest=days(150)", "latest=days(149)"), "utf-8")

    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "wiped"]
    done = subprocess.run(command, cwd=tmp_path / "python", capture_output=True, text=True, check=False)

    assert "1 failed, 5 passed" in done.stdout
    assert "test_end_a_plan_wiped[day 150]" in done.stdout


def test_a_package_that_only_has_timers_tests_those(tmp_path: Path) -> None:
    write(render(PolicySet((replace(POLICY, decisions=()),)), package="plan_rules"), tmp_path)
    python = [sys.executable, "-m"]

    for command in (
        ["pytest", "-q", "-p", "no:cacheprovider"],
        ["ruff", "check", "."],
        ["ruff", "format", "--diff", "."],
    ):
        done = subprocess.run([*python, *command], cwd=tmp_path / "python", capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_a_package_without_decisions_and_timers_has_no_tests() -> None:
    bare = replace(POLICY, decisions=(), timers=())

    assert _MODULE not in {artifact.path for artifact in render(PolicySet((bare,)), package="plan_rules")}


def test_articles_called_like_what_the_tests_use_are_imported_as_another_name(tmp_path: Path) -> None:
    names = ("date", "pytest", "answer", "test_pytest")
    policies = PolicySet(tuple(replace(POLICY, path=f"plans/{name}") for name in names))
    write(render(policies, package="plan_rules"), tmp_path)
    root = tmp_path / "python"

    python = [sys.executable, "-m"]
    commands = (
        [*python, "pytest", "-q", "-p", "no:cacheprovider"],
        [*python, "ruff", "check", "--no-cache", "--select", "E,F,I", "."],
        [*python, "ruff", "format", "--no-cache", "--diff", "."],
        [*python, "mypy", "--strict", "tests"],
    )
    for command in commands:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_a_place_is_text_and_never_code() -> None:
    source = Source('en-us/"); import os; ("\u2028.md', "", "en-us")
    odd = replace(_RIGHT[0], location=Location(source, Span(0, 0)))
    [text] = [a.text for a in render(replace(POLICIES, examples=(odd,)), package="plan_rules") if a.path == _MODULE]

    assert all(line.isprintable() for line in text.split("\n"))
    assert [node.names[0].name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import)] == ["pytest"]
