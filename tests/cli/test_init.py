from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import Run


def test_a_new_project_builds_clean_and_its_rules_answer(rulemark: Run, folder: Path) -> None:
    assert rulemark("init", "shop").code == 0
    built = rulemark("build", "shop")
    assert (built.code, built.out) == (0, ""), built

    code = (
        "from shop_rules import return_an_item as policy\n"
        "print(policy.return_channel(items=4).outcome, policy.return_channel(items=5).outcome)\n"
    )
    python = folder / "shop/generated/python"
    output = subprocess.run([sys.executable, "-c", code], cwd=python, capture_output=True, text=True, check=True).stdout
    assert output == "parcel_shop collection\n"


def test_nothing_is_overwritten(rulemark: Run, folder: Path) -> None:
    (folder / "rulemark.toml").write_text("mine")
    result = rulemark("init")

    assert result.code == 2
    assert result.err == "rulemark: rulemark.toml: exists already; `rulemark init` overwrites nothing\n"
    assert [path.name for path in folder.iterdir()] == ["rulemark.toml"]


@pytest.mark.usefixtures("folder")
def test_a_new_project_is_found_from_a_folder_inside_it(rulemark: Run) -> None:
    rulemark("init")
    result = rulemark("check", "content/nl-nl", "--format", "json")

    assert (result.code, json.loads(result.out)) == (0, [])
