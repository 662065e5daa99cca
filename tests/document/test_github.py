from __future__ import annotations

import pytest

from rulemark.document import render_html


def rendered(text: str) -> str:
    return render_html(text, dialect="gfm").html


def link(address: str, text: str) -> str:
    return f'<a href="{address}">{text}</a>'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("~~Gone~~ and ~gone~", "<del>Gone</del> and <del>gone</del>"),
        ("a ~~~not~~~ gone", "a ~~~not~~~ gone"),
        ("~~not~ gone", "~~not~ gone"),
        ("www.example.org.", link("http://www.example.org", "www.example.org") + "."),
        ("(https://example.org/a_(b))", "(" + link("https://example.org/a_(b)", "https://example.org/a_(b)") + ")"),
        ("https://example.org?a=b&c;", link("https://example.org?a=b", "https://example.org?a=b") + "&amp;c;"),
        ("ftp://example.org/x<y", link("ftp://example.org/x", "ftp://example.org/x") + "&lt;y"),
        ("https://a_b.example_c", "https://a_b.example_c"),
        ("me.a-b_c@example.org.", link("mailto:me.a-b_c@example.org", "me.a-b_c@example.org") + "."),
        ("me@example.org- me@example.org_", "me@example.org- me@example.org_"),
        ("mailto:me@example.org/", link("mailto:me@example.org", "mailto:me@example.org") + "/"),
        ("xmpp:me@example.org/a/b", link("xmpp:me@example.org/a", "xmpp:me@example.org/a") + "/b"),
        ("[www.example.org](x)", link("x", "www.example.org")),
        ("[!NOTE] @name :smile:", "[!NOTE] @name :smile:"),
    ],
)
def test_inlines_as_on_github(written: str, shown: str) -> None:
    assert rendered(written) == f"<p>{shown}</p>\n"


def test_a_table_has_alignment_and_as_many_cells_as_its_header() -> None:
    html = rendered("a | b\n:-: | --:\n1 | 2 | 3\n`x\\|y`\n")

    assert html == (
        '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td align="center">1</td>\n<td align="right">2</td>\n</tr>\n'
        '<tr>\n<td align="center"><code>x|y</code></td>\n<td align="right"></td>\n</tr>\n</tbody>\n</table>\n'
    )


@pytest.mark.parametrize("text", ["a | b\n---\n", "a | b\n- | - | -\n", "a\n-|-\n", "| a |\n\n|---|\n"])
def test_lines_that_are_no_table(text: str) -> None:
    assert "<table>" not in rendered(text)


@pytest.mark.parametrize("end", ["> quote", "# heading", "```\ncode\n```", "---", "- item", ""])
def test_a_table_ends_where_another_block_begins(end: str) -> None:
    html = rendered(f"|a|\n|-|\n|b|\n{end}\n")

    assert html.count("<tr>") == 2


def test_learn_constructs_mean_nothing_on_github() -> None:
    html = rendered('> [!NOTE]\n> x\n\n::: moniker range="a"\n\n[!INCLUDE [a](b.md)]\n')

    assert "<blockquote>" in html
    assert "<p>::: moniker range=" in html
    assert "<div" not in html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('"https://example.org"', "&quot;" + link("https://example.org", "https://example.org") + "&quot;"),
        ("1http://x.example", "1" + link("http://x.example", "http://x.example")),
        ("nhttp://x.example", "nhttp://x.example"),
        ("[http://x.example", "[http://x.example"),
        ("http://-x.example", "http://-x.example"),
        ("http://ü.example/", link("http://%C3%BC.example/", "http://ü.example/")),
        ("xwww.example.org", "xwww.example.org"),
    ],
)
def test_where_an_address_may_begin(written: str, shown: str) -> None:
    assert rendered(written) == f"<p>{shown}</p>\n"


@pytest.mark.parametrize("text", ["- |b\n-|-\n", "# a|b\n-|-\n", "> a|b\n-|-\n", "a\n--\n"])
def test_the_header_of_a_table_begins_no_other_block(text: str) -> None:
    assert "<table>" not in rendered(text)


def test_a_pipe_in_code_divides_cells_and_a_lone_one_ends_the_table() -> None:
    html = rendered("a\n|-|\n`x|y`\n|\n")

    assert "<td>`x</td>" in html
    assert html.endswith("</table>\n<p>|</p>\n")
