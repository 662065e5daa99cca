"""The files that articles include and link to: read once, and only below the folders of the project."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

LIMIT = 4 * 1024 * 1024


def library(base: Path, roots: Sequence[Path]) -> Callable[[str], str | None]:
    """Return a function from the name of a file to its text.

    Args:
        base: The folder that names are relative to.
        roots: The folders that nothing may leave, not even through a symbolic link.

    Returns:
        A function that answers None for a file that does not exist, lies elsewhere or cannot be opened, and "" for a
        file that is no text: an image exists, although nobody reads it.
    """
    allowed = tuple(os.path.realpath(root) for root in roots)

    @cache
    def text(name: str) -> str | None:
        try:
            path = Path(os.path.realpath(base / name))
            if not any(path.is_relative_to(root) for root in allowed) or not path.is_file():
                return None
            if path.stat().st_size > LIMIT:
                return ""
            return path.read_bytes().decode()
        except UnicodeDecodeError:
            return ""
        except (OSError, ValueError):
            return None

    return text
