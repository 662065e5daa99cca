r"""The way back from what the parser reads to the characters of the file.

markdown-it reads text with `\n` line ends; quotes and lists cut prefixes off its lines. Two maps lead back:
`LineEnds` from that text to the source, `Origin` from the joined text of one paragraph, heading or cell to the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from rulemark.source import Span

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class LineEnds:
    r"""Maps offsets in the text that the parser reads to offsets in the source.

    Attributes:
        text: What the parser reads: the source from `start` on, with `\n` line ends and without NUL.
        start: Where it begins in the source.
        removed: For each carriage return that was removed, the offset in `text` from which the shift grows by one.
    """

    text: str
    start: int
    removed: tuple[int, ...]

    def to_source(self, offset: int) -> int:
        """Return the source offset of an offset in `text`."""
        if not self.removed:
            return offset + self.start
        return offset + self.start + bisect_right(self.removed, offset)


def read_lines(text: str, start: int) -> LineEnds:
    """Prepare the part of a source text from `start` on for the parser."""
    body = text[start:].replace("\0", "\ufffd")
    if "\r" not in body:
        return LineEnds(body, start, ())
    removed: list[int] = []
    for match in _LINE_END.finditer(body):
        if len(match[0]) == 2:
            removed.append(match.end() - len(removed) - 1)
    return LineEnds(_LINE_END.sub("\n", body), start, tuple(removed))


class Origin:
    r"""Maps offsets in the text of one inline container to source offsets.

    The text consists of runs that are continuous in the source: its lines, or the pieces between `\|` of a table cell.
    """

    __slots__ = ("_deltas", "_starts")

    def __init__(self, runs: Iterable[tuple[int, int]]) -> None:
        """Take (offset in the text, offset in the source) of each run, in order; the first begins at 0."""
        self._starts: list[int] = []
        self._deltas: list[int] = []
        last = None
        for position, source in runs:
            # lines without a prefix follow each other in the source, too: they are one run
            if source - position != last:
                last = source - position
                self._starts.append(position)
                self._deltas.append(last)

    def cuts(self, start: int, end: int) -> list[int]:
        """Return where a new run begins between `start` and `end`."""
        if len(self._starts) == 1:
            return []
        return self._starts[bisect_right(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, position: int) -> int:
        """Return the source offset of the character at `position`."""
        if len(self._starts) == 1:
            return position + self._deltas[0]
        return position + self._deltas[bisect_right(self._starts, position) - 1]

    def span(self, start: int, end: int) -> Span:
        """Return the source span of the characters from `start` to before `end`."""
        first = self.at(start)
        return Span(first, self.at(end - 1) + 1) if end > start else Span(first, first)
