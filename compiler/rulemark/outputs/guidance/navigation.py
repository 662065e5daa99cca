"""What leads from page to page: other languages, addresses on the web, and lists of articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alternative:
    """The same page in another language."""

    locale: str
    lang: str
    dir: str
    name: str
    href: str
    current: bool
    translated: bool


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a page stands on the web."""

    canonical: str
    languages: tuple[tuple[str, str], ...]
    """The language tag and the address of every translation."""
    default: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a list of articles."""

    title: str
    description: str
    href: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Folder:
    """The articles of one folder."""

    title: str
    entries: tuple[Entry, ...]
