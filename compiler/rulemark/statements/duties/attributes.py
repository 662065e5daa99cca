"""Modal words inside an attribute in front of its noun, as in Chinese: `请联系可以开门的人`."""

from __future__ import annotations

from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_end, stretch_start
from rulemark.statements.words.scanning import Scan

_SHORT_VERB = 2
"""Characters of a verb in front of the particle that makes it an attribute: `可享受的`."""


def attribute_of(scan: Scan, mark: Mark) -> Mark | None:
    """Return what makes a modal part of an attribute, None where it binds by itself.

    It stands beside another modal (`需要钥匙的客户可以 …`), behind a verb or preposition, or
    alone with its verb before a noun.
    """
    attribute = scan.first("attributive", mark.end)
    end = stretch_end(scan, mark.end) if attribute else 0
    if not attribute or attribute.start >= end:
        return None
    if attribute.end < end and (_opens_attribute(scan, mark) or _is_short_attribute(scan, mark, attribute)):
        return attribute
    earlier, later = scan.last("modal", mark.start), scan.first("modal", mark.end)
    if earlier and earlier.start >= stretch_start(scan, mark.start) and not _joined(scan, earlier.end, mark.start):
        return attribute
    if not later or later.start <= attribute.start or later.end >= end or scan.lexicon.modals[later.name].weak:
        return None
    return None if _joined(scan, mark.end, later.start) else attribute


def _opens_attribute(scan: Scan, mark: Mark) -> bool:
    """Tell whether an object begins with a modal: `选择需要钥匙的客人`, `适用于有权进入的人`."""
    position = scan.back(mark.start, " ")
    ordered = scan.ending(mark.start, "imperative") and not scan.ending(mark.start, "please")
    return bool(ordered) or scan.masked.endswith(scan.lexicon.words("attribute_front"), 0, position)


def _is_short_attribute(scan: Scan, mark: Mark, attribute: Mark) -> bool:
    """Tell a modal and its verb before a noun, `可享受的优惠`, from one before an object, `可选择新的优惠`."""
    verb = scan.masked[mark.end : attribute.start].replace(" ", "")
    takes_noun = scan.lexicon.modals[mark.name].measured is not scan.lexicon.modals[mark.name].plain
    other = takes_noun or verb.startswith(scan.lexicon.words("equals")) or scan.starting(mark.end, "stop")
    return len(verb) == _SHORT_VERB and not other


def _joined(scan: Scan, start: int, end: int) -> bool:
    """Tell whether something between two modals gives the second one a predicate of its own."""
    marks = (scan.first(topic, start) for topic in ("continue", "embedding"))
    return any(mark is not None and mark.start < end for mark in marks)
