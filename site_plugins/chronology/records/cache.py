"""Files that were read without a problem before, by their content: reading YAML is the dearest part of a run.

One file, headed by its own digest: an index of what was read, as JSON, then each record, as JSON too, which is read
when it is asked for. So a run that asks for few records pays for few. A cache that is missing, old or damaged is not
used, and nothing in it is executed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chronology.records.code import digest_of_code
from chronology.records.sealed import as_json, read_sealed_bytes, write_sealed_bytes

NAME = "records.json"
FEW = 100
"""Where fewer than one in so many readings are new or not used, reading them again is cheaper than writing them all."""


@dataclass(slots=True)
class Kept:
    """A record without a mistake of its own, as it stands on `line` of its file; `given_id` is what it says its id is.

    `names` has what its texts name (see `names_in`), `text` its data as JSON.
    """

    line: int
    given_id: str | None
    names: dict[str, list[str]]
    text: bytes


Entry = list[Kept]
"""The records of a file."""


def version() -> bytes:
    """What a cached reading depends on besides the file: this generator's code, and the versions under it."""
    return digest_of_code("model", "records")


class Cache:
    """The readings of the last run. `folder` None: nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        """Read what there is, and doubt it."""
        self._file = folder / NAME if folder else None
        self._known: dict[str, Entry] = _unpacked(read_sealed_bytes(self._file, version())) if self._file else {}
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
        """Write the readings that this run used, in one step; without a word where that is not possible.

        A few that are new are not worth it (see FEW): the next run reads them again.
        """
        changed = len(self._used.keys() ^ self._known.keys())
        if self._file is None or changed * FEW <= len(self._known):
            return
        write_sealed_bytes(self._file, _packed(self._used), version())


def _packed(entries: dict[str, Entry]) -> Iterator[bytes]:
    """The index, in a line of its own, and the texts of all records, in its order."""
    rows = ([(one.line, one.given_id, one.names, len(one.text)) for one in entry] for entry in entries.values())
    yield as_json(dict(zip(entries, rows, strict=True)))
    yield b"\n"
    for entry in entries.values():
        for one in entry:
            yield one.text


def _unpacked(content: bytes) -> dict[str, Entry]:
    try:
        return dict(_entries(content))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _entries(content: bytes) -> Iterator[tuple[str, Entry]]:
    end = content.find(b"\n")
    index: dict[str, Any] = json.loads(content[:end]) if end > 0 else {}
    start = end + 1
    for key, records in index.items():
        entry = []
        for line, given_id, names, length in records:
            entry.append(Kept(line, given_id, names, content[start : start + length]))
            start += length
        yield key, entry
