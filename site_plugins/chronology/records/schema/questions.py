"""The part of an event's record that asks, and says who answers what."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from chronology.records.schema.record import Record, SourceUses
from chronology.records.values import (
    ActorId,
    Answer,
    Comparator,
    Edtf,
    Figure,
    Id,
    Line,
    OriginId,
    Paragraph,
    SeriesId,
    SourceId,
    Truth,
    UnitId,
)


class WithdrawalRecord(Record):
    """A claim that its claimant took back."""

    date: Edtf | None = Field(default=None, description="When it was withdrawn.")
    source: SourceId | None = Field(default=None, description="The source that reports the withdrawal.")
    reason: Paragraph = Field(description="Why, in words.")


class ClaimRecord(Record):
    """What one or more actors say in answer to a question."""

    id: Id | None = Field(default=None, description="A stable name for links and `denies`; optional.")
    answer: Answer | None = Field(
        default=None, description="One of the question's `answers`; a date where the question is `about: date`."
    )
    value: Figure | None = Field(
        title="Figure", default=None, description="A figure, with as many digits as the source gives."
    )
    low: Figure | None = Field(title="From", default=None, description="The lower end, where a range is given.")
    high: Figure | None = Field(title="To", default=None, description="The upper end, where a range is given.")
    comparator: Comparator | None = Field(
        title="Qualified as", default=None, description="How the figure is qualified; none: as stated."
    )
    unit: UnitId | None = Field(default=None, description="A unit from chronology.yml, the one that the source uses.")
    says: Paragraph | None = Field(
        title="In words", default=None, description="What is claimed, in words, if more than the answer or the figure."
    )
    by: list[ActorId] = Field(
        title="Who says so",
        default_factory=list,
        description="The actors that claim it; none: the sources speak for themselves.",
    )
    rests_on: OriginId | None = Field(
        title="Only repeats",
        default=None,
        description="The actor or source whose word this only repeats; it then adds no origin.",
    )
    said: Edtf | None = Field(
        title="Said on",
        default=None,
        description="When it was said; otherwise the publication date of its first source.",
    )
    as_of: Edtf | None = Field(
        title="About which time",
        default=None,
        description="The time that the claim is about; otherwise the event's date.",
    )
    sources: SourceUses = Field(description="Where it is reported; at least one.", min_length=1)
    denies: list[Answer] = Field(
        title="Denies", default_factory=list, description="Answers, or ids of claims of this question, that it denies."
    )
    withdrawn: WithdrawalRecord | None = Field(
        title="Taken back", default=None, description="Set when the claimant took it back."
    )


class QuestionRecord(Record):
    """Something to be known about an event, and what each party says."""

    id: Id = Field(description="Short and stable: it is the anchor on the event's page.")
    ask: Line | None = Field(
        title="The question", default=None, description="The question itself. Required unless `series` is given."
    )
    answers: dict[str, Line] = Field(
        title="Possible answers", default_factory=dict, description="The rival answers: key to words."
    )
    many: Truth = Field(
        title="Answers add up", default=False, description="Answers add up; rivals only where one `denies` another."
    )
    series: SeriesId | None = Field(default=None, description="The series that these quantities belong to.")
    about: Literal["date"] | None = Field(
        title="About the date",
        default=None,
        description="`date`: the event's date is disputed; answers are dates, and `date` spans them.",
    )
    claims: list[ClaimRecord] = Field(
        title="Claims", default_factory=list, description="What each party says. Empty: an open question."
    )
