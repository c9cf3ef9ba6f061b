"""What readers filter by: the facets of each event, and how many events each choice has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from chronology.model.ancestry import Ancestry
from chronology.model.events import EventView
from chronology.model.standing import Standing

FACETS = {
    "type": "type",
    "actor": "actors",
    "place": "places",
    "topic": "topics",
    "standing": "standing",
    "precision": "precision",
    "source": "sources",
    "origins": "origins",
}
"""What a facet is called in addresses and options, and the field of `EventFacets` that it is about."""

ORIGINS = ("0", "1", "2-", "3-", "5-", "10-")
"""The choices of the number of independent origins: none, one, or at least so many."""


def has_origins(number: int, choice: str) -> bool:
    """Whether one of ORIGINS holds for a number of origins: '2-' and '3-' do for 4."""
    return number >= int(choice[:-1]) if choice[-1] == "-" else number == int(choice)


@dataclass(frozen=True, slots=True)
class EventFacets:
    """What one event can be found by. Ids are sorted, each once."""

    type: str | None
    actors: tuple[str, ...]
    """Who acts or claims, with all that they are members of."""
    places: tuple[str, ...]
    """Its places, with all that they lie within."""
    topics: tuple[str, ...]
    standing: Standing
    precision: str
    """Of its date, as `Date.precision` calls it."""
    sources: tuple[str, ...]
    origins: int
    """How many are independent."""
    earliest: int | None
    """Ordinal of the date's first day, as `Day.ordinal` counts; None without a beginning."""
    latest: int | None


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of all events that are listed, by id in order, and the number of events of each choice.

    `counts` has a mapping for each of type, actors, places, topics, standing, precision, sources and origins, its
    choices sorted.
    """

    events: Mapping[str, EventFacets]
    counts: Mapping[str, Mapping[str | int, int]]


def gather_facets(events: Iterable[EventView], actors: Ancestry, places: Ancestry) -> Facets:
    """The facets of events that come in order, given who belongs to whom and what lies within what."""
    facets = {view.event.id: _facets_of(view, actors, places) for view in events}
    return Facets(facets, {name: _count(facets.values(), name) for name in FACETS.values()})


def _facets_of(view: EventView, actors: Ancestry, places: Ancestry) -> EventFacets:
    date = view.event.date
    return EventFacets(
        view.event.type,
        tuple(sorted(actors.with_ancestors(view.participants))),
        tuple(sorted(places.with_ancestors(view.event.places))),
        tuple(sorted(set(view.event.topics))),
        view.standing,
        date.precision,
        tuple(sorted(view.sources)),
        len(view.origins),
        date.earliest.ordinal() if date.earliest else None,
        date.latest.ordinal() if date.latest else None,
    )


def _count(facets: Iterable[EventFacets], name: str) -> dict[str | int, int]:
    chosen = [getattr(one, name) for one in facets]
    if chosen and isinstance(chosen[0], tuple):
        chosen = list(chain.from_iterable(chosen))
    return dict(sorted(Counter(choice for choice in chosen if choice is not None).items()))
