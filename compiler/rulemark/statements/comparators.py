"""How a number compares: "fewer than 25", "25 or fewer", "maximum: 25", "within 30 days", "must not exceed 25"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import assert_never

from rulemark.statements.lexicon import Lexicon
from rulemark.statements.meaning import Comparison, Modality
from rulemark.statements.measures import Measure
from rulemark.statements.phrases import Mark
from rulemark.statements.scanning import Scan
from rulemark.statements.thresholds import compared_threshold
from rulemark.statements.units import DURATIONS

_FILLERS = ("approximate", "filler", "definite", "article", "partitive", "aged")
_MOST_FILLERS = 5
_WITHIN = DURATIONS | {"percent", "millisecond"}
"""What something can be within."""
_LABEL_REACH = 9
"""Words between "maximum" and the verb in front of its number."""
_LONGEST_NAME = 12
"""Characters of a noun between "maximum" and its particle, in scripts without spaces."""
_SPACES_OF_NAME = 2
_BEHIND = 20
"""Characters between a number and a comparator that belongs to it."""
_FORBIDDING = frozenset({Modality.MAY_NOT, Modality.MUST_NOT, Modality.SHOULD_NOT})
_PREDICATE = 4
"""Characters between a comparator and the predicate that forbids it."""
_DENIED_MODAL = 3
"""Words between a modal that is denied and a comparator: "must not share more than"."""
_REMARK = re.compile(r"[;:()。!?]")
_COMPLEMENT = 4
"""Words of a complement between a number and its comparator: "two cards of residents at most"."""
_CLAUSE_ENDS = ",;:.!?)"
_CLAUSE_END = re.compile(r"[,;:()。、!?]")


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
        negated = bool(scan.ending(behind.start, "negation")) or _denied_behind(scan, behind)
        return Compared(Comparison(behind.name), measure.start, end, negated, approximate, explicit=True)
    mark = compared_threshold(scan, measure, earliest, mark) or mark
    mark = mark or _label(scan, measure.start, earliest) or _frame(scan, measure, earliest)
    if mark:
        # who does not pay within 30 days is late: the limit itself stays 30 days
        within = measure.unit in DURATIONS and scan.starting(mark.start, "within")
        negated = not within and _denied(scan, mark.start)
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


def _denied(scan: Scan, position: int) -> bool:
    """Tell whether a negation stands before a comparator, with at most one word in between."""
    comparator = scan.starting(position, "before")
    loose = comparator is not None and comparator.name in {Comparison.LE, Comparison.GE}
    if loose and scan.masked.startswith(_own_denials(scan.lexicon), position):
        # `pas plus de` denies by itself
        return False
    if scan.ending(position, "negation", "denial") or _forbidden(scan, position):
        return True
    return any(_reaches(scan, mark, position) for mark in _denials(scan, position))


def _denials(scan: Scan, position: int) -> Iterator[Mark]:
    """Yield the negation in front of a position, and its second half: `de ne pas avoir plus de`."""
    negation, denial = scan.last("negation", position), scan.last("denial", position)
    if negation and negation.end <= position:
        yield negation
        if denial and negation.end <= denial.start and scan.words(negation.end, denial.start) <= _DENIED_MODAL:
            yield denial


def _reaches(scan: Scan, negation: Mark, position: int) -> bool:
    modal = scan.first("modal", negation.end)
    reach = _DENIED_MODAL if modal and modal.end <= position else 1
    return negation.end <= position and scan.words(negation.end, position) <= reach


@cache
def _own_denials(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words that deny and start a comparator, with the space behind them: `pas `, `non `."""
    words = (*lexicon.words("denial"), *lexicon.words("negation"))
    return tuple(f"{word} " for word in words if lexicon.script.spaces) or ("\0",)


def _forbidden(scan: Scan, position: int) -> bool:
    """Tell whether a modal that forbids stands close before a comparator: "must not share more than"."""
    modal = scan.last("modal", position)
    if not modal or modal.end > position or scan.words(modal.end, position) > _DENIED_MODAL:
        return False
    return scan.lexicon.modals[modal.name].plain in _FORBIDDING


def _denied_behind(scan: Scan, mark: Mark) -> bool:
    """Tell whether the predicate behind a comparator forbids it: `1MB를 초과할 수 없습니다`."""
    if not scan.lexicon.script.marker_last:
        return False
    modal = scan.first("modal", mark.end)
    if modal is None or modal.start - mark.end > _PREDICATE:
        return False
    return scan.lexicon.modals[modal.name].plain in _FORBIDDING


def _label(scan: Scan, position: int, earliest: int) -> Mark | None:
    """Find "maximum" or "minimum" as the name of what is measured: "the maximum size of a file is 35 MB"."""
    equals = scan.ending(position, "equals")
    if not equals:
        return None
    position = equals.start
    label = scan.last("label", position)
    if not label or label.start < earliest or scan.words(label.end, position) > _LABEL_REACH:
        return None
    if not scan.lexicon.script.spaces and not _is_name(scan, label, position):
        return None
    return None if _REMARK.search(scan.masked, label.end, position) or _apart(scan, label.end, position) else label


def _apart(scan: Scan, start: int, end: int) -> bool:
    """Tell "without a limit, the size is 35 MB" from "the size, in bytes, is 35 MB"; also with a relative clause."""
    comma = scan.masked.rfind(",", start, end)
    return scan.masked.count(",", start, end) == 1 and scan.skip(comma + 1) < end


def _is_name(scan: Scan, label: Mark, position: int) -> bool:
    """Tell `最小購入数は`, which names what is measured, from `最大の特徴は` and `最高评分的学生为`."""
    if scan.ending(label.end, "before") is None:
        return True
    particles = ("stop", "attributive")
    marks = (scan.first(topic, label.end) for topic in particles)
    noun = scan.masked[label.end : position]
    parted = any(mark is not None and mark.start < position for mark in marks)
    genitive = any(particle in noun for particle in scan.lexicon.words("genitive"))
    return len(noun) <= _LONGEST_NAME and not parted and not genitive and noun.count(" ") <= _SPACES_OF_NAME


def _frame(scan: Scan, measure: Measure, earliest: int) -> Mark | None:
    """Find a comparator that a verb separates from its number, `最多可能会延迟 8 小时`, or what a share is taken of."""
    position = measure.start
    share = measure.unit == "percent" and scan.ending(position, "attributive")
    frame = max(
        filter(None, (scan.last(topic, position) for topic in ("frame", "before")[: 1 + bool(share)])), default=None
    )
    if not frame or frame.start < earliest or position - frame.end > _BEHIND:
        return None
    return None if _CLAUSE_END.search(scan.masked, frame.end, position) else frame


def _behind(scan: Scan, measure: Measure, latest: int) -> Mark | None:
    """Find a comparator behind the number, the unit, or in scripts without spaces a little further on."""
    for position in (measure.number.end, measure.end, _behind_brackets(scan, measure.end)):
        if mark := scan.starting(position, "after"):
            return mark if mark.end <= latest and not _belongs_to_next(scan, mark, latest) else None
    if scan.lexicon.script.spaces:
        return _behind_complement(scan, measure, latest)
    end = min(latest, measure.end + _BEHIND)
    if stop := _CLAUSE_END.search(scan.masked, measure.end, end):
        end = stop.start()
    mark = scan.first("behind", measure.end)
    return mark if mark and mark.start < end else None


def _belongs_to_next(scan: Scan, mark: Mark, latest: int) -> bool:
    """Tell the comparator of the next number: "in 30 days at least two courses"."""
    return scan.starting(mark.start, "before") is not None and scan.skip(mark.end) == latest < len(scan.masked)


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
    return mark if complement and not _REMARK.search(scan.masked, measure.end, mark.start) else None


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
