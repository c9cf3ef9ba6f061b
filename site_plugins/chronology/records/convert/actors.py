"""The actor of a record."""

from __future__ import annotations

from chronology.model.entities.actors import Actor
from chronology.model.entities.record import Where
from chronology.records.convert.record import names, uses
from chronology.records.schema.actors import ActorRecord


def actor(record: ActorRecord, own_id: str, where: Where) -> Actor:
    """The actor of a record."""
    return Actor(
        id=own_id,
        where=where,
        name=record.name,
        kind=record.kind,
        country=record.country,
        role=record.role,
        summary=record.summary,
        member_of=tuple(record.member_of),
        names=names(record.names),
        also_written=tuple(record.also_written),
        sources=uses(record.sources),
        formerly=tuple(record.formerly),
    )
