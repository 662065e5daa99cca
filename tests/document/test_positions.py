from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rulemark.document import Code, Link, ParseOptions, SoftBreak, Strong, TableCell, Text, parse
from rulemark.source import Source, Span
from shared import SHARED, needs_shared
from trees import groups, nodes


def check_positions(text: str) -> None:
    document = parse(Source("a.md", text))
    for parent, children, source in groups(document):
        for before, after in pairwise(children):
            assert before.span.end <= after.span.start, (before, after)
        for child in children:
            assert source is not document.source or child.span in _extent(parent, source), (parent, child)
    for node, source in nodes(document):
        check_node(node, source.text[node.span.start : node.span.end])


def _extent(parent: object, source: Source) -> Span:
    span = getattr(parent, "span", None)
    return span if isinstance(span, Span) else Span(0, len(source.text))


def check_node(node: object, written: str) -> None:
    match node:
        case Text(text=text):
            assert written.replace("\0", "\ufffd") == text or written[0] in "\\&:"
        case SoftBreak():
            assert written.strip(" ") in {"\n", "\r", "\r\n"}
        case Code():
            assert written[0] == written[-1] == "`"
        case Strong():
            assert written[:2] == written[-2:]
            assert written[:2] in {"**", "__"}
        case Link(autolink=False):
            assert written[0] == "["
        case TableCell():
            assert written == written.strip(" \t")


PIECES = (
    "word",
    "wörter",
    "\uff37\uff49\uff44\uff45",
    "語",
    "&amp;",
    "\\*",
    "*",
    "**",
    "_",
    "`",
    "~~",
    "[a](b)",
    "[",
    "]",
    "![x](y)",
    "<br>",
    "<b>",
    "https://e.org",
    "|",
    "\\|",
    "\n",
    "\n\n",
    "\r\n",
    "  \n",
    "\t",
    "    ",
    "> ",
    "- ",
    "1. ",
    "## ",
    "---",
    "```\n",
    '::: moniker range="a"\n',
    "\n::: moniker-end\n",
    "> [!NOTE]\n> ",
    "|-|-|\n",
    ":::row:::\n",
    ":::column:::\n",
    ":::column-end:::\n",
    ":::row-end:::\n",
    ':::no-loc text="x":::',
    "@uid",
    "<xref:a>",
    "[T](#tab/t)",
    "\0",
    "\ufeff",
    '<a name="x"></a>',
    '::: zone target="docs"\n',
    "\n::: zone-end\n",
    ':::image source="a" alt-text="b":::',
    " ",
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_node_knows_its_characters(text: str) -> None:
    check_positions(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    check_positions(text)


def _variants() -> Iterator[tuple[str, Callable[[str], str]]]:
    yield "as it is", lambda text: text
    yield "with Windows line ends", lambda text: text.replace("\n", "\r\n")
    yield "behind a byte order mark", lambda text: "\ufeff" + text
    yield "in a quote", lambda text: "\n".join("> " + line for line in text.split("\n"))
    yield "in a list", lambda text: "- " + "\n  ".join(text.split("\n"))
    yield "in a list with tabs", lambda text: "1.\t" + "\n\t".join(text.split("\n"))
    yield "in a zone", lambda text: f'::: moniker range="a"\n{text}\n::: moniker-end'


@needs_shared
@pytest.mark.parametrize(
    ("name", "change"), list(_variants()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_node_of_real_articles_knows_its_characters(name: str, change: Callable[[str], str]) -> None:
    paths = sorted((SHARED / "corpus").rglob("*.md"))
    for path in paths[:: 3 if name == "as it is" else 25]:
        check_positions(change(path.read_bytes().decode("utf-8")))


def test_nodes_of_an_included_file_count_in_that_file() -> None:
    options = ParseOptions(files={"b.md": "---\nx: 1\n---\nSome *text*.\n", "c.md": "**bold**"})
    document = parse(Source("a.md", "> [!INCLUDE [b](b.md)]\n>\n> x [!INCLUDE [c](c.md)] y\n"), options)

    found = {(source.path, source.text[node.span.start : node.span.end]) for node, source in nodes(document)}

    assert {("b.md", "Some *text*."), ("b.md", "*text*"), ("c.md", "**bold**"), ("c.md", "bold")} <= found
