"""A contradiction before it is told: two places with two values."""

from __future__ import annotations

from dataclasses import dataclass

from rulemark.source import Location


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that give the same thing different values, each with its words."""

    first: Location
    first_value: str
    second: Location
    second_value: str

    @property
    def turned(self) -> Conflict:
        """The same conflict, seen from the second place."""
        return Conflict(self.second, self.second_value, self.first, self.first_value)
