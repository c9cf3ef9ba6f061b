"""The pages of actors, places, sources and topics: each lists what the events hold of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from chronology.model.chronology import ActorView, ClaimView, EventView, PlaceView, SourceView, TopicView
from chronology.model.entities.actors import Actor
from chronology.model.entities.places import Place
from chronology.model.entities.series import Series
from chronology.model.entities.sources import Source
from chronology.model.entities.topics import Topic
from chronology.pages import paging
from chronology.pages.addresses import feed_path, record_name
from chronology.pages.book import Book
from chronology.pages.days import days
from chronology.pages.oembed import path_of
from chronology.pages.page import Page
from chronology.pages.typography import count, sentence
from chronology.pages.words import KINDS

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Subject:
    """The record that a page is about. `feed` is the path of its feed, without the ending of a format."""

    kind: str
    record: Actor | Place | Source | Series | Topic
    title: str
    description: str
    feed: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a record's list: its name, its number from 1, and the links to the others."""

    name: str
    number: int
    pages: tuple[paging.PageLink, ...]


def listed(
    book: Book, subject: Subject, items: Sequence[T], body: Callable[[Part, Sequence[T]], str]
) -> Iterable[Page]:
    """Yield a record's page, and further pages where the list on it is long; `body` renders one of them."""
    base = record_name(subject.kind, subject.record.id)
    slices = paging.slices(items)
    for number, some in enumerate(slices, start=1):
        name = paging.page_name(base, number)
        part = Part(name, number, paging.links(base, number, len(slices), book.here(name)))
        yield Page(
            name=name,
            kind=subject.kind,
            title=subject.title if number == 1 else f"{subject.title}, page {number}",
            description=subject.description,
            render=partial(body, part, some),
            many=number == 1,
            section=f"{KINDS[subject.kind].folder}/index",
            changed=book.site.changed.get(subject.record.where.path),
            feed=subject.feed if number == 1 else None,
            oembed=path_of(base) if subject.feed and number == 1 and book.site.url else None,
        )


def _events(book: Book, ids: Iterable[str]) -> list[EventView]:
    return [book.chronology.events[event] for event in ids]


def actor_pages(book: Book) -> Iterable[Page]:
    """Yield the pages of every actor."""
    for view in book.chronology.actors.values():
        about = sentence(view.actor.summary or view.actor.role or view.actor.name)
        description = f"{about} {count(len(view.events), 'event')} and {count(len(view.claims), 'claim')}."
        subject = Subject("actor", view.actor, view.actor.name, description, feed_path("actor", view.actor.id))
        yield from listed(book, subject, _events(book, view.events), partial(_actor, book, view))


def _actor(book: Book, view: ActorView, part: Part, events: Sequence[EventView]) -> str:
    claims = sorted(view.claims, key=_by_day_said) if part.number == 1 else []
    return book.render("actor", part.name, view=view, events=events, pages=part.pages, claims=claims)


def _by_day_said(claim: ClaimView) -> tuple[bool, tuple[object, ...]]:
    """Order claims by the day on which they were said; those whose day is not stated come last."""
    return claim.said is None, claim.said.sort_key if claim.said else ()


def place_pages(book: Book) -> Iterable[Page]:
    """Yield the pages of every place."""
    for view in book.chronology.places.values():
        description = f"{sentence(view.place.summary or view.place.name)} {count(len(view.events), 'event')}."
        subject = Subject("place", view.place, view.place.name, description, feed_path("place", view.place.id))
        yield from listed(book, subject, _events(book, view.events), partial(_place, book, view))


def _place(book: Book, view: PlaceView, part: Part, events: Sequence[EventView]) -> str:
    return book.render("place", part.name, view=view, days=days(events), pages=part.pages)


def topic_pages(book: Book) -> Iterable[Page]:
    """Yield the pages of every topic."""
    for view in book.chronology.topics.values():
        topic = view.topic
        subject = Subject("topic", topic, topic.title, topic.summary, feed_path("topic", topic.id))
        yield from listed(book, subject, _events(book, view.events), partial(_topic, book, view))


def _topic(book: Book, view: TopicView, part: Part, events: Sequence[EventView]) -> str:
    return book.render("topic", part.name, view=view, days=days(events), pages=part.pages)


def source_pages(book: Book) -> Iterable[Page]:
    """Yield the pages of every source."""
    for view in book.chronology.sources.values():
        source = view.source
        description = sentence(", ".join(filter(None, (source.title, source.author, source.publisher))))
        subject = Subject("source", source, source.title, description)
        claims = [claim for _, _, claim in view.uses if claim]
        yield from listed(book, subject, claims, partial(_source, book, view))


def _source(book: Book, view: SourceView, part: Part, claims: Sequence[ClaimView]) -> str:
    whole = dict.fromkeys(event for event, _, claim in view.uses if claim is None) if part.number == 1 else ()
    look = book.site.survey.of(view.source)
    events = _events(book, whole)
    return book.render("source", part.name, view=view, look=look, claims=claims, events=events, pages=part.pages)
