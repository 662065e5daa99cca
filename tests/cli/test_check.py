from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Run
from shared import SHARED, needs_shared

GAP = """# Return a parcel

## Choose how

If you return fewer than 10 items, bring them to a shop. If you return more than 10 items, call support.
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(report: str) -> list[str]:
    return [finding["name"] for finding in json.loads(report)]


def test_a_loose_article_is_checked_without_any_configuration(rulemark: Run, folder: Path) -> None:
    write(folder / "en-us/return.md", GAP)
    result = rulemark("check", "en-us/return.md", "--format", "json")
    found = json.loads(result.out)

    assert result.code == 1
    assert [finding["name"] for finding in found] == ["uncovered-case"]
    assert found[0]["path"] == "en-us/return.md"
    assert list(found[0]["witness"].values()) == [10]
    assert set(found[0]) == {
        *("code", "name", "severity", "message", "help", "path", "start", "end", "labels", "witness"),
    }


def test_a_folder_stands_for_all_articles_below_it(rulemark: Run, folder: Path) -> None:
    write(folder / "docs/en-us/a.md", GAP)
    write(folder / "docs/en-us/b.md", GAP.replace("10", "12"))
    write(folder / "docs/en-us/includes/part.md", GAP)
    result = rulemark("check", folder / "docs", "--format", "json", "--select", "uncovered-case")

    assert names(result.out) == ["uncovered-case", "uncovered-case"]


def test_a_clean_article_gives_exit_code_0(rulemark: Run, folder: Path) -> None:
    write(folder / "a.md", GAP.replace("more than 10 items", "10 or more items"))
    result = rulemark("check", "a.md")

    assert (result.code, result.out, result.err) == (0, "", "no findings in 1 article\n")


def test_locale_says_the_language_of_an_article_that_does_not(rulemark: Run, folder: Path) -> None:
    text = "# Retour\n\nAls u minder dan 10 pakketten hebt, wacht u. Als u meer dan 10 pakketten hebt, belt u.\n"
    write(folder / "a.md", text)

    assert names(rulemark("check", "a.md", "--locale", "nl-nl", "--format", "json").out) == ["uncovered-case"]
    assert names(rulemark("check", "a.md", "--format", "json").out) == []


def test_a_folder_without_articles_says_so(rulemark: Run, folder: Path) -> None:
    write(folder / "docs/notes.txt", GAP)

    assert rulemark("check", "docs").err == "no findings in 0 articles\n"


def test_settings_of_others_don_t_matter(rulemark: Run, folder: Path) -> None:
    write(folder / "pyproject.toml", "this is [no TOML\n")
    write(folder / "a.md", GAP)

    assert rulemark("check", "a.md").code == 1


def test_select_and_ignore_choose_kinds_by_name_or_code(rulemark: Run, folder: Path) -> None:
    write(folder / "a.md", GAP)

    assert rulemark("check", "a.md", "--ignore", "RM4").code == 0
    assert rulemark("check", "a.md", "--select", "RM1").code == 0
    assert rulemark("check", "a.md", "--select", "uncovered-case").code == 1


def test_text_shows_the_sentence_the_witness_and_the_remedy(rulemark: Run, folder: Path) -> None:
    write(folder / "a.md", GAP)
    result = rulemark("check", "a.md")

    assert result.out.startswith("a.md:5:")
    assert "5 | If you return fewer than 10 items" in result.out
    assert "  = witness: " in result.out
    assert "\x1b[" not in result.out
    assert result.err.startswith("1 warning in 1 article; `rulemark explain RM401`")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github"])
def test_every_format_is_the_same_on_every_run(rulemark: Run, folder: Path, form: str) -> None:
    write(folder / "a.md", GAP)
    first, second = rulemark("check", "a.md", "--format", form), rulemark("check", "a.md", "--format", form)

    assert first == second
    assert first.code == 1
    assert "RM401" in first.out


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty-article"),
        (b"\x00\x01\x02", "binary-file"),
        (b"# caf\xe9\n", "invalid-encoding"),
        (b"x" * 5_000_000, "oversized-article"),
        (b"---\ntitle: [\n---\n# x\n", "front-matter-syntax"),
        (b'# x\n\n::: moniker range="a"\n\ntext\n', "unclosed-zone"),
        (b"# x\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", "ragged-table-row"),
        (b"---\nauthor: a\n---\nno heading at all\n", "missing-heading"),
        (b"no heading and no header\n", "missing-heading"),
    ],
)
def test_a_bad_article_is_a_finding_with_place_and_remedy_and_the_rest_is_checked(
    rulemark: Run, folder: Path, content: bytes, name: str
) -> None:
    write(folder / "en-us/good.md", GAP)
    (folder / "en-us/bad.md").write_bytes(content)
    found = json.loads(rulemark("check", "en-us", "--format", "json").out)
    bad = next(finding for finding in found if finding["name"] == name)

    assert bad["path"] == "en-us/bad.md"
    assert bad["start"]["line"] >= 1
    assert bad["help"]
    assert "uncovered-case" in {finding["name"] for finding in found if finding["path"] == "en-us/good.md"}


def test_a_correction_that_is_certain_is_made_in_the_file(rulemark: Run, folder: Path) -> None:
    path = write(folder / "a.md", '# x\r\n\r\n::: moniker range="a"\r\n\r\ntext\r\n\r\n:: moniker-end\r\n')
    before = rulemark("check", "a.md", "--format", "json")
    result = rulemark("check", "a.md", "--fix", "--format", "json")

    assert "near-miss-directive" in names(before.out)
    assert "near-miss-directive" not in names(result.out)
    assert path.read_bytes().endswith(b"text\r\n\r\n::: moniker-end\r\n")


def test_severities_of_a_project_hold_for_paths(rulemark: Run, folder: Path) -> None:
    write(folder / "content/en-us/a.md", GAP)
    write(folder / "content/en-us/old/b.md", GAP)
    write(
        folder / "rulemark.toml",
        'severity = { RM401 = "error" }\n[[overrides]]\npaths = "old/"\nseverity = { uncovered-case = "off" }\n',
    )
    found = json.loads(rulemark("check", "--format", "json").out)

    assert [(finding["path"], finding["severity"]) for finding in found] == [("content/en-us/a.md", "error")]


def test_a_path_inside_a_project_is_checked_with_its_settings(
    rulemark: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "content/en-us/a.md", GAP)
    write(folder / "content/en-us/b.md", GAP)
    write(folder / "rulemark.toml", 'severity = { uncovered-case = "note" }\n')
    monkeypatch.chdir(folder / "content")
    result = rulemark("check", "en-us/b.md", "--format", "json")
    found = json.loads(result.out)

    assert result.code == 0
    assert [(finding["path"], finding["severity"]) for finding in found] == [("content/en-us/b.md", "note")]


@needs_shared
@pytest.mark.parametrize("locale", ["en-us", "nl-nl"])
def test_the_founding_article_has_exactly_its_two_defects(rulemark: Run, locale: str) -> None:
    result = rulemark("check", SHARED / f"seed/2020-05-06.{locale}.md", "--select", "RM4", "--format", "json")
    found = json.loads(result.out)

    assert result.code == 1
    assert [finding["name"] for finding in found] == ["uncovered-case", "conflicting-values"]
    assert 25 in found[0]["witness"].values()
    assert all(finding["labels"] for finding in found)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_misspelt_kind_is_misuse_with_the_nearest_name(rulemark: Run, sample: Path, option: str) -> None:
    result = rulemark("check", sample, option, "uncoverd-case")

    assert result.code == 2
    assert "did you mean uncovered-case" in result.err
