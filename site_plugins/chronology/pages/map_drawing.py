"""Maps as SVG, for readers without scripts: what is drawn, in the units of the drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from chronology.maps.base_map import BaseMap
from chronology.maps.plane import Box, Line, Point
from chronology.maps.topology import ACCURACY_KM
from chronology.pages.map_labels import Label, Labels

NARROWEST_ZONE = 6.0
"""Units: a zone of uncertainty that is narrower than this says nothing beside the line."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The base map of a drawing: paths, the width of the zone in which a border may lie (or None), and names."""

    width: int
    height: int
    land: str
    borders: str
    zone: str | None
    countries: tuple[tuple[str, str, str], ...]
    scale: tuple[str, str]
    """The path of the bar, and its words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a drawing; `label` where there is room for its name."""

    place: str
    name: str
    x: str
    y: str
    radius: str
    count: int
    label: Label | None


class Canvas:
    """A box of the plane, drawn so many units wide and high."""

    def __init__(self, box: Box, width: int, height: int) -> None:
        """Take a box of the drawing's shape."""
        self.box, self.width, self.height = box, width, height
        self._unit = width / box.width

    def at(self, point: Point) -> Point:
        """Return where a point of the plane is drawn."""
        return (point[0] - self.box.west) * self._unit, (self.box.north - point[1]) * self._unit

    def km(self, kilometres: float) -> float:
        """Return a length on the ground in units of the drawing."""
        return kilometres / self.box.km * self._unit

    def path(self, lines: Iterable[Line], *, closed: bool = False) -> str:
        """Return lines as the data of a path, in steps from point to point: half as long as whole coordinates."""
        return "".join(self._line(line) + ("z" if closed else "") for line in lines)

    def _line(self, line: Line) -> str:
        points = [tuple(round(unit * 10) for unit in self.at(point)) for point in line]
        steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(points)]
        begin, *_ = points
        moves = [f"{_tenths(dx)}{'' if dy < 0 else ' '}{_tenths(dy)}" for dx, dy in steps if dx or dy]
        joined = "".join(move if number == 0 or move[0] == "-" else f" {move}" for number, move in enumerate(moves))
        return f"M{_tenths(begin[0])} {_tenths(begin[1])}" + (f"l{joined}" if joined else "")

    def ground(self, base: BaseMap, avoid: list[Point], *, names: bool, size: float) -> Ground:
        """Return the base map as it is drawn; `size` is that of the countries' names, in units."""
        zone = self.km(2 * ACCURACY_KM)
        found = base.names([*avoid, *self._corner()], size / self._unit, self.box) if names else []
        return Ground(
            self.width,
            self.height,
            self.path((ring for rings in base.land for ring in rings), closed=True),
            self.path(base.borders),
            _short(zone) if zone >= NARROWEST_ZONE and base.borders else None,
            tuple((name.name, _short(x), _short(y)) for name in found for x, y in [self.at(name.at)]),
            self._scale(),
        )

    def _corner(self) -> list[Point]:
        """Points of the plane along the bar of the scale, which names keep away from."""
        below = self.box.south + 14 / self._unit
        return [(self.box.west + 14 / self._unit + step * self.box.width * 0.08, below) for step in range(4)]

    def _scale(self) -> tuple[str, str]:
        """A bar of a round length, at most a quarter of the width."""
        most = self.width / 4 / self.km(1)
        length = max(step * 10**power for power in range(-2, 5) for step in (1, 2, 5) if step * 10**power <= most)
        bar = f"M10 {self.height - 16}v5h{_short(self.km(length))}v-5"
        return bar, f"{length:,.10g} km"

    def marks(
        self, places: Iterable[tuple[str, str, Point, int]], labels: Labels, *, most: int, base: float
    ) -> list[Mark]:
        """Return marks for places (id, name, point, number of events), the greatest first, as many labelled as fit.

        `base` is the radius of a place with one event; the area of a mark grows with the number of events.
        """
        drawn = []
        for place, name, point, count in places:
            x, y = self.at(point)
            radius = base * (0.6 + 0.4 * count**0.5) if count else base * 0.6
            drawn.append((place, name, x, y, radius, count))
            labels.block(x, y, radius)
        found = []
        for number, (place, name, x, y, radius, count) in enumerate(drawn):
            label = labels.place(name, x, y, radius) if number < most else None
            found.append(Mark(place, name, _short(x), _short(y), _short(radius), count, label))
        return found


def _tenths(number: int) -> str:
    """Tenths of a unit as SVG reads them: -3 is "-.3"."""
    return f"{number / 10:.1f}".removesuffix(".0").replace("0.", ".") if abs(number) < 10 else _short(number / 10)


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
