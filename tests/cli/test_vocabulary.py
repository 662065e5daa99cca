"""`rulemark vocabulary`."""

from __future__ import annotations

from pathlib import Path

from command_line import Run

UNNAMED = "# Tents\n\nIf you rent fewer than 3 tents, take a bus. If you rent 3 or more tents, order a van.\n"


def test_entries_pasted_behind_a_vocabulary_are_refused_where_they_would_replace_others(
    rulemark: Run, folder: Path
) -> None:
    rulemark("init", ".")
    article = folder / "content/en-us/tents.md"
    article.write_text(UNNAMED, encoding="utf-8")
    names = folder / "policies/vocabulary.yaml"
    names.write_text(names.read_text(encoding="utf-8") + rulemark("vocabulary").out, encoding="utf-8")

    result = rulemark("check", "--select", "RM301")

    assert result.code == 1
    assert "`decisions` is written twice" in result.out


def test_a_project_where_everything_is_named_says_so(rulemark: Run, folder: Path) -> None:
    rulemark("init", str(folder))

    result = rulemark("vocabulary")

    assert (result.code, result.out, result.err) == (0, "", "everything is named\n")
