from __future__ import annotations

import re

from outputs.guidance.sample import NAMES, sample
from rulemark.outputs.guidance import Settings, render

PAGES = {page.path: page.text for page in render(sample(), settings=Settings(title="Kiln", labels=NAMES))}


def test_every_article_has_a_page_in_every_locale_and_assets_stand_once() -> None:
    assert "guidance/ar-sa/studio/leave.html" in PAGES
    assert "guidance/ja-jp/studio/rejoin.html" in PAGES
    assert "guidance/nl-nl/index.html" in PAGES
    assert "guidance/index.html" in PAGES
    assert [path for path in PAGES if path.endswith(".css")] == ["guidance/assets/guidance.css"]


def test_a_page_says_its_language_and_direction() -> None:
    assert '<html lang="ar-SA" dir="rtl">' in PAGES["guidance/ar-sa/studio/leave.html"]
    assert '<html lang="ja-JP" dir="ltr">' in PAGES["guidance/ja-jp/studio/leave.html"]


def test_a_cited_sentence_is_an_anchor_that_the_summary_leads_to() -> None:
    page = PAGES["guidance/en-us/studio/leave.html"]
    anchor = re.search(r'<span class="said" data-said="said:\d+" id="(said:\d+)">If it has more than 12', page)
    assert anchor
    assert f'href="#{anchor[1]}"' in page


def test_links_between_articles_lead_to_pages_of_the_same_locale() -> None:
    assert '<a href="rejoin.html#how">' in PAGES["guidance/nl-nl/studio/leave.html"]


def test_a_missing_translation_shows_the_source_article_marked_with_its_language() -> None:
    page = PAGES["guidance/de-de/studio/rejoin.html"]
    assert 'class="banner banner-missing"' in page
    assert '<article class="article" lang="en-US" dir="ltr">' in page


def test_numbers_and_durations_are_written_in_the_readers_language() -> None:
    assert "60 Tage" in PAGES["guidance/de-de/studio/leave.html"]
    assert "60 日" in PAGES["guidance/ja-jp/studio/leave.html"]
    assert "2. März 2026" in PAGES["guidance/de-de/studio/leave.html"]
