"""JSON files that are headed by their own digest: one that is missing, old or damaged reads as empty."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any


def read_sealed(file: Path, salt: bytes) -> dict[str, Any]:
    """What a file holds, if it was written whole, and with this salt."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        known = json.loads(body) if head == _digest(body, salt) else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def write_sealed(file: Path, known: dict[str, Any], salt: bytes) -> None:
    """Write a file in one step; without a word where that is not possible."""
    body = json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f"{file.name}.", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as written:
                written.write(_digest(body, salt) + b"\n" + body)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _digest(body: bytes, salt: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=32, salt=salt).hexdigest().encode()
