"""A page and a file, as they leave the core for a host."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page by its name."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `name` is its address without ending, relative to the site's root (`events/sudzha-retaken`, `index`, `2025/03`).
    `title` and `description` are plain text. `render` makes the HTML of the body, with links relative to the page;
    it is called when the page is written, so that ten thousand bodies need not lie in memory.
    `many` marks the kinds of which there are many: their theme is rendered once and filled in per record.
    `section` is the name of the index page under which it stands in the navigation. `records` is the folder of the
    records that a list is made from, and None for a record's own page, which names its file itself.
    `feed` is the path of the feed that follows what it is about, without the ending of a format.
    `oembed` is the path of what tells other sites how to embed it, without ending; None without a published address.
    `linked_data` makes its JSON-LD, escaped for a script element; it goes into the page's head.
    """

    name: str
    kind: str
    title: str
    description: str
    render: Callable[[], str]
    many: bool = False
    section: str | None = None
    previous: Link | None = None
    next: Link | None = None
    changed: str | None = None
    records: str | None = None
    feed: str | None = None
    oembed: str | None = None
    linked_data: Callable[[], str] | None = None


@dataclass(frozen=True, slots=True)
class OutFile:
    """A file of the site that is no page: its path relative to the site's root, and its bytes.

    `data` may be a function that makes them: it is called when the file is written.
    """

    path: str
    data: bytes | Callable[[], bytes]

    def read(self) -> bytes:
        """Return the bytes."""
        return self.data if isinstance(self.data, bytes) else self.data()
