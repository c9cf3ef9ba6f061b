"""The topic of a record."""

from __future__ import annotations

from chronology.model.entities.record import Where
from chronology.model.entities.topics import Topic
from chronology.records.schema.topics import TopicRecord


def topic(record: TopicRecord, own_id: str, where: Where) -> Topic:
    """The topic of a record."""
    return Topic(own_id, where, record.title, record.summary, record.text, tuple(record.formerly))
