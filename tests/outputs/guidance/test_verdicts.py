"""Tables of examples on a page: each row says whether the policy agrees with its writer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from outputs.guidance.conftest import written
from rulemark.outputs.guidance import render
from rulemark.project import compile_text

if TYPE_CHECKING:
    from playwright.sync_api import Page

VOCABULARY = """
inputs:
  pots: {type: integer, minimum: 0, unit: pot, words: {en-us: [pots], de-de: [Töpfe]}}
outcomes:
  shelf: {words: {en-us: [open shelf], de-de: [offenes Regal]}}
  kiln: {words: {en-us: [big kiln], de-de: [großer Ofen]}}
decisions:
  firing: {inputs: [pots], outcomes: [shelf, kiln]}
"""
ENGLISH = (
    "# Firing\n\nIf you have fewer than 30 pots, use the open shelf. If you have 30 or more pots, use the big kiln.\n\n"
)
TABLE = "## Examples\n\n{}\n\n| Pots | Result |\n|---|---|\n| 29 | Open shelf |\n| 30 | Open shelf |\n| – | – |\n"
MARK = "<!-- rulemark: examples firing -->"
ROW = re.compile(
    r'<td>([^<]*)</td>\s*<td>([^<]*?) <span class="(verdict[^"]*)" aria-hidden="true">(.)</span>'
    r'<span class="visually-hidden">([^<]*)</span></td>'
)


def pages(text: str, locale: str = "en-us", files: dict[str, str] | None = None) -> dict[str, str]:
    compilation = compile_text(
        text, path=f"content/{locale}/firing.md", locale=locale, vocabulary=VOCABULARY, files=files
    )
    return {item.path: item.text for item in render(compilation)}


def firing(text: str, locale: str = "en-us", files: dict[str, str] | None = None) -> str:
    """Return the page of an article."""
    return next(page for path, page in pages(text, locale, files).items() if path.endswith(f"{locale}/firing.html"))


def test_a_right_row_is_ticked_and_a_wrong_one_crossed() -> None:
    assert ROW.findall(firing(ENGLISH + TABLE.format(MARK))) == [
        ("29", "Open shelf", "verdict", "✓", "holds"),
        ("30", "Open shelf", "verdict wrong", "✗", "does not hold"),
        ("–", "–", "verdict", "✓", "holds"),
    ]


def test_a_verdict_is_spoken_in_the_language_of_the_page() -> None:
    text = (
        "# Brennen\n\nWenn Sie weniger als 30 Töpfe haben, nutzen Sie das offene Regal (offenes Regal).\n\n"
        f"## Beispiele\n\n{MARK}\n\n| Töpfe | Ergebnis |\n|---|---|\n| 29 | offenes Regal |\n| 30 | offenes Regal |\n"
    )

    assert [row[3:] for row in ROW.findall(firing(text, "de-de"))] == [("✓", "trifft zu"), ("✗", "trifft nicht zu")]


def test_any_other_table_stays_as_it_is() -> None:
    assert 'class="verdict' not in firing(ENGLISH + TABLE.format("Some rows."))


def test_a_row_that_cannot_be_read_has_no_verdict() -> None:
    page = firing(ENGLISH + TABLE.format(MARK) + "| many | Open shelf |\n")

    assert len(ROW.findall(page)) == 3
    assert re.search(r"<td>many</td>\s*<td>Open shelf</td>", page)


def test_rows_of_an_included_file_have_theirs() -> None:
    page = firing(
        ENGLISH + "[!INCLUDE [examples](parts/rows.md)]\n",
        files={"content/en-us/parts/rows.md": TABLE.format(MARK)},
    )

    assert [row[3] for row in ROW.findall(page)] == ["✓", "✗", "✓"]


def test_a_writer_cannot_give_a_verdict() -> None:
    page = firing(f'{ENGLISH}<span class="verdict">✓</span>\n\n' + TABLE.format(MARK))

    assert page.count('class="verdict"') == 2


def test_the_sample_shows_its_examples_in_every_language(northwind: Path) -> None:
    for locale in ("en-us", "nl-nl", "de-de", "ja-jp"):
        page = (northwind / locale / "commerce/cancel-subscription.html").read_text(encoding="utf-8")

        assert page.count('<span class="verdict" aria-hidden="true">✓</span>') == 4
        assert "✗" not in page


def test_a_browser_shows_the_sign_and_hides_the_words(page: Page, tmp_path: Path) -> None:
    folder = written(tmp_path, pages(ENGLISH + TABLE.format(MARK)))
    page.goto((folder / "en-us/firing.html").as_uri())
    verdicts, words = page.locator(".article td .verdict"), page.locator(".article td .visually-hidden")

    assert verdicts.all_inner_texts() == ["✓", "✗", "✓"]
    assert words.all_text_contents() == ["holds", "does not hold", "holds"]
    assert {box["width"] for at in range(3) if (box := words.nth(at).bounding_box())} == {1}
    colours = [verdicts.nth(at).evaluate("element => getComputedStyle(element).color") for at in range(2)]
    assert colours[0] != colours[1]
