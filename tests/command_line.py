"""What a command line did, for tests of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """The exit code and everything that was printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]
"""Runs a command line: `run("check", path)`."""
