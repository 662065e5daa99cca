"""What a caller may say about how articles are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Files: TypeAlias = Mapping[str, str] | Callable[[str], str | None]
"""The texts of files by POSIX path from the content root, or a function that returns them; None: no such file."""


class Dialect(StrEnum):
    """Which Markdown is read."""

    LEARN = "learn"
    """Microsoft Learn: everything."""
    COMMONMARK = "commonmark"
    """CommonMark 0.31.2 and nothing else."""
    GFM = "gfm"
    """CommonMark with GitHub's tables, strikethrough and autolinks."""


@dataclass(frozen=True, slots=True)
class PivotGroup:
    """A group of pivots of `zone-pivot-groups.yml`."""

    id: str
    pivots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """How to read an article; every part has a default that works for a text alone.

    Attributes:
        files: The texts of includes and snippets.
        dialect: Which Markdown.
        definitions: Moniker definitions, mappings with `moniker_name`, `product_name`, optional `order`.
        config_range: The moniker range that the configuration gives the article, if any.
        alerts: Names of alerts besides the five, with the CSS class of each.
        alert_titles: Titles of alerts by lower-case name, instead of the upper-case name.
        zone_pivot_groups: The pivot groups of the project; None: unknown, so nothing is said about them.
        video_hosts: Hosts whose players are embedded.
    """

    files: Files = field(default_factory=dict)
    dialect: Dialect = Dialect.LEARN
    definitions: tuple[Mapping[str, object], ...] = ()
    config_range: str | None = None
    alerts: Mapping[str, str] = field(default_factory=dict)
    alert_titles: Mapping[str, str] = field(default_factory=dict)
    zone_pivot_groups: tuple[PivotGroup, ...] | None = None
    video_hosts: frozenset[str] = frozenset(
        {
            "www.youtube.com",
            "youtube.com",
            "www.youtube-nocookie.com",
            "channel9.msdn.com",
            "sec.ch9.ms",
            "microsoft.com",
            "www.microsoft.com",
            "learn-video.azurefd.net",
            "learn.microsoft.com",
        }
    )

    def read(self, path: str) -> str | None:
        """Return the text of a file, or None when there is none."""
        return self.files(path) if callable(self.files) else self.files.get(path)
