"""Block nodes as HTML."""

from __future__ import annotations

from rulemark.document.addresses import is_safe
from rulemark.document.html.cleaning import without_comments
from rulemark.document.html.inlines import write_inlines
from rulemark.document.html.learn_blocks import write_learn_block
from rulemark.document.html.page import Page
from rulemark.document.html.text import attributes_text, escape
from rulemark.document.model import (
    Align,
    Block,
    CodeBlock,
    Heading,
    HtmlBlock,
    InlineInclude,
    List,
    Paragraph,
    Quote,
    Table,
    TableRow,
    ThematicBreak,
)
from rulemark.document.options import Dialect
from rulemark.source import Source

_MISSING_CODE = (
    '<div class="WARNING">\n<h5>WARNING</h5>\n'
    "<p>It looks like the sample you are looking for does not exist.</p>\n</div>"
)


def write_blocks(blocks: tuple[Block, ...], page: Page, *, tight: bool = False) -> None:
    """Write nodes; in tight lists paragraphs have no tags."""
    for block in blocks:
        match block:
            case Paragraph():
                _write_paragraph(block, page, tight=tight)
            case Heading():
                _write_heading(block, page)
            case List():
                _write_list(block, page)
            case CodeBlock():
                _write_code(block, page)
            case HtmlBlock(text=text):
                _write_html(text, page)
            case ThematicBreak():
                page.out.line("<hr />")
            case Table():
                _write_table(block, page)
            case Quote(blocks=inner):
                page.out.line("<blockquote>")
                write_blocks(inner, page)
                page.out.line("</blockquote>")
            case _:
                write_learn_block(block, page, write_blocks)


def _write_paragraph(paragraph: Paragraph, page: Page, *, tight: bool) -> None:
    if tight:
        write_inlines(paragraph.inlines, page)
        return
    page.out.start_line()
    page.out.write("<p>")
    write_inlines(paragraph.inlines, page)
    page.out.write("</p>\n")


def _write_heading(heading: Heading, page: Page) -> None:
    page.out.start_line()
    identity = attributes_text((("id", heading.anchor),)) if page.learn and heading.anchor else ""
    page.out.write(f"<h{heading.level}{identity}>")
    write_inlines(heading.inlines, page)
    page.out.write(f"</h{heading.level}>\n")


def _write_list(block: List, page: Page) -> None:
    tag = "ul" if block.start is None else "ol"
    start = f' start="{block.start}"' if block.start not in {None, 1} else ""
    page.out.line(f"<{tag}{start}>")
    for item in block.items:
        page.out.start_line()
        page.out.write("<li>")
        write_blocks(item.blocks, page, tight=block.tight)
        page.out.write("</li>\n")
    page.out.line(f"</{tag}>")


def _write_code(block: CodeBlock, page: Page) -> None:
    attributes = list(block.attributes)
    if any(name == "missing" for name, _ in attributes):
        page.out.line(_MISSING_CODE)
        return
    language = block.info.split(maxsplit=1)[0] if block.info.strip() else ""
    if page.learn and language.lower().endswith("-interactive"):
        language = language[: -len("-interactive")]
        attributes.append(("data-interactive", language))
    attributes = [(name, value) for name, value in attributes if not name.startswith("data-") or is_safe(value)]
    if language:
        attributes.insert(0, ("class", f"{'lang' if page.learn else 'language'}-{language}"))
    page.out.start_line()
    page.out.write(f"<pre><code{attributes_text(attributes)}>{escape(block.text)}</code></pre>\n")


def _write_html(text: str, page: Page) -> None:
    page.out.start_line()
    if page.learn:
        text = without_comments(text)
        page.out.raw = page.out.raw or bool(text.strip())
        page.out.write(text)
    else:
        page.out.write(text)
        page.out.start_line()


def _write_table(table: Table, page: Page) -> None:
    page.out.line("<table>")
    page.out.line("<thead>")
    _write_row_of_cells(table.header, "th", table.aligns, page)
    page.out.line("</thead>")
    if table.rows:
        page.out.line("<tbody>")
        for row in table.rows:
            _write_row_of_cells(row, "td", table.aligns, page)
        page.out.line("</tbody>")
    page.out.line("</table>")


def _write_row_of_cells(row: TableRow, tag: str, aligns: tuple[Align, ...], page: Page) -> None:
    page.out.line("<tr>")
    for cell, align in zip(row.cells, aligns, strict=True):
        page.out.write(f"<{tag}{_alignment(align, page)}>")
        match cell.inlines:
            case (InlineInclude(source=Source() as source, blocks=blocks),) if blocks:
                outer, page.source = page.source, source
                write_blocks(blocks, page)
                page.source = outer
            case inlines:
                write_inlines(inlines, page)
        page.out.write(f"</{tag}>\n")
    page.out.line("</tr>")


def _alignment(align: Align, page: Page) -> str:
    if align is Align.NONE:
        return ""
    return f' align="{align}"' if page.options.dialect is Dialect.GFM else f' style="text-align: {align};"'
