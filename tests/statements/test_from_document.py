from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings

from policy.drawing import articles
from rulemark.document import ParseOptions, parse
from rulemark.source import Source, Span
from rulemark.statements import Extraction, Place, Statement, extract, load_lexicon

MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|<br>|</?\w+>|\[|\]\([^)]*\)|[*`\\]|\n> |\s")


def _extract(text: str, locale: str = "en-us") -> Extraction:
    return extract(parse(Source("a.md", text, locale)), load_lexicon(locale))


def _texts(extraction: Extraction) -> list[str]:
    return [statement.reading.text for statement in extraction.statements]


# --- where words stand ------------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """Return a text without the markup and white space that these tests use."""
    return MARKUP.sub("", html.unescape(text))


def _spans(statement: Statement) -> list[Span]:
    reading = statement.reading
    found = [Span(0, len(reading.text))]
    found += [quantity.span for quantity in reading.quantities]
    found += [quantity.number_span for quantity in reading.quantities]
    found += [condition.span for condition in reading.conditions]
    found += [mention.span for mention in statement.mentions]
    return found + ([reading.consequence] if reading.consequence else [])


def _assert_located(extraction: Extraction) -> None:
    for statement in extraction.statements:
        for span in _spans(statement):
            location = statement.locate(span)
            assert _plain(location.text) == _plain(statement.reading.words(span))
            assert location.span in statement.location.span


@given(articles)
@settings(max_examples=40, deadline=None)
def test_the_words_of_a_reading_stand_where_it_says(text: str) -> None:
    _assert_located(_extract(text))


@pytest.mark.parametrize(
    "text",
    [
        "**If you have *fewer* than 25** seats, [call us](call.md) now.",
        "If you have\nfewer than\n25 seats, call us.",
        "> [!NOTE]\n> If you have fewer\n> than 25 seats,\n> call us.",
        "- If you have `fewer` than **25** seats,\n  call us.",
        "Zwei &amp; drei \\* vier. If you have fewer than 25 seats, call us.",
        "| A | B |\n|---|---|\n| fewer than **25** seats | call us |",
        "If you have <b>fewer</b> than 25 seats, call us.",
        "😀 If you have fewer than 25 seats, call us.",
    ],
)
def test_words_are_found_behind_markup(text: str) -> None:
    extraction = _extract(text)

    _assert_located(extraction)
    (quantity,) = (q for s in extraction.statements for q in s.reading.quantities)
    statement = next(s for s in extraction.statements if s.reading.quantities)
    assert statement.locate(quantity.number_span).text == "25"


def test_words_of_an_included_file_stand_in_that_file() -> None:
    options = ParseOptions(files={"b.md": "You must pay 5 euros.\n"}.get)
    document = parse(Source("a.md", "Text.\n\n[!INCLUDE [b](b.md)]\n", "en-us"), options)
    *_, included = extract(document, load_lexicon("en-us")).statements

    assert included.location.path == "b.md"
    assert included.locate(included.reading.quantities[0].number_span).text == "5"


def test_a_windows_line_end_moves_nothing() -> None:
    _assert_located(_extract("# A\r\n\r\nIf you have\r\nfewer than 25 seats, call us.\r\n"))


# --- statements -------------------------------------------------------------------------------------------------------


def test_every_sentence_is_a_statement_with_its_place() -> None:
    extraction = _extract("# A\n\nOne here. Two here.\n\nThree here.\n")

    assert [(s.reading.text, s.anchor, s.block, s.order, s.place) for s in extraction.statements] == [
        ("One here.", "a", 1, 0, Place.PARAGRAPH),
        ("Two here.", "a", 1, 1, Place.PARAGRAPH),
        ("Three here.", "a", 2, 0, Place.PARAGRAPH),
    ]


def test_headings_and_lists_of_links_say_nothing() -> None:
    assert _texts(_extract("# You must pay\n\n[You must pay](pay.md)\n\n- [Wait](wait.md)\n")) == []


def test_a_label_is_no_part_of_the_sentence() -> None:
    (statement,) = _extract("*Fee:* You must pay.\n").statements

    assert (statement.reading.text, statement.label) == ("You must pay.", "Fee")


def test_the_label_of_an_item_holds_for_its_other_paragraphs() -> None:
    first, second = _extract("- **Your fee** You must pay.\n\n  You can wait.\n").statements

    assert (first.label, first.label_of_item) == ("Your fee", "Your fee")
    assert (second.label, second.label_of_item) == ("", "Your fee")


def test_a_cell_bears_the_label_of_its_row() -> None:
    statements = _extract("| Who | What |\n|---|---|\n| Guests | You must pay. |\n").statements

    assert statements[-1].label_of_item == "Guests"


def test_only_a_colon_makes_a_sentence_the_lead_in_of_a_list() -> None:
    led = _extract("Read this. You must:\n\n- pay\n- wait\n").statements
    left = _extract("You must read.\n\n- pay\n").statements

    assert [statement.lead_in for statement in led] == [None, None, 1, 1]
    assert [statement.lead_in for statement in left] == [None, None]


@pytest.mark.parametrize(
    ("locale", "text", "follow"),
    [
        ("en-us", "You can join if:", True),
        ("en-us", "You can join if all of the following are true:", True),
        ("en-us", "You must:", False),
        ("en-us", "If you want to join, you must:", False),
        ("nl-nl", "U kunt meedoen als:", True),
        ("nl-nl", "U kunt meedoen als aan een van de volgende voorwaarden is voldaan:", True),
        ("de-de", "Sie können teilnehmen, wenn:", True),
        ("fr-fr", "Vous pouvez participer si :", True),
        ("en-us", "You can join if you like.", False),
    ],
)
def test_an_open_condition_waits_for_the_list(locale: str, text: str, follow: bool) -> None:  # noqa: FBT001
    statement = _extract(f"{text}\n\n- x\n", locale).statements[0]

    assert statement.conditions_follow is follow


def test_clauses_that_bind_differently_are_read_apart() -> None:
    (statement,) = _extract("Users can stay, but they must pay.\n").statements

    assert [part.modality for part in statement.parts] == ["may", "must"]


# --- tables, terms, pointers, comments --------------------------------------------------------------------------------


def test_a_bare_number_in_a_cell_takes_its_noun_from_the_header() -> None:
    (table,) = _extract("| Seats | What |\n|---|---|\n| 25 or more | call |\n| 10 seats | write |\n").tables
    more, ten = (row[0] for row in table.rows)

    assert more.under_header is not None
    assert [quantity.unit for quantity in more.under_header.quantities] == ["seat"]
    assert ten.under_header is None


def test_cells_point_at_their_statements() -> None:
    extraction = _extract("Before.\n\n| A | B |\n|---|---|\n| One. Two. | Three. |\n")
    (table,) = extraction.tables

    words = [[extraction.statements[i].reading.text for i in cell.statements] for cell in table.rows[0]]
    assert words == [["One.", "Two."], ["Three."]]


def test_only_separated_labels_in_lists_are_terms() -> None:
    text = "- **Fee**: what you pay\n- **Your stay** Stay here.\n\n**Note**: no term\n\n> [!NOTE]\n> - **X**: no term\n"

    assert [(gloss.term, gloss.text) for gloss in _extract(text).glosses] == [("Fee", "what you pay")]


def test_pointers_have_target_text_and_place() -> None:
    (pointer,) = _extract("# A\n\nSee [the other](b.md#c) article.\n").pointers

    assert (pointer.target, pointer.text, pointer.anchor) == ("b.md#c", "the other", "a")
    assert pointer.location.text == "[the other](b.md#c)"


def test_only_comments_to_us_are_corrections() -> None:
    text = "# A\n\n<!-- rulemark: x: a < 5 -> b -->\n<!-- a note -->\n\nText.\n\nText <!-- rulemark: inline --> here.\n"

    assert [(c.text, c.anchor, c.block) for c in _extract(text).corrections] == [("x: a < 5 -> b", "a", 1)]


def test_notices_have_all_their_text() -> None:
    (notice,) = _extract("> [!TIP]\n> One\n> line.\n>\n> - Item\n").notices

    assert (notice.kind, notice.text) == ("tip", "One line. Item")


def test_a_language_without_words_gives_sentences_that_say_nothing() -> None:
    (statement,) = _extract("Musisz zapłacić 5 euro.\n", "xx-xx").statements

    assert not statement.reading.bears_policy or statement.reading.modality is None


@pytest.mark.parametrize("text", ["", "---\ntitle: x\n---\n", "<!-- -->", "\ufeff"])
def test_an_empty_article_says_nothing(text: str) -> None:
    assert _extract(text).statements == ()


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-us", "The rules stand under [If you lose fewer than 5 keys](keys.md)."),
        ("de-de", "Für den Rest gelten die Regeln unter [Ein ganzes Konto kündigen](konto.md)."),
        ("de-de", "Mehr steht unter [Wenn ein Vertrag endet](ende.md)."),
    ],
)
def test_the_title_of_another_article_is_no_rule(locale: str, text: str) -> None:
    (statement,) = _extract(text, locale).statements

    assert (statement.reading.quantities, statement.reading.conditions) == ((), ())
    assert "[" not in statement.reading.text
    assert "\ufffc" not in statement.reading.text


@pytest.mark.parametrize(
    "text",
    [
        "If you lose fewer than 5 keys, [call us within 3 days](call.md).",
        "[If you lose fewer than 5 keys](keys.md), call us within 3 days.",
        "Call us. [If you lose fewer than 5 keys, wait 3 days](keys.md).",
    ],
)
def test_a_link_in_the_flow_of_a_sentence_is_read(text: str) -> None:
    found = [quantity.value for s in _extract(text).statements for quantity in s.reading.quantities]

    assert found == [5, 3]
