"""What the records of all kinds have in common, as entities have it."""

from __future__ import annotations

from collections.abc import Iterable

from chronology.model.dates import Date, parse
from chronology.model.entities.record import Name, SourceUse
from chronology.records.schema.record import NameRecord, SourceUseRecord


def uses(records: Iterable[SourceUseRecord]) -> tuple[SourceUse, ...]:
    """The sources that are cited, each with its quotation."""
    return tuple([SourceUse(record.source, record.quote) for record in records])


def names(records: Iterable[NameRecord]) -> tuple[Name, ...]:
    """The names, each with its language."""
    return tuple([Name(record.name, record.language) for record in records])


def date(text: str | None) -> Date | None:
    """The date that is written there, if one is."""
    return parse(text) if text else None
