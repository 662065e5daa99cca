from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jinja2.exceptions import SecurityError

from outputs.guidance.sample import LOCALES, NAMES, sample
from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic, Kind, Severity
from rulemark.document import Document
from rulemark.outputs.guidance import Settings, render
from rulemark.policy import Metadata, Policy, PolicySet
from rulemark.source import Location, Source, Span
from rulemark.statements import Extraction

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
    anchor = re.search(r'<span class="said" id="(said_\d+)">If it has more than 12', page)
    assert anchor
    assert f'href="#{anchor[1]}"' in page


def test_links_between_articles_lead_to_pages_of_the_same_locale() -> None:
    assert '<a href="rejoin.html#rejoin">' in PAGES["guidance/nl-nl/studio/leave.html"]


def test_a_missing_translation_shows_the_source_article_marked_with_its_language() -> None:
    page = PAGES["guidance/de-de/studio/rejoin.html"]
    assert 'class="banner banner-missing"' in page
    assert '<article class="article" lang="en-US" dir="ltr">' in page


def test_of_a_source_that_changed_come_its_pages_and_the_indexes_that_have_it() -> None:
    def printed(source: str) -> set[str]:
        paths = {page.path.removeprefix("guidance/") for page in render(sample(), only={source})}
        return {path for path in paths if "/studio/" in path or "/search/" in path}

    leave = {f"{locale}/studio/leave.html" for locale in LOCALES}
    rejoin = {f"{locale}/studio/rejoin.html" for locale in LOCALES}
    untranslated = {f"assets/search/{locale}.js" for locale in LOCALES if locale != "nl-nl"}
    assert printed("content/nl-nl/studio/leave.md") == {*leave, "assets/search/nl-nl.js"}
    assert printed("content/en-us/studio/rejoin.md") == {*rejoin, *untranslated}


def test_numbers_and_durations_are_written_in_the_readers_language() -> None:
    assert "60 Tage" in PAGES["guidance/de-de/studio/leave.html"]
    assert "60 日" in PAGES["guidance/ja-jp/studio/leave.html"]
    assert "2. März 2026" in PAGES["guidance/de-de/studio/leave.html"]


def page(path: str, **options: Any) -> str:  # noqa: ANN401 - whatever render takes
    return {item.path: item.text for item in render(sample(), **options)}[f"guidance/{path}"]


def test_a_base_address_adds_canonical_alternates_and_a_site_map() -> None:
    found = {item.path: item.text for item in render(sample(), base_url="https://help.example/g/")}
    leave, rejoin = found["guidance/nl-nl/studio/leave.html"], found["guidance/de-de/studio/rejoin.html"]
    assert '<link rel="canonical" href="https://help.example/g/nl-nl/studio/leave.html">' in leave
    assert '<link rel="alternate" hreflang="ja-JP" href="https://help.example/g/ja-jp/studio/leave.html">' in leave
    assert '<link rel="canonical" href="https://help.example/g/en-us/studio/rejoin.html">' in rejoin
    assert 'hreflang="de-DE" href="https' not in rejoin
    root = ET.fromstring(found["guidance/sitemap.xml"])  # noqa: S314 - we have just made it ourselves
    assert root.tag.endswith("urlset")
    assert found["guidance/sitemap.xml"].count("<loc>") == 7


def test_without_a_base_address_nothing_is_absolute() -> None:
    assert "canonical" not in PAGES["guidance/nl-nl/studio/leave.html"]
    assert "guidance/sitemap.xml" not in PAGES


def stale() -> Diagnostic:
    source = next(item.source for item in sample().extractions if item.source.path == "content/nl-nl/studio/leave.md")
    kind = Kind("RM431", "stale-translation", Severity.WARNING)
    return Diagnostic(kind, "the `original` <b>changed</b>", Location(source, Span(2, 4)), help="translate it again")


def test_a_stale_translation_admits_it_and_leads_to_the_original() -> None:
    text = page("nl-nl/studio/leave.html", findings=(stale(),))
    assert 'class="banner banner-stale"' in text
    assert '<a href="../../en-us/studio/leave.html">Het origineel lezen</a>' in text


def test_only_a_draft_shows_findings_and_what_became_no_rule() -> None:
    public = page("nl-nl/studio/leave.html", findings=(stale(),))
    draft = page("nl-nl/studio/leave.html", findings=(stale(),), draft=True)
    assert "RM431" not in public
    assert 'class="said left"' not in public
    assert "<strong>RM431</strong> the `original` &lt;b&gt;changed&lt;/b&gt;" in draft
    assert 'class="said left"' in draft
    assert 'title="says nothing certain"' in draft


def test_a_machine_translation_says_so() -> None:
    assert "Maschinell übersetzt." in PAGES["guidance/de-de/studio/leave.html"]


def test_a_template_of_the_project_replaces_one_and_can_build_on_it() -> None:
    own = '{% extends "built-in/article.html.jinja" %}{% block after %}<p>{{ title }} & us</p>{% endblock %}'
    text = page("en-us/studio/leave.html", templates={"article.html.jinja": own})
    assert "<p>Leave the studio & us</p>" in text
    assert 'class="promises"' in text


def test_a_template_cannot_reach_beyond_the_values_of_the_page() -> None:
    with pytest.raises(SecurityError):
        page("en-us/index.html", templates={"index.html.jinja": "{{ voice.__class__.__mro__ }}"})


def test_pictures_stand_where_the_project_says_and_missing_ones_are_named() -> None:
    assert 'src="../../../../content/en-us/media/pot.png"' in PAGES["guidance/en-us/studio/leave.html"]
    text = page("en-us/studio/leave.html", settings=Settings(media=lambda _: None))
    assert "<img" not in text
    assert "Image: A pot" in text


def test_the_content_policy_allows_the_hosts_of_the_project_and_nothing_else() -> None:
    text = page("en-us/index.html", settings=Settings(hosts=("https://img.example",)))
    assert "default-src &#39;none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;" in text
    assert "img-src &#39;self&#39; data: https://img.example;" in text


def test_the_same_compilation_gives_the_same_bytes() -> None:
    assert render(sample()) == render(sample())


def test_two_sentences_about_the_same_time_are_one_row_with_both_sentences() -> None:
    given = sample()
    policy, rest = given.policies.policies
    again = replace(policy.timers[0], id="pause_again", evidence=policy.timers[1].evidence)
    policies = replace(given.policies, policies=(replace(policy, timers=(*policy.timers, again)), rest))
    text = next(
        item.text for item in render(replace(given, policies=policies)) if item.path.endswith("en-us/studio/leave.html")
    )
    assert text.count("lasts 60 days</strong>") == 1
    assert text.count("<blockquote>") == 4


def test_nothing_compiled_still_gives_an_entrance() -> None:
    paths = [item.path for item in render(Compilation((), PolicySet(()), "en-us"))]
    assert paths == ["guidance/assets/guidance.css", "guidance/assets/guidance.js", "guidance/index.html"]


def test_an_article_called_index_does_not_replace_the_list_of_articles() -> None:
    source = Source("content/en-us/index.md", "# Start\n", "en-us")
    extraction = Extraction(Document(source, None, (), (), "Start"), (), (), (), (), (), (), (), ())
    policy = Policy("index", Metadata((), ()), ("en-us",), "en-us")
    paths = [item.path for item in render(Compilation((extraction,), PolicySet((policy,)), "en-us"))]
    assert "guidance/en-us/index.article.html" in paths
    assert "guidance/en-us/index.html" in paths
