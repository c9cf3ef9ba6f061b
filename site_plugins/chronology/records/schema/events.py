"""The record of an event."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from chronology.records.schema.questions import QuestionRecord
from chronology.records.schema.record import EarlierIds, OwnId, Record, SourceUses
from chronology.records.values import (
    ActorId,
    ChangeKind,
    Edtf,
    EventId,
    Id,
    Line,
    Listed,
    Paragraph,
    Picture,
    PlaceId,
    Prose,
    RelationKind,
    SourceId,
    Time,
    TopicId,
    Zone,
)


class RelationRecord(Record):
    """A link to another event."""

    event: EventId = Field(description="The other event's id.")
    as_: RelationKind = Field(title="How it relates", alias="as", description="How this event relates to it.")


class ChangeRecord(Record):
    """A change to this record after it was published."""

    date: Edtf = Field(description="When the record was changed.")
    kind: ChangeKind = Field(description="What kind of change.")
    reason: Paragraph = Field(description="Why, for readers.")
    source: SourceId | None = Field(default=None, description="The source that showed it.")


class RetractionRecord(Record):
    """An event taken back."""

    date: Edtf = Field(description="When it was retracted.")
    reason: Paragraph = Field(description="Why, for readers.")
    replaced_by: EventId | None = Field(
        title="In its place", default=None, description="The event that stands in its place."
    )


class MediumRecord(Record):
    """A picture."""

    file: Picture = Field(description="File name under content/media.")
    alt: Line = Field(title="What it shows", description="What it shows, for those who cannot see it.")
    credit: Line = Field(description="Who made it.")
    licence: Line = Field(description="Under which licence it is used.")


class EventRecord(Record):
    """An event: something that happened, or that somebody says happened."""

    id: OwnId = None
    title: Line = Field(description="A headline, attributed where it is a claim.")
    date: Edtf = Field(description="When it happened (see Dates).")
    time: Time | None = Field(default=None, description="Clock time, `14:30` or `14:30~`.")
    zone: Zone | None = Field(default=None, description="IANA time zone of `time`, if not the chronology's.")
    type: Annotated[Id, Listed("types")] | None = Field(
        default=None, description="One of the `types` of chronology.yml."
    )
    places: list[PlaceId] = Field(default_factory=list, description="Where, the most telling place first.")
    actors: list[ActorId] = Field(default_factory=list, description="Who acts or speaks.")
    topics: list[TopicId] = Field(default_factory=list, description="Subjects that the event belongs to.")
    summary: Paragraph = Field(description="One paragraph of plain text.")
    text: Prose | None = Field(
        title="Longer text", default=None, description="More, in Markdown; `[Sudzha](place:sudzha)` names a record."
    )
    questions: list[QuestionRecord] = Field(
        default_factory=list, description="What is to be known, and what each party says."
    )
    relations: list[RelationRecord] = Field(default_factory=list, description="Links to other events.")
    sources: SourceUses = Field(
        default_factory=list, description="At least one, unless every question's claims have theirs."
    )
    media: list[MediumRecord] = Field(default_factory=list, description="Pictures.")
    history: list[ChangeRecord] = Field(
        default_factory=list, description="Changes to this record after it was published."
    )
    retracted: RetractionRecord | None = Field(
        title="Retracted", default=None, description="Set when the event is taken back."
    )
    formerly: EarlierIds
