"""The blocks of Microsoft Learn as HTML: alerts, zones, tabs, rows, includes, videos and described images."""

from __future__ import annotations

import re
from typing import assert_never

from rulemark.document.html.images import has_border, open_image_link
from rulemark.document.html.page import Page, WriteBlocks
from rulemark.document.html.players import frame_html
from rulemark.document.html.tabs import write_tab_group
from rulemark.document.html.text import attributes_text, escape
from rulemark.document.model import Alert, Block, Div, Image, Include, MonikerZone, Row, TabGroup, Video, Zone

_DIV_ATTRIBUTES = ("title", "role", "lang", "dir")
_NAMES = re.compile(r"[\w\-. ]*")


def write_learn_block(  # noqa: C901 - one arm for each kind of node
    block: Alert | Div | Video | MonikerZone | Zone | TabGroup | Row | Include | Image,
    page: Page,
    write_blocks: WriteBlocks,
) -> None:
    """Write a node; `write_blocks` writes what stands in it."""
    match block:
        case Alert():
            _write_alert(block, page, write_blocks)
        case Div(attributes=(("directive", "form"), *given)):
            _write_form(dict(given), page)
        case Div(attributes=attributes, blocks=inner):
            _write_element("div", attributes_text(_kept(attributes)), inner, page, write_blocks)
        case Video():
            _write_video(block, page, write_blocks)
        case MonikerZone():
            _write_moniker_zone(block, page, write_blocks)
        case Zone():
            _write_reader_zone(block, page, write_blocks)
        case TabGroup():
            write_tab_group(block, page, write_blocks)
        case Row():
            _write_row(block, page, write_blocks)
        case Include():
            _write_include(block, page, write_blocks)
        case Image():
            _write_complex_image(block, page, write_blocks)
        case _:
            assert_never(block)


def _write_element(tag: str, attributes: str, blocks: tuple[Block, ...], page: Page, write_blocks: WriteBlocks) -> None:
    page.out.line(f"<{tag}{attributes}>")
    write_blocks(blocks, page)
    page.out.line(f"</{tag}>")


def _write_complex_image(image: Image, page: Page, write_blocks: WriteBlocks) -> None:
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


def _write_alert(alert: Alert, page: Page, write_blocks: WriteBlocks) -> None:
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


def _write_moniker_zone(zone: MonikerZone, page: Page, write_blocks: WriteBlocks) -> None:
    seen = zone.monikers if page.moniker is None else tuple(name for name in zone.monikers if name == page.moniker)
    if seen:
        names = " ".join(sorted(zone.monikers))
        _write_element("div", attributes_text((("data-moniker", names),)), zone.blocks, page, write_blocks)


def _write_reader_zone(zone: Zone, page: Page, write_blocks: WriteBlocks) -> None:
    classes = "zone" + (" has-target" if zone.target else "") + (" has-pivot" if zone.pivots else "")
    pivots = " ".join(zone.pivots) or None
    attributes = attributes_text((("class", classes), ("data-target", zone.target), ("data-pivot", pivots)))
    _write_element("div", attributes, zone.blocks, page, write_blocks)


def _write_row(row: Row, page: Page, write_blocks: WriteBlocks) -> None:
    page.out.line('<section class="row">')
    for column in row.columns:
        if column.width == 0:
            write_blocks(column.blocks, page)
            continue
        span = f" span{column.width}" if column.width != 1 else ""
        _write_element("div", attributes_text((("class", f"column{span}"),)), column.blocks, page, write_blocks)
    page.out.line("</section>")


def _write_include(include: Include, page: Page, write_blocks: WriteBlocks) -> None:
    if include.source is not None:
        outer, page.source = page.source, include.source
        write_blocks(include.blocks, page)
        page.source = outer


def _write_video(video: Video, page: Page, write_blocks: WriteBlocks) -> None:
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
