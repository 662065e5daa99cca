"""Sentences that leave their condition to the list behind their colon: "You can join if:"."""

from __future__ import annotations

from rulemark.statements.lexicon import Lexicon
from rulemark.statements.meaning import Mention, Topic
from rulemark.statements.words.scanning import scan

COLONS = (":", "：")
_LISTED = frozenset({Topic.ALL_OF, Topic.ANY_OF})


def conditions_follow(text: str, mentions: tuple[Mention, ...], lexicon: Lexicon) -> bool:
    """Whether the items behind a sentence are its conditions: its marker is left open, or points at them."""
    written = text.rstrip()
    if not written.endswith(COLONS):
        return False
    marks = scan(text, lexicon)
    open_marker = marks.ending(len(written.rstrip(" :：")), "condition", "condition_behind")
    pointed = any(mention.topic in _LISTED for mention in mentions)
    return open_marker is not None or (pointed and marks.has("condition", "condition_behind"))
