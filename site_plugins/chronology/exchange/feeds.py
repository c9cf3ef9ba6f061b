"""What feeds tell: the events that changed last, and every correction. `atom` writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from chronology.model import date_words
from chronology.model.chronology import Chronology, EventView
from chronology.model.corrections import Correction, corrections_of, heirs, retraction_of
from chronology.model.days import Day
from chronology.model.entities import Event

LENGTH = 50
"""How many entries the feed of events holds. The feed of corrections holds all."""

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
    """A feed, its entries newest first. `page` and `path`, where it lies, are relative to the site's root."""

    title: str
    subtitle: str
    page: str
    path: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """The day of its newest entry; without one, the day before all others."""
        return max((entry.updated for entry in self.entries), default=_EPOCH)


def events_feed(chronology: Chronology, page: str, path: str, address: Address, changed: Mapping[str, str]) -> Feed:
    """Return the feed of events. `changed` gives the day of a record's last change by its path.

    Nothing in it depends on the clock: an entry's day is that of the record's last change, of its newest correction,
    or the one from which the event was known.
    """
    dated = [(_last_known(view, changed), view) for view in chronology.events.values()]
    dated.sort(key=lambda pair: (pair[0], pair[1].event.id), reverse=True)
    entries = tuple(_event(chronology, view, updated, address) for updated, view in dated[:LENGTH])
    return Feed(chronology.settings.title, chronology.settings.scope, page, path, entries)


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
    return max([*known, *(_iso(correction.day) for correction in corrections_of(event))], default=None)


def sentences(texts: Iterable[str]) -> str:
    """Return texts one after the other, each with a full stop at its end."""
    return " ".join(text if text.endswith((".", "!", "?", "…")) else f"{text}." for text in texts)


def _last_known(view: EventView, changed: Mapping[str, str]) -> str:
    return last_change(view.event, changed) or _iso(view.known_from or view.event.date.earliest)


def _event(chronology: Chronology, view: EventView, updated: str, address: Address) -> Entry:
    event = view.event
    page = address("event", event.id)
    gone = retraction_of(event)
    said = _told(chronology, view, gone) if gone else (date_words.in_words(event.date), event.summary)
    return Entry(
        page=page,
        identity=_identity(event, address),
        title=f"{gone.change.kind.capitalize()}: {event.title}" if gone else event.title,
        updated=updated,
        summary=sentences(said),
        category=(event.type, chronology.settings.types[event.type]) if event.type else None,
    )


def _correction(chronology: Chronology, correction: Correction, address: Address) -> Entry:
    view = chronology.events[correction.event]
    event = view.event
    change = correction.change
    kind = change.kind.capitalize()
    return Entry(
        page=f"{address('event', event.id)}#{correction.anchor}",
        identity=f"{_identity(event, address)}#{correction.anchor}",
        title=f"{kind}: {event.title}",
        updated=_iso(correction.day),
        summary=sentences(_told(chronology, view, correction)),
        category=(change.kind, kind),
        via=chronology.sources[change.source].source.url if change.source else None,
    )


def _told(chronology: Chronology, view: EventView, correction: Correction) -> list[str]:
    told = [date_words.in_words(correction.change.date), *correction.reasons]
    titles = [f"“{chronology.events[event].event.title}”" for event in heirs(correction, view)]
    if titles:
        told.append(f"{correction.onward} {' and '.join(titles)}")
    return told


def _identity(event: Event, address: Address) -> str:
    return address("event", event.formerly[0] if event.formerly else event.id)


def _iso(day: Day | None) -> str:
    """Return a day as feeds can write it; years before 1 and after 9999 have no form there."""
    return day.isoformat() if day and 1 <= day.year <= 9999 else _EPOCH
