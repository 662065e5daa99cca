"""What one locale's article was compiled to, before languages are brought together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from rulemark.policy.model import (
    Advisory,
    Amount,
    Decision,
    Definition,
    Duty,
    Evidence,
    Input,
    Procedure,
    Reference,
    Timer,
)
from rulemark.source import Location
from rulemark.statements import Statement

Element: TypeAlias = Decision | Timer | Amount | Duty | Procedure | Advisory | Definition | Reference
Key: TypeAlias = tuple[str, str, int, int]
"""Kind, anchor, block and order: the same for an element in every faithful translation."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An element in one locale.

    Attributes:
        element: With the evidence and the words of this locale only.
        key: By which the same element is found in another locale.
        inputs: What its conditions read.
        sentences: The statements it was made of, as indexes into the extraction; they are compiled.
    """

    element: Element
    key: Key
    inputs: tuple[Input, ...] = ()
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A statement that bears policy and why it became no element."""

    sentence: int
    reason: str


class RefusedError(ValueError):
    """A sentence that is not understood well enough to become an element; the message is the reason."""


def key_of(kind: str, statement: Statement) -> Key:
    """Return the key of an element made of one statement."""
    return (kind, statement.anchor, statement.block, statement.order)


def numbered_key(kind: str, order: int, statement: Statement) -> Key:
    """Return the key of one of several elements of a kind that one statement makes."""
    return key_of(f"{kind}_{order}", statement)


def evidence_of(statement: Statement, locale: str) -> Evidence:
    """Return the sentence as evidence."""
    quote = " ".join(statement.reading.text.split())
    return evidence_at(statement.location, statement.anchor, quote, locale)


def evidence_at(location: Location, anchor: str, quote: str, locale: str) -> Evidence:
    """Return a quote at a place as evidence."""
    return Evidence(locale, location.path, anchor, location.start.line, quote, location)
