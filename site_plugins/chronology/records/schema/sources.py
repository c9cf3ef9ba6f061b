"""The record of a source."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from chronology.records.schema.record import EarlierIds, OwnId, Record
from chronology.records.values import Address, Edtf, Grade, Id, Language, Line, Listed, OriginId, Paragraph


class ArchivedRecord(Record):
    """An archived copy."""

    url: Address = Field(description="The copy's address.")
    date: Edtf = Field(description="When the copy was made.")


class CorrectedRecord(Record):
    """A correction by the source's own publisher."""

    note: Paragraph = Field(description="What was corrected.")
    date: Edtf | None = Field(default=None, description="When.")
    url: Address | None = Field(default=None, description="Where the correction stands.")


class SourceRecord(Record):
    """A source: a published report, statement, data set or page."""

    id: OwnId = None
    title: Line = Field(description="The title as printed.")
    title_from: Literal["page", "address", "us"] = Field(
        title="Title taken from",
        default="page",
        description="`address`: read off its address; `us`: ours, because none was seen.",
    )
    publisher: Line = Field(description="Who published it.")
    kind: Annotated[Id, Listed("source_kinds")] = Field(description="One of the `source_kinds` of chronology.yml.")
    author: Line | None = Field(default=None, description="Who wrote it.")
    published: Edtf | None = Field(
        title="Published on", default=None, description="When; none: claims that rest on it have no date of saying."
    )
    url: Address | None = Field(title="Web address", default=None, description="Its public address.")
    without_url: Paragraph | None = Field(
        title="Why there is no address", default=None, description="Why there is none. Required without `url`."
    )
    archived: ArchivedRecord | None = Field(title="Archived copy", default=None, description="An archived copy.")
    language: Language | None = Field(default=None, description="Language tag of the text.")
    origin: OriginId | None = Field(
        title="Rests on", default=None, description="The source or actor that this report rests on."
    )
    corrected: CorrectedRecord | None = Field(
        title="Corrected by its publisher", default=None, description="A correction by its own publisher."
    )
    grade: Grade | None = Field(title="Admiralty grade", default=None, description="Admiralty grade, such as `B2`.")
    access: Line | None = Field(
        title="Before following the link",
        default=None,
        description="What a reader should know before following the link.",
    )
    note: Paragraph | None = Field(
        title="What it is", default=None, description="What it is, such as a reprint of an agency's report."
    )
    formerly: EarlierIds
