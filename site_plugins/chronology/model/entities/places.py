"""A place and its parts."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.model.entities.record import Name, SourceUse, Where
from chronology.model.entities.shapes import Shape


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point in WGS 84 decimal degrees and how exact it is: exact, settlement, district or region."""

    latitude: float
    longitude: float
    precision: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """How far a place reaches, from a GeoJSON file beside its record."""

    file: str
    licence: str
    source: str | None = None
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement, district, region, road or other place."""

    id: str
    where: Where
    name: str
    kind: str | None = None
    within: str | None = None
    coordinates: Coordinates | None = None
    outline: Outline | None = None
    summary: str | None = None
    names: tuple[Name, ...] = ()
    also_written: tuple[str, ...] = ()
    sources: tuple[SourceUse, ...] = ()
    formerly: tuple[str, ...] = ()
