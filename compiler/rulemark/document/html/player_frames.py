"""Videos as HTML: `> [!VIDEO url]` and `:::video:::`; only players of trusted hosts are embedded."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from rulemark.document.addresses import is_trusted_host
from rulemark.document.html.text import address_text, attributes_text

_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LEARN_PLAYER = "https://learn-video.azurefd.net/vod/player?id="


def frame_html(url: str, given: dict[str, str], hosts: frozenset[str], description: str | None = None) -> str | None:
    """Return the frame of a player, or None where its host is not trusted.

    Args:
        url: As written.
        given: The attributes of `:::video`; empty for `> [!VIDEO url]`.
        hosts: Those that are trusted.
        description: The id of the long description, if there is one.
    """
    address = player_address(url)
    if not is_trusted_host(address, hosts):
        return None
    source = address_text(address)
    if not given:
        frame = attributes_text((("src", source), ("frameborder", "0"), ("allowfullscreen", "true")))
        return f"<iframe{frame}></iframe>"
    width = f"max-width:{given['max-width']}px;" if given.get("max-width", "").isdigit() else None
    attributes = (
        ("src", source),
        ("allowFullScreen", "true"),
        ("frameBorder", "0"),
        ("title", given.get("title") or None),
        ("style", width),
        *((name, given.get(name) or None) for name in ("thumbnail", "upload-date", "duration")),
        ("aria-describedby", description),
    )
    return f"<iframe{attributes_text(attributes)}></iframe>"


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
    if not parts.netloc:
        return url
    parts = parts._replace(path=parts.path or "/")
    if host == "channel9.msdn.com":
        query = f"{parts.query}&nocookie=true" if parts.query.strip() else "nocookie=true"
        return urlunsplit(parts._replace(query=query))
    if host in {"youtube.com", "www.youtube.com"}:
        return urlunsplit(parts._replace(netloc="www.youtube-nocookie.com"))
    return urlunsplit(parts)
