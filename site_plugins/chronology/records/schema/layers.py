"""The record of a layer of the map."""

from __future__ import annotations

from pydantic import Field

from chronology.records.schema.record import OwnId, Record, SourceUses
from chronology.records.values import ActorId, Edtf, GeoJsonFile, Line, Paragraph


class LayerStateRecord(Record):
    """What a layer shows at one time."""

    date: Edtf = Field(description="The time that it holds for; `2025-03-12/2025-03-16` for several days.")
    file: GeoJsonFile = Field(description="GeoJSON file name, beside the layer's own file.")
    sources: SourceUses = Field(default_factory=list, description="Where this state was published, beside the layer's.")


class LayerRecord(Record):
    """A layer: shapes on the map that somebody published, such as an area held."""

    id: OwnId = None
    title: Line = Field(description="What the shapes are, attributed where that is a claim.")
    by: list[ActorId] = Field(description="Who says so.", min_length=1)
    sources: SourceUses = Field(description="Where it was published; at least one.", min_length=1)
    licence: Line = Field(description="Under which licence it is used.")
    caution: Paragraph | None = Field(default=None, description="Shown wherever the layer is named.")
    states: list[LayerStateRecord] = Field(
        description="Its shapes at one time or several; of those in a period, the map shows the last.", min_length=1
    )
