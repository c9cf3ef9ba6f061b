"""A shape on the map, of a place or a layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Shape:
    """A feature of a GeoJSON file: its geometry (RFC 7946, WGS 84), and its title if the file gives one.

    `kind` is Point, LineString, Polygon or one of these with Multi before it; `coordinates` are nested as there.
    """

    kind: str
    coordinates: tuple[Any, ...]
    title: str | None = None
