"""The page of an event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from chronology.model import clock
from chronology.model.chronology import EventView
from chronology.model.corrections import retraction_of
from chronology.model.entities.events import Event
from chronology.pages.addresses import Here, month_name, record_name
from chronology.pages.book import Book
from chronology.pages.days import period_title
from chronology.pages.figures import Figures
from chronology.pages.known import known_event
from chronology.pages.page import Link, Page
from chronology.pages.typography import sentence
from chronology.pages.words import CHANGES, RELATIONS


@dataclass(frozen=True, slots=True)
class Relations:
    """Events that stand in one relation to an event."""

    title: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crumb:
    """A link to a page that lists the event."""

    title: str
    href: str


def event_pages(book: Book) -> list[Page]:
    """Return the page of every event."""
    figures = Figures(book)
    return [_page(book, figures, view) for view in book.chronology.events.values()]


def _page(book: Book, figures: Figures, view: EventView) -> Page:
    event = view.event
    name = record_name("event", event.id)
    gone = retraction_of(event)
    return Page(
        name=name,
        kind="event",
        title=f"{CHANGES[gone.change.kind]}: {event.title}" if gone else event.title,
        description=" ".join(map(sentence, gone.reasons)) if gone else event.summary,
        render=lambda: _body(book, figures, name, view),
        many=True,
        section="index",
        previous=_link(book, view.previous),
        next=_link(book, view.next),
        changed=book.site.changed.get(event.where.path),
        linked_data=partial(book.site.jsonld, view) if book.site.jsonld else None,
    )


def _link(book: Book, event: str | None) -> Link | None:
    return None if event is None else Link(record_name("event", event), book.titles["event"][event])


def _body(book: Book, figures: Figures, name: str, view: EventView) -> str:
    events = book.chronology.events
    return book.render(
        "event",
        name,
        view=view,
        numbers={source: number for number, source in enumerate(view.sources, start=1)},
        figures={one.question.id: figures.of_question(one) for one in view.questions},
        clock=_clock(book, view.event),
        known=known_event(book, view),
        relations=_relations(view),
        crumbs=_crumbs(book, book.here(name), view.event),
        previous=events[view.previous] if view.previous else None,
        next=events[view.next] if view.next else None,
    )


def _clock(book: Book, event: Event) -> str | None:
    if event.time is None:
        return None
    zone = event.zone or book.chronology.settings.zone
    return clock.in_words(event.time, clock.zone_label(zone))


def _relations(view: EventView) -> list[Relations]:
    grouped: dict[str, list[str]] = {}
    for relation in view.event.relations:
        grouped.setdefault(RELATIONS[relation.kind][0], []).append(relation.event)
    for event, kind in view.incoming:
        grouped.setdefault(RELATIONS[kind][1], []).append(event)
    return [Relations(title, tuple(dict.fromkeys(events))) for title, events in grouped.items()]


def _crumbs(book: Book, here: Here, event: Event) -> list[Crumb]:
    """The month and the year that the event lies in, where they have a page: a retracted event alone makes none."""
    year, month = event.date.year_month()
    names: list[tuple[int, int | None]] = []
    if month and (year, month) in book.chronology.months:
        names.append((year, month))
    if year in book.chronology.years:
        names.append((year, None))
    return [Crumb(period_title(*name), here.to(month_name(*name))) for name in names]
