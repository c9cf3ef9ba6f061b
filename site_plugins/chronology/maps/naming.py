"""Where to write a country's name: well inside of it, and away from what else the map shows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from chronology.maps.clipping import is_inside
from chronology.maps.plane import Box, Line, Point

ACROSS, DOWN = 18, 12


@dataclass(frozen=True, slots=True)
class Name:
    """A country's name, centred at a point."""

    name: str
    at: Point


def name_point(
    name: str, polygons: list[list[Line]], box: Box, avoid: list[Point], room: Point, *, seen: Box | None = None
) -> Name | None:
    """Return the best of a grid of points: inside of the country, far from its edge, the map's and the given points.

    `polygons` are clipped to `box`, of which the map may show a part, `seen`. `room` is half the width and half the
    height of a name in units of the plane; None where there is no such room.
    """
    shown = seen or box
    best, most = None, 1.0
    for column in range(ACROSS):
        for row in range(DOWN):
            point = (
                shown.west + (column + 0.5) / ACROSS * shown.width,
                shown.south + (row + 0.5) / DOWN * shown.height,
            )
            free = min(_to_edges(point, shown, room), *(_far(point, other, room) for other in avoid), 9.0)
            if free > most and any(is_inside(point, rings) for rings in polygons):
                free = min(free, *(_to_line(point, ring, room, box) for rings in polygons for ring in rings))
                if free > most:
                    best, most = Name(name, point), free
    return best


def _to_edges(point: Point, box: Box, room: Point) -> float:
    across = min(point[0] - box.west, box.east - point[0]) / room[0]
    return min(across, min(point[1] - box.south, box.north - point[1]) / room[1])


def _far(point: Point, other: Point, room: Point) -> float:
    """How far apart two points are, in halves of a name."""
    return math.hypot((point[0] - other[0]) / room[0], (point[1] - other[1]) / room[1])


def _to_line(point: Point, line: Line, room: Point, box: Box) -> float:
    """How far a point is from a line, in halves of a name; what runs along the box's edge is no border."""
    nearest = math.inf
    for one, other in pairwise(line):
        if any(one[axis] == other[axis] and one[axis] in edges for axis, edges in _edges(box)):
            continue
        ax, ay = (one[0] - point[0]) / room[0], (one[1] - point[1]) / room[1]
        dx, dy = (other[0] - one[0]) / room[0], (other[1] - one[1]) / room[1]
        length = dx * dx + dy * dy
        along = max(0.0, min(1.0, -(ax * dx + ay * dy) / length)) if length else 0.0
        nearest = min(nearest, math.hypot(ax + along * dx, ay + along * dy))
    return nearest


def _edges(box: Box) -> tuple[tuple[int, tuple[float, float]], tuple[int, tuple[float, float]]]:
    return (0, (box.west, box.east)), (1, (box.south, box.north))
