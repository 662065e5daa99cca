"""The script that `rulemark serve` adds, in a real browser under the policy of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outputs.guidance.conftest import browser, page
from serving.running import ARTICLE, PAGE, Running

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["browser", "page"]

ATTACK = "<img src=x onerror=document.title=1>"


def address(running: Running) -> str:
    return f"http://127.0.0.1:{running.port}{PAGE}"


def test_a_save_reloads_the_page(page: Page, running: Running) -> None:
    page.goto(address(running))
    page.get_by_text("You must label every parcel.").first.wait_for()
    running.article(ARTICLE.replace("label", "seal"))

    page.get_by_text("You must seal every parcel.").first.wait_for()


def test_a_picture_of_a_writer_is_shown(page: Page, running: Running) -> None:
    page.goto(address(running))

    assert page.evaluate("[...document.images].map((image) => image.complete && image.naturalWidth > 0)") == [True]


def test_findings_stand_on_the_page_and_go_when_they_are_corrected(page: Page, running: Running) -> None:
    page.goto(address(running))
    page.locator("article").first.wait_for()
    running.article("# Sizes\n\nSee [that](gone.md).\n", "sizes.md")
    box = page.locator("rulemark-findings details")
    box.locator("summary", has_text="1 finding").wait_for()
    box.locator("summary").click()

    assert "content/en-us/sizes.md:3:5" in box.inner_text()
    (running.root / "content/en-us/sizes.md").unlink()
    box.wait_for(state="detached")


def test_what_writers_say_is_text_in_the_overlay(page: Page, running: Running) -> None:
    title = page.goto(address(running)) and page.title()
    running.article(f"# Sizes\n\n<!-- rulemark: {ATTACK} -->\nSmall.\n", "sizes.md")
    box = page.locator("rulemark-findings details")
    box.locator("summary", has_text="1 finding").click()

    assert ATTACK in box.inner_text()
    assert box.locator("img, script").count() == 0
    assert page.title() == title
    (running.root / "content/en-us/sizes.md").unlink()


def test_settings_that_cannot_be_meant_are_said_on_the_page(page: Page, running: Running) -> None:
    page.goto(address(running))
    page.locator("article").first.wait_for()
    settings = running.root / "rulemark.toml"
    before = settings.read_text()
    settings.write_text(f"{before}\ncontents = 1\n")

    page.locator("rulemark-findings details[open]", has_text="Not built").wait_for()
    settings.write_text(before)
    page.locator("rulemark-findings details", has_text="No findings").wait_for()
