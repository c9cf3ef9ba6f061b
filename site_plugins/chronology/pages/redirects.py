"""Earlier addresses, which lead to the record's present one."""

from __future__ import annotations

from collections.abc import Iterable

from chronology.pages.addresses import record_name
from chronology.pages.book import Book
from chronology.pages.environment import environment
from chronology.pages.page import OutFile


def redirects(book: Book) -> Iterable[OutFile]:
    """Yield a page for every `formerly` of every record."""
    chronology = book.chronology
    for kind, views in (
        ("event", (view.event for view in chronology.events.values())),
        ("actor", (view.actor for view in chronology.actors.values())),
        ("place", (view.place for view in chronology.places.values())),
        ("source", (view.source for view in chronology.sources.values())),
        ("series", (view.series for view in chronology.series.values())),
        ("topic", (view.topic for view in chronology.topics.values())),
    ):
        for record in views:
            for old in record.formerly:
                yield _redirect(book, kind, old, record.id)


def _redirect(book: Book, kind: str, old: str, new: str) -> OutFile:
    name = record_name(kind, old)
    target = record_name(kind, new)
    html = (
        environment()
        .get_template("redirect.html.jinja")
        .render(
            settings=book.chronology.settings,
            target=book.here(name).to(target),
            canonical=f"{book.site.url}{book.site.addresses.of(target)}" if book.site.url else None,
            title=book.title(kind, new),
        )
    )
    return OutFile(book.site.addresses.file(name), html.encode())
