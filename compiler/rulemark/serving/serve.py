"""The whole of it: build, serve, watch, build again."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, time_ns
from typing import Protocol, TypeAlias

from rulemark.diagnostics import Diagnostic
from rulemark.project import Build, Progress, Project, ProjectError, build, silent
from rulemark.serving.files import shelf_of
from rulemark.serving.server import LOOPBACK, GuidanceServer
from rulemark.serving.state import Bulletin, State, problems
from rulemark.serving.watching import inputs_of, saves

Progresses: TypeAlias = Callable[[], AbstractContextManager[Progress]]
"""Begins to show how far one build is."""


class Teller(Protocol):
    """Tells somebody how it goes."""

    def serving(self, address: str) -> None:
        """Say that pages can be read at an address."""

    def built(self, findings: Sequence[Diagnostic], pages: int, seconds: float) -> None:
        """Say what a build found, how many files it changed, and how long it took."""

    def failed(self, reason: str) -> None:
        """Say why nothing could be built."""


@dataclass(frozen=True, slots=True)
class _Built:
    build: Build
    changed: int

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        return self.build.findings

    @property
    def project(self) -> Project:
        return self.build.project


def serve(
    root: Path,
    port: int,
    teller: Teller,
    *,
    stop: Event | None = None,
    progresses: Progresses = lambda: nullcontext(silent),
) -> None:
    """Serve the guidance pages of a project until `stop` is set, or somebody interrupts.

    Args:
        root: The folder of the project.
        port: The port on 127.0.0.1; 0: any that is free.
        teller: Told how it goes.
        stop: Set by another thread to end it; None: only an interrupt does.
        progresses: Called for every build, and told how far it is.

    Raises:
        ProjectError: There is no project, or the port is in use.
    """
    stop = stop or Event()
    since = time_ns()
    built = _timed(root, teller, progresses)
    bulletin = Bulletin(State(1, problems(built.findings)))
    with _listening(port, built.project, bulletin) as server:
        teller.serving(f"http://{LOOPBACK}:{server.port}{server.shelf.home}")
        while not stop.is_set():
            for _ in saves(inputs_of(root, built.project.config), stop, since):
                since = time_ns()
                built = _again(root, built, bulletin, teller, progresses)
                server.shelf = shelf_of(root, built.project.config)


def _again(root: Path, before: _Built, bulletin: Bulletin, teller: Teller, progresses: Progresses) -> _Built:
    """Build once more and publish what came of it; return what there is to serve."""
    _, state = bulletin.read()
    try:
        built = _timed(root, teller, progresses, before.build)
    except ProjectError as error:
        teller.failed(str(error))
        bulletin.publish(replace(state, error=str(error)))
        return before
    bulletin.publish(State(state.build + bool(built.changed), problems(built.findings)))
    return built


def _timed(root: Path, teller: Teller, progresses: Progresses, before: Build | None = None) -> _Built:
    start = perf_counter()
    with progresses() as progress:
        built = _build(root, progress, before)
    teller.built(built.findings, built.changed, perf_counter() - start)
    return built


def _build(root: Path, progress: Progress, before: Build | None) -> _Built:
    made = build(Project.open(root), before, progress)
    changes = made.project.changes(made.artifacts)
    made.project.write(changes)
    return _Built(made, len(changes.paths))


@contextmanager
def _listening(port: int, project: Project, bulletin: Bulletin) -> Iterator[GuidanceServer]:
    try:
        server = GuidanceServer(port, shelf_of(project.root, project.config), bulletin)
    except OSError as error:
        reason = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be used: {error.strerror}"
        raise ProjectError(f"port {port} {reason}; try another one with --port") from None
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, name="rulemark-serve", daemon=True)
    thread.start()
    try:
        yield server
    finally:
        bulletin.close()
        server.shutdown()
        server.server_close()
        thread.join()
