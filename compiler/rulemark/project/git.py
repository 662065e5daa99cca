"""What git knows about a folder; the only place that starts a program."""

from __future__ import annotations

import subprocess
from pathlib import Path

from rulemark.project.errors import ProjectError


def commit_of(root: Path, revision: str) -> str:
    """Return the commit that a revision names in the repository around a folder; raises ProjectError when none."""
    try:
        name = f"{revision}^{{commit}}"
        return git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name).decode().strip()
    except ProjectError:
        raise ProjectError(f"{revision}: no such revision") from None


def git(root: Path, *arguments: str) -> bytes:
    """Return what a command of git prints; raises ProjectError when it fails or git is not there."""
    command = ("git", "-c", "core.quotepath=off", "-C", str(root), *arguments)
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603 - no shell, and no option comes from outside
    except FileNotFoundError:
        raise ProjectError("git is not installed") from None
    except subprocess.CalledProcessError as error:
        reason = " ".join(error.stderr.decode(errors="replace").split())
        raise ProjectError(f"git {arguments[0]}: {reason}") from None
