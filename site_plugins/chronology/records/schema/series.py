"""The record of a series."""

from __future__ import annotations

from pydantic import Field

from chronology.records.schema.record import EarlierIds, OwnId, Record, SourceUses
from chronology.records.values import ActorId, CsvFile, Line, Paragraph, PlaceId, UnitId


class ReadingsRecord(Record):
    """A long row of measurements by one counter, in a CSV file with columns date, value, low, high, said."""

    file: CsvFile = Field(description="CSV file name, beside the series' own file.")
    by: list[ActorId] = Field(description="Who counted.", min_length=1)
    sources: SourceUses = Field(description="Where the figures stand.", min_length=1)
    unit: UnitId = Field(description="A unit from chronology.yml.")
    caution: Paragraph | None = Field(default=None, description="Shown wherever the figures are.")


class SeriesRecord(Record):
    """A series: a quantity counted over time, by rival counters."""

    id: OwnId = None
    title: Line = Field(description="What the series shows.")
    unit: UnitId = Field(description="The unit that figures are compared in, from chronology.yml.")
    counts: Line = Field(title="What is counted", description="What exactly is counted.")
    place: PlaceId | None = Field(default=None, description="Where.")
    summary: Paragraph | None = Field(default=None, description="One paragraph of plain text.")
    readings: list[ReadingsRecord] = Field(default_factory=list, description="Long measured rows.")
    sources: SourceUses = Field(default_factory=list, description="Where this is known from.")
    formerly: EarlierIds
