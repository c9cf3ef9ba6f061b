"""The first page: the chronology itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from chronology.pages.addresses import month_name
from chronology.pages.book import Book
from chronology.pages.days import Section, period_title, sections
from chronology.pages.known import known_list
from chronology.pages.page import Page
from chronology.pages.timeline_figure import timeline

WHOLE = 300
"""Up to this many events, the first page holds all of them; above, years with counts and the latest."""
LATEST = 50


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year with the number of its events."""

    title: str
    href: str
    count: int


def home_page(book: Book) -> Page:
    """Return the first page."""
    settings = book.chronology.settings
    return Page(
        "index",
        "home",
        settings.title,
        settings.scope,
        lambda: _body(book),
        section="index",
        changed=book.site.newest(),
        records=f"{book.site.content}/events",
        oembed="oembed/index" if book.site.url else None,
    )


def _body(book: Book) -> str:
    here = book.here("index")
    events = [view for view in book.chronology.events.values() if view.event.retracted is None]
    whole = len(events) <= WHOLE
    shown = events if whole else events[-LATEST:]
    years = [
        YearLink(period_title(year, None), here.to(month_name(year, None)), len(period.events))
        for year, period in book.chronology.years.items()
    ]
    listed = sections(shown, here)
    return book.render(
        "home",
        "index",
        sections=listed,
        jumps=() if len(listed) < 2 or not whole else _by_year(listed),
        timeline=timeline(book, here, events),
        known=known_list(book, shown),
        years=() if whole else years,
        latest_count=len(shown),
    )


def _by_year(listed: Sequence[Section]) -> list[tuple[str, list[Section]]]:
    return [(year, list(months)) for year, months in groupby(listed, key=lambda section: section.year)]
