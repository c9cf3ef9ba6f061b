"""What the records of all kinds have in common."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from chronology.records.values import Id, Language, Line, Quote, Shorthand, SourceId


class Record(BaseModel):
    """What every part of a record has in common: unknown fields are errors, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceUseRecord(Record):
    """A source that is cited, with the words quoted from it."""

    source: SourceId = Field(description="The source's id.")
    quote: Quote | None = Field(
        title="Words of the source", default=None, description="The words of the source, word for word."
    )


def _source_use(value: Any) -> Any:
    return {"source": value} if isinstance(value, str) else value


SourceUses = list[Annotated[SourceUseRecord, BeforeValidator(_source_use), Shorthand("source")]]


class NameRecord(Record):
    """A name in one language."""

    name: Line = Field(description="The name, in its own script.")
    language: Language | None = Field(default=None, description="Language tag, such as `uk`, `ru` or `de`.")


def _name(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


Names = list[Annotated[NameRecord, BeforeValidator(_name), Shorthand("name")]]

OwnId = Annotated[Id | None, Field(description="Only in files that hold several records; else the file's name.")]
EarlierIds = Annotated[
    list[Id],
    Field(title="Earlier ids", default_factory=list, description="Earlier ids; their addresses lead here."),
]
NamesElsewhere = Annotated[
    Names,
    Field(title="Names in other languages", default_factory=list, description="Names in other languages and scripts."),
]
Spellings = Annotated[
    list[Line],
    Field(title="Other spellings", default_factory=list, description="Other spellings and misspellings; for search."),
]
"""Fields that several kinds have, with what is said of them."""
