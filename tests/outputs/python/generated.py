"""Generated packages on disk, ready to be imported."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from rulemark.outputs import Artifact
from rulemark.outputs.python import render
from rulemark.policy import PolicySet


def write(artifacts: Iterable[Artifact], folder: Path) -> None:
    """Write artifacts below a folder."""
    for artifact in artifacts:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(artifact.text, encoding="utf-8", newline="\n")


@contextmanager
def imported(policies: PolicySet, folder: Path, package: str = "plan_rules") -> Iterator[ModuleType]:
    """Import the package of policies; forget it afterwards."""
    write(render(policies, package=package), folder)
    sys.path.insert(0, str(folder / "python"))
    importlib.invalidate_caches()
    try:
        yield importlib.import_module(package)
    finally:
        sys.path.remove(str(folder / "python"))
        for name in [name for name in sys.modules if name.partition(".")[0] == package]:
            del sys.modules[name]


def module_source(policies: PolicySet, module: str, package: str = "plan_rules") -> str:
    """Return the source of one generated module."""
    return next(a.text for a in render(policies, package=package) if a.path == f"python/{package}/{module}.py")
