"""The place of a record."""

from __future__ import annotations

from chronology.model.entities.places import Coordinates, Outline, Place
from chronology.model.entities.record import Where
from chronology.records.convert.record import names, uses
from chronology.records.geography import Files
from chronology.records.schema.places import OutlineRecord, PlaceRecord


def place(record: PlaceRecord, own_id: str, where: Where, files: Files) -> Place:
    """The place of a record; `files` has the shapes of its outline."""
    point = record.coordinates
    return Place(
        id=own_id,
        where=where,
        name=record.name,
        kind=record.kind,
        within=record.within,
        coordinates=Coordinates(point.latitude, point.longitude, point.precision, point.source) if point else None,
        outline=_outline(record.outline, own_id, files),
        summary=record.summary,
        names=names(record.names),
        also_written=tuple(record.also_written),
        sources=uses(record.sources),
        formerly=tuple(record.formerly),
    )


def _outline(record: OutlineRecord | None, own_id: str, files: Files) -> Outline | None:
    if record is None:
        return None
    return Outline(record.file, record.licence, record.source, files["places", own_id][record.file])
