"""Natural Earth's countries at 1:10,000,000, from the TopoJSON file of world-atlas.

In TopoJSON (specification 1.0) the line between two countries is one *arc* that both name. So a border is an arc with
two owners, a coast an arc with one, and a line that is simplified stays the same for both sides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from chronology.maps.clipping import is_inside
from chronology.maps.plane import Box, Line, Point, project

FILE = Path(__file__).parent.parent / "assets/vendored/natural-earth/countries-10m.json"
ACCURACY_KM = 5.0
"""Half a millimetre on a map of 1:10,000,000: how far off a border may lie."""

Ring = list[int]
"""A closed line, as numbers of arcs; the complement of a number is that arc read backwards."""


@dataclass(frozen=True, slots=True)
class Polygon:
    """A polygon of a country: its outline, then its holes."""

    country: str
    rings: list[Ring]


class Topology:
    """The arcs of the file, and the polygons that are made of them. Lines come on the plane of our maps."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        """Take in a TopoJSON document with the objects `countries` and `land`."""
        (self._scale_x, self._scale_y) = document["transform"]["scale"]
        (self._west, self._south) = document["transform"]["translate"]
        self._arcs: list[list[Point]] = [self._degrees(arc) for arc in document["arcs"]]
        self._boxes = [_box(arc) for arc in self._arcs]
        objects = document["objects"]
        self.countries = [
            Polygon(geometry["properties"]["name"], rings)
            for geometry in objects["countries"]["geometries"]
            for rings in _polygons(geometry)
        ]
        self.land = [Polygon("", rings) for geometry in objects["land"]["geometries"] for rings in _polygons(geometry)]

    @classmethod
    def read(cls) -> Topology:
        """Read the vendored file."""
        return cls(json.loads(FILE.read_bytes()))

    def _degrees(self, arc: list[list[int]]) -> list[Point]:
        xs = accumulate(x for x, _ in arc)
        ys = accumulate(y for _, y in arc)
        return [(x * self._scale_x + self._west, y * self._scale_y + self._south) for x, y in zip(xs, ys, strict=True)]

    def line(self, ring: Ring) -> Line:
        """Return a ring, or any run of arcs, as one line of the plane."""
        return [project(*point) for point in self._joined(ring)]

    def _joined(self, ring: Ring) -> list[Point]:
        points: list[Point] = []
        for number in ring:
            arc = self._arcs[number] if number >= 0 else self._arcs[~number][::-1]
            points += arc[1:] if points else arc
        return points

    def meets(self, ring: Ring, box: Box) -> bool:
        """Tell whether a ring's own box meets another, which tells whether it is worth clipping."""
        boxes = [self._boxes[number if number >= 0 else ~number] for number in ring]
        west, south = min(one.west for one in boxes), min(one.south for one in boxes)
        return box.meets(Box(west, south, max(one.east for one in boxes), max(one.north for one in boxes)))

    def moved(self, moves: Mapping[Point, str]) -> list[Polygon]:
        """Return the countries' polygons, those around the given points counted to the given countries."""
        return [
            Polygon(next((to for point, to in moves.items() if self._surrounds(one, point)), one.country), one.rings)
            for one in self.countries
        ]

    def _surrounds(self, polygon: Polygon, point: Point) -> bool:
        outline, at = polygon.rings[0], project(*point)
        return self.meets(outline, Box(*at, *at)) and is_inside(at, [self.line(outline)])

    def borders(self, polygons: list[Polygon]) -> Iterator[Ring]:
        """Yield the arcs that divide two countries."""
        owners: dict[int, set[str]] = {}
        for polygon in polygons:
            for ring in polygon.rings:
                for number in ring:
                    owners.setdefault(number if number >= 0 else ~number, set()).add(polygon.country)
        return ([number] for number, countries in owners.items() if len(countries) > 1)


def _box(arc: list[Point]) -> Box:
    """The box of an arc in degrees, on the plane."""
    around = Box.around(arc)
    return Box(*project(around.west, around.south), *project(around.east, around.north))


def _polygons(geometry: Mapping[str, Any]) -> list[list[Ring]]:
    arcs = geometry.get("arcs", [])
    return [arcs] if geometry["type"] == "Polygon" else list(arcs)
