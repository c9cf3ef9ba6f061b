"""The record of a topic."""

from __future__ import annotations

from pydantic import Field

from chronology.records.schema.record import EarlierIds, OwnId, Record
from chronology.records.values import Line, Paragraph, Prose


class TopicRecord(Record):
    """A topic: a subject that gathers events."""

    id: OwnId = None
    title: Line = Field(description="The subject.")
    summary: Paragraph = Field(description="One paragraph of plain text.")
    text: Prose | None = Field(title="Longer text", default=None, description="More, in Markdown.")
    formerly: EarlierIds
