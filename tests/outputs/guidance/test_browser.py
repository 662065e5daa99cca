from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LEAVE = "{}/studio/leave.html"


def opened(page: Page, folder: Path, path: str, tail: str = "") -> Page:
    page.goto((folder / path).as_uri() + tail)
    return page


def outcome(page: Page) -> str:
    return page.locator(".answer .outcome").first.inner_text()


def test_the_panel_asks_before_it_answers(page: Page, studio: Path) -> None:
    opened(page, studio, LEAVE.format("en-us"))
    assert outcome(page) == "Please enter: Seats"


def test_the_panel_decides_and_highlights_the_sentence(page: Page, studio: Path) -> None:
    opened(page, studio, LEAVE.format("en-us"))
    page.fill("[data-input=seats]", "11")
    assert outcome(page) == "online"
    assert page.locator(".article .said.shown").inner_text().startswith("If your membership has fewer than 12")


def test_the_panel_says_that_the_article_leaves_a_case_open(page: Page, studio: Path) -> None:
    opened(page, studio, LEAVE.format("nl-nl"))
    page.fill("[data-input=seats]", "12")
    assert outcome(page) == "Het artikel zegt dat niet."


@pytest.mark.parametrize("typed", ["-1", "1.5", "many", "1e3"])
def test_the_panel_takes_no_number_outside_the_domain(page: Page, studio: Path, typed: str) -> None:
    opened(page, studio, LEAVE.format("en-us"))
    page.fill("[data-input=seats]", typed)
    assert outcome(page) == "Please check: Seats"
    assert page.get_attribute("[data-input=seats]", "aria-invalid") == "true"


def test_the_panel_reads_numbers_as_the_language_writes_them(page: Page, studio: Path) -> None:
    for locale, typed in (("en-us", "1,200"), ("de-de", "1.200"), ("ar-sa", "١٢٠٠")):
        opened(page, studio, LEAVE.format(locale))
        page.fill("[data-input=seats]", typed)
        assert page.locator(".answer.decided").count() == 1


def test_the_panel_counts_the_days_from_the_event(page: Page, studio: Path) -> None:
    opened(page, studio, LEAVE.format("en-us"))
    page.fill("[data-event=leave]", "2026-01-01")
    words = page.locator(".answer.deadlines strong").all_inner_texts()
    assert words == ["until March 1, 2026", "from March 2, 2026, by May 1, 2026"]


def test_the_panel_lists_the_duties_that_apply_and_the_steps_of_the_version(page: Page, studio: Path) -> None:
    opened(page, studio, LEAVE.format("de-de"))
    page.select_option("[data-input=locker]", "true")
    assert "Erforderlich" in page.locator(".answer.mine").inner_text()
    page.locator(".versions label").nth(2).click()
    assert page.locator(".answer.steps li").count() == 3


def test_a_version_hides_the_others_says_so_and_stands_in_the_address(page: Page, studio: Path) -> None:
    opened(page, studio, LEAVE.format("en-us"))
    page.locator(".versions label").nth(1).click()
    assert page.locator(".version-part:visible").count() == 1
    assert page.locator(".versions-hidden").inner_text() == "1 part for other versions is hidden."
    assert page.url.endswith("?view=kiln-home")


def test_a_version_is_remembered_and_an_address_wins_over_memory(page: Page, studio: Path) -> None:
    opened(page, studio, LEAVE.format("en-us"))
    page.locator(".versions label").nth(1).click()
    opened(page, studio, LEAVE.format("nl-nl"))
    assert page.locator(".versions input:checked").get_attribute("value") == "kiln-home"
    opened(page, studio, LEAVE.format("nl-nl"), "?view=kiln-studio")
    assert page.locator(".versions input:checked").get_attribute("value") == "kiln-studio"


def test_versions_and_tabs_work_by_keyboard_alone(page: Page, studio: Path) -> None:
    opened(page, studio, LEAVE.format("en-us"))
    page.focus(".versions input:checked")
    page.keyboard.press("ArrowDown")
    assert page.locator(".versions input:checked").get_attribute("value") == "kiln-home"
    page.focus("[role=tab][aria-selected=true]")
    page.keyboard.press("ArrowRight")
    assert page.locator("[role=tab][aria-selected=true]").inner_text() == "On the web"
    assert page.locator("[role=tabpanel]:visible").inner_text().strip() == "Open Members."


def test_arrow_keys_follow_the_direction_of_the_page(page: Page, studio: Path) -> None:
    opened(page, studio, LEAVE.format("ar-sa"))
    page.focus("[role=tab][aria-selected=true]")
    page.keyboard.press("ArrowLeft")
    assert page.locator("[role=tab]").nth(1).get_attribute("aria-selected") == "true"


def test_another_language_opens_at_the_same_section(page: Page, studio: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, studio, LEAVE.format("en-us"), "#afterwards")
    page.wait_for_function("scrollY > 0")
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=ja-JP]").click()
    page.wait_for_url("**/ja-jp/studio/leave.html#afterwards")
    assert page.locator("html").get_attribute("lang") == "ja-JP"


@pytest.mark.parametrize(
    ("locale", "query"),
    [("en-us", "glaz"), ("nl-nl", "potten plank"), ("de-de", "schliessf"), ("ja-jp", "釉薬"), ("ar-sa", "المقعد")],
)
def test_search_finds_sections_in_every_script(page: Page, studio: Path, locale: str, query: str) -> None:
    opened(page, studio, f"{locale}/studio/rejoin.html")
    page.fill(".search input", {"schliessf": "schließf", "المقعد": "خزانة"}.get(query, query))
    page.wait_for_selector(".search li")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{locale}/studio/leave.html*")


def test_search_says_when_there_is_nothing(page: Page, studio: Path) -> None:
    opened(page, studio, "en-us/index.html")
    page.fill(".search input", "zebra")
    page.wait_for_function("document.querySelector('.search [role=status]').textContent !== ''")
    assert page.locator(".search [role=status]").inner_text() == "Nothing found for “zebra”."


@pytest.mark.parametrize("locale", ["en-us", "ar-sa", "ja-jp"])
def test_without_scripts_everything_is_there(browser: Browser, studio: Path, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context.new_page(), studio, LEAVE.format(locale))
    assert page.locator(".version-part:visible").count() == 2
    assert page.locator(".tab:visible").count() == 2
    assert page.locator(".promises tbody tr:visible").count() == 2
    assert page.locator(".for-me:visible, .versions:visible, .search:visible").count() == 0
    context.close()


def test_pages_of_right_to_left_languages_mirror(page: Page, studio: Path) -> None:
    boxes = {}
    for locale in ("en-us", "ar-sa"):
        opened(page, studio, LEAVE.format(locale))
        box = page.locator(".lane rect").first.bounding_box()
        assert box
        boxes[locale] = (box["x"], 1000 - box["x"] - box["width"])
    assert boxes["en-us"][0] == pytest.approx(boxes["ar-sa"][1], abs=2)


def test_no_page_of_the_sample_is_wider_than_a_small_phone(browser: Browser, northwind: Path, studio: Path) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = []
    for path in (*sorted(northwind.rglob("*.html")), *sorted(studio.rglob("*.html"))):
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path.name)
    context.close()
    assert wide == []
