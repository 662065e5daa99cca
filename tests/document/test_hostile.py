"""Articles made to take long, or to break the compiler: they end, and everything stays there."""

from __future__ import annotations

import pytest

from rulemark.document import ParseOptions, parse, render_html
from rulemark.source import Source

SIZE = 60_000

HOSTILE = {
    "deep quotes": ">" * SIZE,
    "many deep quotes": (">" * 100 + "x\n") * (SIZE // 102),
    "lists in lists": "- " * (SIZE // 2),
    "stairs": "\n".join(" " * line + "* x" for line in range(300)),
    "brackets": "[" * SIZE,
    "links in links": "[a](" * (SIZE // 4),
    "images in images": "![" * (SIZE // 2),
    "growing backticks": "".join("`" * count + " " for count in range(1, 340)),
    "stars": "*a **b " * (SIZE // 7),
    "emphasis in emphasis": "*_" * (SIZE // 2),
    "tags": "<a " * (SIZE // 3),
    "comments": "<!-- a" * (SIZE // 6),
    "divisions": "<div>\n" * (SIZE // 6),
    "pipes": "|" * 300 + "\n" + "|-" * 300 + "|\n" + "|a\n" * (SIZE // 4),
    "zones": '::: moniker range="a"\n' * (SIZE // 22),
    "rows": ":::row:::\n:::column:::\n" * (SIZE // 23),
    "includes": "x [!INCLUDE [a](b" * (SIZE // 17),
    "image directives": 'x :::image source="a" ' * (SIZE // 21),
    "references": "<xref:" * (SIZE // 6),
    "addresses": " http://a.b" + ")" * SIZE,
    "mail": "mailto:" * (SIZE // 7),
    "alerts": "> [!NOTE]\n" * (SIZE // 10),
    "fences in quotes": "> ```\n- ```\n" * (SIZE // 12),
    "lazy lines": "> # h\nx\n" * (SIZE // 8),
    "snippets": "[!code-a[b](" * (SIZE // 12),
    "one letter a line": "a\n" * (SIZE // 2) + "===",
    "same headings": "# a\n# a-1\n" * (SIZE // 10),
    "link definitions": "[a" * (SIZE // 2) + "]: x",
    "carriage returns": "\r\n" * (SIZE // 2) + "\r" * SIZE,
    "attributes": "> [!div " + 'a="b" ' * (SIZE // 6) + "]\n",
    "lone alert markers": "[!NOTE]\n" * (SIZE // 8),
    "tabs of their own": "".join(f"# [a](#tab/a{number})\n---\n" for number in range(SIZE // 20)),
    "quotes in items": "- > a\n" * (SIZE // 6),
    "cells of code": "|a|\n|-|\n|" + "".join("`" * (count % 300 + 1) + "a|" for count in range(SIZE // 150)),
    "snippets without end": "[!code-a[b](c" * (SIZE // 12),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_article_ends(name: str) -> None:
    rendered = render_html(HOSTILE[name])

    assert isinstance(rendered.html, str)


def test_what_is_nested_too_deep_stays_text_and_is_reported() -> None:
    rendered = render_html("> " * 200 + "deep")

    assert "deep" in rendered.html
    assert "RM184" in {finding.kind.code for finding in rendered.diagnostics}


def test_emphasis_nested_too_deep_shows_its_markers() -> None:
    html = render_html("*a " * 300 + "x" + "*" * 300).html

    assert html.count("<em>") < 100
    assert html.count("a ") == 300


def test_files_that_include_each_other_twice_end() -> None:
    files = {f"{number}.md": f"[!INCLUDE [x]({number + 1}.md)]\n\n" * 2 for number in range(40)}

    document = parse(Source("0.md", files["0.md"]), ParseOptions(files=files))

    assert "RM136" in {finding.kind.code for finding in document.diagnostics}


def test_includes_do_not_make_nesting_any_deeper() -> None:
    files = {f"{number}.md": "> " * 58 + f"[!INCLUDE [x]({number + 1}.md)]" for number in range(40)}

    rendered = render_html(files["0.md"], path="0.md", files=files)

    assert rendered.html.count("<blockquote>") < 100


def test_what_is_more_than_any_article_has_stays_text_and_is_reported() -> None:
    rendered = render_html("- a\n" * 40_000 + "last line")

    assert "last line" in rendered.html
    assert rendered.html.count("<li>") < 30_000
    assert [finding.kind.code for finding in rendered.diagnostics].count("RM184") == 1


def test_marks_that_are_more_than_any_article_has_stay_text() -> None:
    rendered = render_html("*a* " * 60_000 + "*last*")

    assert rendered.html.endswith("*last*</p>\n")
    assert "RM184" in {finding.kind.code for finding in rendered.diagnostics}
