"""Text with a name: what every stage reads and every finding points into."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\r\n|\n|\r")
_LOCALE = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """Return this span moved by `by` characters."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place as an editor shows it: line and column, both from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, exactly as decoded, with its name and language.

    Attributes:
        path: The name shown in findings: POSIX separators, relative to the project where there is one.
        text: Every character of the file; line endings and byte order mark are kept.
        locale: A lower-case locale such as `nl-nl`, or "" when nothing says it.
    """

    path: str
    text: str = field(repr=False)
    locale: str = ""
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(match.end() for match in _LINE_END.finditer(self.text)))
        object.__setattr__(self, "_line_starts", starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of a character offset."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of a line (from 1) without its line ending."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def line_span(self, number: int) -> Span:
        """Return the span of a line (from 1) without its line ending."""
        start = self._line_starts[number - 1]
        return Span(start, start + len(self.line(number)))

    @property
    def line_count(self) -> int:
        """The number of lines, at least 1."""
        return len(self._line_starts)


@dataclass(frozen=True, slots=True)
class Location:
    """A span that knows its text, so that it can be shown anywhere."""

    source: Source
    span: Span

    @property
    def path(self) -> str:
        """The path of the source."""
        return self.source.path

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.source.text[self.span.start : self.span.end]

    @property
    def start(self) -> Position:
        """Where the span begins."""
        return self.source.position(self.span.start)

    @property
    def end(self) -> Position:
        """Where the span ends: the position behind its last character."""
        return self.source.position(self.span.end)


def normalise_locale(text: str) -> str:
    """Return the canonical spelling of a locale (`nl-NL` -> `nl-nl`), or "" when `text` is none."""
    text = text.strip().replace("_", "-")
    return text.lower() if _LOCALE.fullmatch(text) else ""


def language(locale: str) -> str:
    """Return the language of a locale: `nl` for `nl-nl`."""
    return locale.partition("-")[0]
