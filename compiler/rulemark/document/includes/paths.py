"""Paths of included files and snippets: relative to the file that names them, never above the content root."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

_DRIVE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")


def resolve(written: str, includer: str) -> str | None:
    """Return a path from the content root, or None when it leads outside.

    Args:
        written: As the writer named it; `~/` is the content root.
        includer: The path, from the content root, of the file that names it.
    """
    path = unquote(written).replace("\\", "/").strip()
    if path.startswith("~/"):
        path = path[2:]
    elif path.startswith("/") or _DRIVE.match(path) or "\0" in path:
        return None
    else:
        path = posixpath.join(posixpath.dirname(includer), path)
    # an includer outside the root, such as a single file given by its absolute path, has no root to leave
    path = posixpath.normpath(path)
    outside = path == ".." or path.startswith("../") or (path.startswith("/") and not includer.startswith("/"))
    return None if outside else path
