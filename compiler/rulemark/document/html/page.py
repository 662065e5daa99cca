"""What the writers of HTML know besides the node: the page that they write."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from rulemark.document.addresses import is_safe
from rulemark.document.html.text import HtmlWriter, address_text, encoded
from rulemark.document.model import Block
from rulemark.document.options import Dialect, ParseOptions
from rulemark.source import Source, Span

_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:|/|#|\?|\\|$")

WriteBlocks: TypeAlias = "Callable[[tuple[Block, ...], Page], None]"
"""Writes the blocks inside one that is being written."""


@dataclass(slots=True)
class Page:
    """What the writers of HTML need to know besides the node.

    Attributes:
        options: The dialect, titles and classes of alerts, hosts of videos.
        moniker: For which readers; None: for all, each zone marked with its monikers.
        root: The path of the article.
        source: The file whose nodes are written.
        out: What is written.
        tab_groups: How many tab groups were written.
        tab_choices: The ids of the tab groups so far, as far as they decide which tab of a later group is shown.
        descriptions: The ids of the long descriptions so far.
    """

    options: ParseOptions
    moniker: str | None
    root: str
    source: Source
    out: HtmlWriter = field(default_factory=HtmlWriter)
    tab_groups: int = 0
    tab_choices: list[tuple[str, ...]] = field(default_factory=list)
    descriptions: set[str] = field(default_factory=set)

    @property
    def learn(self) -> bool:
        """Whether the article is Learn Markdown."""
        return self.options.dialect is Dialect.LEARN

    def address(self, written: str) -> str | None:
        """Return an address for an attribute: relative to the article, encoded; None when it could run code."""
        if not self.learn:
            return encoded(written)
        address = address_text(self.rebased(written))
        # encoding cuts off blanks, so what it returns is looked at, too
        return address if is_safe(written) and is_safe(address) else None

    def rebased(self, written: str) -> str:
        """Return an address that an included file wrote, as the article has to write it."""
        if written.startswith("~/"):
            return posixpath.relpath(written[2:] or ".", posixpath.dirname(self.root) or ".")
        path = self.source.path
        if path == self.root or _ABSOLUTE.match(written):
            return written
        cut = min((at for at in (written.find("?"), written.find("#")) if at >= 0), default=len(written))
        target = posixpath.join(posixpath.dirname(path), written[:cut])
        rebased = posixpath.relpath(target or ".", posixpath.dirname(self.root) or ".")
        slash = "/" if written[:cut].endswith("/") else ""
        return rebased + slash + written[cut:]

    def description_id(self, span: Span) -> str:
        """Return the id of the long description of an image or video: its line and column, counted from 0."""
        place = self.source.position(span.start)
        identity = base = f"{place.line - 1}-{place.column - 1}"
        while identity in self.descriptions:
            identity = f"{base}-{len(self.descriptions)}"
        self.descriptions.add(identity)
        return identity
