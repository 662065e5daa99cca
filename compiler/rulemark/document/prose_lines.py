"""The lines of an article that are not code, for those who look before there is a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rulemark.source import Source, Span

_LINE = re.compile(r"[^\r\n]*")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?(`{3,}|~{3,})([^\r\n]*)")


@dataclass(frozen=True, slots=True)
class ProseLine:
    """One line without its line ending."""

    span: Span
    text: str


def prose_lines(source: Source, start: int = 0) -> Iterator[ProseLine]:
    """Yield the lines outside fenced code, from an offset on; an unclosed fence hides all that follows.

    Args:
        source: The article.
        start: The offset of the first line looked at, behind the front matter.
    """
    fence = ""
    for line in _lines(source.text, start):
        match = _FENCE.match(line.text)
        if fence:
            if match and match[1].startswith(fence) and not match[2].strip():
                fence = ""
        elif match and not (match[1][0] == "`" and "`" in match[2]):
            fence = match[1]
        else:
            yield line


def _lines(text: str, start: int) -> Iterator[ProseLine]:
    """Yield all lines from an offset on."""
    while start <= len(text):
        match = _LINE.match(text, start)
        end = match.end() if match else start
        yield ProseLine(Span(start, end), text[start:end])
        start = end + (2 if text.startswith("\r\n", end) else 1)
