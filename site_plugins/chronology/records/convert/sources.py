"""The source of a record."""

from __future__ import annotations

from chronology.model.dates import parse
from chronology.model.entities.record import Where
from chronology.model.entities.sources import Archived, Corrected, Source
from chronology.records.convert.record import date
from chronology.records.schema.sources import SourceRecord


def source(record: SourceRecord, own_id: str, where: Where) -> Source:
    """The source of a record."""
    copy, correction = record.archived, record.corrected
    return Source(
        id=own_id,
        where=where,
        title=record.title,
        publisher=record.publisher,
        kind=record.kind,
        title_from=record.title_from,
        author=record.author,
        published=date(record.published),
        url=record.url,
        without_url=record.without_url,
        archived=Archived(copy.url, parse(copy.date)) if copy else None,
        language=record.language,
        origin=record.origin,
        corrected=Corrected(correction.note, date(correction.date), correction.url) if correction else None,
        grade=record.grade,
        access=record.access,
        note=record.note,
        formerly=tuple(record.formerly),
    )
