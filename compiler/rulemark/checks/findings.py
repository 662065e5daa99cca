"""Every check over a compilation, in one fixed order."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Final

from rulemark.checks import consistency, coverage, freshness, parity, problems
from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic, Kind, sort_key

BETWEEN_LANGUAGES: Final = frozenset(
    kind for kind in vars(problems).values() if isinstance(kind, Kind) and kind.code.startswith("RM42")
)
"""The kinds of what an article and its translations say differently: no other article plays a part in them."""


def run(compilation: Compilation, translated: Collection[str] | None = None) -> tuple[Diagnostic, ...]:
    """Find what is wrong with a project.

    Args:
        compilation: The forms of the project side by side.
        translated: The articles to compare with their translations, which takes longest; None: all of them.

    Returns:
        The findings by place, each once.
    """
    between = partial(parity.find, articles=translated)
    families = (coverage.find, consistency.find, between, freshness.find)
    found = {finding for find in families for finding in find(compilation)}
    return tuple(sorted(found, key=sort_key))
