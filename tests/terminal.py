"""A terminal for tests: what a command prints there, with its colours, and the pictures of it."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import struct
import zlib
from pathlib import Path
from unittest import mock

from chronology import cli

COMMAND = ".venv/bin/chronology"
_CODE = re.compile(r"\x1b\[([\d;]*)m")
_HEAD = 8  # bytes before a PNG's first chunk
_KEY = b"Description"


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def answer(command: str, folder: Path) -> str:
    """What `.venv/bin/chronology …` prints at a terminal in a folder, with the codes of its colours."""
    program, *arguments = shlex.split(command)
    assert program == COMMAND
    screen = _Screen()
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"}
    with (
        mock.patch.dict(os.environ, plain, clear=True),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(screen),
    ):
        cli.main(arguments)
    return screen.getvalue()


def without_colours(text: str) -> str:
    return _CODE.sub("", text)


def coloured(text: str) -> list[tuple[str, str]]:
    """The runs of a text with the codes that each is printed in, such as "1;32"; "" where there are none."""
    first, *rest = _CODE.split(text)
    runs = [("", first), *zip(rest[::2], rest[1::2], strict=True)]
    return [("" if code == "0" else code, run) for code, run in runs if run]


def inscribed(picture: bytes, text: str) -> bytes:
    """A PNG with a text in it that nobody sees: what it is a picture of."""
    start = _HEAD + 12 + 13  # after the header's chunk
    body = b"iTXt" + _KEY + bytes([0, 1, 0, 0, 0]) + zlib.compress(text.encode())
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return picture[:start] + chunk + picture[start:]


def inscription(picture: bytes) -> str:
    """The text that was put into a PNG."""
    place = _HEAD
    while place < len(picture):
        (length,) = struct.unpack(">I", picture[place : place + 4])
        kind, body = picture[place + 4 : place + 8], picture[place + 8 : place + 8 + length]
        if kind == b"iTXt" and body.startswith(_KEY):
            return zlib.decompress(body[len(_KEY) + 5 :]).decode()
        place += 12 + length
    raise AssertionError("the picture has no inscription; UPDATE_PICTURES=1 takes it anew")
