"""The feeds of events: of all, and of each actor, place and topic. The events that changed last come first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from chronology.exchange.feeds import Address, Entry, Feed, identity_of, iso_day, last_change, sentences, told
from chronology.model import date_words
from chronology.model.chronology import Chronology, EventView
from chronology.model.corrections import retraction_of

LENGTH = 50
"""How many entries a feed of events holds. The feed of corrections holds all."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A record with a feed of its own: what it is called, what is said of it, and its events."""

    kind: str
    id: str
    name: str
    about: str
    formerly: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(slots=True)
class EventFeeds:
    """Makes the feeds of one build; an event that stands in many of them is told once.

    `changed` gives the day of a record's last change by its path. Nothing in a feed depends on the clock: an entry's
    day is that of the record's last change, of its newest correction, or the one from which the event was known.
    """

    chronology: Chronology
    address: Address
    changed: Mapping[str, str]
    _days: dict[str, str] = field(default_factory=dict)
    _entries: dict[str, Entry] = field(default_factory=dict)

    def of_all(self, page: str, path: str) -> Feed:
        """Return the feed of all events."""
        settings = self.chronology.settings
        return Feed(settings.title, settings.scope, page, path, self._latest(self.chronology.events))

    def of(self, subject: Subject, path: Address) -> Feed:
        """Return the feed of a record. `path` gives where the feed of a record of that kind and id lies."""
        return Feed(
            title=f"{subject.name}: {self.chronology.settings.title}",
            subtitle=subject.about,
            page=self.address(subject.kind, subject.id),
            path=path(subject.kind, subject.id),
            entries=self._latest(subject.events),
            former=tuple(path(subject.kind, former) for former in subject.formerly),
        )

    def _latest(self, events: Iterable[str]) -> tuple[Entry, ...]:
        dated = sorted(((self._day(event), event) for event in events), reverse=True)
        return tuple(self._entry(event, day) for day, event in dated[:LENGTH])

    def _day(self, event: str) -> str:
        if event not in self._days:
            self._days[event] = _last_known(self.chronology.events[event], self.changed)
        return self._days[event]

    def _entry(self, event: str, day: str) -> Entry:
        if event not in self._entries:
            self._entries[event] = _told_of(self.chronology, self.chronology.events[event], day, self.address)
        return self._entries[event]


def subjects(chronology: Chronology) -> Iterator[Subject]:
    """Yield every actor, place and topic.

    Their events are those that their pages list, and those retracted: who follows a record has read of them before.
    """
    gone = [view for view in chronology.events.values() if view.event.retracted]
    for actor_id, actor in chronology.actors.items():
        one = actor.actor
        about = one.summary or one.role or f"Events in which {one.name} acts, or makes a claim."
        among = {actor_id, *actor.members}
        retracted = [view.event.id for view in gone if not among.isdisjoint(view.participants)]
        yield Subject("actor", actor_id, one.name, about, one.formerly, (*actor.events, *retracted))
    for place_id, place in chronology.places.items():
        where = place.place
        about = where.summary or f"What happened in {where.name}."
        among = {place_id, *place.contains}
        retracted = [view.event.id for view in gone if not among.isdisjoint(view.event.places)]
        yield Subject("place", place_id, where.name, about, where.formerly, (*place.events, *retracted))
    for topic_id, topic in chronology.topics.items():
        what = topic.topic
        retracted = [view.event.id for view in gone if topic_id in view.event.topics]
        yield Subject("topic", topic_id, what.title, what.summary, what.formerly, (*topic.events, *retracted))


def _last_known(view: EventView, changed: Mapping[str, str]) -> str:
    return last_change(view.event, changed) or iso_day(view.known_from or view.event.date.earliest)


def _told_of(chronology: Chronology, view: EventView, updated: str, address: Address) -> Entry:
    event = view.event
    gone = retraction_of(event)
    said = told(chronology, view, gone) if gone else (date_words.in_words(event.date), event.summary)
    return Entry(
        page=address("event", event.id),
        identity=identity_of(event, address),
        title=f"{gone.change.kind.capitalize()}: {event.title}" if gone else event.title,
        updated=updated,
        summary=sentences(said),
        category=(event.type, chronology.settings.types[event.type]) if event.type else None,
    )
