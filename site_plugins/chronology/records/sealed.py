"""Files of the cache, headed by their own digest: one that is missing, old or damaged reads as empty."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

_HEAD = 65
"""Bytes of the head: a digest in hexadecimal digits, and a line break."""


def read_sealed(file: Path, salt: bytes) -> dict[str, Any]:
    """What a JSON file holds, if it was written whole, and with this salt."""
    try:
        known = json.loads(read_sealed_bytes(file, salt) or b"{}")
    except (ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def write_sealed(file: Path, known: dict[str, Any], salt: bytes) -> None:
    """Write a JSON file in one step; without a word where that is not possible."""
    write_sealed_bytes(file, [as_json(known)], salt)


def read_sealed_bytes(file: Path, salt: bytes) -> bytes:
    """What a file holds, if it was written whole, and with this salt; else nothing."""
    try:
        content = file.read_bytes()
    except OSError:
        return b""
    body = memoryview(content)[_HEAD:]
    return bytes(body) if content[:_HEAD] == _head(body, salt) else b""


def write_sealed_bytes(file: Path, parts: Iterable[bytes], salt: bytes) -> None:
    """Write a file that holds these parts, in one step; without a word where that is not possible."""
    body = b"".join(parts)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f"{file.name}.", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as written:
                written.write(_head(body, salt))
                written.write(body)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)


def as_json(value: object) -> bytes:
    """A value as JSON, as short as that can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _head(body: bytes | memoryview, salt: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=32, salt=salt).hexdigest().encode() + b"\n"
