"""The chronology's own settings and their parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a quantity: how it is written, and how it converts (multiply by `factor` to get `to`)."""

    id: str
    one: str
    many: str
    symbol: str | None = None
    to: str | None = None
    factor: float | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Actors that speak with one voice: together they are one origin."""

    id: str
    title: str
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of the chronology's content."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """How the site changes what its check of wording looks for: `loaded` words, each with the plain one."""

    loaded: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tiles:
    """Pictures of the map from another server, which the reader may ask for.

    `url` is a template with {z}, {x} and {y}; `name` says who serves them, `attribution` whom to credit.
    """

    url: str
    name: str
    attribution: str
    attribution_url: str | None = None
    deepest: int = 19


@dataclass(frozen=True, slots=True)
class MapSettings:
    """How the map is drawn: whose view of borders, and where else pictures may come from."""

    viewpoint: str = "natural-earth"
    tiles: Tiles | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The chronology's own settings, from content/chronology.yml."""

    title: str
    scope: str
    name: str
    period: str | None = None
    headline: str | None = None
    language: str = "en"
    zone: str = "UTC"
    types: Mapping[str, str] = field(default_factory=dict)
    actor_kinds: Mapping[str, str] = field(default_factory=dict)
    place_kinds: Mapping[str, str] = field(default_factory=dict)
    source_kinds: Mapping[str, str] = field(default_factory=dict)
    sides: Mapping[str, Side] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    licence: Licence | None = None
    wording: Wording = Wording()
    map: MapSettings = MapSettings()
