"""The command line, run in this process."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from command_line import Result, Run
from rulemark.cli.main import main
from shared import ROOT


@pytest.fixture
def rulemark(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line and tells what it did."""

    def run(*arguments: object) -> Result:
        with pytest.raises(SystemExit) as leaving:
            main([str(argument) for argument in arguments])
        output = capsys.readouterr()
        code = leaving.value.code
        return Result(code if isinstance(code, int) else -1, output.out, output.err)

    return run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the sample project that is the current folder."""
    root = tmp_path / "sample"
    for name in ("content", "policies", "generated"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "pyproject.toml", root / "pyproject.toml")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def project(rulemark: Run, folder: Path) -> Path:
    """Return the root of a small project that has been built and is the current folder."""
    for command in ("init", "build"):
        rulemark(command)
    return folder
