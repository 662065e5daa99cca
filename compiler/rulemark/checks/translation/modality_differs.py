"""Whether what must be done still must, and what may happen still only may."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.problems import MODALITY_DIFFERS
from rulemark.checks.translation.line import Line, PairFinding
from rulemark.diagnostics import Severity
from rulemark.statements import Modality


def modality_differs(source: Line, target: Line) -> Iterator[PairFinding]:
    """Yield a finding when the main clauses bind differently and nothing else in the sentences explains it."""
    ours, theirs = source.reading.modality, target.reading.modality
    if ours is None or ours == theirs or not target.lexicon.words("modal"):
        return
    if theirs is None:
        if ours is Modality.MAY and _states_time(source) and not target.topics("modal") and not target.reading.hedges:
            yield PairFinding(
                MODALITY_DIFFERS.name, Severity.WARNING, "what may happen in the source happens in the translation"
            )
        return
    words = f"the source says that one {ours.in_words}, the translation that one {theirs.in_words}"
    pair = {ours, theirs}
    if pair == {Modality.MUST, Modality.MAY}:
        if not _explains(source, target):
            yield PairFinding(MODALITY_DIFFERS.name, Severity.WARNING, words)
    elif pair == {Modality.MUST, Modality.SHOULD}:
        yield PairFinding(MODALITY_DIFFERS.name, Severity.NOTE, words)


def _explains(source: Line, target: Line) -> bool:
    """Whether something else in the sentences may make a duty of a permission, or the other way round."""
    cues = source.cues
    if (
        _both(source.topics("modal"))
        or _both(target.topics("modal"))
        or _is_qualified(source)
        or _is_qualified(target)
        or cues is None
    ):
        return True
    if source.reading.modality is Modality.MUST:
        return bool(cues.possible.search(source.folded) or cues.denies.search(source.folded))
    # Prose says "must" for a way that one can take; only under a condition a rule changes.
    return not source.reading.conditions or bool(
        cues.necessary.search(source.folded) or cues.denies.search(source.folded)
    )


def _both(names: frozenset[str]) -> bool:
    """Whether a sentence has words for duty and for permission, so that it is unclear which binds."""
    kinds = {name.partition(" ")[0] for name in names}
    return {"is:must", "is:may"} <= kinds


def _is_qualified(line: Line) -> bool:
    """Whether "only" turns a permission into a duty ("only owners can"), or "possibly" a duty into a possibility."""
    restricted = line.cues is not None and line.cues.only.search(line.folded) is not None
    return restricted or bool(line.reading.hedges)


def _states_time(line: Line) -> bool:
    """Whether a sentence says without conditions when something happens, so that a lost "may" makes it certain."""
    return not line.reading.conditions and any(quantity.after for quantity in line.reading.quantities)
