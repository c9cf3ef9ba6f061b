"""The map of a chronology: its places on the plane, the box that holds them, and the base map under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chronology.maps.base_map import BaseMap, base_map
from chronology.maps.plane import WORLD, Box, Line, Point, project
from chronology.maps.topology import ACCURACY_KM
from chronology.model.chronology import Chronology
from chronology.model.entities.shapes import Shape
from chronology.model.whereabouts import Whereabouts, is_area, is_point, whereabouts

MARGIN = 0.15
LEAST_KM = 20.0
"""What the map shows at least to each side of a single place is half of this."""
NARROWEST_KM = 16 * ACCURACY_KM
"""Nearer than this, the uncertainty of the border would be most of what a small map shows."""
WIDEST, HIGHEST = 3.0, 2.2
"""The base map fills windows up to these shapes: width to height, and height to width."""
FEWEST = 4
"""Places that a small map shows at least, where there are so many: else it would tell nothing of where."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """What the maps of a chronology show.

    `view` holds all that is shown; `base` reaches beyond it. `points` are the places that a map may mark; `areas`
    those that it may shade, as polygons. `frames` keeps the base maps of smaller boxes.
    """

    view: Box
    base: BaseMap
    whereabouts: Whereabouts
    points: dict[str, Point]
    areas: dict[str, list[list[Line]]]
    frames: dict[tuple[Box, int], BaseMap] = field(default_factory=dict, compare=False, repr=False)

    def frame(self, marked: list[Point], aspect: float) -> Box:
        """Return the box of a small map around some points.

        The smallest of a ladder of boxes, each half as large as the one before, that shows other places too.
        """
        whole = self.view.with_aspect(aspect)
        around = Box.around(marked).grown(0.3)
        enough = min(len(self.points), len(marked) + FEWEST)
        best = whole
        size = 0.5
        while whole.width * size * whole.km >= NARROWEST_KM:
            width, height = whole.width * size, whole.height * size
            box = _snapped(around.centre, width, height)
            inside = sum(box.holds(point) for point in self.points.values())
            if not (box.holds((around.west, around.south)) and box.holds((around.east, around.north))):
                break
            if inside < enough:
                break
            best, size = box, size / 2
        return best

    def framed(self, box: Box, pixels: int) -> BaseMap:
        """Return the base map of a box that is drawn so many pixels wide."""
        found = self.frames.get((box, pixels))
        if found is None:
            # More than the box: what the clipping draws along its edges stays out of sight, and so do ends of zones.
            found = self.frames[box, pixels] = self.base.clipped(box.grown(MARGIN), box.width / pixels)
        return found


def make_atlas(chronology: Chronology, cache: Path | None) -> Atlas | None:
    """Return the atlas of a chronology; None where no place and no layer has coordinates."""
    places = chronology.entities.places
    events = [view for view in chronology.events.values() if view.event.retracted is None]
    points = {
        key: project(place.coordinates.longitude, place.coordinates.latitude)
        for key, place in places.items()
        if place.coordinates and is_point(place)
    }
    areas = {
        key: list(polygons(place.outline.shapes)) for key, place in places.items() if place.outline and is_area(place)
    }
    layers = [
        shape for layer in chronology.entities.layers.values() for state in layer.states for shape in state.shapes
    ]
    drawn = [*points.values(), *(point for area in areas.values() for rings in area for point in rings[0])]
    drawn += [point for shape in layers for point in _positions(shape.coordinates)]
    if not drawn:
        return None
    held = Box.around(drawn)
    least = LEAST_KM / held.km
    view = held.sized(max(held.width, least), max(held.height, least)).grown(MARGIN).within(WORLD)
    reach = view.sized(max(view.width, view.height * WIDEST) * 1.3, max(view.height, view.width * HIGHEST) * 1.3)
    base = base_map(reach.within(WORLD), chronology.settings.map.viewpoint, cache)
    return Atlas(view, base, whereabouts(places, events), points, areas)


def _snapped(centre: Point, width: float, height: float) -> Box:
    """A box of that size near a point, moved a little, so that places near each other share one."""
    x, y = (round(middle / step) * step for middle, step in zip(centre, (width / 2, height / 2), strict=True))
    return Box(x, y, x, y).sized(width, height)


def polygons(shapes: tuple[Shape, ...]) -> Iterator[list[Line]]:
    """Yield the polygons of shapes as rings on the plane."""
    for shape in shapes:
        several = [shape.coordinates] if shape.kind == "Polygon" else shape.coordinates
        for rings in several:
            yield [[project(*position) for position in ring] for ring in rings]


def _positions(coordinates: tuple[Any, ...]) -> Iterator[Point]:
    if coordinates and isinstance(coordinates[0], float):
        yield project(coordinates[0], coordinates[1])
    else:
        for inner in coordinates:
            yield from _positions(inner)
