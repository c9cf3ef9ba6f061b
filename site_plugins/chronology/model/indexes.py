"""Where each actor, place, source and topic occurs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronology.model.ancestry import Ancestry
from chronology.model.claims import ClaimView
from chronology.model.entities.actors import Actor
from chronology.model.entities.places import Place
from chronology.model.entities.sources import Source
from chronology.model.entities.topics import Topic
from chronology.model.events import EventView, cited_by_claim, cited_by_event
from chronology.model.origins import Origins

Use = tuple[str, str | None, ClaimView | None]
"""Where a source is cited: an event's id, and the question's id and the claim, if it is one that cites it."""


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor, and where it occurs. All events are in order."""

    actor: Actor
    side: str
    """The key of a side, or the id of an actor."""
    members: tuple[str, ...]
    """Actors that belong to it, directly or by way of others, by id."""
    events: tuple[str, ...]
    """Where it or one of its members acts or claims."""
    claims: tuple[ClaimView, ...]
    """Its own claims, in the order of events and then of the record."""
    sources_resting: tuple[str, ...]
    """Sources that rest on it, directly or by way of others, by id."""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place, and where it occurs."""

    place: Place
    path: tuple[str, ...]
    """What it lies within, nearest first."""
    contains: tuple[str, ...]
    """Places that lie within it, directly or by way of others, by id."""
    events: tuple[str, ...]
    """Its own and those of places within it, in order."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source, what it rests on, and where it is cited."""

    source: Source
    chain: tuple[str, ...]
    """What it rests on, nearest first: ids of sources, of which the last may be an actor."""
    rests_on_it: tuple[str, ...]
    """Sources that rest on it, directly or by way of others, by id."""
    uses: tuple[Use, ...]
    """In the order of events; in each, its claims first."""
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic, and its events in order."""

    topic: Topic
    events: tuple[str, ...]


def index_actors(
    actors: Mapping[str, Actor], events: Iterable[EventView], origins: Origins, resting: Mapping[str, tuple[str, ...]]
) -> dict[str, ActorView]:
    """Where each actor occurs; `resting` is from `find_resting`."""
    occurs: dict[str, list[str]] = {}
    claims: dict[str, list[ClaimView]] = {}
    for view in events:
        for actor in origins.sides.ancestry.with_ancestors(view.participants):
            occurs.setdefault(actor, []).append(view.event.id)
        for claim in (claim for question in view.questions for claim in question.claims):
            for actor in dict.fromkeys(claim.claim.by):
                claims.setdefault(actor, []).append(claim)
    return {
        actor: ActorView(
            actors[actor],
            origins.sides.of(actor),
            origins.sides.ancestry.below(actor),
            tuple(occurs.get(actor, ())),
            tuple(claims.get(actor, ())),
            resting.get(actor, ()),
        )
        for actor in sorted(actors)
    }


def index_places(places: Mapping[str, Place], events: Iterable[EventView], ancestry: Ancestry) -> dict[str, PlaceView]:
    """Where each place occurs."""
    occurs: dict[str, list[str]] = {}
    for view in events:
        for place in ancestry.with_ancestors(view.event.places):
            occurs.setdefault(place, []).append(view.event.id)
    return {
        place: PlaceView(places[place], ancestry.above(place), ancestry.below(place), tuple(occurs.get(place, ())))
        for place in sorted(places)
    }


def find_resting(sources: Iterable[str], origins: Origins) -> dict[str, tuple[str, ...]]:
    """The sources that rest on each source or actor."""
    resting: dict[str, list[str]] = {}
    for source in sorted(sources):
        for origin in origins.chain(source):
            resting.setdefault(origin, []).append(source)
    return {origin: tuple(others) for origin, others in resting.items()}


def index_sources(
    sources: Mapping[str, Source],
    events: Iterable[EventView],
    origins: Origins,
    resting: Mapping[str, tuple[str, ...]],
) -> dict[str, SourceView]:
    """Where each source is cited; `resting` is from `find_resting`."""
    uses: dict[str, list[Use]] = {}
    for view in events:
        for source, use in _uses_in(view):
            uses.setdefault(source, []).append(use)
    return {
        source: SourceView(
            sources[source],
            origins.chain(source),
            resting.get(source, ()),
            tuple(uses.get(source, ())),
            tuple(dict.fromkeys(event for event, _, _ in uses.get(source, ()))),
        )
        for source in sorted(sources)
    }


def index_topics(topics: Mapping[str, Topic], events: Iterable[EventView]) -> dict[str, TopicView]:
    """The events of each topic."""
    occurs: dict[str, list[str]] = {}
    for view in events:
        for topic in dict.fromkeys(view.event.topics):
            occurs.setdefault(topic, []).append(view.event.id)
    return {topic: TopicView(topics[topic], tuple(occurs.get(topic, ()))) for topic in sorted(topics)}


def _uses_in(view: EventView) -> list[tuple[str, Use]]:
    event = view.event.id
    uses: list[tuple[str, Use]] = []
    for question in view.questions:
        for claim in question.claims:
            use = event, question.question.id, claim
            uses += [(source, use) for source in cited_by_claim(claim.claim)]
    uses += [(source, (event, None, None)) for source in cited_by_event(view.event)]
    return uses
