"""The series of a record."""

from __future__ import annotations

from chronology.model.entities.record import Where
from chronology.model.entities.series import Readings, Series
from chronology.records.convert.record import uses
from chronology.records.readings import Rows
from chronology.records.schema.series import SeriesRecord


def series(record: SeriesRecord, own_id: str, where: Where, rows: Rows) -> Series:
    """The series of a record; `rows` are those of each series' CSV files, by the file's name."""
    return Series(
        id=own_id,
        where=where,
        title=record.title,
        unit=record.unit,
        counts=record.counts,
        place=record.place,
        summary=record.summary,
        readings=tuple(
            Readings(
                file=one.file,
                by=tuple(one.by),
                sources=uses(one.sources),
                unit=one.unit,
                caution=one.caution,
                rows=rows.get(own_id, {}).get(one.file, ()),
            )
            for one in record.readings
        ),
        sources=uses(record.sources),
        formerly=tuple(record.formerly),
    )
