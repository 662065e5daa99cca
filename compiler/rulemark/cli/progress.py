"""How far a long command is: a bar on standard error, and only where a person sees it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rulemark.project import Progress, silent


@contextmanager
def progress() -> Iterator[Progress]:
    """Yield a function that shows how far a step is; it does nothing when standard error is no terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console  # noqa: PLC0415 - slow to load, and mostly not needed
    from rich.progress import Progress as Bars  # noqa: PLC0415 - likewise

    with Bars(console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, int] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done)  # type: ignore[arg-type] # a task is an int with a name

        yield show
