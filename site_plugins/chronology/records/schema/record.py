"""What the records of all kinds have in common."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from chronology.records.values import Language, Line, Quote, Shorthand, SourceId


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
