"""Stretches of time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DurationUnit(StrEnum):
    """A unit of time."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_ISO = {
    DurationUnit.SECOND: ("PT", "S"),
    DurationUnit.MINUTE: ("PT", "M"),
    DurationUnit.HOUR: ("PT", "H"),
    DurationUnit.DAY: ("P", "D"),
    DurationUnit.BUSINESS_DAY: ("P", "BD"),
    DurationUnit.WEEK: ("P", "W"),
    DurationUnit.MONTH: ("P", "M"),
    DurationUnit.YEAR: ("P", "Y"),
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole number of one unit of time; `P5BD`, five business days, extends ISO 8601."""

    count: int
    unit: DurationUnit

    @property
    def iso(self) -> str:
        """The duration in ISO 8601."""
        prefix, suffix = _ISO[self.unit]
        return f"{prefix}{self.count}{suffix}"

    @classmethod
    def from_iso(cls, text: str) -> Duration:
        """Read what `iso` prints; raises ValueError for anything else."""
        for unit, (prefix, suffix) in _ISO.items():
            count = text.removeprefix(prefix).removesuffix(suffix)
            if text == f"{prefix}{count}{suffix}" and count.isascii() and count.isdecimal():
                return cls(int(count), unit)
        raise ValueError(f"not a duration: {text!r}")
