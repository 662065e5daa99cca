"""Whether a number counts something: not a version, "the two of them", or the one place of "to one folder"."""

from __future__ import annotations

from rulemark.statements.quantities.comparators import Compared
from rulemark.statements.quantities.counted_nouns import COUNT
from rulemark.statements.quantities.measures import Measure
from rulemark.statements.quantities.units import DURATIONS, MEASURED
from rulemark.statements.words.masking import BLOT
from rulemark.statements.words.scanning import Scan

_SINGLE = frozenset({COUNT, "time", "person"})
"""Units of which a single one is no count: `1 回の試験`, `そのうちの 1 人`."""


def counts(scan: Scan, here: Measure, compared: Compared) -> bool:
    """Tell a count from an article, from "the two of them" and from a hint such as "one of"."""
    if here.unit in DURATIONS or compared.explicit:
        return not _is_place(scan, here, compared)
    if not here.known:
        single = here.number.value == 1
        return _is_restricted(scan, here) if single else here.plural and not here.number.spelled
    uncounted = {COUNT} if scan.lexicon.script.spaces else _SINGLE
    if here.number.value == 1 and here.unit in uncounted and here.end > here.number.end:
        alone = scan.lexicon.script.marker_last and scan.starting(here.end, "only") is not None
        return alone or _is_alternative(scan, here)
    if not here.number.spelled:
        return True
    if here.number.value == 1:
        return bool(_is_restricted(scan, here) or scan.starting(here.start, "only"))
    return not scan.ending(here.start, "definite")


def _is_alternative(scan: Scan, here: Measure) -> bool:
    """Tell whether "or" and another number follow: `1 个或 2 个字符`."""
    joint = scan.starting(here.end, "either")
    return joint is not None and scan.number_at(scan.skip(joint.end)) is not None


def is_version(scan: Scan, here: Measure, compared: Compared) -> bool:
    """Tell "build 1903 or later" and "Studio 12+", which name versions, from "12 or more"."""
    if scan.starting(here.end, "edition"):
        return True
    if not compared.explicit or compared.start < here.start or scan.lexicon.script.capital_nouns:
        return False
    start = scan.masked.rfind(" ", 0, scan.back(here.start, " ")) + 1
    return 0 < start < here.start and scan.text[start].isupper()


def is_part(scan: Scan, here: Measure) -> bool:
    """Tell whether the first number of a sentence counts some of what another sentence named: "five of them"."""
    first = scan.numbers[:1] == (here.number,) and here.number.value > 1
    return first and bool(scan.starting(here.end, "of_which") or scan.ending(here.start, "of_which"))


def is_counted(unit: str) -> bool:
    """Tell a noun, which "fewer than 5" may leave out when it was said before, from what is measured."""
    return unit not in MEASURED and unit not in DURATIONS and not unit.startswith("currency:")


def _is_place(scan: Scan, here: Measure, compared: Compared) -> bool:
    """Tell "under one roof" and "steps 1 to 5" from limits."""
    if scan.masked.endswith(BLOT, 0, scan.back(compared.start, " ")):
        return not here.known and scan.starting(compared.start, "range") is not None
    single = here.number.spelled and here.number.value == 1 and is_counted(here.unit)
    return single and compared.start < here.start and scan.starting(compared.start, "stop", "range") is not None


def _is_restricted(scan: Scan, here: Measure) -> bool:
    """Tell whether "only" makes one a count: "only one card", "can only use one card"."""
    if scan.ending(here.start, "only"):
        return True
    only = scan.last("restricting", here.start)
    if not only or scan.words(only.end, here.start) != 1 or scan.starting(only.end, "stop", "relative"):
        return False
    return scan.ending(only.start, "modal", "finite", "subject") is not None
