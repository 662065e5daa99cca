"""Addresses of links, images and videos: which are safe to follow, which players are embedded, and what is reported."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from rulemark.document.problems import UNSAFE_LINK, UNTRUSTED_VIDEO_HOST
from rulemark.document.reading import Reading
from rulemark.source import Span

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp", "ftps", "sms", "xref"})
"""Schemes that cannot run code."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_IGNORED = re.compile(r"[\s\x00-\x20\x7f-\xa0\u180e\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\ufffd]+")


def is_safe(address: str) -> bool:
    """Tell whether an address is relative or has a scheme that cannot run code, as a browser would read it."""
    cleaned = _IGNORED.sub("", address)
    scheme = _SCHEME.match(cleaned)
    return scheme is None or scheme[1].lower() in SAFE_SCHEMES


def is_trusted_host(address: str, hosts: frozenset[str]) -> bool:
    """Tell whether an address is http(s) on one of the hosts for every reader: no backslash, no user name."""
    try:
        parts = urlsplit(address.strip())
        host, scheme = (parts.hostname or "").lower(), parts.scheme.lower()
    except ValueError:
        return False
    return scheme in {"http", "https"} and host in hosts and "\\" not in address and "@" not in parts.netloc


def check_address(address: str, span: Span, reading: Reading) -> None:
    """Report an address that could run code; readers get the text without the link."""
    if not is_safe(address):
        scheme = address.strip().partition(":")[0][:20]
        message = f"the scheme `{scheme}` is not allowed in an address"
        reading.report(UNSAFE_LINK, span, message, remedy="link to a page, or remove the link")


def check_video(url: str, span: Span, reading: Reading) -> None:
    """Report a video that the page will not embed."""
    check_address(url, span, reading)
    if ":" in url and not is_trusted_host(url, reading.article.options.video_hosts):
        remedy = "use the address of a player that is embedded, or a link"
        reading.report(UNTRUSTED_VIDEO_HOST, span, f"videos from `{url[:80]}` are not embedded", remedy=remedy)
