from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from command_line import Run

GAP = "If you return fewer than {0} items, wait. If you return more than {0} items, call us.\n"


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)  # noqa: S607 - whatever git is there


@pytest.fixture
def repository(folder: Path) -> Path:
    (folder / "content/en-us").mkdir(parents=True)
    (folder / "rulemark.toml").write_text("")
    (folder / "content/en-us/a.md").write_text("# A\n\n" + GAP.format(10))
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "First")
    return folder


def lines(rulemark: Run, *arguments: str) -> list[tuple[str, int]]:
    found = json.loads(rulemark("check", "--format", "json", *arguments).out)
    return [(finding["path"], finding["start"]["line"]) for finding in found]


@pytest.mark.usefixtures("repository")
def test_nothing_is_new_when_nothing_changed(rulemark: Run) -> None:
    assert lines(rulemark) == [("content/en-us/a.md", 3)]
    assert lines(rulemark, "--since", "HEAD") == []


def test_what_stands_on_a_changed_line_is_new(rulemark: Run, repository: Path) -> None:
    path = repository / "content/en-us/a.md"
    path.write_text(path.read_text() + "\n## B\n\n" + GAP.format(20))

    assert lines(rulemark, "--since", "HEAD") == [("content/en-us/a.md", 7)]


def test_a_file_that_git_does_not_know_is_new(rulemark: Run, repository: Path) -> None:
    (repository / "content/en-us/é b.md").write_text("# B\n\n" + GAP.format(20))

    assert lines(rulemark, "--since", "HEAD") == [("content/en-us/é b.md", 3)]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("revision", ["gone", "--output=x", "HEAD~9"])
def test_a_revision_that_does_not_exist_is_misuse(rulemark: Run, revision: str) -> None:
    result = rulemark("check", f"--since={revision}")

    assert result.code == 2
    assert result.err == f"rulemark: {revision}: no such revision\n"
