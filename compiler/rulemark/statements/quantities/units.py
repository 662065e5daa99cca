"""Units by what they measure, and words that only look like one."""

from __future__ import annotations

DURATIONS = frozenset({"second", "minute", "hour", "day", "business_day", "week", "month", "quarter", "year"})
"""The units of time."""
MEASURED = frozenset(
    {
        *("millisecond", "percent", "byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte"),
        *("kilobit_per_second", "megabit_per_second", "gigabit_per_second", "kilowatt", "kilowatt_hour"),
        *("milligram", "gram", "kilogram", "tonne", "ton", "pound", "milliliter", "liter", "cubic_meter"),
        *("millimeter", "centimeter", "meter", "kilometer", "inch", "foot", "mile", "square_meter"),
        *("kilometer_per_hour", "mile_per_hour", "degree", "degree_celsius", "degree_fahrenheit"),
    }
)
"""Units, other than of time and money, that are measured and come in fractions."""
_LONGEST_ACRONYM = 3
_SMALL_LETTERS = frozenset({"meter", "gram"})
"""Units whose letter is never a capital."""


def is_acronym(word: str, unit: str) -> bool:
    """Tell whether what may abbreviate a unit is other letters: "5 hr" are hours, "5 HR files" and "5 M" are not."""
    capitals = word.isascii() and word.isupper()
    if len(word) == 1:
        return capitals and unit in _SMALL_LETTERS
    return capitals and unit in DURATIONS and len(word) <= _LONGEST_ACRONYM
