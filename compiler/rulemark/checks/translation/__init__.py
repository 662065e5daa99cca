"""An article beside its translation: which parts belong together, and whether two sentences say the same.

Shared by the checks of parity and of freshness. Each language is read on its own; what is compared are readings of
numbers, rules and denials, never letters. Every comparison asks for proof on both sides: a difference is reported only
where nothing in the other sentence could stand for what is missing.
"""

from rulemark.checks.translation.families import Family, Translation, families, is_recorded
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.checks.translation.lines import compare, compare_lines
from rulemark.checks.translation.pairing import Sections, pair_sections
from rulemark.checks.translation.sentences import Difference, differences
from rulemark.checks.translation.skeleton import OPEN, Mark, Part, Trait
from rulemark.checks.translation.units_differ import MEASURES

__all__ = [
    "MEASURES",
    "OPEN",
    "Difference",
    "Family",
    "Line",
    "Mark",
    "PairFinding",
    "Part",
    "Sections",
    "Trait",
    "Translation",
    "compare",
    "compare_lines",
    "differences",
    "families",
    "is_recorded",
    "pair_sections",
]
