"""All pages of a chronology."""

from __future__ import annotations

from collections.abc import Iterable

from chronology.pages.book import Book
from chronology.pages.environment import environment
from chronology.pages.event_pages import event_pages
from chronology.pages.home_page import home_page
from chronology.pages.index_pages import index_pages
from chronology.pages.matrix import matrix
from chronology.pages.origin_lines import origin_lines
from chronology.pages.page import Page
from chronology.pages.period_pages import period_pages
from chronology.pages.record_pages import actor_pages, place_pages, source_pages, topic_pages
from chronology.pages.register_pages import register_pages
from chronology.pages.series_pages import series_pages
from chronology.pages.why import why

# What templates call by name; here, because these need the book, and the book needs the templates.
environment().globals |= {"why": why, "matrix": matrix, "origin_lines": origin_lines}


def all_pages(book: Book) -> Iterable[Page]:
    """Yield every page: the first one, the records, the years and months, the indexes and the registers."""
    yield home_page(book)
    yield from event_pages(book)
    yield from actor_pages(book)
    yield from place_pages(book)
    yield from source_pages(book)
    yield from series_pages(book)
    yield from topic_pages(book)
    yield from period_pages(book)
    yield from index_pages(book)
    yield from register_pages(book)
