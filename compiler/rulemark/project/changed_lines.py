"""The lines that differ from a revision, as git tells them, and the findings that stand on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from rulemark.diagnostics import Diagnostic
from rulemark.project.git import commit_of, git
from rulemark.source import Location

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_EVERYTHING = range(1, 10**9)

ChangedLines: TypeAlias = Mapping[str, tuple[range, ...]]
"""By path, relative to the project: the lines that are new or different."""


def lines_changed_since(root: Path, revision: str) -> ChangedLines:
    """Return the lines below a folder that differ from a revision; files that git doesn't know are all new.

    Raises:
        ProjectError: There is no such revision, or no repository.
    """
    commit = commit_of(root, revision)
    difference = git(
        root, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--relative", commit, "--", "."
    ).decode()
    untracked = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".").decode().split("\0")
    return {**_hunks(difference), **{path: (_EVERYTHING,) for path in untracked if path}}


def is_new(diagnostic: Diagnostic, changed: ChangedLines) -> bool:
    """Tell whether a finding, or a second place of it, stands on a changed line."""
    places = (diagnostic.location, *(label.location for label in diagnostic.labels))
    return any(_touches(place, changed.get(place.path, ())) for place in places)


def _touches(place: Location, lines: Iterable[range]) -> bool:
    first, last = place.start.line, place.end.line
    return any(first < changed.stop and changed.start <= last for changed in lines)


def _hunks(difference: str) -> dict[str, tuple[range, ...]]:
    found: dict[str, tuple[range, ...]] = {}
    path = ""
    for line in difference.splitlines():
        if line.startswith("+++ "):
            path = line.removeprefix("+++ ").removeprefix("b/").rstrip("\t")
        elif hunk := _HUNK.match(line):
            start, count = int(hunk[1]), int(hunk[2] or 1)
            found[path] = (*found.get(path, ()), range(start, start + max(count, 1)))
    return found
