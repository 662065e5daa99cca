"""Whether a "not" was lost or added in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rulemark.checks.problems import POLARITY_DIFFERS
from rulemark.checks.translation.comparison_differs import affirms_the_opposite, denies_the_opposite
from rulemark.checks.translation.cues import Cues
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.diagnostics import Severity
from rulemark.statements import DENYING, Modality, Speech

_SHORT = 24
"""Words of a sentence in which an added denial cannot be a way of saying the same."""
_AFFIRMS = frozenset({Modality.MAY, Modality.MUST, Modality.SHOULD})
_OPERATOR = re.compile(r"\b(?:NOT|NOR)\b")
"""An operator of a query: it is the same in every language."""
_UNTRANSLATED = (" not ", "n't ", " cannot ")
"""A denial of English that nobody translated; other words of it mean something else elsewhere, as `no` does."""


def polarity_differs(source: Line, target: Line) -> Iterator[PairFinding]:
    """Yield a finding when one sentence denies more often than anything in the other one could stand for."""
    yield from denial_lost(source, target)
    if words := _words(source, target):
        ours, theirs = words
        implied = ours.implied(source.folded) - theirs.implied(target.folded)
        yield from _added(source, ours, target, theirs, max(0, implied))


def denial_lost(source: Line, target: Line) -> Iterator[PairFinding]:
    """Yield a finding when a denial of the source is lost: in a sentence, or in a block that is cut differently."""
    if words := _words(source, target):
        ours, theirs = words
        implied = theirs.implied(target.folded) - ours.implied(source.folded)
        yield from _lost(source, ours, target, theirs, max(0, implied))


def _words(source: Line, target: Line) -> tuple[Cues, Cues] | None:
    """Return the small words of both languages, None where nothing can be told."""
    ours, theirs = source.cues, target.cues
    same = source.folded == target.folded or len(target.text) * 5 < len(source.text)
    if ours is None or theirs is None or same or _OPERATOR.search(source.text):
        return None
    return ours, theirs


def _lost(source: Line, ours: Cues, target: Line, theirs: Cues, implied: int) -> Iterator[PairFinding]:
    """A denial of the source has no counterpart, not even a word such as `differs` that the source has not.

    "Not until" and "not unless" may have become an "only".
    """
    said, kept = ours.denials(source.folded), theirs.denials(target.folded)
    # "Not only" may be the "not … just" of the source.
    idle = max(0, theirs.idled(target.folded) - ours.idled(source.folded))
    untranslated = sum(f"{target.folded} ".count(word) for word in _UNTRANSLATED)
    limited = affirms_the_opposite(source, target)
    if len(said) <= len(kept) + implied + idle + untranslated + limited:
        return
    if ours.defers.search(source.folded) and theirs.limits.search(target.folded):
        return
    if kept:
        message = f"the source denies {_quoted(said)}, the translation only {_quoted(kept)}"
        yield PairFinding(POLARITY_DIFFERS.name, Severity.WARNING, message)
    else:
        yield PairFinding(POLARITY_DIFFERS.name, Severity.ERROR, f"`{said[0]}` has no counterpart in the translation")


def _added(source: Line, ours: Cues, target: Line, theirs: Cues, implied: int) -> Iterator[PairFinding]:
    """The translation denies what the source, in whatever words, affirms."""
    if ours.denies.search(source.folded) or implied:
        return
    added = theirs.denials(target.folded)
    limited = ours.reserves if _is_turned(source, target) else ours.limits
    plain = source.reading.speech is not Speech.INSTRUCTION and len(source.text.split()) <= _SHORT
    # Two denials may affirm: "only owners" is "nobody but owners" elsewhere.
    said = limited.search(source.folded) or denies_the_opposite(source, target)
    if len(added) == 1 and (plain or limited is ours.reserves) and not said:
        message = f"the translation says `{added[0]}`, which has no counterpart in the source"
        yield PairFinding(POLARITY_DIFFERS.name, Severity.WARNING, message)


def _is_turned(source: Line, target: Line) -> bool:
    """Whether the main clause allows or demands in the source what it denies in the translation."""
    return source.reading.modality in _AFFIRMS and target.reading.modality in DENYING


def _quoted(words: tuple[str, ...]) -> str:
    return " and ".join(f"`{word}`" for word in words)
