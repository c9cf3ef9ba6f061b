"""The contents of the files, and what is known of them from the last run.

Where many files are not known, they are parsed ahead, shared between processes: parsing is the largest cost of a run.
Only files without a mistake come out of that; every other is looked at again, with the rest of the record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chronology.records import rules, yaml_reader
from chronology.records.cache import Cache, Entry, Kept
from chronology.records.files import Listing
from chronology.records.names import names_in
from chronology.records.processes import is_helper, share
from chronology.records.schema.kinds import MODELS, SETTINGS
from chronology.records.schema.record import Record
from chronology.records.sealed import as_json
from chronology.records.shape import shape_of
from chronology.records.validate import validate

AT_ONCE = 200
"""After how many files there is word of progress."""

Progress = Callable[[int, int], None]
"""Called with how many files are read, and how many there are."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Contents of files, by path, that need not be read; `added` are files of a kind among them, not there yet."""

    contents: Mapping[str, bytes] = field(default_factory=dict)
    added: tuple[tuple[str, Path], ...] = ()


NOTHING_SEEN = Seen()
_File = tuple[str, Path]


def no_progress(_done: int, _all: int) -> None:
    """Tell nobody."""


class Contents:
    """Every file of a listing, read once."""

    def __init__(
        self,
        listing: Listing,
        cache: Cache,
        progress: Progress = no_progress,
        seen: Seen = NOTHING_SEEN,
    ) -> None:
        """Read all files that are not `seen`, and look for each in the cache."""
        self._seen = seen.contents
        self._cache = cache
        self._progress = progress
        # By the paths' texts, because Python compares and hashes these ten times as fast.
        self._contents: dict[str, bytes] = {}
        self._keys: dict[str, str] = {}
        self._ahead: dict[str, Entry] = {}
        files = [(kind, path) for kind, paths in listing.records.items() for path in paths]
        if listing.settings:
            files.append((SETTINGS, listing.settings))
        self._all = len(files)
        self._parse([one for one in files if not self._is_known(*one)])

    def content(self, kind: str, path: Path) -> bytes:
        """What stands in a file. Raises OSError where it cannot be read."""
        where = str(path)
        content = self._contents.get(where)
        if content is None:
            content = self._seen.get(where)
            self._contents[where] = content = path.read_bytes() if content is None else content
            self._keys[where] = self._cache.key(kind, content)
        return content

    def key(self, path: Path) -> str:
        """The name of what stands in a file whose content was asked for."""
        return self._keys[str(path)]

    def entry(self, path: Path) -> Entry:
        """The records of a file in which nothing is wrong as far as is known; none where it has to be looked at."""
        where = str(path)
        return self._cache.get(self._keys[where]) or self._ahead.get(where) or []

    def keep(self, path: Path, entry: Entry) -> None:
        """Keep the records of a file for the next run."""
        self._cache.put(self._keys[str(path)], entry)

    def _is_known(self, kind: str, path: Path) -> bool:
        try:
            self.content(kind, path)
        except OSError:
            return True  # there is nothing to parse
        return bool(self.entry(path))

    def _parse(self, unknown: Sequence[_File]) -> None:
        for files, entries in share(self._parse_part, unknown):
            self._ahead.update((str(path), entry) for (_, path), entry in zip(files, entries, strict=True))

    def _parse_part(self, files: Sequence[_File]) -> list[Entry]:
        found = []
        for number, (kind, path) in enumerate(files, 1):
            found.append(_parse(kind, self._contents[str(path)]))
            if number % AT_ONCE == 0 and not is_helper():
                self._progress(self._all * number // len(files), self._all)
        return found


def _parse(kind: str, content: bytes) -> Entry:
    """The records of a file in which each record is right for itself; none of any other."""
    try:
        documents = yaml_reader.read(content)
    except yaml_reader.Unclear:
        return []
    model = MODELS[kind]
    for one in documents:
        if any(True for _ in rules.findings(kind, one.data)) or not isinstance(validate(model, one.data), Record):
            return []
    shape = shape_of(model)
    return [Kept(one.line, one.data.get("id"), names_in(one.data, shape), as_json(one.data)) for one in documents]
