"""Images whose address is that of a video or of sound: `![](https://www.youtube.com/watch?v=…)`, `![](a.mp4)`."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from rulemark.document.addresses import is_safe
from rulemark.document.html.text import address_text, attributes_text

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


def media_html(address: str, hosts: frozenset[str]) -> str | None:
    """Return a player for an address, or None when it is that of an ordinary image."""
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
