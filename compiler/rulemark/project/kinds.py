"""Every kind of finding of every stage, by code."""

from __future__ import annotations

from rulemark.checks import problems as checks
from rulemark.diagnostics import Kind
from rulemark.document import problems as document
from rulemark.policy import problems as policy
from rulemark.project import problems as project

STAGES = (document, policy, checks, project)

KINDS: tuple[Kind, ...] = tuple(
    sorted(
        (value for stage in STAGES for value in vars(stage).values() if isinstance(value, Kind)),
        key=lambda kind: kind.code,
    )
)
"""All of them; a code or a name that stands twice is a mistake of ours that a test finds."""
