from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Run

ARTICLE = """# Seats

If you have more than 5 seats, call us. If you have 5 or fewer seats, order in the shop.

A session takes 20 minutes. It is blue. For example, if you have 3 seats, order in the shop.

You must not share your password.
"""


@pytest.fixture
def article(folder: Path) -> Path:
    path = folder / "seats.en-us.md"
    path.write_text(ARTICLE)
    return path


def test_text_names_the_share_and_the_place_of_what_was_not_compiled(rulemark: Run, folder: Path) -> None:
    path = folder / "minutes.en-us.md"
    path.write_text("# Minutes\n\nGood tea needs 4 minutes.\n\nYou must not be late.\n")

    result = rulemark("coverage", path)

    assert result.code == 0
    assert "50 % — 1 compiled, 1 not" in result.out
    assert ":3:1: a stretch of time without an event or a state" in result.out


def test_every_sentence_has_a_kind(rulemark: Run, article: Path) -> None:
    result = rulemark("coverage", article, "--format", "json")

    kinds = [sentence["kind"] for sentence in json.loads(result.out)["articles"][0]["sentences"]]
    assert kinds == ["rule", "rule", "timer", "prose", "example", "duty"]


def test_html_paints_sentences_and_escapes_them(rulemark: Run, folder: Path) -> None:
    path = folder / "hostile.en-us.md"
    path.write_text("# Hostile\n\nYou must not write <script>alert(1)</script> here.\n")

    page = rulemark("coverage", path, "--format", "html").out

    assert '<mark class="compiled"' in page
    assert "<script>" not in page


@pytest.mark.parametrize(("least", "code"), [(50, 0), (51, 1)])
def test_a_share_below_the_limit_fails(rulemark: Run, folder: Path, least: int, code: int) -> None:
    path = folder / "minutes.en-us.md"
    path.write_text("# Minutes\n\nGood tea needs 4 minutes.\n\nYou must not be late.\n")

    assert rulemark("coverage", path, "--fail-under", least).code == code


def test_the_vocabulary_of_a_project_counts(rulemark: Run, sample: Path) -> None:
    assert rulemark("coverage", sample / "content/en-us", "--fail-under", 95).code == 0
