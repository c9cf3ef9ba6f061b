"""Lines and rings, cut at the edges of a box.

Our own, because this is all that the base map needs of geometry; docs/handbook/decisions/base-map.md has what a library
would cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from chronology.maps.plane import Box, Line, Point

SMALLEST = 2
"""Islands whose area is less than the square of so many tolerances are left out."""


def clip_ring(ring: Line, box: Box) -> Line:
    """Return the part of a closed ring's inside that lies in the box, as a ring; empty where none does.

    After Sutherland and Hodgman (1974). Parts that hang together outside of the box stay joined along its edges.
    """
    around = Box.around(ring)
    if not around.meets(box):
        return []
    if around.lies_in(box):
        return ring
    for axis, limit, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        ring = _cut(ring, axis, limit, sign)
        if len(ring) < 3:
            return []
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def _cut(ring: Line, axis: int, limit: float, sign: int) -> Line:
    """The ring on one side of a line: where the coordinate of that axis is above the limit, or below for sign -1."""
    kept: Line = []
    before = ring[-1]
    was_inside = (before[axis] - limit) * sign >= 0
    for point in ring:
        is_inside = (point[axis] - limit) * sign >= 0
        if is_inside != was_inside:
            kept.append(_crossing(before, point, axis, limit))
        if is_inside:
            kept.append(point)
        before, was_inside = point, is_inside
    return kept


def _crossing(one: Point, other: Point, axis: int, limit: float) -> Point:
    share = (limit - one[axis]) / (other[axis] - one[axis])
    across = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
    return (limit, across) if axis == 0 else (across, limit)


def clip_line(line: Line, box: Box) -> list[Line]:
    """Return the parts of a line that lie in the box."""
    around = Box.around(line)
    if not around.meets(box):
        return []
    if around.lies_in(box):
        return [line]
    parts: list[Line] = []
    for one, other in pairwise(line):
        piece = _clip_segment(one, other, box)
        if piece is None:
            continue
        if parts and parts[-1][-1] == piece[0]:
            parts[-1].append(piece[1])
        else:
            parts.append([*piece])
    return parts


def _clip_segment(one: Point, other: Point, box: Box) -> tuple[Point, Point] | None:
    """The part of a segment that lies in the box, after Liang and Barsky (1984)."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    enter, leave = 0.0, 1.0
    for way, room in (
        (-dx, one[0] - box.west),
        (dx, box.east - one[0]),
        (-dy, one[1] - box.south),
        (dy, box.north - one[1]),
    ):
        if way == 0:
            if room < 0:
                return None
        elif way < 0:
            enter = max(enter, room / way)
        else:
            leave = min(leave, room / way)
    if enter > leave:
        return None
    start = one if enter == 0 else (one[0] + enter * dx, one[1] + enter * dy)
    end = other if leave == 1 else (one[0] + leave * dx, one[1] + leave * dy)
    return start, end


def simplify(line: Line, tolerance: float) -> Line:
    """Return the line without points that lie nearer than the tolerance to what remains (Douglas and Peucker, 1973).

    The ends stay. A ring stays one, because its ends are the same point.
    """
    if len(line) < 3:
        return line
    keep = bytearray(len(line))
    keep[0] = keep[-1] = 1
    ahead = [(0, len(line) - 1)]
    limit = tolerance * tolerance
    while ahead:
        first, last = ahead.pop()
        farthest, square = _farthest(line, first, last)
        if square > limit:
            keep[farthest] = 1
            ahead += [(first, farthest), (farthest, last)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def _farthest(line: Line, first: int, last: int) -> tuple[int, float]:
    (x, y), (end_x, end_y) = line[first], line[last]
    dx, dy = end_x - x, end_y - y
    length = dx * dx + dy * dy
    found, most = first, -1.0
    for number in range(first + 1, last):
        px, py = line[number][0] - x, line[number][1] - y
        along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
        square = (px - along * dx) ** 2 + (py - along * dy) ** 2
        if square > most:
            found, most = number, square
    return found, most


def area(ring: Line) -> float:
    """Return the area of a closed ring, in square units of the plane."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def is_inside(point: Point, rings: Iterable[Line]) -> bool:
    """Tell whether a point lies inside a polygon: in its first ring and in none of its holes."""
    x, y = point
    inside = False
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
    return inside


def clip_polygons(polygons: Iterable[list[Line]], box: Box, tolerance: float) -> Iterator[list[Line]]:
    """Yield what of polygons lies in the box, simplified; what is too small to see is left out."""
    for rings in polygons:
        clipped = [simplify(part, tolerance) for ring in rings if (part := clip_ring(ring, box))]
        kept = [ring for ring in clipped if len(ring) > 3 and area(ring) > (SMALLEST * tolerance) ** 2]
        if kept and kept[0] is clipped[0]:
            yield kept
