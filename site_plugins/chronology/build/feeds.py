"""The feeds of a site: of all events, of corrections, and of each actor, place and topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from chronology.build.project import Project
from chronology.exchange.event_feeds import EventFeeds, subjects
from chronology.exchange.feed_formats import ATOM, BOTH, Format
from chronology.exchange.feeds import Feed, corrections_feed
from chronology.model.entities.settings import Settings
from chronology.pages import corrections_pages
from chronology.pages.addresses import feed_path
from chronology.pages.book import Book
from chronology.pages.page import OutFile

EVENTS_FEED = "feeds/events"


CORRECTIONS_FEED = corrections_pages.FEED
"""Where the feeds of the whole site lie, without the endings of their formats."""


def feeds(book: Book, project: Project) -> Iterable[OutFile]:
    """Yield the feeds of the site, and those beside the pages of actors, places and topics.

    Many of the latter are never read, so nothing of them is made before they are written.
    """
    chronology, addresses, address = book.chronology, project.addresses, project.address
    events = EventFeeds(chronology, address, book.site.changed)
    write = partial(_feed, settings=chronology.settings, url=project.url)
    for form in BOTH:
        of_all = partial(events.of_all, addresses.of("index"), EVENTS_FEED)
        yield OutFile(f"{EVENTS_FEED}{form.ending}", partial(write, of_all, form))
    of_corrections = partial(corrections_feed, chronology, addresses.of("corrections"), CORRECTIONS_FEED, address)
    yield OutFile(f"{CORRECTIONS_FEED}{ATOM.ending}", partial(write, of_corrections, ATOM))
    for subject in subjects(chronology):
        of_subject = partial(events.of, subject, feed_path)
        # A reader of feeds follows no redirect that is a page: a renamed record's feed is at its old addresses too.
        for record_id in (subject.id, *subject.formerly):
            path = feed_path(subject.kind, record_id)
            yield from (OutFile(f"{path}{form.ending}", partial(write, of_subject, form)) for form in BOTH)


def _feed(feed: Callable[[], Feed], form: Format, *, settings: Settings, url: str | None) -> bytes:
    return form.write(feed(), settings, url)
