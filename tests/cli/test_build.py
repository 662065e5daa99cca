from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import Run
from shared import ROOT


def tree(root: Path, *names: str) -> dict[str, bytes]:
    files = (path for name in names for path in sorted((root / name).rglob("*")))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files if path.is_file()}


def test_the_sample_is_clean_and_what_is_committed_is_up_to_date(rulemark: Run, sample: Path) -> None:
    before = tree(sample, "policies", "generated")
    result = rulemark("build", "--check")

    assert (result.code, result.out) == (0, ""), result
    assert tree(sample, "policies", "generated") == before


@pytest.mark.usefixtures("project")
def test_a_second_build_writes_nothing(rulemark: Run) -> None:
    result = rulemark("build")

    assert result.code == 0
    assert " written" not in result.err


def test_what_is_out_of_date_is_named_with_the_command_to_run(rulemark: Run, project: Path) -> None:
    policy = project / "policies/return-an-item.yaml"
    policy.write_text("old\n")
    (project / "generated/python/pyproject.toml").unlink()
    result = rulemark("build", "--check")

    assert result.code == 1
    assert "out of date: policies/return-an-item.yaml\n" in result.out
    assert "out of date: generated/python/pyproject.toml\n" in result.out
    assert "run `rulemark build`" in result.err
    assert policy.read_text() == "old\n"


def test_an_article_that_goes_takes_its_files_with_it(rulemark: Run, project: Path) -> None:
    for article in project.glob("content/*/return-an-item.md"):
        article.rename(article.with_name("other.md"))
    rulemark("build")

    assert not [name for name in tree(project, "policies", "generated") if "return" in name]
    assert (project / "policies/other.yaml").exists()
    assert (project / "policies/vocabulary.yaml").exists()


def test_a_changed_number_changes_policy_and_rules(rulemark: Run, project: Path) -> None:
    for article in project.glob("content/*/return-an-item.md"):
        article.write_text(article.read_text(encoding="utf-8").replace(" 5 ", " 8 "), encoding="utf-8")
    result = rulemark("build")

    assert result.code == 0, result
    assert "items: {lt: 8}" in (project / "policies/return-an-item.yaml").read_text(encoding="utf-8")
    assert "8" in (project / "generated/python/shop_rules/return_an_item.py").read_text(encoding="utf-8")


def test_a_finding_does_not_keep_the_rest_from_being_built(rulemark: Run, project: Path) -> None:
    (project / "content/en-us/broken.md").write_bytes(b"\x00")
    (project / "content/en-us/later.md").write_text("# Later\n\nText.\n")
    result = rulemark("build")

    assert result.code == 1
    assert "content/en-us/broken.md:1:1: error RM181" in result.out
    assert (project / "policies/later.yaml").exists()


def test_a_folder_that_cannot_be_written_leaves_everything_as_it_was(rulemark: Run, project: Path) -> None:
    (project / "content/en-us/later.md").write_text("# Later\n\nText.\n")
    shutil.rmtree(project / "generated")
    (project / "generated").write_text("a file where a folder must be")
    before = tree(project, "policies")
    result = rulemark("build")

    assert result.code == 2
    assert result.err.splitlines()[-1].startswith("rulemark: ")
    assert "cannot be written" in result.err
    assert tree(project, "policies") == before


def test_an_article_cannot_overwrite_the_vocabulary(rulemark: Run, folder: Path) -> None:
    (folder / "content/en-us").mkdir(parents=True)
    (folder / "content/en-us/vocabulary.md").write_text("# Words\n\nText.\n")
    (folder / "rulemark.toml").write_text("")
    result = rulemark("build")

    assert result.code == 2
    assert result.err.splitlines()[-1].startswith("rulemark: policies/vocabulary.yaml: two articles")


def test_builds_are_the_same_bytes_whatever_the_hash_seed_and_the_current_folder(tmp_path: Path) -> None:
    built = []
    for seed, name in (("0", "first"), ("12345", "second/copy")):
        root = tmp_path / name
        shutil.copytree(ROOT / "content", root / "content")
        (root / "policies").mkdir()
        shutil.copy(ROOT / "policies/vocabulary.yaml", root / "policies/vocabulary.yaml")
        shutil.copy(ROOT / "pyproject.toml", root / "pyproject.toml")
        here, argument = (root, "") if seed == "0" else (Path("/"), str(root))
        command = [sys.executable, "-m", "rulemark", "build", *filter(None, [argument])]
        subprocess.run(command, cwd=here, env={**os.environ, "PYTHONHASHSEED": seed}, check=False, capture_output=True)
        built.append(tree(root, "policies", "generated"))

    assert len(built[0]) > 50
    assert built[0] == built[1]


def test_a_draft_shows_findings_in_the_margin(rulemark: Run, project: Path) -> None:
    article = next((project / "content").rglob("*.md"))
    article.write_text(article.read_text() + '\n:: moniker range="a"\n\nOnly here.\n')

    plain, draft = rulemark("build"), rulemark("build", "--draft")

    pages = [page.read_text() for page in (project / "generated/guidance").rglob("*.html")]
    assert (plain.code, draft.code) == (1, 1)
    assert any("RM160" in page for page in pages)


def test_a_broken_template_of_a_project_is_one_line(rulemark: Run, project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates/article.html.jinja").write_text("{% if %}")

    result = rulemark("build")

    assert result.code == 2
    assert "templates/article.html.jinja:1" in result.err
    assert "Traceback" not in result.err


def test_an_article_that_cannot_be_read_keeps_what_was_built_from_it(rulemark: Run, project: Path) -> None:
    before = {path: path.read_bytes() for path in (project / "generated").rglob("*") if path.is_file()}
    article = next((project / "content/en-us").rglob("*.md"))
    article.write_bytes(article.read_bytes() + b"Caf\xe9\n")

    result = rulemark("build")

    assert result.code == 1
    assert "nothing was written" in result.err
    assert {path: path.read_bytes() for path in before} == before


def test_a_vocabulary_that_cannot_be_read_keeps_what_was_built_with_it(rulemark: Run, project: Path) -> None:
    rulemark("build")
    before = tree(project, "policies", "generated")
    (project / "policies/vocabulary.yaml").write_text("inputs: [\n")

    result = rulemark("build")

    assert result.code == 1
    assert "nothing was written: policies/vocabulary.yaml cannot be read" in result.err
    (project / "policies/vocabulary.yaml").write_bytes(before["policies/vocabulary.yaml"])
    assert tree(project, "policies", "generated") == before


def test_a_folder_that_cannot_be_opened_keeps_what_was_built_from_it(
    rulemark: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rulemark("build")
    before = tree(project, "policies", "generated")
    scan = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "nl-nl":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    result = rulemark("build")
    monkeypatch.undo()

    assert result.code == 1
    assert "nothing was written: content/nl-nl cannot be read" in result.err
    assert tree(project, "policies", "generated") == before


def test_a_new_file_that_cannot_be_read_keeps_nothing_from_being_built(rulemark: Run, project: Path) -> None:
    (project / "content/en-us/new.md").write_bytes(b"Caf\xe9\n")
    article = project / "content/en-us/return-an-item.md"
    article.write_text(article.read_text() + "\nYou must keep the receipt.\n")

    result = rulemark("build")

    assert result.code == 1
    assert "keep the receipt" in (project / "policies/return-an-item.yaml").read_text()


def test_times_of_equal_length_in_different_units_share_a_line(rulemark: Run, project: Path) -> None:
    article = project / "content/en-us/return-an-item.md"
    article.write_text(
        article.read_text() + "\nAfter 14 days, a fee is due. A refund takes at most 10 business days.\n"
    )

    assert rulemark("build").code in {0, 1}
