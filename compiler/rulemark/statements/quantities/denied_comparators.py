"""Comparators that are turned round: "not more than", "must not share more than", `1MB를 초과할 수 없습니다`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rulemark.statements.lexicon import Lexicon
from rulemark.statements.meaning import DENYING, Comparison, Modality
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.scanning import Scan

_FORBIDDING = DENYING - {Modality.NEED_NOT}
_PREDICATE = 4
"""Characters between a comparator and the predicate that forbids it."""
_OBJECT = 2
"""Words between the two where words stand apart: `7'den fazla kitap tutamaz`."""
_ADVERBIAL = 25
"""Characters between the two where the comparator goes with the verb: `5 冊を超えて借りることはできません`."""
_MARKER = "condition_behind"
_PARTING = ("topic_end", "topic_particle", _MARKER, "negation", "clause_opener", "connective_end")
_DENIED_MODAL = 3
"""Words between a modal that is denied and a comparator: "must not share more than"."""


def denied(scan: Scan, position: int) -> bool:
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
    return negation.end <= position and scan.words(_before_verb(scan, negation.end), position) <= reach


def _before_verb(scan: Scan, position: int) -> int:
    """Return where a verb starts behind unstressed pronouns and an auxiliary: `no se admiten`, `não são aceitos`."""
    while (word := scan.starting(position, "clitic")) or (word := scan.starting(position, "finite")):
        position = word.end
    return position


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


def denied_behind(scan: Scan, mark: Mark) -> bool:
    """Tell whether the predicate behind a comparator forbids it: `1MB를 초과할 수 없습니다`."""
    if not scan.lexicon.script.marker_last:
        return False
    modal = scan.first("modal", mark.end)
    if modal is None or scan.lexicon.modals[modal.name].plain not in _FORBIDDING:
        return False
    return modal.start - mark.end <= _PREDICATE or _goes_with(scan, mark, modal.start)


def _goes_with(scan: Scan, mark: Mark, verb: int) -> bool:
    """Tell `3개를 초과하여 첨부할 수 없습니다`, a limit, from `3개를 초과하는 파일은 …`, which tells cases."""
    parting: tuple[str, ...] = _PARTING
    if scan.lexicon.script.spaces:
        near, parting = scan.words(mark.end, verb) <= _OBJECT, (*_PARTING, "stop")
    else:
        near = verb - mark.end <= _ADVERBIAL and scan.starting(mark.start, "adverbial") is not None
        near = near and not scan.masked.startswith(scan.lexicon.words("genitive"), mark.end)
    # the ending of `2 m'den yüksekse` makes it a condition
    parts = (scan.first(topic, mark.start if topic == _MARKER else mark.end) for topic in parting) if near else ()
    return near and not any(part is not None and part.start < verb for part in parts)
