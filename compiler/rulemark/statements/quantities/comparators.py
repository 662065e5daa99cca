"""How a number compares: "fewer than 25", "25 or fewer", "maximum: 25", "within 30 days", "must not exceed 25"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from rulemark.statements.meaning import Comparison
from rulemark.statements.quantities.denied_comparators import denied, denied_behind
from rulemark.statements.quantities.distant_comparators import frame_of_number, label_of_number
from rulemark.statements.quantities.measures import Measure
from rulemark.statements.quantities.thresholds import compared_threshold
from rulemark.statements.quantities.units import DURATIONS, MEASURED
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import CLAUSE_END, REMARK
from rulemark.statements.words.scanning import Scan

_FILLERS = ("approximate", "filler", "definite", "article", "partitive", "aged")
_MOST_FILLERS = 5
_WITHIN = DURATIONS | {"percent", "millisecond"}
"""What something can be within."""
_BEHIND = 20
"""Characters between a number and a comparator that belongs to it."""
_COMPLEMENT = 4
"""Words of a complement between a number and its comparator: "two cards of residents at most"."""
_CLAUSE_ENDS = ",;:.!?)"


@dataclass(frozen=True, slots=True)
class Compared:
    """What stands around a measure: `text[start:end]` with comparator.

    Attributes:
        comparison: As the words say it.
        start: Where the comparator or the measure starts.
        end: Where the last of them ends.
        negated: A negation stands directly before the comparator.
        approximate: "about" or the like stands there.
        explicit: There is a comparator at all.
    """

    comparison: Comparison
    start: int
    end: int
    negated: bool = False
    approximate: bool = False
    explicit: bool = False


def normalise(comparison: Comparison, *, negated: bool) -> Comparison:
    """Return what a comparison says once its negation is carried out: not more than 25 is at most 25."""
    if not negated:
        return comparison
    match comparison:
        case Comparison.LT:
            return Comparison.GE
        case Comparison.LE:
            return Comparison.GT
        case Comparison.GT:
            return Comparison.LE
        case Comparison.GE:
            return Comparison.LT
        case Comparison.EQ | Comparison.BETWEEN:
            return comparison
        case _:
            assert_never(comparison)


def compare(scan: Scan, measure: Measure, earliest: int, latest: int) -> Compared:
    """Read the comparator of a measure between the measures before and behind it.

    Args:
        scan: The sentence.
        measure: The number and its unit.
        earliest: The end of the measure before; no comparator is sought before it.
        latest: The start of the next measure.
    """
    start, approximate, mark = _before(scan, measure, earliest)
    if mark and mark.name == Comparison.EQ:
        return Compared(Comparison.EQ, measure.start, measure.end)
    behind = _behind(scan, measure, latest)
    # "at most 5 or fewer" does not occur; "300 or more" beats a "to" in front of it
    if behind:
        end = max(measure.end, behind.end)
        negated = bool(scan.ending(behind.start, "negation")) or denied_behind(scan, behind)
        return Compared(Comparison(behind.name), measure.start, end, negated, approximate, explicit=True)
    mark = compared_threshold(scan, measure, earliest, mark) or mark
    mark = mark or label_of_number(scan, measure.start, earliest) or frame_of_number(scan, measure, earliest)
    if mark:
        # who does not pay within 30 days is late: the limit itself stays 30 days
        within = measure.unit in DURATIONS and scan.starting(mark.start, "within")
        negated = not within and denied(scan, mark.start)
        return Compared(Comparison(mark.name), mark.start, measure.end, negated, approximate, explicit=True)
    return Compared(Comparison.EQ, start if approximate else measure.start, measure.end, approximate=approximate)


def _before(scan: Scan, measure: Measure, earliest: int) -> tuple[int, bool, Mark | None]:
    """Walk back over articles and "about" to the comparator; tell where the walk ended."""
    # "within 5 days" sets a limit, "within two accounts" is a place
    places = ("before", "within") if measure.unit in _WITHIN else ("before",)
    position, approximate = measure.start, False
    for _ in range(_MOST_FILLERS):
        mark = scan.ending(position, *places)
        if mark and mark.start >= earliest and not _belongs_to_verb(scan, mark):
            return mark.start, approximate, mark
        filler = scan.ending(position, *_FILLERS)
        if not filler or filler.start < earliest:
            break
        approximate = approximate or filler.sense.topic == "approximate"
        position = filler.start
    return position, approximate, None


def _belongs_to_verb(scan: Scan, mark: Mark) -> bool:
    """Tell a comparator from a preposition that its verb asks for: `über zwei Lizenzen verfügen`."""
    return any(companion.name == scan.masked[mark.start : mark.end] for companion in scan.of("with"))


def _behind(scan: Scan, measure: Measure, latest: int) -> Mark | None:
    """Find a comparator behind the number, the unit, or in scripts without spaces a little further on."""
    for position in (measure.number.end, measure.end, _behind_brackets(scan, measure.end)):
        if mark := scan.starting(position, "after"):
            apart = _adds(scan, measure, mark) or _is_inside(scan, measure, mark)
            return mark if mark.end <= latest and not apart and not _belongs_to_next(scan, mark, latest) else None
    if scan.lexicon.script.spaces:
        return _behind_complement(scan, measure, latest)
    end = min(latest, measure.end + _BEHIND)
    if stop := CLAUSE_END.search(scan.masked, measure.end, end):
        end = stop.start()
    mark = scan.first("behind", measure.end)
    return mark if mark and mark.start < end and not _is_inside(scan, measure, mark) else None


def _is_inside(scan: Scan, measure: Measure, mark: Mark) -> bool:
    """Tell `一个订阅内`, a place inside what is counted, from `30 天内` and `5 GB 内`."""
    if measure.unit in DURATIONS or measure.unit in MEASURED:
        return False
    return scan.masked[mark.start : mark.end] in scan.lexicon.words("inside")


def _belongs_to_next(scan: Scan, mark: Mark, latest: int) -> bool:
    """Tell the comparator of the next number: "in 30 days at least two courses"."""
    return scan.starting(mark.start, "before") is not None and scan.skip(mark.end) == latest < len(scan.masked)


def _adds(scan: Scan, measure: Measure, mark: Mark) -> bool:
    """Tell the sign of a sum, `50 €+IVA` and `50 € + TVA`, from "or more": "65+ users"."""
    if scan.masked[mark.start : mark.end] != "+":
        return False
    apart = scan.masked.startswith(" ", mark.start - 1) and scan.skip(measure.number.end) < mark.start
    following = scan.masked[mark.end : mark.end + 1 + apart]
    return following.removeprefix(" " if apart else "").isalnum()


def _behind_complement(scan: Scan, measure: Measure, latest: int) -> Mark | None:
    """Find a comparator that ends its clause behind a comma or a complement: "two cards of residents at most"."""
    mark = scan.first("after", measure.end)
    if not mark or mark.end > latest or mark.start - measure.end > _BEHIND + _BEHIND:
        return None
    follows = scan.masked[mark.end : mark.end + 1]
    if follows not in _CLAUSE_ENDS or scan.words(measure.end, mark.start) > _COMPLEMENT:
        return None
    complement = scan.starting(measure.end, "anchor", "partitive") or scan.skip(measure.end, " ,") == mark.start
    complement = complement or _is_attribute(scan, measure.end, mark.start)
    return mark if complement and not REMARK.search(scan.masked, measure.end, mark.start) else None


def _is_attribute(scan: Scan, start: int, end: int) -> bool:
    """Tell whether nothing but one adjective stands between two positions."""
    return scan.words(start, end) == 1 and not scan.starting(start, "stop", "finite", "modal", "relative", "continue")


def _behind_brackets(scan: Scan, position: int) -> int:
    """Return the position behind a remark in brackets that starts here: `50 GB (gigabytes)`."""
    start = scan.skip(position)
    if not scan.masked.startswith("(", start):
        return position
    end = scan.masked.find(")", start, start + 40)
    return end + 1 if end > 0 else position
