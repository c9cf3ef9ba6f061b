"""A static host for tests: a folder over HTTP, on loopback only, on a port of its own."""

from __future__ import annotations

import gzip
import re
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True)
class Request:
    path: str
    status: int
    size: int
    """Bytes of the answer's body as it was sent: compressed, where it was."""


@dataclass
class StaticHost:
    """Serves `folder` under `prefix`, as a project's pages lie under /project/ on many hosts, until `stop()`.

    Like those hosts it answers byte ranges, sends 404.html for what is not there, and tells the type of .mjs, .wasm
    and .geojson. With `compress`, it sends text compressed to whoever takes it so. `requests` holds what was asked
    for, in the order of the answers.
    """

    folder: Path
    prefix: str = "/"
    headers: Mapping[str, str] = field(default_factory=dict)
    compress: bool = False
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        host = self

        class Handler(_Handler):
            static_host = host

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def url(self) -> str:
        """The address of the folder, with a slash at the end."""
        return self.origin + self.prefix

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _is_text(kind: str) -> bool:
    return kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that hangs up; report all else."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(SimpleHTTPRequestHandler):
    static_host: StaticHost
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".geojson": "application/geo+json",
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def do_GET(self) -> None:
        self.wfile.write(self._answer())

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> bytes:
        """Send the head of the answer and return the body."""
        path = self.path.partition("?")[0].partition("#")[0]
        if not path.startswith(self.static_host.prefix):
            return self._not_found()
        file = Path(self.translate_path("/" + path.removeprefix(self.static_host.prefix)))
        if file.is_dir() and not path.endswith("/"):
            return self._send(301, b"", "text/plain", {"Location": f"{path}/"})
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file() or (path.endswith("/") and file.name != "index.html"):
            return self._not_found()
        return self._send_range(file.read_bytes(), self.guess_type(file))

    def _send_range(self, body: bytes, kind: str) -> bytes:
        asked = re.fullmatch(r"bytes=(\d*)-(\d*)", self.headers.get("Range", ""))
        if not asked or asked[0] == "bytes=-":
            return self._send_whole(body, kind)
        size = len(body)
        first = int(asked[1]) if asked[1] else max(0, size - int(asked[2]))
        last = min(int(asked[2]), size - 1) if asked[1] and asked[2] else size - 1
        if first > last:
            return self._send(416, b"", kind, {"Content-Range": f"bytes */{size}"})
        return self._send(206, body[first : last + 1], kind, {"Content-Range": f"bytes {first}-{last}/{size}"})

    def _send_whole(self, body: bytes, kind: str) -> bytes:
        if not self.static_host.compress:
            return self._send(200, body, kind, {"Accept-Ranges": "bytes"})
        if not _is_text(kind) or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return self._send(200, body, kind, {"Accept-Ranges": "bytes", "Vary": "Accept-Encoding"})
        # Level 6 and no time, as most hosts do it.
        packed = gzip.compress(body, 6, mtime=0)
        return self._send(200, packed, kind, {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"})

    def _not_found(self) -> bytes:
        page = self.static_host.folder / "404.html"
        return self._send(404, page.read_bytes() if page.is_file() else b"Not found", "text/html", {})

    def _send(self, status: int, body: bytes, kind: str, headers: Mapping[str, str]) -> bytes:
        # Before anything is sent: a test that has its answer finds it here.
        self.static_host.requests.append(Request(self.path, status, len(body)))
        self.send_response(status)
        for name, value in {**headers, **self.static_host.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return body

    def send_head(self) -> BinaryIO | BytesIO | None:
        raise NotImplementedError

    def translate_path(self, path: str) -> str:
        self.directory = str(self.static_host.folder)
        return super().translate_path(path)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing: `requests` remembers."""
