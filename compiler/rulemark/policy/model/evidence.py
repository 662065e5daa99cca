"""Texts in several languages, and the sentences that elements were compiled from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from rulemark.source import Location

Localized: TypeAlias = tuple[tuple[str, str], ...]
"""Texts by locale, sorted by locale."""


def in_locale(texts: Localized, locale: str, fallback: str = "") -> str:
    """Return the text in a locale, else in the fallback locale, else the first one, else ""."""
    found = dict(texts)
    return found.get(locale) or found.get(fallback) or next((text for _, text in texts), "")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that an element was compiled from, in one locale."""

    locale: str
    path: str
    anchor: str
    """The section, "" before the first heading."""
    line: int
    quote: str
    location: Location | None = None
    """Where the quote stands, for findings; None when the policy was loaded from YAML."""


class Basis(StrEnum):
    """What kind of text an element was read from."""

    PROSE = "prose"
    TABLE = "table"
    LIST = "list"
    COMMENT = "comment"


def localized(texts: Iterable[tuple[str, str]]) -> Localized:
    """Return texts by locale in canonical order."""
    return tuple(sorted(dict(texts).items()))
