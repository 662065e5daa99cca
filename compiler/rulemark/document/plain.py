"""The text that a reader sees, with the way back to the characters it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from rulemark.document.model import (
    Code,
    Emphasis,
    HardBreak,
    HtmlInline,
    Image,
    Inline,
    InlineInclude,
    Link,
    NoLoc,
    SoftBreak,
    Strike,
    Strong,
    Text,
    Xref,
)
from rulemark.source import Span

_NO_LOC = ':::no-loc text="'
_XREF = "<xref:"
_MAX_CLOSING = 20
"""More characters behind the text than a closing marker has: it is written differently from how it is shown."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text without markup.

    Attributes:
        text: What a reader sees; a line end inside a paragraph is one space.
        offsets: For each character where it stands in the source, and one more: where the last one ends.
            They never decrease. Text of an inline include points to the include itself.
    """

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the source span of the characters from `start` to before `end`."""
        if end <= start:
            return Span(self.offsets[start], self.offsets[start])
        first, last = self.offsets[start], self.offsets[end - 1]
        # the next character tells how far an entity reaches, unless markup lies between
        following = self.offsets[end] if end == len(self.text) else last + 1
        return Span(first, max(first, last, following))


def plain_text(inlines: tuple[Inline, ...]) -> PlainText:
    """Return what a reader sees: no markers, link targets, tags, comments or images; one space for a line end."""
    match inlines:
        case (Text(span, text),) if len(text) == len(span):
            return PlainText(text, (*range(span.start, span.end), span.end))
        case _:
            return _written(inlines)


def _written(inlines: tuple[Inline, ...]) -> PlainText:
    writer = _Writer()
    writer.write(inlines)
    end = inlines[-1].span.end if inlines else 0
    offsets = writer.offsets
    last = writer.end if offsets else end
    return PlainText("".join(writer.parts), (*offsets, last))


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.offsets: list[int] = []
        self.end = 0

    def write(self, inlines: tuple[Inline, ...]) -> None:  # noqa: C901, PLR0912 - one arm for each kind of node
        for node in inlines:
            match node:
                case Text(span, text):
                    self._add(text, span)
                case SoftBreak(span) | HardBreak(span):
                    self._add_atom(" ", span)
                case Emphasis(children=children) | Strong(children=children) | Strike(children=children):
                    self.write(children)
                case Link(children=children):
                    self.write(children)
                case Code(span, text):
                    self._add_inside(text, span, (len(span) - len(text)) // 2)
                case NoLoc(span, text):
                    self._add_inside(text, span, len(_NO_LOC))
                case Xref(span, uid, children, shorthand):
                    if children:
                        self.write(children)
                    elif shorthand:
                        self._add(f"@{uid}", span)
                    else:
                        self._add_inside(uid, span, len(_XREF))
                case InlineInclude(span, children=children):
                    self._add_atom(plain_text(children).text, span)
                case HtmlInline() | Image():
                    continue

    def _add(self, text: str, span: Span) -> None:
        """Add text that is written as it is shown, or an escape or entity."""
        if len(text) == len(span):
            self.parts.append(text)
            self.offsets.extend(range(span.start, span.end))
            self.end = span.end
        else:
            self._add_atom(text, span)

    def _add_atom(self, text: str, span: Span) -> None:
        """Add text whose characters have no place of their own."""
        if text:
            self.parts.append(text)
            self.offsets.extend([span.start] * len(text))
            self.end = span.end

    def _add_inside(self, text: str, span: Span, before: int) -> None:
        """Add text that stands in the source behind so many characters, unless it is written differently."""
        after = len(span) - before - len(text)
        if text and 0 < after <= _MAX_CLOSING:
            self._add(text, Span(span.start + before, span.end - after))
            self.end = span.end
        else:
            self._add_atom(text, span)
