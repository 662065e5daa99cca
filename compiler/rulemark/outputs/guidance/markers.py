"""Places in an article where the page adds markup of its own.

A marker is a word that stands in the text of the tree while `document.to_html` renders and cleans it, and becomes
markup afterwards. It contains a digest of the article itself, so no article can contain a marker of its own making.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from markupsafe import Markup

from rulemark.document import Block, Inline, Paragraph, Text
from rulemark.source import Span

_NOWHERE = Span(0, 0)


@dataclass(slots=True)
class Markers:
    """The markers of one article, in the order in which they were placed."""

    seed: str
    markup: list[Markup] = field(default_factory=list)
    _digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._digest = hashlib.sha256(self.seed.encode("utf-8", "surrogatepass")).hexdigest()[:20]

    def inline(self, markup: Markup) -> Inline:
        """Return a node that becomes the markup, inside a line."""
        return Text(_NOWHERE, self._word("i", markup))

    def block(self, markup: Markup) -> Block:
        """Return a node that becomes the markup, between blocks."""
        return Paragraph(_NOWHERE, (Text(_NOWHERE, self._word("b", markup)),))

    def replace(self, html: str) -> str:
        """Return rendered HTML with every marker replaced by its markup."""
        word = rf"x{self._digest}%s(\d+)z"
        blocks = re.sub(rf"(?:<p>)?{word % 'b'}(?:</p>)?", self._markup_of, html)
        return re.sub(word % "i", self._markup_of, blocks)

    def _word(self, kind: str, markup: Markup) -> str:
        self.markup.append(markup)
        return f"x{self._digest}{kind}{len(self.markup) - 1}z"

    def _markup_of(self, match: re.Match[str]) -> str:
        return str(self.markup[int(match[1])])
