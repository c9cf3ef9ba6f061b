"""GeoJSON as records have it (RFC 7946): read strictly, every mistake with its line and column.

JSON's own reader keeps no positions, so a file with a mistake is walked again to find where it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from chronology.model.entities.shapes import Shape
from chronology.records.json_places import place_of
from chronology.records.problems import Loc
from chronology.records.yaml_text import Fault, decode, quoted

DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""How deep the positions of a geometry are nested."""
MOST = 20
"""Mistakes that are reported of one file."""
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Read:
    """The shapes of a file, and what is wrong with it."""

    shapes: tuple[Shape, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A mistake at a place in the document."""

    loc: Loc
    message: str
    hint: str


class _NotANumberError(ValueError):
    """JSON has no NaN and no Infinity, though Python reads them."""


def read(content: bytes) -> Read:
    """Read a file. Never raises for what stands in it."""
    text = decode(content)
    if text.faults:
        return Read(faults=text.faults)
    try:
        document = json.loads(text.text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return _unread(error.lineno, error.colno, f"this is not JSON ({error.msg})", "correct it, or export it again")
    except _NotANumberError as error:
        return _unread(1, 1, f"there is a coordinate {error}", "remove what has no coordinates")
    except RecursionError:
        return _unread(1, 1, "the brackets are nested too deeply", "export it again")
    shapes: list[Shape] = []
    wrong: list[_Wrong] = []
    for loc, feature in _features(document, wrong):
        shape = _shape(feature, loc, wrong)
        if shape and not wrong:
            shapes.append(shape)
    faults = tuple(Fault(*place_of(text.text, one.loc), one.message, one.hint) for one in wrong[:MOST])
    return Read(() if faults else tuple(shapes), faults)


def _refuse(constant: str) -> float:
    raise _NotANumberError(constant)


def _unread(line: int, column: int, message: str, hint: str) -> Read:
    return Read(faults=(Fault(line, column, message, hint),))


def _features(document: Any, wrong: list[_Wrong]) -> Iterator[tuple[Loc, Any]]:
    kind = document.get("type") if isinstance(document, dict) else None
    if isinstance(document, dict) and "crs" in document:
        wrong.append(_Wrong(("crs",), "GeoJSON is always in WGS 84", "convert it to EPSG:4326, and remove `crs`"))
    if kind == "Feature":
        yield (), document
    elif kind == "FeatureCollection" and isinstance(document.get("features"), list):
        if not document["features"]:
            wrong.append(_Wrong(("features",), "there is no feature", "add one, or remove the file"))
        for number, feature in enumerate(document["features"]):
            yield ("features", number), feature
    else:
        wrong.append(_Wrong((), "this is no GeoJSON", "write a FeatureCollection with a list of `features`"))


def _shape(feature: Any, loc: Loc, wrong: list[_Wrong]) -> Shape | None:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict):
        wrong.append(_Wrong(loc, "the feature has no geometry", "add one, or remove the feature"))
        return None
    here = (*loc, "geometry")
    kind = geometry.get("type")
    if kind not in DEPTH:
        hint = "divide it into features" if kind == "GeometryCollection" else f"write one of {', '.join(DEPTH)}"
        place = (*here, "type") if "type" in geometry else here
        wrong.append(_Wrong(place, f"{quoted(str(kind))} is no geometry that the map shows", hint))
        return None
    before = len(wrong)
    at: Loc = (*here, "coordinates") if "coordinates" in geometry else here
    coordinates = _nested(geometry.get("coordinates"), DEPTH[kind], at, wrong)
    if len(wrong) == before:
        wrong.extend(_incomplete(kind, coordinates, at))
    return Shape(kind, coordinates, _title(feature)) if len(wrong) == before else None


def _nested(value: Any, depth: int, loc: Loc, wrong: list[_Wrong]) -> tuple[Any, ...]:
    if depth == 0:
        return _position(value, loc, wrong)
    if not isinstance(value, list) or not value:
        wrong.append(_Wrong(loc, "a list of positions is missing", "write `[[longitude, latitude], ...]`"))
        return ()
    return tuple(_nested(item, depth - 1, (*loc, number), wrong) for number, item in enumerate(value))


def _position(value: Any, loc: Loc, wrong: list[_Wrong]) -> tuple[float, ...]:
    """A position without its height."""
    if not isinstance(value, list) or not 2 <= len(value) <= 3 or not all(type(one) in (int, float) for one in value):
        wrong.append(_Wrong(loc, "this is no position", "write `[longitude, latitude]`"))
        return ()
    longitude, latitude = float(value[0]), float(value[1])
    if abs(latitude) > 90:
        hint = "longitude comes first" if abs(longitude) <= 90 else "write degrees, from -90 to 90"
        wrong.append(_Wrong((*loc, 1), f"the latitude {value[1]} is not on Earth", hint))
    elif abs(longitude) > 180:
        wrong.append(_Wrong((*loc, 0), f"the longitude {value[0]} is not on Earth", "write degrees, from -180 to 180"))
    return longitude, latitude


def _incomplete(kind: str, coordinates: tuple[Any, ...], loc: Loc) -> Iterator[_Wrong]:
    """Lines of one point, and rings that are none (RFC 7946, 3.1.4 and 3.1.6)."""
    if kind == "LineString" and len(coordinates) < 2:
        yield _Wrong(loc, "a line has two positions at least", "add one, or make it a Point")
    if kind in ("MultiLineString", "Polygon"):
        for number, line in enumerate(coordinates):
            if kind == "Polygon":
                yield from _ring(line, (*loc, number))
            else:
                yield from _incomplete("LineString", line, (*loc, number))
    if kind == "MultiPolygon":
        for number, polygon in enumerate(coordinates):
            yield from _incomplete("Polygon", polygon, (*loc, number))


def _ring(ring: tuple[Any, ...], loc: Loc) -> Iterator[_Wrong]:
    if len(ring) < 4:
        yield _Wrong(loc, "a ring has four positions at least", "add what is missing; the last is the first again")
    elif ring[0] != ring[-1]:
        yield _Wrong(loc, "the ring is not closed", "end it with its first position")


def _title(feature: dict[str, Any]) -> str | None:
    properties = feature.get("properties")
    found = properties.get("title", properties.get("name")) if isinstance(properties, dict) else None
    return found.strip()[:LONGEST_TITLE] or None if isinstance(found, str) else None
