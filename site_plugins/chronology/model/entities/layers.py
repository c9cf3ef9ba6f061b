"""A layer of the map, and its states."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.model.dates import Date
from chronology.model.entities.record import SourceUse, Where
from chronology.model.entities.shapes import Shape


@dataclass(frozen=True, slots=True)
class LayerState:
    """What a layer shows at one time, from a GeoJSON file beside its record."""

    date: Date
    file: str
    sources: tuple[SourceUse, ...] = ()
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes on the map that somebody published, such as an area held, in the states of one or more times."""

    id: str
    where: Where
    title: str
    by: tuple[str, ...]
    sources: tuple[SourceUse, ...]
    licence: str
    states: tuple[LayerState, ...]
    caution: str | None = None
