"""The index of each kind of record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from chronology.model import date_words
from chronology.model.standing import Standing
from chronology.model.survival import coverage
from chronology.model.survival_words import copies_in_words, looks_in_words
from chronology.pages import paging
from chronology.pages.addresses import Here, record_name
from chronology.pages.book import Book
from chronology.pages.days import period_title
from chronology.pages.page import Page
from chronology.pages.typography import count, typeset
from chronology.pages.words import KINDS


@dataclass(frozen=True, slots=True)
class Item:
    """A record in an index. `sort` orders it within its group."""

    kind: str
    id: str
    title: str
    group: str
    sort: tuple[str, ...]
    small: str = ""
    count: int | None = None
    language: str | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with its link."""

    href: str
    title: str
    small: str
    count: int | None
    language: str | None
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Group:
    """Items under a heading."""

    id: str
    title: str
    entries: tuple[Entry, ...]


LEADS = {
    "event": "Every event, in order.",
    "actor": "Everyone who acts or claims.",
    "place": "Every place named, with its names in other languages.",
    "source": "Everything cited, and what each report rests on.",
    "series": "Quantities over time, as rival claimants give them.",
    "topic": "Subjects that gather events.",
}


def index_pages(book: Book) -> Iterable[Page]:
    """Yield the index of each kind; one without records too, so that mkdocs.yml may always name it."""
    for kind, items in _items(book).items():
        yield from _pages(book, kind, items)


def _items(book: Book) -> dict[str, list[Item]]:
    return {
        "event": _events(book),
        "actor": _by_kind(_actors(book), book.chronology.settings.actor_kinds),
        "place": _by_kind(_places(book), book.chronology.settings.place_kinds),
        "source": sorted(_sources(book), key=lambda item: (item.group, item.sort)),
        "series": _series(book),
        "topic": _topics(book),
    }


def _by_kind(items: Iterable[Item], kinds: Mapping[str, str]) -> list[Item]:
    """Order items by their kind, as chronology.yml lists the kinds, then by name."""
    order = {typeset(words): number for number, words in enumerate(kinds.values())}
    return sorted(items, key=lambda item: (order.get(item.group, len(order)), item.sort))


def _fold(text: str) -> str:
    return text.casefold()


def _events(book: Book) -> list[Item]:
    return [
        Item(
            "event",
            view.event.id,
            typeset(view.event.title),
            period_title(*view.event.date.year_month()),
            (),
            small=date_words.in_words(view.event.date),
            standing=view.standing,
        )
        for view in book.chronology.events.values()
        if view.event.retracted is None
    ]


def _actors(book: Book) -> list[Item]:
    kinds = book.chronology.settings.actor_kinds
    return [
        Item(
            "actor",
            view.actor.id,
            typeset(view.actor.name),
            typeset(kinds[view.actor.kind]),
            (_fold(view.actor.name),),
            small=typeset(view.actor.role or ""),
            count=len(view.events),
        )
        for view in book.chronology.actors.values()
    ]


def _places(book: Book) -> list[Item]:
    kinds = book.chronology.settings.place_kinds
    return [
        Item(
            "place",
            view.place.id,
            typeset(view.place.name),
            typeset(kinds[view.place.kind]) if view.place.kind else "Other places",
            (_fold(view.place.name),),
            small=", ".join(dict.fromkeys(name.name for name in view.place.names if name.name != view.place.name)),
            count=len(view.events),
        )
        for view in book.chronology.places.values()
    ]


def _sources(book: Book) -> list[Item]:
    items = []
    for view in book.chronology.sources.values():
        source = view.source
        day = date_words.in_words(source.published) if source.published else "date not stated"
        archived = "" if source.archived else " · no archived copy" if source.url else " · no public address"
        items.append(
            Item(
                "source",
                source.id,
                typeset(source.title),
                typeset(source.publisher),
                (
                    source.published.earliest.isoformat() if source.published and source.published.earliest else "",
                    source.id,
                ),
                small=f"{day}{archived}",
                count=len(view.events),
                language=source.language,
            )
        )
    return items


def _series(book: Book) -> list[Item]:
    return [
        Item("series", view.series.id, typeset(view.series.title), "", (), small=count(len(view.points), "figure"))
        for view in book.chronology.series.values()
    ]


def _topics(book: Book) -> list[Item]:
    return [
        Item(
            "topic",
            view.topic.id,
            typeset(view.topic.title),
            "",
            (),
            small=typeset(view.topic.summary),
            count=len(view.events),
        )
        for view in book.chronology.topics.values()
    ]


def _pages(book: Book, kind: str, items: list[Item]) -> Iterable[Page]:
    base = f"{KINDS[kind].folder}/index"
    parts = paging.slices(items)
    for number, part in enumerate(parts, start=1):
        name = paging.page_name(base, number)
        context = {
            "kind": kind,
            "kicker": count(len(items), KINDS[kind].one.lower(), KINDS[kind].many.lower()),
            "heading": KINDS[kind].many,
            "lead": LEADS[kind],
            "sentences": _survival(book) if kind == "source" and number == 1 else (),
            "groups": _groups(part, book.here(name)),
            "long": kind in ("event", "source", "topic"),
            "pages": paging.links(base, number, len(parts), book.here(name)),
        }
        yield Page(
            name=name,
            kind=f"{kind}-index",
            title=KINDS[kind].many if number == 1 else f"{KINDS[kind].many}, page {number}",
            description=f"{book.chronology.settings.title}: {LEADS[kind]}",
            render=partial(book.render, "index", name, **context),
            section=base if kind != "event" else "index",
            changed=book.site.newest(),
            records=f"{book.site.content}/{KINDS[kind].folder}",
        )


def _survival(book: Book) -> tuple[str, ...]:
    """Tell how well the sources are kept."""
    sources = [view.source for view in book.chronology.sources.values()]
    kept = coverage(sources, book.site.survey)
    return tuple(filter(None, (copies_in_words(kept), looks_in_words(kept))))


def _groups(items: Iterable[Item], here: Here) -> list[Group]:
    return [
        Group(f"group-{number}", title, tuple(_entry(item, here) for item in members))
        for number, (title, members) in enumerate(groupby(items, key=lambda item: item.group), start=1)
    ]


def _entry(item: Item, here: Here) -> Entry:
    href = here.to(record_name(item.kind, item.id))
    return Entry(href, item.title, item.small, item.count, item.language, item.standing)
