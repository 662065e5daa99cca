"""Corrections that a machine may make, made in the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from rulemark.diagnostics import Diagnostic, Edit
from rulemark.outputs.artifact import Artifact
from rulemark.project import replace_files


def apply_fixes(root: Path, diagnostics: Iterable[Diagnostic]) -> int:
    """Make the corrections that findings carry and return how many files changed.

    A correction that overlaps one already made waits for the next run.
    """
    taken: dict[str, list[Edit]] = defaultdict(list)
    texts: dict[str, str] = {}
    for diagnostic in diagnostics:
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        if edits and not any(_overlaps(edit, taken[edit.location.path]) for edit in edits):
            for edit in edits:
                taken[edit.location.path].append(edit)
                texts[edit.location.path] = edit.location.source.text
    replace_files(root, [Artifact(path, corrected(texts[path], taken[path])) for path in sorted(texts)])
    return len(texts)


def corrected(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits that don't overlap."""
    for edit in sorted(edits, key=lambda edit: edit.location.span, reverse=True):
        span = edit.location.span
        text = text[: span.start] + edit.replacement + text[span.end :]
    return text


def _overlaps(edit: Edit, taken: Iterable[Edit]) -> bool:
    span = edit.location.span
    return any(
        (span.start < other.location.span.end and other.location.span.start < span.end) or span == other.location.span
        for other in taken
    )
