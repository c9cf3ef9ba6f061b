"""A server on loopback that does what servers do to those who come back years later; and a clock that is set."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from chronology.survival.clock import Clock
from chronology.survival.journey import Traveller
from chronology.survival.visit import Manners

USER_AGENT = "chronology/1 (+https://example.org/)"
FILLER = " ".join(f"word{number}" for number in range(60))
"""Enough text for a page to count as one."""


class FakeClock(Clock):
    """Time that passes only when somebody waits."""

    def __init__(self, day: str = "2026-01-05") -> None:
        self.day = day
        self.time = 1000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def today(self) -> str:
        return self.day


class Server:
    """`answers[path] = (status, headers, body)`, or a function of the request; `requests` are 'METHOD path'."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, dict[str, str], bytes] | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.requests: list[str] = []
        self.agents: set[str] = set()
        self.closing = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.answer(self)

            do_HEAD = do_GET  # noqa: N815 - the standard library calls it so

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        if request.path != "/robots.txt" or "/robots.txt" in self.answers:
            self.requests.append(f"{request.command} {request.path}")
        self.agents.add(request.headers["User-Agent"])
        found = self.answers.get(request.path, (404, {}, b""))
        if callable(found):
            found(request)
            return
        status, headers, body = found
        request.send_response(status)
        for name, value in {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(body)),
            **headers,
        }.items():
            if value:
                request.send_header(name, value)
        request.end_headers()
        if request.command == "GET":
            request.wfile.write(body)

    def page(self, path: str, text: str, **headers: str) -> str:
        """Put a page there; return its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (200, named, f"<p>{text}</p><p>{FILLER}</p>".encode())
        return self.url + path

    def leads(self, path: str, to: str, status: int = 301) -> str:
        self.answers[path] = (status, {"Location": to}, b"")
        return self.url + path

    def silent(self, request: BaseHTTPRequestHandler) -> None:
        """Never answer, until the test is over."""
        self.closing.wait(60)

    def drip(self, request: BaseHTTPRequestHandler) -> None:
        """Send a header, a byte at a time, for ever."""
        request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.closing.wait(0.02):
            try:
                request.wfile.write(b"x")
            except OSError:
                return

    def reset(self, request: BaseHTTPRequestHandler) -> None:
        """Break the connection off."""
        request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.connection.close()
        request.close_connection = True
        request.wfile = request.rfile = _Nothing()  # type: ignore[assignment]

    def stop(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()


class _Nothing:
    closed = True

    def close(self) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    one = Server()
    yield one
    one.stop()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def traveller(clock: FakeClock) -> Traveller:
    return Traveller(clock, Manners(USER_AGENT, timeout=20, allow_local=True), delay=0)


@pytest.fixture
def hasty(clock: FakeClock) -> Traveller:
    """One who waits hardly at all."""
    return Traveller(clock, Manners(USER_AGENT, timeout=0.3, allow_local=True), delay=0)
