"""A writer's own words, as they can stand between backticks in a message."""

from __future__ import annotations


def excerpt(text: str, longest: int = 60) -> str:
    """Return text on one line and without backticks, cut to so many characters."""
    words = " ".join(text.replace("`", "'").split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
