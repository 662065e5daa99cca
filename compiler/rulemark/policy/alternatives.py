"""Conditions of one sentence that an "or" joins: `鍵を失くした場合、または部屋を変える場合、…`."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from rulemark.policy.naming import tokens
from rulemark.source import Span
from rulemark.statements import Condition, Statement, Topic

OR = "or"
"""The lexicons' name for what joins alternatives."""
_MARKER = 1
"""Words between an "or" and the condition that it joins: its marker, where that stands in front."""


class Alternatives(Enum):
    """Which of the conditions of a sentence are alternatives."""

    NONE = auto()
    """Each of them must hold."""
    SOME = auto()
    """Only some are, and nothing says how the others belong to them."""
    ALL = auto()
    """One of them is enough."""


def joined_by_or(statement: Statement, clauses: Sequence[Condition]) -> Alternatives:
    """Return whether an "or" stands between the conditions of a sentence.

    Args:
        statement: The sentence.
        clauses: Its conditions, in order.
    """
    joints = tuple(m.span for m in statement.mentions if m.topic is Topic.JOINT and m.name == OR)
    gaps = tuple(Span(before.span.end, max(before.span.end, after.span.start)) for before, after in pairwise(clauses))
    joined = tuple(any(joint in gap and _joins(statement, joint, gap.end) for joint in joints) for gap in gaps)
    if not any(joined):
        return Alternatives.NONE
    return Alternatives.ALL if all(joined) else Alternatives.SOME


def _joins(statement: Statement, joint: Span, clause: int) -> bool:
    """Tell the "or" of "… or if you move" from "call or write to us, if you move", which joins what to do."""
    between = statement.reading.text[joint.end : clause]
    return len(tokens(between)) <= _MARKER
