"""A change between two versions of a policy, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What became of an element."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    """Other words in the source language, the same meaning."""
    RETRANSLATED = "retranslated"
    """Other words in another language only."""
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


class Direction(StrEnum):
    """Where a changed rule went, seen by those whom it binds."""

    TIGHTENS = "tightens"
    """Less time, a lower limit, more duty."""
    LOOSENS = "loosens"
    MOVES = "moves"
    """Neither: the boundary between outcomes went elsewhere."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one element between two versions.

    Attributes:
        id: The path of the article and the id of the element: `commerce/cancel#data_deletion`.
        kind: The kind of element: `decision`, `timer`, `amount`, `duty`, `procedure`, `advisory`, `definition`,
            `reference`, or `sentence` for one that bears policy and was not compiled.
        change: What became of it.
        direction: Where a changed rule went; None when that cannot be said, and for anything but `changed`.
        monikers: Whom it concerns; empty: everybody.
        before: What it said, in short; "" for an added element.
        after: What it says now; "" for a removed one.
        examples: Inputs whose outcome differs: `licenses = 25: nothing stated → online`.
    """

    id: str
    kind: str
    change: ChangeKind
    direction: Direction | None = None
    monikers: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    examples: tuple[str, ...] = ()
