"""An earlier `data/events.json` from where the site is published: one request, with limits on time and size."""

from __future__ import annotations

import time
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from chronology import __version__
from chronology.records.problems import printable

TIMEOUT = 20.0
"""Seconds for an answer to begin, and for each part of it."""
LONGEST = 120.0
"""Seconds for all of it."""
LARGEST = 200_000_000
"""Bytes: about twenty times what 10,000 events take."""
USER_AGENT = f"chronology/{__version__} (chronology check --published)"
_PART = 1 << 16
_LONGEST_REASON = 200


class DownloadError(Exception):
    """A file cannot be had from its address; the text says why. Raised by `download`, shown by the command."""

    def __init__(self, reason: str) -> None:
        """`reason` may hold words of the server: it is made one line that no terminal obeys."""
        super().__init__(printable(" ".join(reason.split())[:_LONGEST_REASON]))


def _web() -> OpenerDirector:
    """What opens web addresses, and nothing else: a redirection to a file or to FTP has no handler."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(), HTTPHandler(), HTTPSHandler(), HTTPRedirectHandler(), HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(), UnknownHandler(),
    ):  # fmt: skip
        opener.add_handler(handler)
    return opener


def download(address: str) -> bytes:
    """What stands at a web address. Raises DownloadError."""
    headers = {"User-Agent": USER_AGENT, "Accept": "application/json"}
    began = time.monotonic()
    try:
        with _web().open(Request(address, headers=headers), timeout=TIMEOUT) as answer:  # noqa: S310 - http and https alone
            content = bytearray()
            while part := answer.read(_PART):
                content += part
                if len(content) > LARGEST:
                    raise DownloadError(f"it has more than {LARGEST:,} bytes")
                if time.monotonic() - began > LONGEST:
                    raise DownloadError(f"it took longer than {LONGEST:.0f} seconds")
            if answer.headers.get("Content-Length", str(len(content))) != str(len(content)):
                raise DownloadError("the answer breaks off")
            return bytes(content)
    except HTTPError as error:
        error.close()
        raise DownloadError(f"the server answers {error.code} ({error.reason})") from error
    except TimeoutError as error:
        raise DownloadError(f"there is no answer within {TIMEOUT:.0f} seconds") from error
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise DownloadError(f"there is no answer within {TIMEOUT:.0f} seconds") from error
        raise DownloadError(f"the server cannot be reached ({error.reason})") from error
    except (OSError, HTTPException, ValueError) as error:
        raise DownloadError(f"the answer is broken ({type(error).__name__}: {error})") from error
