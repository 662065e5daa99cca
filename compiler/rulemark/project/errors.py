"""What makes a project unusable: misuse, as opposed to findings in its articles."""

from __future__ import annotations

from rulemark.config import Misuse


class ProjectError(Misuse):
    """A project that cannot be opened, read or written."""
