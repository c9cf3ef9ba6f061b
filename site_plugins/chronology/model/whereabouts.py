"""Where on a map the events are: at points, in areas, or somewhere that no map can show.

A region is never a point: coordinates of a district or a region only say where it lies, not where in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronology.model.chronology import EventView, PlaceView
from chronology.model.entities.places import Place

POINTS = ("exact", "settlement")
"""The precisions of coordinates that are those of a point."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The ids of the events at each place, places with the most events first.

    An event with several places is at each that the map shows. Only one that the map shows nowhere is among those
    `somewhere`, at each of its places; without any place it is `nowhere`.
    """

    points: Mapping[str, tuple[str, ...]]
    areas: Mapping[str, tuple[str, ...]]
    somewhere: Mapping[str, tuple[str, ...]]
    nowhere: tuple[str, ...]


def is_point(place: Place) -> bool:
    """Tell whether a map may mark the place as a point."""
    return place.coordinates is not None and place.coordinates.precision in POINTS


def is_area(place: Place) -> bool:
    """Tell whether a map may shade the place: its outline is known, and it is no point."""
    return place.outline is not None and not is_point(place)


def is_region(view: PlaceView) -> bool:
    """Tell whether an event there was somewhere in it: other places lie in it, or its coordinates say so."""
    coordinates = view.place.coordinates
    return bool(view.contains) or (coordinates is not None and coordinates.precision not in POINTS)


def whereabouts(places: Mapping[str, Place], events: Iterable[EventView]) -> Whereabouts:
    """Return where the events are."""
    found: tuple[dict[str, list[str]], ...] = ({}, {}, {})
    nowhere = []
    for view in events:
        own = list(dict.fromkeys(view.event.places))
        points = [place for place in own if is_point(places[place])]
        areas = [place for place in own if is_area(places[place])]
        somewhere = own if not points and not areas else []
        for group, there in zip(found, (points, areas, somewhere), strict=True):
            for place in there:
                group.setdefault(place, []).append(view.event.id)
        if not own:
            nowhere.append(view.event.id)
    points_of, areas_of, somewhere_of = (_most_first(group, places) for group in found)
    return Whereabouts(points_of, areas_of, somewhere_of, tuple(nowhere))


def _most_first(group: Mapping[str, list[str]], places: Mapping[str, Place]) -> dict[str, tuple[str, ...]]:
    order = sorted(group, key=lambda place: (-len(group[place]), places[place].name.casefold(), place))
    return {place: tuple(group[place]) for place in order}
