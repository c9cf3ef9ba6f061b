"""The record of an actor."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from chronology.records.schema.record import EarlierIds, NamesElsewhere, OwnId, Record, SourceUses, Spellings
from chronology.records.values import ActorId, Id, Line, Listed, Paragraph


class ActorRecord(Record):
    """An actor: a person, body or force that acts or claims."""

    id: OwnId = None
    name: Line = Field(description="The name used on the site.")
    kind: Annotated[Id, Listed("actor_kinds")] = Field(description="One of the `actor_kinds` of chronology.yml.")
    country: Line | None = Field(default=None, description="The country it belongs to or acts for.")
    role: Line | None = Field(default=None, description="Its role at the time.")
    summary: Paragraph | None = Field(default=None, description="One paragraph of plain text.")
    member_of: list[ActorId] = Field(title="Belongs to", default_factory=list, description="Actors that it belongs to.")
    names: NamesElsewhere
    also_written: Spellings
    sources: SourceUses = Field(default_factory=list, description="Where this is known from.")
    formerly: EarlierIds
