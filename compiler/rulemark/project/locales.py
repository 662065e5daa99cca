"""Which language an article is in: by its own word, its folder, or its name."""

from __future__ import annotations

import re

from rulemark.source import normalise_locale

DEFAULT = "en-us"
_SEGMENT = re.compile(r"[a-z]{2,3}(-[a-z]{4})?-([a-z]{2}|\d{3})", re.IGNORECASE)
_HEADER = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)^(---|\.\.\.)[ \t\r]*$", re.DOTALL | re.MULTILINE)
_CONTENT_LOCALE = re.compile(r"^ms\.contentlocale:[ \t]*[\"']?([\w-]+)", re.MULTILINE)


def locale_of(path: str, text: str, asked: str = "") -> str:
    """Return the locale of an article.

    Args:
        path: POSIX path of the file.
        text: The article; `ms.contentlocale` in its header decides.
        asked: What the caller says, for an article that neither says it nor stands in a folder such as `nl-nl`.
    """
    return _stated(text) or _of_folder(path) or asked or _of_name(path) or DEFAULT


def locale_in_path(path: str) -> str:
    """Return the locale that a path names, in a folder or in the file name (`x.nl-nl.md`), or ""."""
    return _of_folder(path) or _of_name(path)


def _stated(text: str) -> str:
    header = _HEADER.match(text)
    found = _CONTENT_LOCALE.search(header[1]) if header else None
    return normalise_locale(found[1]) if found else ""


def _of_folder(path: str) -> str:
    folders = path.split("/")[:-1]
    return next((normalise_locale(part) for part in reversed(folders) if _SEGMENT.fullmatch(part)), "")


def _of_name(path: str) -> str:
    parts = path.rpartition("/")[2].split(".")[1:-1]
    return next((normalise_locale(part) for part in reversed(parts) if _SEGMENT.fullmatch(part)), "")
