"""The page of the map: all events by place, in the explorer, and the layers with who says so."""

from __future__ import annotations

from chronology.pages.book import Book
from chronology.pages.page import Page
from chronology.pages.place_maps import place_map
from chronology.pages.timeline_figure import timeline

NAME = "map"


def map_page(book: Book) -> Page:
    """Return the page of the map. It is there without coordinates too, so that mkdocs.yml may always name it."""
    return Page(
        NAME,
        "map",
        "Map",
        f"{book.chronology.settings.title}: where the events were, as exactly as the record knows.",
        lambda: _body(book),
        section=NAME,
        changed=book.site.newest(),
        records=f"{book.site.content}/places",
    )


def _body(book: Book) -> str:
    events = [view for view in book.chronology.events.values() if view.event.retracted is None]
    here = book.here(NAME)
    return book.render(
        "map",
        NAME,
        timeline=timeline(book, here, events, brief=True),
        map=place_map(book, here, events),
        located=len(book.atlas.points) if book.atlas else 0,
        layers=list(book.chronology.entities.layers.values()),
    )
