"""Inline tokens to inline nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from rulemark.document.addresses import check_address
from rulemark.document.inlines.state import MAX_PIECES, InlineToken
from rulemark.document.inlines.terminators import is_plain
from rulemark.document.inlines.xref import xref_of
from rulemark.document.model import (
    Code,
    Emphasis,
    HardBreak,
    HtmlInline,
    Image,
    Inline,
    Link,
    SoftBreak,
    Strike,
    Strong,
    Text,
    Xref,
)
from rulemark.document.offsets import Origin
from rulemark.document.reading import Reading
from rulemark.source import Span

MAX_DEPTH = 60
"""Emphasis nested deeper shows its markers."""

InlineBuilder: TypeAlias = "Callable[[InlineToken, Origin, InlineTree], Inline]"
"""Makes a node of a token without children; the origin leads from its offsets to the source."""


class InlineTree:
    """Makes the inline nodes of one file."""

    def __init__(self, reading: Reading, builders: Mapping[str, InlineBuilder]) -> None:
        self.reading = reading
        self.builders = builders

    def read(self, content: str, origin: Origin) -> tuple[Inline, ...]:
        """Read the text of an inline container."""
        if not content:
            return ()
        if is_plain(content) and not origin.cuts(0, len(content)):
            return (Text(origin.span(0, len(content)), content),)
        reading = self.reading
        tokens = reading.parser.inline.parse(content, reading.parser, reading.env, [])
        if reading.env["inlines"] >= MAX_PIECES:
            reading.report_unread(origin.at(0))
        return _Builder(origin, self).build(cast("list[InlineToken]", tokens))

    def of_file(self, reading: Reading) -> InlineTree:
        """Return the same for another file."""
        return InlineTree(reading, self.builders)


@dataclass(slots=True)
class _Open:
    """An element that is open: its opening token and the nodes so far."""

    token: InlineToken | None
    nodes: list[Inline]


class _Builder:
    def __init__(self, origin: Origin, tree: InlineTree) -> None:
        self._origin = origin
        self._tree = tree
        self._run: list[InlineToken] = []

    def build(self, tokens: list[InlineToken]) -> tuple[Inline, ...]:
        stack = [_Open(None, [])]
        for token in tokens:
            if token.type == "text":
                if token.content:
                    self._run.append(token)
                continue
            nodes = stack[-1].nodes
            if self._run:
                self._flush(nodes)
            if token.nesting == 0:
                nodes.append(self._leaf(token))
            elif token.nesting > 0:
                # too deep: the marker is shown, its content goes to the element around
                shown = len(stack) > MAX_DEPTH
                if shown:
                    nodes.append(self._marker(token))
                stack.append(_Open(None if shown else token, nodes if shown else []))
            else:
                opened = stack.pop()
                if opened.token is None:
                    stack[-1].nodes.append(self._marker(token))
                else:
                    stack[-1].nodes.append(self._element(opened.token, token, tuple(opened.nodes)))
        if self._run:
            self._flush(stack[0].nodes)
        return tuple(stack[0].nodes)

    def _flush(self, nodes: list[Inline]) -> None:
        """Make text nodes of the literal text so far, one for each run that is continuous in the source."""
        run, self._run = self._run, []
        text = run[0].content if len(run) == 1 else "".join([token.content for token in run])
        start = run[0].start
        end = start + len(text)
        cuts = self._origin.cuts(start, end)
        for left, right in zip((start, *cuts), (*cuts, end), strict=True):
            nodes.append(Text(self._origin.span(left, right), text[left - start : right - start]))

    def _marker(self, token: InlineToken) -> Text:
        return Text(self._origin.span(token.start, token.start + len(token.markup)), token.markup)

    def _leaf(self, token: InlineToken) -> Inline:
        match token.type:
            case "text_special":
                return Text(self._span(token), token.content)
            case "softbreak":
                return SoftBreak(self._break_span(token))
            case "hardbreak":
                return HardBreak(self._break_span(token))
            case "code_inline":
                return Code(self._span(token), token.content)
            case "html_inline":
                return HtmlInline(self._span(token), token.content)
            case "image":
                return _image(token, self._span(token))
            case kind:
                return self._tree.builders[kind](token, self._origin, self._tree)

    def _element(self, opener: InlineToken, closer: InlineToken, children: tuple[Inline, ...]) -> Inline:
        # the outer markers of strong text are tokens of their own, without content
        outer = 1 if opener.type == "strong_open" else 0
        span = self._origin.span(opener.start - outer, closer.end + outer)
        match opener.type:
            case "em_open":
                return Emphasis(span, children)
            case "strong_open":
                return Strong(span, children)
            case "s_open":
                return Strike(span, children)
            case _:
                return self._link(opener, span, children)

    def _link(self, token: InlineToken, span: Span, children: tuple[Inline, ...]) -> Link | Xref:
        attributes = token.attrs or {}
        href = str(attributes.get("href", ""))
        if ":" in href and self._tree.reading.article.learn:
            if href[:5].lower() == "xref:":
                return xref_of(href[5:], span, children)
            check_address(href, span, self._tree.reading)
        title = attributes.get("title")
        auto = token.info == "auto"
        if auto and token.markup != "bare" and children and isinstance(children[0], Text):
            children = (Text(Span(span.start + 1, span.end - 1), children[0].text),)
        return Link(span, href, None if title is None else str(title), children, autolink=auto)

    def _span(self, token: InlineToken) -> Span:
        return self._origin.span(token.start, token.end)

    def _break_span(self, token: InlineToken) -> Span:
        """Both characters of a Windows line end belong to it."""
        span = self._span(token)
        crlf = self._tree.reading.source.text.startswith("\r\n", span.end - 1)
        return Span(span.start, span.end + 1) if crlf else span


def _image(token: InlineToken, span: Span) -> Image:
    attributes = token.attrs or {}
    title = attributes.get("title")
    alt = shown_text(cast("list[InlineToken]", token.children or []))
    return Image(span, str(attributes.get("src", "")), alt, None if title is None else str(title))


def shown_text(tokens: list[InlineToken]) -> str:
    """Return the text of tokens without markup: what stands for an image that is not shown."""
    parts: list[str] = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif token.type == "image":
            parts.append(shown_text(cast("list[InlineToken]", token.children or [])))
        else:
            parts.append(token.markup if token.type == "xref" else token.content)
    return "".join(parts)
