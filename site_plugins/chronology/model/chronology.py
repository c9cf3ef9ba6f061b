"""The whole of a chronology: its records and everything that is derived from them, once, for every output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from chronology.model.ancestry import Ancestry
from chronology.model.claims import ClaimReader, ClaimView
from chronology.model.corrections import Correction, gather_corrections
from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Event
from chronology.model.entities.settings import Settings
from chronology.model.events import EventReader, EventView, Links, QuestionView
from chronology.model.facets import Facets, gather_facets
from chronology.model.indexes import (
    ActorView,
    PlaceView,
    SourceView,
    TopicView,
    find_resting,
    index_actors,
    index_places,
    index_sources,
    index_topics,
)
from chronology.model.known import Known
from chronology.model.order import Period, list_months, list_years, order_of
from chronology.model.origins import Origins, independent
from chronology.model.points import Point, SeriesView, gather_series
from chronology.model.quantities import Units
from chronology.model.sides import Sides
from chronology.model.standing import Standing

__all__ = [
    "ActorView", "Chronology", "ClaimView", "EventView", "Period", "PlaceView", "Point", "QuestionView", "SeriesView",
    "SourceView", "Standing", "TopicView", "Totals", "derive", "view_alone",
    "view_questions",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Totals:
    """Numbers for the whole chronology."""

    events: int
    questions: int
    contested: int
    """Questions, not events."""
    reports: int
    """Sources that events cite."""
    origins: int
    """How many of their origins are independent."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """Everything that a page, feed, export or search reads.

    A retracted event is in `events`, with its standing, and as the aim of relations; its retraction is among the
    `corrections`. It has no neighbours, and nothing else lists or counts it. Events are in order of time, other
    records by id.
    """

    settings: Settings
    entities: Entities
    events: Mapping[str, EventView]
    actors: Mapping[str, ActorView]
    places: Mapping[str, PlaceView]
    sources: Mapping[str, SourceView]
    series: Mapping[str, SeriesView]
    topics: Mapping[str, TopicView]
    years: Mapping[int, Period]
    months: Mapping[tuple[int, int], Period]
    contested: tuple[QuestionView, ...]
    corrections: tuple[Correction, ...]
    """Of all events, newest first. A retraction is one."""
    totals: Totals
    facets: Facets
    known: Known = field(compare=False, repr=False)
    """All of it as known on any day; read when it is asked for."""


def view_alone(entities: Entities, events: Iterable[Event]) -> Iterator[EventView]:
    """What is derived for some events, but for their links to others: for who needs nothing else of a chronology."""
    reader = _reader(entities)
    return (reader.view(event, Links(None, None, ())) for event in events)


def view_questions(entities: Entities, events: Iterable[Event]) -> Iterator[tuple[Event, tuple[QuestionView, ...]]]:
    """Some events, each with what is derived for its questions: for who needs nothing else of a chronology."""
    reader = _reader(entities)
    return ((event, reader.view_questions(event)) for event in events)


def derive(entities: Entities) -> Chronology:
    """Derive everything from records whose references have been checked."""
    settings = entities.settings
    within = Ancestry({place.id: (place.within,) if place.within else () for place in entities.places.values()})
    in_order = sorted(entities.events.values(), key=lambda event: order_of(event, settings.zone))
    listed = [event for event in in_order if event.retracted is None]
    reader = _reader(entities)
    claims = reader.claims
    origins = claims.origins
    events = _view_events(in_order, listed, reader)
    views = [events[event.id] for event in listed]
    resting = find_resting(entities.sources, origins)
    return Chronology(
        settings=settings,
        entities=entities,
        events=events,
        actors=index_actors(entities.actors, views, origins, resting),
        places=index_places(entities.places, views, within),
        sources=index_sources(entities.sources, views, origins, resting),
        series=gather_series(entities.series, views, claims),
        topics=index_topics(entities.topics, views),
        years=list_years(listed),
        months=list_months(listed),
        contested=tuple(_contested(views)),
        corrections=gather_corrections(in_order),
        totals=_count(views),
        facets=gather_facets(views, origins.sides.ancestry, within),
        known=Known(entities, events, reader),
    )


def _reader(entities: Entities) -> EventReader:
    origins = Origins(Sides(entities.settings.sides, entities.actors), entities.sources)
    return EventReader(ClaimReader(origins, Units(entities.settings.units)), entities.series)


def _view_events(in_order: list[Event], listed: list[Event], reader: EventReader) -> dict[str, EventView]:
    links = _find_links(listed)
    incoming = _find_incoming(listed)
    nobody = (None, None)
    return {
        event.id: reader.view(event, Links(*links.get(event.id, nobody), tuple(incoming.get(event.id, ()))))
        for event in in_order
    }


def _find_links(listed: list[Event]) -> dict[str, tuple[str | None, str | None]]:
    """The previous and the next event of each."""
    ids = [event.id for event in listed]
    return dict(zip(ids, zip([None, *ids[:-1]], [*ids[1:], None], strict=True), strict=True)) if ids else {}


def _find_incoming(listed: Iterable[Event]) -> dict[str, list[tuple[str, str]]]:
    incoming: dict[str, list[tuple[str, str]]] = {}
    for event in listed:
        for relation in event.relations:
            incoming.setdefault(relation.event, []).append((event.id, relation.kind))
    return incoming


def _contested(views: Iterable[EventView]) -> Iterable[QuestionView]:
    return (one for view in views for one in view.questions if one.standing is Standing.CONTESTED)


def _count(views: list[EventView]) -> Totals:
    return Totals(
        events=len(views),
        questions=sum(len(view.questions) for view in views),
        contested=sum(1 for _ in _contested(views)),
        reports=len({source for view in views for source in view.sources}),
        origins=len(independent(carried for view in views for carried in view.carried)),
    )
