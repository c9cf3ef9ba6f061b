"""What a feed is, and the feed of every correction. `event_feeds` tells of events; `atom` and `json_feed` write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from chronology.model import date_words
from chronology.model.chronology import Chronology, EventView
from chronology.model.corrections import Correction, corrections_of, heirs
from chronology.model.days import Day
from chronology.model.entities.events import Event

_EPOCH = "1970-01-01"

Address = Callable[[str, str], str]
"""The address of a record of that kind and id, relative to the site's root."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed tells of one event or correction.

    `page` is the address that it links to; `identity` the same with the first id that the record had, so that an
    entry stays the same one when its record is renamed. Both are relative to the site's root. `updated` is a day
    (ISO 8601), `category` its key and words, `via` the address of the source that it comes from.
    """

    page: str
    identity: str
    title: str
    updated: str
    summary: str
    category: tuple[str, str] | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, its entries newest first.

    `page` and `path` are relative to the site's root. `path` is where it lies, without the ending of its format;
    `former` where it lay before its record was renamed, the first name first.
    """

    title: str
    subtitle: str
    page: str
    path: str
    entries: tuple[Entry, ...]
    former: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """The first path that it had, so that it stays the same feed when its record is renamed."""
        return self.former[0] if self.former else self.path

    @property
    def updated(self) -> str:
        """The day of its newest entry; without one, the day before all others."""
        return max((entry.updated for entry in self.entries), default=_EPOCH)


def corrections_feed(chronology: Chronology, page: str, path: str, address: Address) -> Feed:
    """Return the feed of all corrections, each with the day of the change."""
    return Feed(
        f"{chronology.settings.title}: corrections",
        "What this chronology changed in its own records after publication.",
        page,
        path,
        tuple(_correction(chronology, one, address) for one in chronology.corrections),
    )


def last_change(event: Event, changed: Mapping[str, str]) -> str | None:
    """Return the day on which a record last changed, by its file's history or by its own; None if neither tells."""
    known = [changed[event.where.path]] if event.where.path in changed else []
    return max([*known, *(iso_day(correction.day) for correction in corrections_of(event))], default=None)


def sentences(texts: Iterable[str]) -> str:
    """Return texts one after the other, each with a full stop at its end."""
    return " ".join(text if text.endswith((".", "!", "?", "…")) else f"{text}." for text in texts)


def _correction(chronology: Chronology, correction: Correction, address: Address) -> Entry:
    view = chronology.events[correction.event]
    event = view.event
    change = correction.change
    kind = change.kind.capitalize()
    return Entry(
        page=f"{address('event', event.id)}#{correction.anchor}",
        identity=f"{identity_of(event, address)}#{correction.anchor}",
        title=f"{kind}: {event.title}",
        updated=iso_day(correction.day),
        summary=sentences(told(chronology, view, correction)),
        category=(change.kind, kind),
        via=chronology.sources[change.source].source.url if change.source else None,
    )


def told(chronology: Chronology, view: EventView, correction: Correction) -> list[str]:
    """Return what is said of a correction: when, why, and what stands in the event's place."""
    said = [date_words.in_words(correction.change.date), *correction.reasons]
    titles = [f"“{chronology.events[event].event.title}”" for event in heirs(correction, view)]
    if titles:
        said.append(f"{correction.onward} {' and '.join(titles)}")
    return said


def identity_of(event: Event, address: Address) -> str:
    """Return the address of an event's page by the first id that it had."""
    return address("event", event.formerly[0] if event.formerly else event.id)


def iso_day(day: Day | None) -> str:
    """Return a day as feeds can write it; years before 1 and after 9999 have no form there."""
    return day.isoformat() if day and 1 <= day.year <= 9999 else _EPOCH
