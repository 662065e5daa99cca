"""What the dialect of the articles becomes on a page."""

from __future__ import annotations

import re

from rulemark.outputs.guidance import render
from rulemark.project import compile_text


def article(text: str) -> str:
    """Return the HTML of an article below its title."""
    compilation = compile_text(f"# Kilns\n\n{text}\n", path="content/en-us/kilns.md", locale="en-us")
    page = next(item.text for item in render(compilation) if item.path.endswith("en-us/kilns.html"))
    found = re.search(r"<article[^>]*>(.*)</article>", page, re.DOTALL)
    assert found
    return found[1].strip()


def test_tabs_stand_one_below_the_other_until_a_script_folds_them() -> None:
    html = article("#### [Wood](#tab/wood)\n\nStack it.\n\n#### [Gas](#tab/gas)\n\nOpen the valve.\n\n***\n")
    assert [*re.findall(r'data-tab="(\w+)"', html)] == ["wood", "gas"]
    assert "hidden" not in html


def test_alerts_have_a_title_in_the_language_of_the_page() -> None:
    assert '<p class="alert-title">Warning</p>' in article("> [!WARNING]\n> Hot.")


def test_rows_keep_their_columns() -> None:
    row = ":::row:::\n:::column:::\nLeft\n:::column-end:::\n:::column:::\nRight\n:::column-end:::\n:::row-end:::"
    assert article(row).count('<div class="column">') == 2
    assert '<section class="row">' in article(row)


def test_a_table_keeps_its_alignment_without_inline_styles() -> None:
    html = article("| a | b |\n|:--|--:|\n| x | 1 |")
    assert '<td class="align-right">' in html
    assert "style" not in html


def test_a_video_is_a_link_because_pages_load_nothing_from_elsewhere() -> None:
    html = article("> [!VIDEO https://films.example/kiln]")
    assert html == '<p><a href="https://films.example/kiln">Play the video</a></p>'


def test_comments_of_writers_are_not_published() -> None:
    assert article("<!-- ask Ada -->\n\nText <!-- really? --> goes on.") == "<p>Text  goes on.</p>"


def test_links_that_lead_nowhere_become_text() -> None:
    html = article("[gone](gone.md) [code](javascript:run()) [root](/azure/x) [mail](mailto:a@kiln.example)")
    assert html == '<p>gone code root <a href="mailto:a@kiln.example">mail</a></p>'


def test_raw_html_stays_as_far_as_it_can_do_no_harm() -> None:
    html = article('Press <kbd>F1</kbd> <span style="color:red" onclick="x()">now</span> <a name="spot"></a>')
    assert html == '<p>Press <kbd>F1</kbd> <span>now</span> <a id="spot"></a></p>'


def test_an_anchor_that_stands_twice_is_kept_once() -> None:
    html = article('## <a name="one"></a>First\n\n## <a name="one"></a>Second')
    assert html.count('id="one"') == 1
