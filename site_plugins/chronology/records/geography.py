"""GeoJSON files beside the records of places and layers that name them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from chronology.model.entities.shapes import Shape
from chronology.model.suggest import did_you_mean
from chronology.records import geojson
from chronology.records.collect import Collection
from chronology.records.files import GEOGRAPHY, shown
from chronology.records.plain import entries, mapping, text
from chronology.records.problems import Finding, Loc, Problem
from chronology.records.raw import Raw
from chronology.records.yaml_text import quoted

Files = dict[tuple[str, str], dict[str, tuple[Shape, ...]]]
"""The shapes of each file, by the kind and id of the record that names it, and by its name."""

AREAS = ("Polygon", "MultiPolygon")


def read_all(collection: Collection) -> Files:
    """The shapes of all files that records name; every mistake in them is noted in the collection."""
    found: Files = {}
    used: set[Path] = set()
    for kind in GEOGRAPHY:
        for key, raw in collection.records[kind].items():
            for loc, file in _named(raw):
                path = raw.path.parent / file
                if path not in collection.listing.geojson:
                    hint = did_you_mean(
                        file, [one.name for one in collection.listing.geojson], "put it beside this file"
                    )
                    raw.find([Finding(loc, f"there is no file {quoted(file)}", hint)])
                    continue
                used.add(path)
                found.setdefault((kind, key), {})[file] = _read(collection, path, raw, loc)
    all_read = not any(collection.unread[kind] for kind in GEOGRAPHY)
    for path in collection.listing.geojson:
        if path not in used and all_read and not any(raw.unread for raw in _raws(collection)):
            hint = "name it as a layer's `file`, or in the `outline` of a place"
            place = shown(path, collection.root)
            collection.problems.append(Problem(place, 1, 1, "no record has these shapes", hint, "warning"))
    return found


def _raws(collection: Collection) -> Iterator[Raw]:
    return (raw for kind in GEOGRAPHY for raw in collection.records[kind].values())


def _named(raw: Raw) -> Iterator[tuple[Loc, str]]:
    """The files that a record names, and where."""
    outline = text(mapping(raw.data, "outline"), "file")
    named: list[tuple[Loc, str | None]] = [(("outline", "file"), outline)]
    named += [(("states", number, "file"), text(state, "file")) for number, state in entries(raw.data, "states")]
    for loc, file in named:
        if file and file.endswith(".geojson") and "/" not in file:
            yield loc, file


def _read(collection: Collection, path: Path, raw: Raw, loc: Loc) -> tuple[Shape, ...]:
    collection.files.append(path)
    read = geojson.read(path.read_bytes())
    for fault in read.faults:
        collection.report(path, fault)
    if raw.kind == "places" and not read.faults and any(shape.kind not in AREAS for shape in read.shapes):
        hint = "keep only Polygon and MultiPolygon in it"
        raw.find([Finding(loc, "an outline is made of areas, and the file holds points or lines too", hint)])
    return read.shapes
