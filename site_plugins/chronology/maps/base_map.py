"""The base map of one chronology: Natural Earth, clipped to a box, simplified to its scale, seen from a viewpoint."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from functools import cache as once
from functools import lru_cache
from pathlib import Path
from typing import Any

from chronology.maps.clipping import area, clip_line, clip_polygons, simplify
from chronology.maps.naming import Name, name_point
from chronology.maps.plane import Box, Line, Point
from chronology.maps.topology import FILE, Topology
from chronology.maps.viewpoints import VIEWPOINTS

FINEST = 0.0018
"""Degrees: the steps in which the file itself is written."""
STEPS = 2000
"""Lines are drawn to one part in this many of the box: what a screen can show of it, zoomed in twice."""
NAME = "base-map.json"


@dataclass(frozen=True, slots=True)
class BaseMap:
    """Land and borders in a box of the plane, and the countries with a point to write their names at."""

    box: Box
    viewpoint: str
    land: list[list[Line]]
    borders: list[Line]
    countries: list[tuple[str, list[list[Line]]]]

    @property
    def words(self) -> str:
        """Return what the map says of its borders."""
        return VIEWPOINTS[self.viewpoint].words

    def clipped(self, box: Box, tolerance: float) -> BaseMap:
        """Return the map of a smaller box, simplified further."""
        lines = [part for line in self.borders for part in clip_line(line, box)]
        return BaseMap(
            box,
            self.viewpoint,
            list(clip_polygons(self.land, box, tolerance)),
            [simplify(line, tolerance) for line in lines],
            [
                (name, clipped)
                for name, polygons in self.countries
                if (clipped := list(clip_polygons(polygons, box, tolerance)))
            ],
        )

    def names(self, avoid: list[Point], size: float, seen: Box | None = None) -> list[Name]:
        """Return where to write the countries' names, away from points and from the edges of what is seen of the map.

        `size` is that of the letters.
        """
        found = (
            name_point(name, polygons, self.box, avoid, (len(name) * size * 0.4, size), seen=seen)
            for name, polygons in self.countries
        )
        return [name for name in found if name]


def base_map(box: Box, viewpoint: str, cache: Path | None) -> BaseMap:
    """Return the base map of a box; from the folder `cache`, if it was made there before."""
    key = _key(box, viewpoint)
    kept = _kept(cache, key)
    if kept:
        return BaseMap(box, viewpoint, kept["land"], kept["borders"], kept["countries"])
    made = _make(box, viewpoint)
    _keep(cache, key, made)
    return made


@lru_cache(maxsize=4)
def _make(box: Box, viewpoint: str) -> BaseMap:
    """Make the map of a box; one process that builds several sites, or one again, makes it once."""
    topology, seen = Topology.read(), VIEWPOINTS[viewpoint]
    tolerance = max(FINEST, max(box.width, box.height) / STEPS)

    def polygons(rings: list[list[int]]) -> list[list[Line]]:
        lines = [topology.line(ring) for ring in rings if topology.meets(ring, box)]
        return _rounded(list(clip_polygons([lines], box, tolerance))) if lines else []

    land = [one for polygon in topology.land for one in polygons(polygon.rings)]
    if not seen.borders:
        return BaseMap(box, viewpoint, land, [], [])
    moved = topology.moved(seen.moves)
    arcs = (topology.line(arc) for arc in topology.borders(moved) if topology.meets(arc, box))
    borders = [simplify(part, tolerance) for line in arcs for part in clip_line(line, box)]
    countries: dict[str, list[list[Line]]] = {}
    for polygon in moved:
        if parts := polygons(polygon.rings):
            countries.setdefault(polygon.country, []).extend(parts)
    largest = {name: max(parts, key=lambda rings: area(rings[0])) for name, parts in countries.items()}
    return BaseMap(
        box, viewpoint, land, [_round(line) for line in borders], [(name, [one]) for name, one in largest.items()]
    )


def _rounded(polygons: list[list[Line]]) -> list[list[Line]]:
    return [[_round(ring) for ring in rings] for rings in polygons]


def _round(line: Line) -> Line:
    """Four decimals of a degree are 11 metres, well below the data's own steps."""
    return [(round(x, 4), round(y, 4)) for x, y in line]


@once
def _version() -> bytes:
    digest = hashlib.blake2b(FILE.read_bytes(), digest_size=16)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


def _key(box: Box, viewpoint: str) -> str:
    return hashlib.blake2b(f"{box} {viewpoint}".encode(), digest_size=16, salt=_version()).hexdigest()


def _kept(cache: Path | None, key: str) -> Any:
    if cache is None:
        return None
    try:
        kept = json.loads((cache / NAME).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return kept.get("map") if isinstance(kept, dict) and kept.get("key") == key else None


def _keep(cache: Path | None, key: str, made: BaseMap) -> None:
    """Write the map for the next build; without a word where that is not possible."""
    if cache is None:
        return
    kept = {"land": made.land, "borders": made.borders, "countries": made.countries}
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        part = cache / f"{NAME}.part"
        part.write_text(json.dumps({"key": key, "map": kept}, separators=(",", ":")), encoding="utf-8")
        part.replace(cache / NAME)
