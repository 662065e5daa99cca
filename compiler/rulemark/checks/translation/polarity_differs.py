"""Whether a "not" was lost or added in translation."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.problems import POLARITY_DIFFERS
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.checks.translation.polarity import Polarity, polarity
from rulemark.diagnostics import Severity
from rulemark.statements import Speech

_SHORT = 20
"""Words of a sentence in which an added denial cannot be a way of saying the same."""


def polarity_differs(source: Line, target: Line) -> Iterator[PairFinding]:
    """Yield a finding when one sentence denies and nothing at all in the other one could stand for that."""
    ours, theirs, english = source.polarity, target.polarity, polarity("en")
    if ours is None or theirs is None or english is None or len(target.text) * 5 < len(source.text):
        return
    kept = english.denial(target.folded) or _stands_for_denial(ours, theirs, source, target)
    if not kept and (lost := ours.denial(source.folded)):
        message = f"`{lost}` has no counterpart in the translation"
        yield PairFinding(POLARITY_DIFFERS.name, Severity.ERROR, message)
    short = source.reading.speech is not Speech.INSTRUCTION and len(source.text.split()) <= _SHORT
    if short and not _has_any(ours, source) and (added := theirs.denial(target.folded)):
        message = f"the translation says `{added}`, which has no counterpart in the source"
        yield PairFinding(POLARITY_DIFFERS.name, Severity.WARNING, message)


def _stands_for_denial(ours: Polarity, theirs: Polarity, source: Line, target: Line) -> bool:
    """Whether the target denies, in whatever words.

    A word such as `differs` counts only beyond those that the source has anyway, and a limit such as `only` where the
    source names one: "not until", "not other than".
    """
    if theirs.denial(target.folded) or theirs.implied(target.folded) > ours.implied(source.folded):
        return True
    return ours.is_limited(source.folded) and theirs.is_limited(target.folded)


def _has_any(words: Polarity, line: Line) -> bool:
    """Whether a sentence has any word that another language may put with a "not"."""
    return bool(words.denies.search(line.folded) or words.implies.search(line.folded)) or words.is_limited(line.folded)
