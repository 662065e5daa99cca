"""Casebooks are tests: every Markdown file with a case is collected, one test a case."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import casebook


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update`."""
    parser.addoption("--update", action="store_true", help="rewrite the expectations of casebooks to what comes out")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect Markdown files that hold cases."""
    if file_path.suffix == ".md" and casebook.is_casebook(file_path):
        return Casebook.from_parent(parent, path=file_path)
    return None


class Casebook(pytest.File):
    """A Markdown file of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield one test a case."""
        for case in casebook.read(self.path.read_text(encoding="utf-8")):
            yield CaseItem.from_parent(self, name=case.title, case=case)


class Mismatch(Exception):  # noqa: N818 - it is a verdict, not an error of the program
    """An expectation that does not hold."""


class CaseItem(pytest.Item):
    """One case."""

    def __init__(self, *, case: casebook.Case, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type] # pytest passes name and parent through
        self.case = case

    def runtest(self) -> None:
        """Compare every expectation with what comes out, or rewrite it."""
        if self.config.getoption("--update"):
            casebook.update(self.path, self.case.title)
            return
        differences = [self._difference(fence, found) for fence, found in casebook.failures(self.case)]
        if differences:
            raise Mismatch("\n".join(differences))

    def _difference(self, fence: casebook.Fence, found: str) -> str:
        lines = difflib.unified_diff(fence.text.splitlines(), found.splitlines(), "expected", "found", lineterm="", n=2)
        return f"{self.path}:{fence.line}: {' '.join(fence.words)}\n" + "\n".join(lines)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:  # noqa: ANN401 - pytest's
        """Show the difference alone; a traceback only for a bug."""
        if isinstance(excinfo.value, Mismatch):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, style))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Name the section of the casebook."""
        return self.path, self.case.line - 1, self.name
