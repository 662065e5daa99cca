"""Images as HTML: those of Markdown, `:::image:::`, and players in the place of an image."""

from __future__ import annotations

from rulemark.document.html.page import Page
from rulemark.document.html.players import frame_html, media_html
from rulemark.document.html.text import attributes_text, escape
from rulemark.document.model import Image


def write_image(image: Image, page: Page) -> None:
    """Write an image of Markdown, or `:::image:::` inside a line."""
    if image.attributes and image.attributes[0] == ("directive", "video"):
        _write_player(image, page)
        return
    if any(name == "source" for name, _ in image.attributes):
        _write_directive_image(image, page)
        return
    media = media_html(image.src, page.options.video_hosts) if page.learn else None
    if media is not None:
        page.out.write(media)
        return
    attributes = (("src", page.address(image.src) or ""), ("alt", image.alt), ("title", image.title))
    page.out.write(f"<img{attributes_text(attributes)} />")


def _write_player(image: Image, page: Page) -> None:
    frame = frame_html(image.src, dict(image.attributes), page.options.video_hosts)
    if frame is None:
        page.out.write(f"<a{attributes_text((('href', page.address(image.src)),))}>{escape(image.src)}</a>")
    else:
        page.out.write(f'<div class="embeddedvideo">\n{frame}\n</div>\n')


def _write_directive_image(image: Image, page: Page) -> None:
    """Write `:::image:::` inside a line: with a border unless it is an icon, with its link or light box."""
    given = dict(image.attributes)
    out = page.out
    icon = given.get("type") == "icon"
    border = has_border(given)
    if border:
        out.write('<span class="mx-imgBorder">\n')
    linked = open_image_link(given, page)
    described = (("role", "presentation"),) if icon else (("alt", image.alt),)
    out.write(f"<img{attributes_text((('src', page.address(image.src) or ''), *described))}>\n")
    if linked:
        out.write("</a>\n")
    if border:
        out.write("</span>\n")


def has_border(given: dict[str, str]) -> bool:
    """Tell whether an image has a border: as written, by default all but icons."""
    written = given.get("border", "").strip().lower()
    return written == "true" if written in {"true", "false"} else given.get("type") != "icon"


def open_image_link(given: dict[str, str], page: Page) -> bool:
    """Open the link around an image, if it has one; it must be closed then."""
    link, lightbox = given.get("link"), given.get("lightbox")
    if link:
        page.out.write(f"<a{attributes_text((('href', page.address(link)),))}>\n")
    elif lightbox:
        address = page.address(lightbox)
        target = None if address is None else f"{address}#lightbox"
        page.out.write(f"<a{attributes_text((('href', target), ('data-linktype', 'relative-path')))}>\n")
    return bool(link or lightbox)
