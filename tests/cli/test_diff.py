from __future__ import annotations

import json
import subprocess
from pathlib import Path

from command_line import Result, Run

ARTICLE = "# Return\n\n## How\n\nIf you return fewer than {0} items, wait. If you return {0} or more items, call us.\n"


def changes(result: Result) -> list[str]:
    assert result.code == 0, result
    return [change["change"] for change in json.loads(result.out)]


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)  # noqa: S607 - whatever git is there


def test_two_articles_are_compared_whatever_their_names(rulemark: Run, folder: Path) -> None:
    (folder / "first.en-us.md").write_text(ARTICLE.format(10))
    (folder / "second.en-us.md").write_text(ARTICLE.format(12))
    result = rulemark("diff", "first.en-us.md", "second.en-us.md", "--format", "json")

    assert changes(result) == ["changed"]
    assert set(json.loads(result.out)[0]) == {
        *("id", "kind", "change", "direction", "monikers", "before", "after", "examples"),
    }
    assert changes(rulemark("diff", "first.en-us.md", "first.en-us.md", "--format", "json")) == ["unchanged"]


def test_a_vocabulary_names_what_two_loose_articles_say(rulemark: Run, folder: Path) -> None:
    (folder / "names.yaml").write_text(
        "inputs:\n  parcels: {type: integer, minimum: 0, unit: item, words: {en-us: [items]}}\n"
        "outcomes:\n  stay: {words: {en-us: [wait]}}\n  phone: {words: {en-us: [call us]}}\n"
        "decisions:\n  return_channel: {inputs: [parcels], outcomes: [stay, phone]}\n"
    )
    for name, number in (("first", 10), ("second", 12)):
        (folder / f"{name}.en-us.md").write_text(ARTICLE.format(number))
    result = rulemark("diff", "first.en-us.md", "second.en-us.md", "--vocabulary", "names.yaml", "--format", "json")

    assert [change["id"] for change in json.loads(result.out)] == ["article#return_channel"]


def test_two_folders_of_articles_are_compared_article_by_article(rulemark: Run, folder: Path) -> None:
    for name, number in (("old", 10), ("new", 12)):
        for article in ("a.md", "b/c.md"):
            path = folder / name / article
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(ARTICLE.format(number if article == "a.md" else 5))
    result = rulemark("diff", "old", "new", "--format", "json")

    assert changes(result) == ["changed", "unchanged"]
    assert [change["id"].partition("#")[0] for change in json.loads(result.out)] == ["a", "b/c"]


def test_revisions_are_compared_with_each_other_and_with_what_stands_there(rulemark: Run, project: Path) -> None:
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "First")
    for article in project.glob("content/*/*.md"):
        article.write_text(article.read_text(encoding="utf-8").replace(" 5 ", " 8 "), encoding="utf-8")

    assert set(changes(rulemark("diff", "HEAD", "HEAD", "--format", "json"))) == {"unchanged"}
    assert "changed" in changes(rulemark("diff", "HEAD", "--format", "json"))
    assert rulemark("diff", "HEAD", "--exit-code").code == 1
    assert "items = " in rulemark("diff", "HEAD", "--format", "markdown").out


def test_policies_are_compared_without_articles(rulemark: Run, project: Path) -> None:
    (project / "policies").rename(project / "agreed")

    assert set(changes(rulemark("diff", "agreed", "agreed", "--format", "json"))) == {"unchanged"}
    policy = "agreed/return-an-item.yaml"
    assert set(changes(rulemark("diff", policy, policy, "--format", "json"))) == {"unchanged"}


def test_what_is_neither_file_nor_folder_nor_revision_is_misuse(rulemark: Run, project: Path) -> None:
    git("init", "--quiet", str(project))
    result = rulemark("diff", "gone", "also-gone")

    assert (result.code, result.err) == (2, "rulemark: gone: no such file, folder or revision\n")


def test_a_changed_outcome_makes_the_next_version_a_major_one(rulemark: Run, project: Path) -> None:
    (project / "policies").rename(project / "released")
    (project / "policies").mkdir()
    (project / "released/vocabulary.yaml").rename(project / "policies/vocabulary.yaml")
    settings = project / "rulemark.toml"
    settings.write_text(settings.read_text() + 'baseline = "released"\nversion = "1.2.3"\n')
    distribution = project / "generated/python/pyproject.toml"

    rulemark("build")
    assert 'version = "1.2.3"' in distribution.read_text()

    for article in project.glob("content/*/*.md"):
        article.write_text(article.read_text(encoding="utf-8").replace(" 5 ", " 8 "), encoding="utf-8")
    rulemark("build")
    assert 'version = "2.0.0"' in distribution.read_text()
