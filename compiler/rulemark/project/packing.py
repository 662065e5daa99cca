"""The generated package as a wheel and a source distribution."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from rulemark.project.errors import ProjectError

_SOURCE_AND_WHEEL = ("-m", "hatchling", "build")
_WHEEL = ("-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", "dist", ".")


def pack(folder: Path) -> tuple[Path, ...]:
    """Build the package in a folder and return the files, in `dist` below it.

    Hatchling builds both kinds; where it is not installed, pip fetches it for the wheel alone.

    Raises:
        ProjectError: There is no package, or it cannot be built; the last line of the builder says why.
    """
    if not (folder / "pyproject.toml").is_file():
        raise ProjectError(f"{folder}: no package to build; run `rulemark build` first")
    command = _SOURCE_AND_WHEEL if find_spec("hatchling") else _WHEEL
    done = subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 -- a fixed command
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().splitlines()
        raise ProjectError(f"{folder}: the package cannot be built: {reason[-1] if reason else 'no reason given'}")
    return tuple(sorted((folder / "dist").iterdir()))
