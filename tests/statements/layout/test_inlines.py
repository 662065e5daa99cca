from __future__ import annotations

import pytest

from rulemark.document import Inline, parse
from rulemark.source import Source
from rulemark.statements.layout.inlines import images_of, links_of, only_links
from rulemark.statements.layout.passages import lay_out


def _inlines(text: str) -> tuple[Inline, ...]:
    return lay_out(parse(Source("a.md", text))).passages[0].inlines


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See [one](one.md) and [two *more*](two.md#x).", [("one.md", "one"), ("two.md#x", "two more")]),
        ("**Bold [one](one.md)**, *[two](two.md)*, ~~[three](three.md)~~", ["one.md", "two.md", "three.md"]),
        ('See <a href="one.md?a=1&amp;b=2" target="_blank">one</a>.', [("one.md?a=1&b=2", "")]),
        ("See <A class='x' HREF='one.md'>one</A>.", [("one.md", "")]),
        ('See <a name="one"></a>here.', []),
        ("`[one](one.md)` \\[two](two.md)", []),
    ],
)
def test_links_are_found_in_the_order_of_reading(text: str, links: list[tuple[str, str] | str]) -> None:
    found = [(target, words) for target, words, _ in links_of(_inlines(text))]

    assert found == links or [target for target, _ in found] == links


def test_a_link_says_where_it_stands() -> None:
    text = "See [one](one.md)."
    ((_, _, span),) = links_of(_inlines(text))

    assert text[span.start : span.end] == "[one](one.md)"


@pytest.mark.parametrize(
    ("text", "images"),
    [
        ("Text ![one](one.png) and ![two](two.png).", ["one.png", "two.png"]),
        ("**![one](one.png)** [![two](two.png)](two.md)", ["one.png", "two.png"]),
        ('Text <img alt="x" src="one.png?a&amp;b">.', ["one.png?a&b"]),
        ("Text <img alt='x'>.", []),
    ],
)
def test_images_are_found_in_the_order_of_reading(text: str, images: list[str]) -> None:
    assert list(images_of(_inlines(text))) == images


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("[One](one.md)", True),
        ("[One](one.md), [two](two.md).", True),
        ("[One](one.md) and more", False),
        ("Text", False),
        ("See [one](one.md)", False),
    ],
)
def test_titles_of_other_articles_are_no_sentences(text: str, only: bool) -> None:  # noqa: FBT001 - a parameter
    assert only_links(_inlines(text)) is only
