from __future__ import annotations

import pytest

from rulemark.document import Heading, Paragraph, ParseOptions, PlainText, parse, plain_text
from rulemark.source import Source
from shared import SHARED, needs_shared
from trees import nodes


def plain(text: str, **files: str) -> tuple[PlainText, str]:
    document = parse(Source("a.md", text), ParseOptions(files={f"{name}.md": body for name, body in files.items()}))
    block = document.blocks[0]
    assert isinstance(block, Paragraph | Heading)
    return plain_text(block.inlines), text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Pay **within** _7 days_.", "Pay within 7 days."),
        ('See [the *list*](list.md "title").', "See the list."),
        ("a<br>b <!-- gone -->c", "ab c"),
        ("a \\> b &lt; c", "a > b < c"),
        ("one\ntwo\\\nthree", "one two three"),
        ("7\u00a0days", "7\u00a0days"),
        ("![alt](i.png) text", " text"),
        ("press `OK`", "press OK"),
        ('use :::no-loc text="Contoso":::', "use Contoso"),
        ("see <xref:a.b> and @c.d", "see a.b and @c.d"),
        ("~~old~~ new", "old new"),
    ],
)
def test_plain_text_is_what_a_reader_sees(written: str, shown: str) -> None:
    assert plain(written)[0].text == shown


@pytest.mark.parametrize(
    ("written", "part", "source"),
    [
        ("Pay **within** 7 days.", "within", "within"),
        ("> Pay *with*in\n> 7 days.", "Pay", "Pay"),
        ("press `OK` now", "OK", "OK"),
        ('use :::no-loc text="Contoso"::: now', "Contoso", "Contoso"),
        ("see <xref:a.b> now", "a.b", "a.b"),
        ("a &amp; b", "&", "&"),
        ("x **y** z", "y z", "y** z"),
    ],
)
def test_every_character_leads_back_to_the_source(written: str, part: str, source: str) -> None:
    document = parse(Source("a.md", written))
    paragraph = next(node for node, _ in nodes(document) if isinstance(node, Paragraph))
    text = plain_text(paragraph.inlines)

    start = text.text.index(part)
    span = text.span(start, start + len(part))

    assert written[span.start : span.end] == source


def test_text_of_an_include_leads_to_the_include() -> None:
    text, written = plain("Costs [!INCLUDE [price](price.md)] a month.", price="ten euros")

    assert text.text == "Costs ten euros a month."
    assert text.offsets[text.text.index("ten")] == written.index("[!")


@needs_shared
def test_offsets_never_decrease_and_one_more_tells_where_the_text_ends() -> None:
    for path in sorted((SHARED / "corpus").rglob("*.md"))[::10]:
        document = parse(Source("a.md", path.read_text("utf-8")))
        for node, source in nodes(document):
            if isinstance(node, Paragraph | Heading):
                text = plain_text(node.inlines)
                assert len(text.offsets) == len(text.text) + 1
                assert list(text.offsets) == sorted(text.offsets)
                assert not text.text or node.span.start <= text.offsets[0] <= text.offsets[-1] <= node.span.end
                assert text.offsets[-1] <= len(source.text)
