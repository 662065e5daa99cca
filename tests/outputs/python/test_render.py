from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from outputs.python.generated import module_source, write
from outputs.python.sample import CHANNEL, POLICIES, POLICY, below
from rulemark.outputs.python import Known, render
from rulemark.policy import PolicySet

_OTHER = replace(POLICY, path="desks/end-a-plan")
_BARE = replace(POLICY, path="plans/bare", monikers=(), locales=(), inputs=(), decisions=(), timers=(), amounts=())
_EMPTY = replace(_BARE, path="plans/empty", duties=(), procedures=(), advisories=(), definitions=(), references=())
_SEVERAL = PolicySet((_OTHER, _BARE, _EMPTY, POLICY))


def _run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, **environment}
    return subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("several")
    write(render(_SEVERAL, package="plan_rules", version="1.2.3"), path)
    write(render(PolicySet(()), package="no_rules"), path / "none")
    return path


def test_an_article_becomes_a_module_and_a_data_file() -> None:
    paths = [artifact.path for artifact in render(POLICIES, package="plan_rules")]

    assert paths == sorted(paths)
    assert {
        "python/pyproject.toml",
        "python/README.md",
        "python/plan_rules/__init__.py",
        "python/plan_rules/py.typed",
        "python/plan_rules/end_a_plan.py",
        "python/plan_rules/articles/end_a_plan.json",
    } <= set(paths)


def test_two_articles_of_one_stem_are_told_apart_by_their_folder() -> None:
    modules = {artifact.path for artifact in render(_SEVERAL, package="plan_rules")}

    assert {"python/plan_rules/desks_end_a_plan.py", "python/plan_rules/plans_end_a_plan.py"} <= modules


def test_only_an_article_whose_policy_changed_is_written_again() -> None:
    known: Known = {}
    render(_SEVERAL, package="plan_rules", known=known)
    first = dict(known)
    changed = PolicySet((_OTHER, replace(_BARE, duties=()), _EMPTY, POLICY))

    assert render(changed, package="plan_rules", known=known) == render(changed, package="plan_rules")
    assert [path for path in known if known[path] is not first[path]] == ["plans/bare"]


def test_an_article_whose_module_has_another_name_is_written_again() -> None:
    known: Known = {}
    render(POLICIES, package="plan_rules", known=known)

    assert render(_SEVERAL, package="plan_rules", known=known) == render(_SEVERAL, package="plan_rules")


def test_the_formatter_has_nothing_to_change(folder: Path) -> None:
    done = _run(sys.executable, "-m", "ruff", "format", "--no-cache", "--diff", ".", cwd=folder)

    assert (done.returncode, done.stdout) == (0, "")


def test_the_linter_finds_nothing_with_all_its_rules(folder: Path) -> None:
    done = _run(sys.executable, "-m", "ruff", "check", "--no-cache", ".", cwd=folder / "python")

    assert done.returncode == 0, done.stdout


def test_the_type_checker_finds_nothing(folder: Path) -> None:
    use = folder / "python" / "use.py"
    use.write_text(
        "from datetime import date\n"
        "from plan_rules import Decided, Unknown, Unstated\n"
        "from plan_rules import plans_end_a_plan as policy\n"
        "decision = policy.ending_channel(seats=12)\n"
        "shown: policy.EndingChannel | None = decision.outcome\n"
        "said: str = decision.because.quote('nl-nl')\n"
        "match decision:\n"
        "    case Decided(outcome):\n"
        "        ended: policy.EndingChannel = outcome\n"
        "    case Unknown(needs):\n"
        "        missing: frozenset[str] = needs\n"
        "    case Unstated(nearest):\n"
        "        print(nearest[0].place())\n"
        "answer: policy.Refund = policy.refund(paid=5, role=policy.Role.OWNER).outcome\n"
        "last: date = policy.WIPED.latest_on(date(2026, 1, 1))\n"
        "found = policy.evaluate(events={'cancellation': last})\n"
        "wrong = policy.evaluate(events={'foo': last})  # type: ignore[dict-item]\n"
        "count: int = len(policy.steps(moniker='north-cloud', locale='de-de'))\n",
        encoding="utf-8",
    )

    done = _run(sys.executable, "-m", "mypy", "--strict", "use.py", "plan_rules", cwd=folder / "python")

    assert done.returncode == 0, done.stdout


def test_the_package_needs_only_the_standard_library_and_no_slow_part_of_it(folder: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, '.')\n"
        "import plan_rules.plans_end_a_plan, plan_rules.bare\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'rulemark', 'typing', 'dataclasses', 'json', 'inspect', 're', 'pathlib'}))\n"
    )

    done = _run(sys.executable, "-I", "-S", "-c", script, cwd=folder / "python")

    assert (done.stderr, done.stdout) == ("", "[]\n")


def test_a_build_does_not_depend_on_the_hash_seed() -> None:
    script = (
        "from outputs.python.sample import POLICIES\n"
        "from rulemark.outputs.python import render\n"
        "import hashlib\n"
        "print(hashlib.sha256(repr(render(POLICIES, package='plan_rules')).encode()).hexdigest())\n"
    )
    tests = Path(__file__).resolve().parents[2]
    path = os.pathsep.join([str(tests), str(tests.parent / "compiler")])
    runs = [_run(sys.executable, "-c", script, cwd=tests, PYTHONPATH=path, PYTHONHASHSEED=seed) for seed in "12"]

    assert [run.stderr for run in runs] == ["", ""]
    assert runs[0].stdout == runs[1].stdout


def test_a_constant_quotes_its_sentence_and_place() -> None:
    source = module_source(POLICIES, "end_a_plan")

    assert '“We write to you 14 days before.” (content/en-us/plans/end-a-plan.md:43)"""' in source


def test_a_module_names_everything_it_offers() -> None:
    tree = ast.parse(module_source(POLICIES, "end_a_plan"))
    listed = next(node.value for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.List))

    offered = ast.literal_eval(listed)

    assert {"ARTICLE", "EndingChannel", "WIPED", "MOST_DEVICES", "ending_channel", "state_on", "steps"} <= set(offered)
    assert not any(name.startswith("_") for name in offered)


def test_the_distribution_is_described() -> None:
    found = {artifact.path: artifact.text for artifact in render(POLICIES, package="plan_rules", version="1.2.3")}

    project = tomllib.loads(found["python/pyproject.toml"])["project"]

    assert (project["name"], project["version"], project["dependencies"]) == ("plan-rules", "1.2.3", [])


def test_the_data_file_holds_each_language_as_written() -> None:
    found = {artifact.path: artifact.text for artifact in render(POLICIES, package="plan_rules")}

    content = json.loads(found["python/plan_rules/articles/end_a_plan.json"])

    assert content["evidence"]["decisions/ending_channel/1"]["locales"]["nl-nl"]["line"] == 16
    assert content["texts"]["title"] == {"en-us": "End a plan", "nl-nl": "Een abonnement stopzetten"}


def test_a_package_must_have_a_name_that_python_imports() -> None:
    with pytest.raises(ValueError, match="must be a Python identifier"):
        render(POLICIES, package="plan-rules")


def test_changed_numbers_change_the_module() -> None:
    first, second = CHANNEL.cases
    lower = replace(CHANNEL, cases=(replace(first, when=below(25)), second))

    source = module_source(PolicySet((replace(POLICY, decisions=(lower,)),)), "end_a_plan")

    assert "if seats < 25:" in source
    assert "if seats > 40:" in source
