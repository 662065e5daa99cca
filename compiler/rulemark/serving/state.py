"""What the last build came to, and who waits for the next one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from threading import Condition

from rulemark.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding as a page shows it: plain text throughout."""

    place: str
    code: str
    severity: str
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class State:
    """What a build came to.

    Attributes:
        build: The running number of the build that last changed a page.
        findings: What is wrong with the articles.
        error: Why nothing could be built this time; "" when it could.
    """

    build: int
    findings: tuple[Problem, ...] = ()
    error: str = ""

    @property
    def json(self) -> str:
        """The state on one line."""
        return json.dumps(asdict(self), ensure_ascii=True)


def problems(diagnostics: Iterable[Diagnostic]) -> tuple[Problem, ...]:
    """Return findings as pages show them."""
    return tuple(
        Problem(
            place=f"{item.location.path}:{item.location.start.line}:{item.location.start.column}",
            code=item.kind.code,
            severity=item.severity.value,
            message=item.message,
            help=item.help or "",
        )
        for item in diagnostics
    )


class Bulletin:
    """The latest state, and a bell for those who wait for a newer one. Every method may be called by any thread."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._edition = 0
        self._closed = False
        self._bell = Condition()

    @property
    def closed(self) -> bool:
        """Whether no state will follow."""
        return self._closed

    def publish(self, state: State) -> None:
        """Replace the state and wake everybody up."""
        with self._bell:
            self._state = state
            self._edition += 1
            self._bell.notify_all()

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._bell:
            self._closed = True
            self._bell.notify_all()

    def read(self) -> tuple[int, State]:
        """Return the latest state with the number of its edition."""
        with self._bell:
            return self._edition, self._state

    def wait(self, seen: int, seconds: float) -> tuple[int, State] | None:
        """Return a later edition than one that was seen, or None when none comes in time, or ever."""
        with self._bell:
            self._bell.wait_for(lambda: self._closed or self._edition != seen, timeout=seconds)
            return None if self._closed or self._edition == seen else (self._edition, self._state)
