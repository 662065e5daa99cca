"""The next version of a generated package."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rulemark.difference.model import Change, ChangeKind

_VERSION = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})")
_MAJOR = frozenset({ChangeKind.CHANGED, ChangeKind.REMOVED})


def suggest_version(changes: Iterable[Change], version: str) -> str:
    """Return the version that says what changed.

    Args:
        changes: What became of every element since `version`.
        version: The released version, `major.minor.patch`.

    Returns:
        The next major version for a changed or removed rule, the next minor one for a new element, the next patch for
        other words, and `version` itself when nothing changed. References alone never make more than a patch.

    Raises:
        ValueError: `version` is not made of three numbers.
    """
    match = _VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"not a version of three numbers: {version!r}")
    major, minor, patch = map(int, match.groups())
    kinds = {ChangeKind.REWORDED if change.kind == "reference" and change.change is not ChangeKind.UNCHANGED
             else change.change for change in changes}  # fmt: skip
    if kinds & _MAJOR:
        return f"{major + 1}.0.0"
    if ChangeKind.ADDED in kinds:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}" if kinds - {ChangeKind.UNCHANGED} else version
