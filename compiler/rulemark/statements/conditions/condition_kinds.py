"""Whether a condition is the only way: "only if", "can only be used if", `darf nur …, wenn`, `só … quando`."""

from __future__ import annotations

from rulemark.statements.meaning import ConditionKind
from rulemark.statements.words.phrases import Mark
from rulemark.statements.words.punctuation import stretch_start
from rulemark.statements.words.scanning import Scan, words_from

_REACH = 8
"""Words between an "only" and the condition that it waits for."""
_RESTRICTED = ("number", "article", "definite", "before", "within", "partitive", "only")
_RESTRICTED_REACH = 3
"""The same where the verb does not stand right in front of "only"."""


def condition_kind(scan: Scan, mark: Mark, kind: str) -> ConditionKind:
    """Return the kind of a condition: "only" stands before the marker, or waits for it in the main clause.

    Args:
        scan: The sentence.
        mark: Its marker.
        kind: What the marker says by itself.
    """
    front = scan.back(mark.start, " ,")
    # Dutch `maar` is "only" and "but"
    only = None if scan.ending(front, "contrast") else scan.ending(front, "only")
    only = only or scan.last("only_then", mark.start)
    waits = only is not None or waits_for_condition(scan, mark.start)
    return ConditionKind.ONLY_IF if waits and kind in {ConditionKind.IF, ConditionKind.WHEN} else ConditionKind(kind)


def waits_for_condition(scan: Scan, position: int) -> bool:
    """Tell whether an "only" in the main clause waits for the condition whose marker stands at a position."""
    only_then = scan.last("only_then", position)
    if only_then and only_then.start >= stretch_start(scan, scan.back(position, " ,")):
        return True
    return bool(_only_before_verb(scan, position) or _only_behind_verb(scan, position))


def _only_before_verb(scan: Scan, position: int) -> Mark | None:
    """Find the "only" before the verb of a main clause that waits for its condition: `só é pago quando …`."""
    only = scan.last("only", position)
    if not only or scan.words(only.end, position) > _REACH or stretch_start(scan, position) > only.start:
        return None
    # "can only have one card if …" restricts the number
    counted = any(only.end <= number.start < position for number in scan.numbers)
    return only if not counted and scan.starting(only.end, "clitic", "finite", "modal") else None


def _only_behind_verb(scan: Scan, position: int) -> Mark | None:
    """Find the "only" that waits for its condition: "can only be used if", `darf nur kostenlos parken, wenn`."""
    only = scan.last("restricting", position)
    if not only or stretch_start(scan, scan.back(position, " ,")) > only.start:
        return None
    word = next(words_from(scan.masked, scan.skip(only.end)), None)
    names = scan.lexicon.script.capital_nouns and word is not None and scan.text[word.start()].isupper()
    number = scan.first("number", only.end)
    counted = number is not None and number.start < position
    if names or counted or scan.starting(only.end, *_RESTRICTED) or _counts_only(scan, only):
        return None
    behind_verb = scan.ending(only.start, "modal", "finite") is not None
    reach = _REACH if behind_verb and not scan.lexicon.script.verb_second else _RESTRICTED_REACH
    return only if scan.words(only.end, position) <= reach and (behind_verb or reach == _RESTRICTED_REACH) else None


def _counts_only(scan: Scan, only: Mark) -> bool:
    """Tell "only admins can …", which says who, from "can only …"."""
    return scan.words(stretch_start(scan, only.start), only.start) == 0
