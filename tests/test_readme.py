from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from expectations import replay
from rulemark.cli.main import main
from shared import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("readme") / "shop"
    for command in ("init", "build"):
        with pytest.raises(SystemExit):
            main([command, str(root)])
    return root


def test_the_article_of_the_example_is_that_of_a_new_project(starter: Path) -> None:
    assert blocks("markdown")[0] in (starter / "content/en-us/return-an-item.md").read_text(encoding="utf-8")


def test_the_policy_of_the_example_is_what_is_compiled(starter: Path) -> None:
    promised = yaml.safe_load(blocks("yaml")[0])[0]
    compiled = yaml.safe_load((starter / "policies/return-an-item.yaml").read_text(encoding="utf-8"))["decisions"][0]

    assert promised == {
        **{key: compiled[key] for key in ("id", "inputs")},
        "cases": [{key: case[key] for key in ("when", "then")} for case in compiled["cases"]],
    }


def test_the_session_of_the_example_prints_what_it_says(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(starter / "generated/python")

    assert replay(blocks("python")[0], {}) == blocks("python")[0]


def test_every_rulemark_command_works_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    lines = [line for block in blocks("console") for line in block.splitlines() if line.startswith("rulemark ")]
    codes = []
    for line in lines:
        with pytest.raises(SystemExit) as leaving:
            main(shlex.split(line)[1:])
        codes.append(leaving.value.code)

    assert codes == [0] * len(lines)
    assert len(lines) >= 6


def test_every_recipe_and_every_link_exists() -> None:
    recipes = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = re.findall(r"^make (\w+)", README, re.MULTILINE)
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", README)

    assert set(named) <= set(recipes)
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_pip_lines_are_those_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(BIN)", ".venv/bin").replace("--quiet ", "")
    lines = [line for block in blocks("console") for line in block.splitlines() if line.startswith(".venv/bin/")]

    assert [line for line in lines if line not in makefile] == []


def test_the_command_line_starts_as_a_module() -> None:
    output = subprocess.run([sys.executable, "-m", "rulemark", "--version"], capture_output=True, text=True, check=True)

    assert output.stdout.startswith("rulemark ")


def test_help_without_arguments_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    assert "Example: rulemark check content" in capsys.readouterr().out
