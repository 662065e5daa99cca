"""Players of videos and sound as HTML: `> [!VIDEO url]`, `:::video:::`, and images such as `![](a.mp4)`."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit, urlunsplit

from rulemark.document.addresses import is_safe, is_trusted_host
from rulemark.document.html.text import address_text, attributes_text

_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LEARN_PLAYER = "https://learn-video.azurefd.net/vod/player?id="
_VIDEO_TYPES = {
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".ogv": "video/ogg",
    ".mov": "video/quicktime",
    ".m4v": "video/mp4",
}
_AUDIO_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
}
_ENDING = re.compile(r"\.[a-z0-9]{3,4}$")
_VIDEO_ID = re.compile(r"[\w-]{1,64}", re.ASCII)
_SIZE = 'width="500" height="281"'


def frame_html(url: str, given: dict[str, str], hosts: frozenset[str], description: str | None = None) -> str | None:
    """Return the frame of a video, or None where its host is not trusted.

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


def media_html(address: str, hosts: frozenset[str]) -> str | None:
    """Return a player for the address of an image, or None when it is that of an ordinary one."""
    if not is_safe(address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    ending = _ENDING.search(parts.path.lower())
    source = attributes_text((("src", address_text(address)),))
    if ending and ending[0] in _VIDEO_TYPES:
        kind = _VIDEO_TYPES[ending[0]]
        return f'<video {_SIZE} controls=""><source type="{kind}"{source}></source></video>'
    if ending and ending[0] in _AUDIO_TYPES:
        return f'<audio width="500" controls=""><source type="{_AUDIO_TYPES[ending[0]]}"{source}></source></audio>'
    return _youtube(parts.hostname or "", parts.path, parts.query, hosts)


def _youtube(host: str, path: str, query: str, hosts: frozenset[str]) -> str | None:
    video = None
    if host in {"www.youtube.com", "youtube.com"} and path == "/watch":
        video = parse_qs(query).get("v", [""])[0]
    elif host == "youtu.be":
        video = path.strip("/")
    if not video or not _VIDEO_ID.fullmatch(video) or "www.youtube.com" not in hosts:
        return None
    return (
        f'<iframe src="https://www.youtube.com/embed/{video}" class="youtube" {_SIZE} '
        'frameborder="0" allowfullscreen=""></iframe>'
    )
