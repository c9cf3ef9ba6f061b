"""All records of a chronology together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chronology.model.entities.actors import Actor
from chronology.model.entities.events import Event
from chronology.model.entities.layers import Layer
from chronology.model.entities.places import Place
from chronology.model.entities.series import Series
from chronology.model.entities.settings import Settings
from chronology.model.entities.sources import Source
from chronology.model.entities.topics import Topic


@dataclass(frozen=True, slots=True)
class Entities:
    """All records of a chronology, each kind by id, in the order of their ids."""

    settings: Settings
    events: Mapping[str, Event]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    series: Mapping[str, Series]
    topics: Mapping[str, Topic]
    layers: Mapping[str, Layer] = field(default_factory=dict)
