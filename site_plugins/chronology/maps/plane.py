"""The plane that maps are drawn on: Web Mercator, measured in degrees of longitude, north up.

It is the projection of the map that scripts draw, so that the drawing that needs none looks the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[float, float]
"""x to the east and y to the north."""
Line = list[Point]

NORTHERNMOST = 85.0
"""Degrees of latitude beyond which Mercator shows nothing of use."""
KM_PER_DEGREE = 111.32
"""Of longitude, at the equator."""


def project(longitude: float, latitude: float) -> Point:
    """Return the point of a place in WGS 84 degrees."""
    bounded = max(-NORTHERNMOST, min(NORTHERNMOST, latitude))
    return longitude, math.degrees(math.asinh(math.tan(math.radians(bounded))))


def unproject(point: Point) -> Point:
    """Return longitude and latitude of a point."""
    return point[0], math.degrees(math.atan(math.sinh(math.radians(point[1]))))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the plane."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Box:
        """Return the smallest box that holds the points; there has to be one."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """Return the width in degrees of longitude."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """Return the height in the same unit."""
        return self.north - self.south

    @property
    def centre(self) -> Point:
        """Return the point in the middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    @property
    def km(self) -> float:
        """Return the kilometres in one unit of the plane, at the middle of the box."""
        return KM_PER_DEGREE * math.cos(math.radians(unproject(self.centre)[1]))

    def sized(self, width: float, height: float) -> Box:
        """Return a box of that size around the same middle."""
        x, y = self.centre
        return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def grown(self, share: float) -> Box:
        """Return the box with a margin on each side, as a share of its width and height."""
        return self.sized(self.width * (1 + 2 * share), self.height * (1 + 2 * share))

    def with_aspect(self, aspect: float) -> Box:
        """Return the box made wider or higher, so that its width is `aspect` times its height."""
        return self.sized(max(self.width, self.height * aspect), max(self.height, self.width / aspect))

    def within(self, other: Box) -> Box:
        """Return what both boxes share; they have to meet."""
        return Box(
            max(self.west, other.west),
            max(self.south, other.south),
            min(self.east, other.east),
            min(self.north, other.north),
        )

    def meets(self, other: Box) -> bool:
        """Tell whether the boxes share a point."""
        across = self.west <= other.east and other.west <= self.east
        return across and self.south <= other.north and other.south <= self.north

    def lies_in(self, other: Box) -> bool:
        """Tell whether all of this box lies in another."""
        across = other.west <= self.west and self.east <= other.east
        return across and other.south <= self.south and self.north <= other.north

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies in the box."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


WORLD = Box(-180.0, -project(0, NORTHERNMOST)[1], 180.0, project(0, NORTHERNMOST)[1])
