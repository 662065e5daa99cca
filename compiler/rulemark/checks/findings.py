"""Every check over a compilation, in one fixed order."""

from __future__ import annotations

from rulemark.checks import consistency, coverage, freshness, parity
from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic, sort_key

_FAMILIES = (coverage.find, consistency.find, parity.find, freshness.find)


def run(compilation: Compilation) -> tuple[Diagnostic, ...]:
    """Find what is wrong with a project.

    Args:
        compilation: The forms of the project side by side.

    Returns:
        The findings by place, each once.
    """
    found = {finding for find in _FAMILIES for finding in find(compilation)}
    return tuple(sorted(found, key=sort_key))
