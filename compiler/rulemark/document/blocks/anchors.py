"""Headings and the ids that links reach them by: explicit `<a name>` anchors, else GitHub-style slugs."""

from __future__ import annotations

import re

from rulemark.document.blocks.state import BlockToken
from rulemark.document.blocks.tree import BlockTree, Inner
from rulemark.document.model import Block, Heading, HtmlInline, Inline, InlineInclude, Xref
from rulemark.document.plain import plain_text

_OPENING = re.compile(
    r"""<a[ \t]+(?:name|id)[ \t]*=[ \t]*(?:"([\w \-.]+)"|'([\w \-.]+)'|([\w\-.]+))[ \t]*>""", re.IGNORECASE
)
_CLOSING = "</a>"


def build_heading(token: BlockToken, inner: Inner, tree: BlockTree) -> tuple[Block, ...]:
    """Make a heading; the first anchor in front of its text becomes its id and is taken out."""
    del inner
    assert token.origin is not None
    inlines = tree.inlines(token.content, token.origin)
    anchors = explicit_anchors(inlines)
    first = leading_anchor(inlines)
    if first is not None:
        inlines = inlines[2:]
    anchor = first or unique_slug(_own_text(inlines), tree.reading.article.slugs)
    return (Heading(tree.span(token), int(token.info), inlines, anchor, anchors),)


def _own_text(inlines: tuple[Inline, ...]) -> str:
    """Return the text of a heading without what is included or looked up: ids are made before."""
    return plain_text(tuple(node for node in inlines if not _is_filled_in(node))).text


def _is_filled_in(node: Inline) -> bool:
    return isinstance(node, InlineInclude) or (isinstance(node, Xref) and not node.children)


def explicit_anchors(inlines: tuple[Inline, ...]) -> tuple[str, ...]:
    """Return the names of all `<a name="…">` and `<a id="…">` among inlines, in order."""
    matches = (_OPENING.fullmatch(node.text) for node in inlines if isinstance(node, HtmlInline))
    return tuple(_name(match) for match in matches if match)


def leading_anchor(inlines: tuple[Inline, ...]) -> str | None:
    """Return the name of an empty anchor that stands in front of other inlines."""
    match inlines:
        case (HtmlInline(text=opening), HtmlInline(text=closing), _, *_) if closing.lower() == _CLOSING:
            found = _OPENING.fullmatch(opening)
            return _name(found) if found else None
        case _:
            return None


def _name(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None)


def slug(text: str) -> str:
    """Return the id that GitHub gives a heading: `Section for plan-4.1` -> `section-for-plan-41`."""
    kept = (
        character.lower()
        if character.isalpha() or character.isdecimal() or character in "-_"
        else "-"
        if character == " "
        else ""
        for character in text
    )
    return "".join(kept) or "section"


def unique_slug(text: str, taken: dict[str, int]) -> str:
    """Return the slug of a heading; the second of the same text ends in `-1`, the third in `-2`."""
    base = slug(text)
    count = taken.get(base, 0)
    taken[base] = count + 1
    if count == 0:
        return base
    candidate = f"{base}-{count}"
    while candidate in taken:
        count += 1
        candidate = f"{base}-{count}"
    taken[base] = count + 1
    taken[candidate] = 1
    return candidate
