"""The chronology for a frame on another site: timeline and list, without what stands around a page."""

from __future__ import annotations

import re

from chronology.pages.book import Book
from chronology.pages.days import sections
from chronology.pages.home_page import LATEST, WHOLE
from chronology.pages.page import Page
from chronology.pages.timeline_figure import timeline

NAME = "embed"
_WITHIN_PAGE = re.compile(r'<a\b(?=[^>]*? href="#)')


def embed_page(book: Book) -> Page:
    """Return the page. It takes the same query as the first page, and is complete without scripts like that one."""
    settings = book.chronology.settings
    return Page(NAME, "embed", settings.title, settings.scope, lambda: _body(book), changed=book.site.newest())


def _body(book: Book) -> str:
    here = book.here(NAME)
    events = [view for view in book.chronology.events.values() if view.event.retracted is None]
    whole = len(events) <= WHOLE
    html = book.render(
        "embed",
        NAME,
        timeline=timeline(book, here, events),
        sections=sections(events if whole else events[-LATEST:], here),
        whole=whole,
    )
    # All other links open beside the page that the frame is on: <base target> in the theme's template.
    return _WITHIN_PAGE.sub('<a target="_self"', html)
