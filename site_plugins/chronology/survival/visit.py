"""One request and its answer, with limits on time and size."""

from __future__ import annotations

import socket
import ssl
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPResponse

from chronology.survival.addresses import Target
from chronology.survival.connection import connect

LARGEST = 3_000_000
"""Bytes of a page that are read, and to which it may unfold; the rest is left."""
_PART = 1 << 16


@dataclass(frozen=True, slots=True)
class Manners:
    """How we ask: who we say we are, how many seconds an answer may take, and whether local machines may be asked."""

    user_agent: str
    timeout: float = 20.0
    allow_local: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. `whole`: the body is all there."""

    status: int
    headers: Message
    body: bytes = b""
    whole: bool = True


class NoAnswerError(Exception):
    """There is no answer; the text says why, as a clause."""


def visit(target: Target, method: str, manners: Manners) -> Answer:
    """Ask for an address. The body is read for GET, where the answer is a page. Raises NoAnswerError, NotAskedError."""
    until = time.monotonic() + manners.timeout
    try:
        connection, opened = connect(target, until, allow_local=manners.allow_local)
        with opened:
            connection.request(method, target.path, headers=_headers(manners))
            return _answer(connection.getresponse(), reads=method == "GET")
    except TimeoutError as error:
        raise NoAnswerError(f"there is no answer within {manners.timeout:g} seconds") from error
    except socket.gaierror as error:
        raise NoAnswerError("its host is not known any more") from error
    except ssl.SSLCertVerificationError as error:
        raise NoAnswerError(f"its certificate is not valid ({error.verify_message})") from error
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswerError(f"the connection fails ({_gist(error)})") from error


def _gist(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
    return " ".join(said.split())[:100]


def _headers(manners: Manners) -> Mapping[str, str]:
    return {
        "User-Agent": manners.user_agent,
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _answer(response: HTTPResponse, *, reads: bool) -> Answer:
    if not reads or not 200 <= response.status < 300:
        return Answer(response.status, response.headers)
    body = bytearray()
    while len(body) < LARGEST and (part := response.read1(min(_PART, LARGEST - len(body)))):
        body += part
    whole = len(body) < LARGEST or not response.read1(1)
    if whole and response.length:
        raise NoAnswerError("its answer breaks off")
    return _unfolded(Answer(response.status, response.headers, bytes(body), whole))


def _unfolded(answer: Answer) -> Answer:
    """The body as it was before the server compressed it, though we did not ask it to."""
    coding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in {"gzip", "x-gzip", "deflate"}:
        return answer
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # some servers send deflate without the head of its format
        unfolding = zlib.decompressobj(bits)
        try:
            body = unfolding.decompress(answer.body, LARGEST)
        except zlib.error:
            continue
        return Answer(answer.status, answer.headers, body, answer.whole and not unfolding.unconsumed_tail)
    raise NoAnswerError("its answer cannot be unpacked")
