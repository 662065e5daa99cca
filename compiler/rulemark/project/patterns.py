"""Paths that a setting is about: patterns as in `.gitignore`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pathspec import GitIgnoreSpec


def matches(path: str, patterns: Sequence[str]) -> bool:
    """Tell whether a path, relative to the project, fits one of some patterns and is not excepted by a later one."""
    return _spec(tuple(patterns)).match_file(path)


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(patterns)
