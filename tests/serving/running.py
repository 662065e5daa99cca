"""A server that runs for tests, with a small project that they edit."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from time import monotonic
from typing import Any

from rulemark.diagnostics import Diagnostic
from rulemark.serving import serve

ARTICLE = "# Return parcels\n\nYou must label every parcel.\n\n![A parcel](../media/parcel.svg)\n"
SECONDS = 20
PAGE = "/generated/guidance/en-us/returns.html"


@dataclass
class Teller:
    """Remembers what was told."""

    told: Queue[tuple[str, Any]] = field(default_factory=Queue)

    def serving(self, address: str) -> None:
        """Remember the address."""
        self.told.put(("serving", address))

    def built(self, findings: Sequence[Diagnostic], pages: int, seconds: float) -> None:
        """Remember a build."""
        assert seconds >= 0
        self.told.put(("built", (tuple(findings), pages)))

    def failed(self, reason: str) -> None:
        """Remember a failure."""
        self.told.put(("failed", reason))

    def next(self, kind: str) -> Any:  # noqa: ANN401 - what was told
        """Return what is told next of a kind."""
        while True:
            name, value = self.told.get(timeout=SECONDS)
            if name == kind:
                return value


@dataclass(frozen=True)
class Running:
    """A server that runs."""

    root: Path
    port: int
    teller: Teller

    def get(self, path: str, *, host: str | None = None, method: str = "GET") -> tuple[int, dict[str, str], str]:
        """Ask for a path exactly as it is written; return status, headers and text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", f"127.0.0.1:{self.port}" if host is None else host)
        connection.endheaders()
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, text

    def article(self, text: str, name: str = "returns.md") -> None:
        """Save an article."""
        (self.root / "content/en-us" / name).write_text(text, encoding="utf-8")

    def events(self) -> Generator[dict[str, Any], None, None]:
        """Yield the states that a page is told."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.request("GET", "/_rulemark/events")
        response = connection.getresponse()
        try:
            end = monotonic() + SECONDS
            while (line := response.readline()) and monotonic() < end:
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))
        finally:
            response.close()
            connection.close()


@contextmanager
def run(root: Path) -> Iterator[Running]:
    """Make a small project, and serve it as long as the context lasts."""
    (root / "content/en-us").mkdir(parents=True)
    (root / "content/media").mkdir()
    (root / "rulemark.toml").write_text('content = ["content"]\n')
    (root / "content/en-us/returns.md").write_text(ARTICLE)
    (root / "content/media/parcel.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (root.parent / "secret.html").write_text("secret")
    (root / "secret.svg").write_text("secret")
    teller, stop = Teller(), threading.Event()
    thread = threading.Thread(target=serve, args=(root, 0, teller), kwargs={"stop": stop})
    thread.start()
    port = int(teller.next("serving").split(":")[2].partition("/")[0])
    yield Running(root, port, teller)
    stop.set()
    thread.join(SECONDS)
    assert not thread.is_alive()
