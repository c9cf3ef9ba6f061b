"""A connection to the very machine that was found to be a public one, with an end to all patience."""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from typing import Any

from chronology.survival.addresses import NotAskedError, Target, is_public

_TLS = ssl.create_default_context()


def connect(target: Target, until: float, *, allow_local: bool) -> tuple[HTTPConnection, socket.socket]:
    """A connection that is open, and its socket, which the caller closes. `until`: when time is up (monotonic).

    The name is looked up once: what it leads to is checked, and no second look-up can lead elsewhere.
    Raises OSError (with TimeoutError and ssl.SSLError among it), NotAskedError.
    """
    found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    if not allow_local and not all(is_public(str(where[0])) for *_, where in found):
        raise NotAskedError("it leads into a private network")
    opened = _first_that_answers(found, until)
    try:
        if target.scheme == "https":
            opened = _TLS.wrap_socket(opened, server_hostname=target.host)
    except BaseException:
        opened.close()
        raise
    connection = HTTPConnection(target.host, target.port)
    connection.sock = _Patient(opened, until)
    return connection, opened


def _first_that_answers(found: Sequence[tuple[Any, ...]], until: float) -> socket.socket:
    problem: OSError = OSError("the name leads nowhere")
    for family, kind, protocol, _, where in found:
        one = socket.socket(family, kind, protocol)
        try:
            one.settimeout(_left(until))
            one.connect(where)
        except OSError as error:
            one.close()
            problem = error
        else:
            return one
    raise problem


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Patient:
    """A socket that is read and written until a moment, however many small parts come.

    A socket's own time limit is for each part: a server that sends a byte a second would hold us for ever.
    """

    def __init__(self, opened: socket.socket, until: float) -> None:
        self._opened = opened
        self._until = until

    def sendall(self, data: Any) -> None:
        self._opened.settimeout(_left(self._until))
        self._opened.sendall(data)

    def makefile(self, *_: object) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._opened, self._until))

    def close(self) -> None:
        """Nothing: http.client closes when the headers are read, and the body is still to come."""


class _Reader(io.RawIOBase):
    def __init__(self, opened: socket.socket, until: float) -> None:
        self._opened = opened
        self._until = until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._opened.settimeout(_left(self._until))
        return self._opened.recv_into(buffer)
