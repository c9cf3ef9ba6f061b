"""What everything that is kept between two runs depends on, besides the records: the code that made it.

This module imports little on purpose: a verdict is recalled before pydantic and PyYAML are loaded.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cache as once
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import chronology

_LIBRARIES = ("pydantic", "PyYAML", "tzdata")


@once
def digest_of_code(*parts: str) -> bytes:
    """A digest (16 bytes) of these parts of the generator, and of the versions of what is under them."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(repr((chronology.__version__, sys.version, *map(_version, _LIBRARIES))).encode())
    for part in parts:
        digest.update(_digest_of_part(part))
    return digest.digest()


@once
def _digest_of_part(part: str) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted((Path(__file__).parents[1] / part).rglob("*.py")):
        digest.update(f"{path.stat().st_size} {path.name}\n".encode())
        digest.update(path.read_bytes())
    return digest.digest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
