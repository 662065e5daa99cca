"""Comments that speak to rulemark: `<!-- rulemark: … -->`, also those whose keyword is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rulemark.statements.layout.passages import Layout
from rulemark.statements.model import Correction

_KEYWORD = "rulemark"
_WRITTEN = re.compile(r"(?P<keyword>[^\W\d_][\w -]{3,14}?)\s*[:：]\s*|(?P<bare>rulemark)\s+(?=.*->)", re.DOTALL)
_NEAR = 0.87
"""How alike a misspelt keyword is: `rulmark` and `rule-mark` are, `remark` and `bookmark` are other words."""


def correction_comments(layout: Layout) -> Iterator[Correction]:
    """Yield the comments that begin with the keyword, or with what must have been meant so, in order."""
    for order, comment in enumerate(layout.comments):
        written = _WRITTEN.match(comment.text)
        keyword = (written["keyword"] or written["bare"]) if written else ""
        if not written or not _is_meant(keyword):
            continue
        opening, text = written[0].rstrip(), comment.text[written.end() :].strip()
        misspelt = "" if opening == f"{_KEYWORD}:" else opening
        yield Correction(text, comment.anchor, order, comment.location, comment.block, misspelt)


def _is_meant(keyword: str) -> bool:
    """Tell whether a word is the keyword but for its case, its gaps or a slip of the finger."""
    folded = re.sub(r"[ _-]", "", keyword).lower()
    return SequenceMatcher(None, folded, _KEYWORD).ratio() >= _NEAR
