"""The record of a place."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from chronology.records.schema.record import EarlierIds, NamesElsewhere, OwnId, Record, SourceUses, Spellings
from chronology.records.values import GeoJsonFile, Id, Line, Listed, Number, Paragraph, PlaceId, Precision, SourceId


class CoordinatesRecord(Record):
    """A point in WGS 84 decimal degrees."""

    latitude: Number = Field(
        ge=-90, le=90, json_schema_extra={"minimum": -90, "maximum": 90}, description="Degrees north."
    )
    longitude: Number = Field(
        ge=-180, le=180, json_schema_extra={"minimum": -180, "maximum": 180}, description="Degrees east."
    )
    precision: Precision = Field(description="What the point stands for.")
    source: SourceId | None = Field(default=None, description="Where the coordinates are printed.")


class OutlineRecord(Record):
    """How far a place reaches, as areas in a GeoJSON file."""

    file: GeoJsonFile = Field(description="GeoJSON file name, beside the place's own file.")
    licence: Line = Field(description="Under which licence it is used.")
    source: SourceId | None = Field(default=None, description="Where the outline comes from.")


class PlaceRecord(Record):
    """A place."""

    id: OwnId = None
    name: Line = Field(description="The name used on the site.")
    kind: Annotated[Id, Listed("place_kinds")] | None = Field(
        default=None, description="One of the `place_kinds` of chronology.yml."
    )
    within: PlaceId | None = Field(title="Lies in", default=None, description="The place that this one lies in.")
    coordinates: CoordinatesRecord | None = Field(default=None, description="A point, with its precision.")
    outline: OutlineRecord | None = Field(
        default=None, description="How far it reaches; the map shades it. For regions and districts."
    )
    summary: Paragraph | None = Field(default=None, description="One paragraph of plain text.")
    names: NamesElsewhere
    also_written: Spellings
    sources: SourceUses = Field(default_factory=list, description="Where this is known from.")
    formerly: EarlierIds
