"""Block nodes as HTML."""

from __future__ import annotations

import re
from typing import assert_never

from rulemark.document.addresses import is_safe
from rulemark.document.html.cleaning import without_comments
from rulemark.document.html.inlines import Page, has_border, open_image_link, write_inlines
from rulemark.document.html.player_frames import frame_html
from rulemark.document.html.tabs import write_tab_group
from rulemark.document.html.text import attributes_text, escape
from rulemark.document.model import (
    Alert,
    Align,
    Block,
    CodeBlock,
    Div,
    Heading,
    HtmlBlock,
    Image,
    Include,
    InlineInclude,
    List,
    MonikerZone,
    Paragraph,
    Quote,
    Row,
    TabGroup,
    Table,
    TableRow,
    ThematicBreak,
    Video,
    Zone,
)
from rulemark.document.options import Dialect
from rulemark.source import Source

_MISSING_CODE = (
    '<div class="WARNING">\n<h5>WARNING</h5>\n'
    "<p>It looks like the sample you are looking for does not exist.</p>\n</div>"
)
_DIV_ATTRIBUTES = ("title", "role", "lang", "dir")
_NAMES = re.compile(r"[\w\-. ]*")


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
                _write_element("blockquote", "", inner, page)
            case _:
                _write_construct(block, page)


def _write_construct(  # noqa: C901 - one arm for each kind of node
    block: Alert | Div | Video | MonikerZone | Zone | TabGroup | Row | Include | Image, page: Page
) -> None:
    match block:
        case Alert():
            _write_alert(block, page)
        case Div(attributes=(("directive", "form"), *given)):
            _write_form(dict(given), page)
        case Div(attributes=attributes, blocks=inner):
            _write_element("div", attributes_text(_kept(attributes)), inner, page)
        case Video():
            _write_video(block, page)
        case MonikerZone():
            _write_moniker_zone(block, page)
        case Zone():
            _write_reader_zone(block, page)
        case TabGroup():
            write_tab_group(block, page, write_blocks)
        case Row():
            _write_row(block, page)
        case Include():
            _write_include(block, page)
        case Image():
            _write_complex_image(block, page)
        case _:
            assert_never(block)


def _write_element(tag: str, attributes: str, blocks: tuple[Block, ...], page: Page) -> None:
    page.out.line(f"<{tag}{attributes}>")
    write_blocks(blocks, page)
    page.out.line(f"</{tag}>")


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


def _write_alert(alert: Alert, page: Page) -> None:
    name = alert.kind.upper()
    classes = {key.lower(): value for key, value in page.options.alerts.items()}
    titles = {key.lower(): value for key, value in page.options.alert_titles.items()}
    page.out.line(f"<div{attributes_text((('class', classes.get(alert.kind, name)),))}>")
    page.out.line(f"<h5>{escape(titles.get(alert.kind, name))}</h5>")
    write_blocks(alert.blocks, page)
    page.out.line("</div>")


def _write_form(given: dict[str, str], page: Page) -> None:
    action = page.address(given["action"]) or ""
    model = page.address(given["model"]) if given.get("model") else None
    attributes = (("class", "chromeless-form"), ("data-model", model), ("data-action", action))
    page.out.line(f"<form{attributes_text(attributes)}>")
    page.out.line("<div></div>")
    button = '<button class="button is-primary" disabled="disabled" type="submit">'
    page.out.line(f"{button}{escape(given['submittext'])}</button>")
    page.out.line("</form>")


def _kept(attributes: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the attributes that a `[!div]` may have."""
    return tuple((name, value) for name, value in attributes if _is_allowed(name, value))


def _is_allowed(name: str, value: str) -> bool:
    if name in {"class", "id"}:
        return _NAMES.fullmatch(value) is not None
    if name in _DIV_ATTRIBUTES or (name.startswith("title") and name[5:].isdigit()):
        return True
    return name.startswith(("data-", "aria-")) and ":" not in value


def _write_moniker_zone(zone: MonikerZone, page: Page) -> None:
    seen = zone.monikers if page.moniker is None else tuple(name for name in zone.monikers if name == page.moniker)
    if seen:
        names = " ".join(sorted(zone.monikers))
        _write_element("div", attributes_text((("data-moniker", names),)), zone.blocks, page)


def _write_reader_zone(zone: Zone, page: Page) -> None:
    classes = "zone" + (" has-target" if zone.target else "") + (" has-pivot" if zone.pivots else "")
    pivots = " ".join(zone.pivots) or None
    attributes = attributes_text((("class", classes), ("data-target", zone.target), ("data-pivot", pivots)))
    _write_element("div", attributes, zone.blocks, page)


def _write_row(row: Row, page: Page) -> None:
    page.out.line('<section class="row">')
    for column in row.columns:
        if column.width == 0:
            write_blocks(column.blocks, page)
            continue
        span = f" span{column.width}" if column.width != 1 else ""
        _write_element("div", attributes_text((("class", f"column{span}"),)), column.blocks, page)
    page.out.line("</section>")


def _write_include(include: Include, page: Page) -> None:
    if include.source is not None:
        outer, page.source = page.source, include.source
        write_blocks(include.blocks, page)
        page.source = outer


def _write_complex_image(image: Image, page: Page) -> None:
    """Write an image of type complex with its long description."""
    given = dict(image.attributes)
    out = page.out
    identity = page.description_id(image.span)
    out.line('<p class="mx-imgBorder">' if has_border(given) else "<p>")
    linked = open_image_link(given, page)
    source = page.address(image.src) or ""
    out.line(f"<img{attributes_text((('src', source), ('alt', image.alt), ('aria-describedby', identity)))}>")
    out.line(f'<div id="{identity}" class="visually-hidden">')
    write_blocks(image.description, page)
    out.line("</div>")
    if linked:
        out.line("</a>")
    out.line("</p>")


def _write_video(video: Video, page: Page) -> None:
    """Write a player, or a link where its host is not trusted."""
    given = dict(video.attributes)
    identity = page.description_id(video.span) if given.get("type") == "complex" else None
    frame = frame_html(video.url, given, page.options.video_hosts, identity)
    if frame is None:
        href = attributes_text((("href", page.address(video.url)),))
        page.out.line(f"<p><a{href}>{escape(video.url)}</a></p>")
    elif not given:
        page.out.line(f'<div class="embeddedvideo">{frame}</div>')
    else:
        page.out.line('<div class="embeddedvideo">')
        page.out.line(frame)
        if identity:
            page.out.line(f'<div id="{identity}" class="visually-hidden">')
            write_blocks(video.description, page)
            page.out.line("</div>")
        page.out.line("</div>")
