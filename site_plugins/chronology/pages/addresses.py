"""Addresses of pages, and links between them.

Links are relative, so that a site works under any path and from a folder. `directory` follows the host's way of
writing addresses: `events/x/` or `events/x.html`.
"""

from __future__ import annotations

from dataclasses import dataclass

FOLDERS = {
    "event": "events",
    "actor": "actors",
    "place": "places",
    "source": "sources",
    "series": "series",
    "topic": "topics",
}
"""The folder of each kind of record, in `content/` and in addresses."""


def record_name(kind: str, record_id: str) -> str:
    """Return the page name of a record: `record_name("event", "x")` is `events/x`."""
    return f"{FOLDERS[kind]}/{record_id}"


def feed_path(kind: str, record_id: str) -> str:
    """Return where the feed of a record lies, without the ending of its format; the same for any host's addresses."""
    return f"{record_name(kind, record_id)}/feed"


def month_name(year: int, month: int | None) -> str:
    """Return the page name of a year or a month: `2025` or `2025/03`."""
    sign, digits = ("-", -year) if year < 0 else ("", year)
    base = f"{sign}{digits:04d}"
    return base if month is None else f"{base}/{month:02d}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """How this host writes addresses."""

    directory: bool = True

    def of(self, name: str) -> str:
        """Return the address of a page relative to the site's root; the first page's is empty under directories."""
        stem = name.removesuffix("index") if name == "index" or name.endswith("/index") else None
        if self.directory:
            return stem if stem is not None else f"{name}/"
        return f"{name}.html"

    def file(self, name: str) -> str:
        """Return the file that a page is written to, relative to the site's folder."""
        return f"{self.of(name)}index.html" if self.directory else self.of(name)

    def depth(self, name: str) -> int:
        """Return how many folders deep a page lies."""
        return self.of(name).count("/")


@dataclass(frozen=True, slots=True)
class Here:
    """A page, as the place from which links are made. `root` is the way from it to the site's root."""

    addresses: Addresses
    name: str
    root: str

    @classmethod
    def at(cls, addresses: Addresses, name: str) -> Here:
        """Return the page of that name as a place."""
        return cls(addresses, name, "../" * addresses.depth(name))

    def to(self, name: str, anchor: str | None = None) -> str:
        """Return the link to a page by its name."""
        if name == self.name and anchor:
            return f"#{anchor}"
        address = f"{self.root}{self.addresses.of(name)}" or "./"
        return f"{address}#{anchor}" if anchor else address

    def record(self, kind: str, record_id: str, anchor: str | None = None) -> str:
        """Return the link to a record's page."""
        return self.to(f"{FOLDERS[kind]}/{record_id}", anchor)

    def file(self, path: str) -> str:
        """Return the link to a file by its path from the site's root."""
        return f"{self.root}{path}"
