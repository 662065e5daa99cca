from __future__ import annotations

import pytest

from rulemark.document import ParseOptions, parse
from rulemark.source import Source
from rulemark.statements import Place
from rulemark.statements.layout.passages import Layout, lay_out


def _layout(text: str, files: dict[str, str] | None = None) -> Layout:
    return lay_out(parse(Source("a.md", text, "en-us"), ParseOptions(files=(files or {}).get)))


def _read(layout: Layout) -> list[tuple[str, Place]]:
    return [(" ".join(passage.plain.text.split()), passage.place) for passage in layout.passages]


def test_everything_is_read_in_the_order_of_the_page() -> None:
    layout = _layout(
        "# One\n\nTwo\n\n- Three\n\n1. Four\n\n> [!NOTE]\n> Five\n\n> Six\n\n| Seven |\n|---|\n| Eight |\n"
    )

    assert _read(layout) == [
        ("One", Place.HEADING),
        ("Two", Place.PARAGRAPH),
        ("Three", Place.ITEM),
        ("Four", Place.STEP),
        ("Five", Place.ALERT),
        ("Six", Place.PARAGRAPH),
        ("Seven", Place.CELL),
        ("Eight", Place.CELL),
    ]


def test_blocks_are_counted_anew_in_each_section() -> None:
    layout = _layout("Before\n\n# One\n\nText\n\n## Two\n\nText\n\nMore\n")

    assert [(passage.anchor, passage.block) for passage in layout.passages] == [
        ("", 0),
        ("one", 0),
        ("one", 1),
        ("two", 0),
        ("two", 1),
        ("two", 2),
    ]


def test_an_anchor_in_the_heading_names_the_section() -> None:
    layout = _layout('# <a name="one"></a>Eins\n')

    assert [(section.anchor, section.level, section.title) for section in layout.sections] == [("one", 1, "Eins")]


def test_an_item_knows_its_number_and_the_passage_before_its_list() -> None:
    layout = _layout("Before:\n\n3. Three\n4. Four\n\n   - Inner\n")
    three, four, inner = (passage.items for passage in layout.passages[1:])

    assert [(place.list, place.item, place.number, place.lead_in) for place in three] == [(0, 0, 3, 0)]
    assert [(place.list, place.item, place.number, place.lead_in) for place in four] == [(0, 1, 4, 0)]
    assert [(place.list, place.item, place.number, place.lead_in) for place in inner] == [(0, 1, 4, 0), (1, 0, None, 2)]


def test_a_list_that_opens_an_article_has_nothing_before_it() -> None:
    assert _layout("- One\n").passages[0].items[0].lead_in is None


def test_zones_say_who_reads_a_passage() -> None:
    zones = (f'::: moniker range="{name}"\n\nText\n\n::: moniker-end\n\n' for name in ("a || b", "b"))
    layout = _layout("".join(zones) + "All\n")

    assert [passage.monikers for passage in layout.passages] == [("a", "b"), ("b",), ()]


def test_an_alert_around_a_list_is_remembered() -> None:
    layout = _layout("> [!WARNING]\n> Text\n>\n> - Item\n")

    assert [(notice.kind, notice.anchor) for notice in layout.notices] == [("warning", "")]
    assert [(passage.notice, passage.place) for passage in layout.passages] == [(0, Place.ALERT), (0, Place.ITEM)]


def test_a_table_points_at_its_cells() -> None:
    layout = _layout("Text\n\n| A | B |\n|---|---|\n| c | d |\n")

    assert [table.rows for table in layout.tables] == [((1, 2), (3, 4))]


def test_comments_stand_before_the_next_block() -> None:
    layout = _layout("# One\n\n<!-- first -->\n\nText\n\n<!-- second\nlines -->\n")

    assert [(comment.text, comment.anchor, comment.block) for comment in layout.comments] == [
        ("first", "one", 1),
        ("second\nlines", "one", 2),
    ]


def test_what_is_included_keeps_the_file_it_comes_from() -> None:
    layout = _layout("Text\n\n[!INCLUDE [more](more.md)]\n", {"more.md": "Included text\n"})

    assert [(passage.plain.text.strip(), passage.source.path) for passage in layout.passages] == [
        ("Text", "a.md"),
        ("Included text", "more.md"),
    ]


@pytest.mark.parametrize("text", ["```\nIf you\n```\n", "---\n", "<div></div>\n", "", "    code\n"])
def test_code_and_rules_are_no_prose(text: str) -> None:
    assert _layout(text).passages == ()


def test_tabs_and_columns_are_read_one_after_the_other() -> None:
    tabs = "# [One](#tab/one)\n\nFirst\n\n# [Two](#tab/two)\n\nSecond\n\n---\n"

    assert [text for text, _ in _read(_layout(tabs))] == ["First", "Second"]
