"""An example that a writer gives of a decision: what is so, and what must come out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rulemark.source import Location


@dataclass(frozen=True, slots=True)
class Example:
    """One row of a table of examples in one locale.

    Attributes:
        article: The path of the policy.
        decision: The id of the decision that the row is about.
        locale: The locale of the article that holds it.
        facts: By input name what the row says of it; an input of which it says nothing is unknown.
        monikers: The readers that the row is for; empty: everybody.
        expected: The name of the outcome; None: the article must leave the row open.
        quote: The cells of the row, as a reader sees them.
        location: Where the row stands.
    """

    article: str
    decision: str
    locale: str
    facts: tuple[tuple[str, Decimal | str | bool], ...]
    monikers: tuple[str, ...]
    expected: str | None
    quote: str
    location: Location
