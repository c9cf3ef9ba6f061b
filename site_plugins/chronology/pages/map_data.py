"""The files of the map that scripts draw: the base map with what belongs to it, and each state of a layer.

Both are GeoJSON (RFC 7946). `docs/handbook/map.md` describes them; `assets/scripts/explorer/map-element.js` reads them.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from chronology.maps.atlas import Atlas
from chronology.maps.naming import name_point
from chronology.maps.plane import Box, Line, unproject
from chronology.maps.topology import ACCURACY_KM
from chronology.model import date_words
from chronology.model.chronology import Chronology
from chronology.model.entities.layers import Layer, LayerState
from chronology.model.entities.settings import Tiles
from chronology.model.entities.shapes import Shape
from chronology.model.whereabouts import is_region
from chronology.pages.page import OutFile
from chronology.pages.typography import typeset

FOLDER = "assets/chronology/data"


def map_files(chronology: Chronology, atlas: Atlas | None) -> tuple[OutFile, ...]:
    """Return the file of the map, then those of its layers' states; none where there is nothing to show on a map."""
    if atlas is None:
        return ()
    states = {
        (layer.id, number): _file(f"layer-{layer.id}", _state(state))
        for layer in chronology.entities.layers.values()
        for number, state in enumerate(layer.states)
    }
    layers = [_layer(chronology, layer, states) for layer in chronology.entities.layers.values()]
    whole = _file("map", _map(chronology, atlas, layers), ending="json")
    return (whole, *dict.fromkeys(states.values()))


def _file(name: str, document: dict[str, Any], ending: str = "geojson") -> OutFile:
    data = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return OutFile(f"{FOLDER}/{name}-{sha256(data).hexdigest()[:8]}.{ending}", data)


def _map(chronology: Chronology, atlas: Atlas, layers: list[dict[str, Any]]) -> dict[str, Any]:
    base, settings = atlas.base, chronology.settings
    features = [_feature("land", "Polygon", [_degrees(ring) for ring in rings]) for rings in base.land]
    features += [_feature("border", "LineString", _degrees(line)) for line in base.borders]
    if settings.language.startswith("en"):
        seen = base.clipped(atlas.view, 0)
        for name in seen.names(list(atlas.points.values()), atlas.view.width / 70):
            features.append(_feature("country", "Point", _degrees([name.at])[0], name=name.name))
    features += [_outline(atlas, place) for place in atlas.areas]
    return {
        "type": "FeatureCollection",
        "bbox": _corners(base.box),
        "view": _corners(atlas.view),
        "words": base.words,
        "borderKm": ACCURACY_KM if base.borders else 0,
        "regions": [key for key, view in chronology.places.items() if is_region(view)],
        "layers": layers,
        **({"tiles": _tiles(settings.map.tiles)} if settings.map.tiles else {}),
        "features": features,
    }


def _outline(atlas: Atlas, place: str) -> dict[str, Any]:
    """A place's outline, and where in it its name is written."""
    areas = atlas.areas[place]
    around = Box.around(point for rings in areas for point in rings[0])
    room = (around.width / 12, around.height / 20)
    name = name_point(place, areas, around, list(atlas.points.values()), room)
    polygons = [[_degrees(ring) for ring in rings] for rings in areas]
    return _feature(
        "outline", "MultiPolygon", polygons, place=place, at=_degrees([name.at if name else around.centre])[0]
    )


def _feature(kind: str, geometry: str, coordinates: Any, **more: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"kind": kind, **more},
        "geometry": {"type": geometry, "coordinates": coordinates},
    }


def _degrees(line: Line) -> list[list[float]]:
    return [[round(degree, 4) for degree in unproject(point)] for point in line]


def _corners(box: Box) -> list[float]:
    return [degree for corner in ((box.west, box.south), (box.east, box.north)) for degree in _degrees([corner])[0]]


def _tiles(tiles: Tiles) -> dict[str, Any]:
    return {
        "url": tiles.url,
        "name": tiles.name,
        "attribution": tiles.attribution,
        "href": tiles.attribution_url,
        "deepest": tiles.deepest,
    }


# Layers --------------------------------------------------------------------------------------------------------------


def _layer(chronology: Chronology, layer: Layer, files: dict[tuple[str, int], OutFile]) -> dict[str, Any]:
    return {
        "id": layer.id,
        "title": typeset(layer.title),
        "by": [typeset(chronology.actors[actor].actor.name) for actor in layer.by],
        "caution": typeset(layer.caution) if layer.caution else None,
        "states": [
            {
                "when": date_words.in_words(state.date),
                "first": state.date.earliest.ordinal() if state.date.earliest else None,
                "last": state.date.latest.ordinal() if state.date.latest else None,
                "src": files[layer.id, number].path,
            }
            for number, state in enumerate(layer.states)
        ],
    }


def _state(state: LayerState) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": [_shape(shape) for shape in state.shapes]}


def _shape(shape: Shape) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"title": typeset(shape.title)} if shape.title else {},
        "geometry": {"type": shape.kind, "coordinates": shape.coordinates},
    }
