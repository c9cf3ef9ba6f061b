"""The record of a topic."""

from __future__ import annotations

from pydantic import Field

from chronology.records.schema.record import Record
from chronology.records.values import Id, Line, Paragraph, Prose


class TopicRecord(Record):
    """A topic: a subject that gathers events."""

    id: Id | None = Field(default=None, description="Only in files that hold several records; else the file's name.")
    title: Line = Field(description="The subject.")
    summary: Paragraph = Field(description="One paragraph of plain text.")
    text: Prose | None = Field(title="Longer text", default=None, description="More, in Markdown.")
    formerly: list[Id] = Field(
        title="Earlier ids", default_factory=list, description="Earlier ids; their addresses lead here."
    )
