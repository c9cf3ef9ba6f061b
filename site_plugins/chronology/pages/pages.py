"""All pages of a chronology."""

from __future__ import annotations

from collections.abc import Iterable

from chronology.model.corrections import corrections_of, heirs, retraction_of
from chronology.pages.addresses import feed_path
from chronology.pages.book import Book
from chronology.pages.contested_pages import contested_pages
from chronology.pages.contribute_pages import add_words, form_name, form_pages
from chronology.pages.corrections_pages import corrections_pages
from chronology.pages.embed_page import embed_page
from chronology.pages.environment import equip
from chronology.pages.event_pages import event_pages
from chronology.pages.explorer_figures import explorer_series
from chronology.pages.home_page import home_page
from chronology.pages.index_pages import index_pages
from chronology.pages.locators import locator
from chronology.pages.map_page import map_page
from chronology.pages.matrix import matrix
from chronology.pages.origin_lines import origin_lines
from chronology.pages.page import Page
from chronology.pages.period_pages import period_pages
from chronology.pages.record_pages import actor_pages, place_pages, source_pages, topic_pages
from chronology.pages.robust_links import is_gone, robust, robust_correction
from chronology.pages.series_pages import series_pages
from chronology.pages.why import why

# What templates call by name; here, because these need the book, and the book needs the templates.
equip(
    add_words=add_words,
    corrections_of=corrections_of,
    explorer_series=explorer_series,
    feed_path=feed_path,
    form_name=form_name,
    heirs=heirs,
    is_gone=is_gone,
    locator=locator,
    matrix=matrix,
    origin_lines=origin_lines,
    retraction_of=retraction_of,
    robust=robust,
    robust_correction=robust_correction,
    why=why,
)


def all_pages(book: Book) -> Iterable[Page]:
    """Yield every page: the first one, records, periods, indexes, the contested, the map, the corrected, the forms."""
    yield home_page(book)
    yield embed_page(book)
    yield from event_pages(book)
    yield from actor_pages(book)
    yield from place_pages(book)
    yield from source_pages(book)
    yield from series_pages(book)
    yield from topic_pages(book)
    yield from period_pages(book)
    yield from index_pages(book)
    yield from contested_pages(book)
    yield map_page(book)
    yield from corrections_pages(book)
    if book.site.forms:
        yield from form_pages(book)
