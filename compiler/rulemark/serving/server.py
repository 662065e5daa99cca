"""The server: pages, pictures and events, on the loopback address only.

Any site that a browser shows can send requests to this machine, under a name of its own that leads here. So a request
must name this server as its host; everything else is refused, whatever it asks for.
"""

from __future__ import annotations

import mimetypes
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from rulemark.serving.files import Shelf
from rulemark.serving.page import EVENTS, SCRIPT, script, with_script
from rulemark.serving.state import Bulletin, State

LOOPBACK = "127.0.0.1"
_NAMES = (LOOPBACK, "localhost")
_ALIVE = 15.0
"""Seconds of silence after which a listener is told that it is still heard; a dead one is noticed then."""
_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""For all that is no page: opened by itself, a picture can run nothing."""


class GuidanceServer(ThreadingHTTPServer):
    """Serves one project; ends with its process, whoever still listens."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, shelf: Shelf, bulletin: Bulletin) -> None:
        self.shelf = shelf
        self.bulletin = bulletin
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who went away is no error, and there is nobody else to tell."""


class _Handler(BaseHTTPRequestHandler):
    server: GuidanceServer
    server_version = "rulemark"
    sys_version = ""
    timeout = 60.0

    def do_GET(self) -> None:
        """Answer with a page, a picture, or the stream of events."""
        if not self._from_here():
            self._refuse(HTTPStatus.FORBIDDEN, "this server answers only to its own address")
            return
        address = self.path.partition("?")[0]
        match address:
            case "/":
                self._redirect(self.server.shelf.home)
            case "/favicon.ico":
                self._send(b"", "text/plain; charset=utf-8", HTTPStatus.NO_CONTENT)
            case _ if address == EVENTS:
                self._stream()
            case _ if address == SCRIPT:
                self._send(script().encode(), "text/javascript; charset=utf-8")
            case _:
                self._file(address)

    def do_HEAD(self) -> None:
        """Answer without the content."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the standard library
        """Requests are not what the terminal is for."""

    def _from_here(self) -> bool:
        """Whether the request names this server, by one of its own names, as its host."""
        hosts = self.headers.get_all("Host") or []
        port = self.server.port
        own = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == 80 else set())
        return len(hosts) == 1 and hosts[0].strip().lower() in own

    def _file(self, address: str) -> None:
        path = self.server.shelf.find(address)
        content = None if path is None else _content(path)
        if path is None or content is None:
            self._refuse(HTTPStatus.NOT_FOUND, "there is no such page")
        elif path.suffix == ".html":
            self._send(with_script(content.decode(errors="replace")).encode(), "text/html; charset=utf-8")
        else:
            self._send(content, _type(path))

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _refuse(self, status: HTTPStatus, reason: str) -> None:
        self._send(f"{reason}\n".encode(), "text/plain; charset=utf-8", status)

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self._protect("frame-ancestors 'self'" if kind.startswith("text/html") else _INERT)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _protect(self, policy: str) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Security-Policy", policy)

    def _stream(self) -> None:
        """Send the state now and whenever it changes, until the reader leaves or the server ends."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._protect(_INERT)
        self.end_headers()
        if self.command == "HEAD":
            return
        bulletin = self.server.bulletin
        edition, state = bulletin.read()
        self._tell(state)
        while not bulletin.closed:
            news = bulletin.wait(edition, _ALIVE)
            if news is None:
                self.wfile.write(b": still here\n\n")
            else:
                edition, state = news
                self._tell(state)

    def _tell(self, state: State) -> None:
        self.wfile.write(f"event: state\ndata: {state.json}\n\n".encode())
        self.wfile.flush()


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _type(path: Path) -> str:
    kind = _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
