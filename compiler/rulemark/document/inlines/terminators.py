"""What can interrupt literal text: the characters and words that an inline rule may begin with."""

from __future__ import annotations

import re
from functools import lru_cache

_PLAIN = re.compile(r"[^\n\\`~*_\[\]!<&@:]*")
_ALWAYS = "\n\\`~*_[]!<&"
_COLONS = re.compile(r":::|:[a-zA-Z0-9_+\-]{1,40}:")
_MAILS = r"|(?<![a-zA-Z0-9._+\-])[a-zA-Z0-9._+\-]+@|xmpp:"
_URLS = r"|(?<![^\W_])(?:https?://|ftp://|mailto:|www\.)"
_GITHUB_URLS = r"|(?<![a-zA-Z])(?:https?://|ftp://|mailto:)|(?<![^\s*_~(])www\."


@lru_cache(maxsize=64)
def _terminator_pattern(*, uids: bool, colons: bool, urls: bool, mails: bool, github: bool) -> re.Pattern[str]:
    characters = re.escape(_ALWAYS + ("@" if uids else "") + (":" if colons else ""))
    addresses = (_GITHUB_URLS if github else _URLS) if urls else ""
    return re.compile(f"[{characters}]{addresses}" + (_MAILS if mails else ""), re.IGNORECASE)


def terminators(text: str, *, github: bool = False) -> re.Pattern[str]:
    """Return what can interrupt literal text: rare openers only where the text has them, for speed."""
    lower = text.lower()
    urls = "://" in text or "www." in lower or "mailto:" in lower
    at = "@" in text
    return _terminator_pattern(
        uids=at and not github,
        colons=":" in text and _COLONS.search(text) is not None,
        urls=urls,
        mails=github and at,
        github=github,
    )


def is_plain(text: str) -> bool:
    """Tell whether nothing in a text can be markup, at a glance."""
    return _PLAIN.fullmatch(text) is not None and "www." not in text.lower()
