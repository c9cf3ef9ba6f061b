"""The event of a record."""

from __future__ import annotations

from chronology.model.clock import parse_time
from chronology.model.dates import parse
from chronology.model.entities.events import Change, Event, Medium, Relation, Retraction
from chronology.model.entities.record import Where
from chronology.records.convert.questions import Units, question
from chronology.records.convert.record import uses
from chronology.records.schema.events import EventRecord, RetractionRecord


def event(record: EventRecord, own_id: str, where: Where, units: Units) -> Event:
    """The event of a record."""
    return Event(
        id=own_id,
        where=where,
        title=record.title,
        date=parse(record.date),
        summary=record.summary,
        time=parse_time(record.time) if record.time else None,
        zone=record.zone,
        type=record.type,
        places=tuple(record.places),
        actors=tuple(record.actors),
        topics=tuple(record.topics),
        text=record.text,
        questions=tuple(question(one, units) for one in record.questions),
        relations=tuple(Relation(relation.event, relation.as_) for relation in record.relations),
        sources=uses(record.sources),
        media=tuple(Medium(one.file, one.alt, one.credit, one.licence) for one in record.media),
        history=tuple(
            Change(parse(change.date), change.kind, change.reason, change.source) for change in record.history
        ),
        retracted=_retraction(record.retracted),
        formerly=tuple(record.formerly),
    )


def _retraction(record: RetractionRecord | None) -> Retraction | None:
    return Retraction(parse(record.date), record.reason, record.replaced_by) if record else None
