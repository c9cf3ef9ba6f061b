"""Earlier versions of records: what stood in a file then, as far as it can be read now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from chronology.model.entities.events import Event
from chronology.model.entities.record import Where
from chronology.records import yaml_positions, yaml_reader
from chronology.records.convert.events import event
from chronology.records.schema.events import EventRecord
from chronology.records.validate import validate


def read_events(content: bytes, path: str, units: Mapping[str, str]) -> dict[str, Event | None]:
    """The events of an earlier version of a file, by id; `units` are those of the series.

    What they name is not looked for: it may be gone since. None stands for an event that does not fit the record
    format of today; of a file that cannot be read, for the event that it is named after.
    """
    found: dict[str, Event | None] = {}
    documents = _documents(content)
    stem = PurePosixPath(path).stem
    for document in documents:
        own = document.data.get("id") if len(documents) > 1 else None
        key = own if isinstance(own, str) else stem
        record = validate(EventRecord, document.data)
        where = Where(path, document.line)
        found[key] = event(record, key, where, units) if isinstance(record, EventRecord) else None
    return found or {stem: None}


def _documents(content: bytes) -> list[yaml_reader.Document]:
    try:
        return yaml_reader.read(content)
    except yaml_reader.Unclear:
        marked = yaml_positions.read(content)
    return [] if marked.faults else [yaml_reader.Document(one.data, one.line) for one in marked.documents]
