"""A chronology on disk, and how its site is to be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chronology.model.entities.record import Where
from chronology.pages.addresses import Addresses, record_name
from chronology.pages.repository import Repository
from chronology.records.record_text import record_text

KNOWN_UP_TO = 2000


@dataclass(frozen=True, slots=True)
class Project:
    """A chronology on disk, and the site that it becomes.

    `root` is the folder that paths in messages start from; `content` the folder of the records; `cache` a folder for
    parsed records, or None. `hand_written` are the names of the host's own pages. `known` tells whether pages show what
    was known on a day; None: up to KNOWN_UP_TO events, because it makes a page of an event half as costly again.
    `history` tells whether pages of events show how their records changed, where Git knows it.
    """

    root: Path
    content: Path
    cache: Path | None = None
    url: str | None = None
    directory_addresses: bool = True
    repository: Repository | None = None
    hand_written: frozenset[str] = frozenset()
    known: bool | None = None
    history: bool = True

    @property
    def addresses(self) -> Addresses:
        """Return how addresses are written."""
        return Addresses(self.directory_addresses)

    @property
    def media(self) -> Path:
        """Return the folder of the pictures."""
        return self.content / "media"

    def address(self, kind: str, record_id: str, anchor: str | None = None) -> str:
        """Return the address of a record's page, or of a place on it."""
        base = self.addresses.of(record_name(kind, record_id))
        return f"{base}#{anchor}" if anchor else base

    def page(self, name: str) -> str | None:
        """Return the hand-written page of that name, which may be the index of a folder; None if there is none."""
        return next((page for page in (name, f"{name}/index") if page in self.hand_written), None)

    def text(self, where: Where) -> str:
        """Return a record as it stands in its file."""
        return record_text(self.root / where.path, where.line)
