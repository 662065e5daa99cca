"""What makes a project unusable: misuse, as opposed to findings in its articles."""

from __future__ import annotations


class ProjectError(Exception):
    """A project that cannot be opened, read or written; the message is one line for the person who asked for it."""
