"""Changes as Markdown: what a reviewer of a pull request needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rulemark.difference.model import Change, ChangeKind
from rulemark.difference.render.counts import SHOWN, counts

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_TITLES = {
    ChangeKind.CHANGED: "Changed rules",
    ChangeKind.ADDED: "New",
    ChangeKind.REMOVED: "Gone",
    ChangeKind.REWORDED: "Other words, same meaning",
    ChangeKind.RETRANSLATED: "Translated again",
}
_BY_NAME_ONLY = frozenset({ChangeKind.REWORDED, ChangeKind.RETRANSLATED})


def to_markdown(changes: Sequence[Change]) -> str:
    """Return the changes for a pull-request comment, with a final newline."""
    return "\n".join(("### Policy changes", "", counts(changes), *_sections(changes))) + "\n"


def _sections(changes: Sequence[Change]) -> Iterator[str]:
    for kind in SHOWN:
        found = [change for change in changes if change.change is kind]
        if found:
            yield from ("", f"#### {_TITLES[kind]}", "")
            for change in found:
                yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    direction = f" — {change.direction.value}" if change.direction else ""
    whom = f" ({', '.join(map(_plain, change.monikers))})" if change.monikers else ""
    yield f"- {change.kind} `{change.id.replace('`', '')}`{whom}{direction}"
    if change.change in _BY_NAME_ONLY:
        return
    if change.before:
        yield f"  - before: {_plain(change.before)}"
    if change.after:
        yield f"  - after: {_plain(change.after)}"
    yield from (f"  - {_plain(example)}" for example in change.examples)


def _plain(text: str) -> str:
    """Escape what Markdown would read as more than text."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
