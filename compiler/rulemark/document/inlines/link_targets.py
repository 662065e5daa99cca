"""Where the address in `[text](address "title")` ends; markdown-it's own way goes character by character."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import helpers
from markdown_it.common.utils import unescapeAll

_BRACKETED = re.compile(r"<((?:[^\n<>\\]|\\[^\n])*+)>")
_PIECE = re.compile(r"[^\x00-\x20\x7f\\()]+|\\[^ \x00-\x1f]?|[()]")
_MAX_DEPTH = 32


@dataclass(frozen=True, slots=True)
class Destination:
    """An address without its escapes, and the offset behind it; the attributes that markdown-it asks for."""

    ok: bool = False
    pos: int = 0
    str: str = ""


def read_destination(text: str, start: int, end: int) -> Destination:
    """Read an address that begins at an offset: in angle brackets, or without blanks and with matching brackets."""
    if text.startswith("<", start):
        found = _BRACKETED.match(text, start, end)
        return Destination(ok=True, pos=found.end(), str=unescapeAll(found[1])) if found else Destination()
    position, depth = start, 0
    while piece := _PIECE.match(text, position, end):
        if piece[0] == "(":
            depth += 1
            if depth > _MAX_DEPTH:
                return Destination()
        elif piece[0] == ")":
            if depth == 0:
                break
            depth -= 1
        position = piece.end()
    if position == start or depth:
        return Destination()
    return Destination(ok=True, pos=position, str=unescapeAll(text[start:position]))


class Helpers:
    """What markdown-it's rules for links call."""

    parseLinkDestination = staticmethod(read_destination)  # noqa: N815 - the name that the rules call
    parseLinkLabel = staticmethod(helpers.parseLinkLabel)  # noqa: N815
    parseLinkTitle = staticmethod(helpers.parseLinkTitle)  # noqa: N815
