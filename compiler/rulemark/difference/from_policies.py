"""Two policy sets to the changes between them."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.difference.decisions import Version, examples
from rulemark.difference.directions import direction
from rulemark.difference.entries import Entry, entries
from rulemark.difference.matching import match, similarity
from rulemark.difference.model import Change, ChangeKind, Direction
from rulemark.policy import Decision, Policy, PolicySet
from rulemark.statements import DENYING

_REPEATED = 0.9
_SAID_AGAIN = frozenset({"duty", "timer", "amount", "advisory", "sentence"})
"""Kinds of elements of which two with the same words say no more than one."""


def compare(old: PolicySet, new: PolicySet) -> tuple[Change, ...]:
    """Say what became of every element.

    Args:
        old: The policies of the old version.
        new: The policies of the new one.

    Returns:
        One change for each element of either version, article by article in the order of their paths, in an article in
        the order of the new version, removed elements last.
    """
    paths = sorted({policy.path for policy in (*old.policies, *new.policies)})
    return tuple(change for path in paths for change in _article(old.get(path), new.get(path)))


def _article(old: Policy | None, new: Policy | None) -> Iterator[Change]:
    before = tuple(entries(old)) if old else ()
    after = tuple(entries(new)) if new else ()
    for left, right in match(before, after):
        if left is None and right is not None:
            if not _repeats(right, before):
                yield _lonely(right, ChangeKind.ADDED)
        elif left is not None and right is None:
            if not _repeats(left, after):
                yield _lonely(left, ChangeKind.REMOVED)
        elif left is not None and right is not None and old is not None and new is not None:
            yield _pair(left, right, old, new)


def _repeats(entry: Entry, others: tuple[Entry, ...]) -> bool:
    """Whether the other version says the same, once, to at least the same readers."""
    return any(
        other.kind == entry.kind
        and similarity(other.words, entry.words) >= _REPEATED
        and (not other.monikers or (entry.monikers and set(entry.monikers) <= set(other.monikers)))
        for other in others
        if entry.kind in _SAID_AGAIN
    )


def _lonely(entry: Entry, change: ChangeKind) -> Change:
    before, after = (entry.summary, "") if change is ChangeKind.REMOVED else ("", entry.summary)
    return Change(entry.id, entry.kind, change, None, entry.monikers, before, after)


def _pair(left: Entry, right: Entry, old: Policy, new: Policy) -> Change:
    differing: tuple[str, ...] = ()
    changed = _states_otherwise(left, right) or _binds_otherwise(left, right)
    if isinstance(left.element, Decision) and isinstance(right.element, Decision):
        found = examples(Version(old, left.element), Version(new, right.element))
        if found is None:
            changed = [case.when for case in left.element.cases] != [case.when for case in right.element.cases]
        else:
            differing, changed = found, bool(found)
    if not changed:
        return Change(right.id, right.kind, _by_words(left, right), None, right.monikers, left.summary, right.summary)
    went = Direction.MOVES if right.kind == "decision" else direction(left.element, right.element)
    before, after = left.summary, right.summary
    if before == after:
        before, after = _told_apart(left, right)
    return Change(right.id, right.kind, ChangeKind.CHANGED, went, right.monikers, before, after, differing)


def _told_apart(left: Entry, right: Entry) -> tuple[str, str]:
    """Return what shows the difference of two elements that are the same in short."""
    if left.monikers == right.monikers:
        return left.words, right.words
    before, after = (f"{entry.summary} (for {', '.join(entry.monikers) or 'everybody'})" for entry in (left, right))
    return before, after


def _states_otherwise(left: Entry, right: Entry) -> bool:
    """Whether the values differ; a sentence that became another kind of element is compared by what its words state."""
    return left.stated != right.stated if left.kind != right.kind else left.values != right.values


def _binds_otherwise(left: Entry, right: Entry) -> bool:
    """Whether both say how they bind, and differently.

    A denial must have come or gone for "may" to become "may not": the same denial is put in many ways. A sentence that
    only one version puts as a duty ("let them know", "you must let them know") is the same duty in other words.
    """
    if left.mode is None or right.mode is None or left.mode == right.mode:
        return False
    turned = left.mode in DENYING or right.mode in DENYING
    return left.denies != right.denies if turned else True


def _by_words(left: Entry, right: Entry) -> ChangeKind:
    if left.words != right.words:
        return ChangeKind.REWORDED
    ours, theirs = dict(left.translations), dict(right.translations)
    if any(ours[locale] != theirs[locale] for locale in ours.keys() & theirs.keys()):
        return ChangeKind.RETRANSLATED
    return ChangeKind.UNCHANGED
