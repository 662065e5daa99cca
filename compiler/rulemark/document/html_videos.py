"""Videos as HTML: `> [!VIDEO url]` and `:::video:::`; only players of trusted hosts are embedded."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from rulemark.document.html_inlines import Page
from rulemark.document.html_text import address_text, attributes_text, escape
from rulemark.document.model import Block, Video
from rulemark.document.safety import is_trusted_host

_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LEARN_PLAYER = "https://learn-video.azurefd.net/vod/player?id="


def write_video(video: Video, page: Page, write_blocks: Callable[[tuple[Block, ...], Page], None]) -> None:
    """Write a player, or a link where the host is not trusted."""
    address = player_address(video.url)
    if not is_trusted_host(address, page.options.video_hosts):
        _write_link(video, page)
        return
    given = dict(video.attributes)
    source = address_text(address)
    if not given:
        frame = attributes_text((("src", source), ("frameborder", "0"), ("allowfullscreen", "true")))
        page.out.line(f'<div class="embeddedvideo"><iframe{frame}></iframe></div>')
        return
    complex_ = given.get("type") == "complex"
    identity = f"video-{video.span.start}"
    width = f"max-width:{given['max-width']}px;" if given.get("max-width", "").isdigit() else None
    attributes = (
        ("src", source),
        ("allowFullScreen", "true"),
        ("frameBorder", "0"),
        ("title", given.get("title") or None),
        ("style", width),
        *((name, given.get(name) or None) for name in ("thumbnail", "upload-date", "duration")),
        ("aria-describedby", identity if complex_ else None),
    )
    page.out.line('<div class="embeddedvideo">')
    page.out.line(f"<iframe{attributes_text(attributes)}></iframe>")
    if complex_:
        page.out.line(f'<div id="{identity}" class="visually-hidden">')
        write_blocks(video.description, page)
        page.out.line("</div>")
    page.out.line("</div>")


def _write_link(video: Video, page: Page) -> None:
    href = page.address(video.url)
    page.out.line(f"<p><a{attributes_text((('href', href),))}>{escape(video.url)}</a></p>")


def player_address(url: str) -> str:
    """Return the address of the player: https, and the one that sets no cookies."""
    if _GUID.fullmatch(url):
        return _LEARN_PLAYER + url
    if url.startswith("http://"):
        url = "https://" + url[7:]
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return url
    if host == "channel9.msdn.com":
        query = f"{parts.query}&nocookie=true" if parts.query.strip() else "nocookie=true"
        return urlunsplit(parts._replace(query=query))
    if host in {"youtube.com", "www.youtube.com"}:
        return urlunsplit(parts._replace(netloc="www.youtube-nocookie.com"))
    return url
