from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Run


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "rulemark: no such command 'chek'; did you mean check?"),
        (["zzz"], "rulemark: no such command 'zzz'; `rulemark --help` lists them all"),
        (["check", "gone.md"], "rulemark: gone.md: no such file or folder"),
        (["check", "--format", "xml"], "rulemark: Invalid value for '--format'"),
        (["check", "--locale", "klingon!"], "rulemark: Invalid value for '--locale': 'klingon!' is no locale"),
        (["check"], "rulemark: no project here; name files or folders to check, or try `rulemark init`"),
        (["build", "gone"], "rulemark: gone: no such folder"),
        (["build"], "rulemark: .: no rulemark.toml, and no [tool.rulemark] in pyproject.toml; try `rulemark init`"),
        (["explain", "uncovered-cas"], "rulemark: Invalid value for CODE: 'uncovered-cas' is no kind of finding; did"),
        (["show", "statements"], "rulemark: name an article, or lines with --lines -"),
        (["html", "gone.md"], "rulemark: Invalid value for 'FILE'"),
        (["explain", "RM41"], "rulemark: Invalid value for CODE: 'RM41' is no kind of finding; did you mean RM411 or"),
        (["explain", "RM999"], "rulemark: Invalid value for CODE: 'RM999' is no kind of finding; `rulemark explain` l"),
        (["diff", "a", "b"], "rulemark: a: no such file or folder, and no project here; name two files or folders"),
        (["generate"], "rulemark: Missing argument 'POLICY...'."),
    ],
)
def test_misuse_is_one_line_and_exit_code_2(rulemark: Run, folder: Path, arguments: list[str], message: str) -> None:
    result = rulemark(*arguments)

    assert result.code == 2
    assert result.err.startswith(message)
    assert result.err.count("\n") == 1
    assert result.out == ""
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("contnt = 'x'", "rulemark.toml:1: `contnt`: unknown key; did you mean `content`?"),
        ("content = 'docs'", "docs: no such folder in .; `content` names it"),
        ("monikers = 'gone.yaml'", "gone.yaml: cannot be read: no such file or directory"),
        ("[severity]\nuncovered-cas = 'off'", "`uncovered-cas` under `severity` is no kind of finding; did you mean"),
        ("lexicons = 'words'", "words: no such folder; `lexicons` names it"),
    ],
)
def test_settings_that_cannot_be_meant_stop_a_build(rulemark: Run, folder: Path, settings: str, message: str) -> None:
    (folder / "content").mkdir()
    (folder / "rulemark.toml").write_text(settings)
    result = rulemark("build")

    assert result.code == 2
    assert result.err.startswith(f"rulemark: {message}")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("command", [["coverage"], ["vocabulary"], ["export", "--to", "cel"], ["check"]])
def test_an_article_that_cannot_be_read_is_never_passed_over(rulemark: Run, folder: Path, command: list[str]) -> None:
    (folder / "picture.md").write_bytes(b"\x89PNG\0\0")
    result = rulemark(*command, "picture.md")

    assert result.code == 1
    assert "picture.md:1:1: error RM181 the file is not text" in result.out + result.err


def test_a_version_with_an_article_that_cannot_be_read_is_not_compared(rulemark: Run, folder: Path) -> None:
    (folder / "picture.md").write_bytes(b"\x89PNG\0\0")
    result = rulemark("diff", "picture.md", "picture.md")

    assert (result.code, result.err) == (2, "rulemark: picture.md: the file is not text\n")
