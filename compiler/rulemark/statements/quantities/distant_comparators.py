"""Comparators that a noun or a verb parts from their number: "the maximum size of a file is 35 MB"."""

from __future__ import annotations

from operator import itemgetter

from rulemark.statements.quantities.measures import Measure
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import CLAUSE_END, REMARK
from rulemark.statements.words.scanning import Scan

_LABEL_REACH = 9
"""Words between "maximum" and the verb in front of its number."""
_LONGEST_NAME = 12
"""Characters of a noun between "maximum" and its particle, in scripts without spaces."""
_SPACES_OF_NAME = 2
_FRAMED = 20
"""Characters between a comparator and the number behind its verb."""


def label_of_number(scan: Scan, position: int, earliest: int) -> Mark | None:
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
    return None if REMARK.search(scan.masked, label.end, position) or _apart(scan, label.end, position) else label


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


def frame_of_number(scan: Scan, measure: Measure, earliest: int) -> Mark | None:
    """Find a comparator that a verb separates from its number, `最多可能会延迟 8 小时`, or what a share is taken of."""
    position = measure.start
    share = measure.unit == "percent" and scan.ending(position, "attributive")
    marks = (scan.last(topic, position) for topic in ("frame", "before")[: 1 + bool(share)])
    frame = max(filter(None, marks), key=itemgetter(0), default=None)
    if not frame or frame.start < earliest or position - frame.end > _FRAMED:
        return None
    return None if CLAUSE_END.search(scan.masked, frame.end, position) else frame
