"""The kinds of records, each with its model."""

from __future__ import annotations

from chronology.records.schema.actors import ActorRecord
from chronology.records.schema.events import EventRecord
from chronology.records.schema.layers import LayerRecord
from chronology.records.schema.places import PlaceRecord
from chronology.records.schema.record import Record
from chronology.records.schema.series import SeriesRecord
from chronology.records.schema.settings import ChronologyRecord
from chronology.records.schema.sources import SourceRecord
from chronology.records.schema.topics import TopicRecord

KINDS: dict[str, type[Record]] = {
    "events": EventRecord,
    "actors": ActorRecord,
    "places": PlaceRecord,
    "sources": SourceRecord,
    "series": SeriesRecord,
    "topics": TopicRecord,
    "layers": LayerRecord,
}
"""The folder of each kind under content/, and its model."""


SETTINGS = "chronology"


MODELS: dict[str, type[Record]] = {**KINDS, SETTINGS: ChronologyRecord}
"""The same, with the model of chronology.yml."""
