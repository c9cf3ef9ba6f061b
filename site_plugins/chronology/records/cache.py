"""Files that were read without a problem before, by their content: reading YAML is the dearest part of a build.

One JSON file, headed by its own hash. A cache that is missing, old or damaged is not used; nothing in it is executed,
and every record from it is checked against its model again.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cache as once
from pathlib import Path
from typing import Any

import pydantic
import yaml

import chronology
from chronology.records.sealed import read_sealed, write_sealed

NAME = "records.json"

Entry = list[tuple[int, dict[str, Any], dict[str, list[str]]]]
"""Of each document of a file: the line on which it begins, its data, and what it names."""


@once
def version() -> bytes:
    """What a cached reading depends on besides the file: this generator's code, and the versions under it."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{chronology.__version__} {sys.version} {yaml.__version__} {pydantic.VERSION}".encode())
    package = Path(__file__).parent.parent
    for path in sorted((*(package / "records").rglob("*.py"), *(package / "model").rglob("*.py"))):
        digest.update(path.read_bytes())
    return digest.digest()


class Cache:
    """The readings of the last run. `folder` None: nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        """Read what there is, and doubt it."""
        self._file = folder / NAME if folder else None
        self._known: dict[str, Entry] = read_sealed(self._file, version()) if self._file else {}
        self._used: dict[str, Entry] = {}

    def key(self, kind: str, content: bytes) -> str:
        """The name of a reading: what stands in the file, and what is expected there."""
        return hashlib.blake2b(content, digest_size=16, salt=version(), person=kind.encode()).hexdigest()

    def get(self, key: str) -> Entry | None:
        """The reading of that name, if it is known."""
        entry = self._known.get(key) or self._used.get(key)
        if entry is not None:
            self._used[key] = entry
        return entry

    def put(self, key: str, entry: Entry) -> None:
        """Keep the reading of a file without a problem."""
        self._used[key] = entry

    def save(self) -> None:
        """Write the readings that this run used, in one step; without a word where that is not possible."""
        if self._file is None or self._used.keys() == self._known.keys():
            return
        write_sealed(self._file, self._used, version())
