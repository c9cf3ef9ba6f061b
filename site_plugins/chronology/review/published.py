"""Addresses last: no record of an earlier `data/events.json` may be gone without a word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chronology.model.entities.actors import Actor
from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Event
from chronology.model.entities.places import Place
from chronology.model.entities.series import Series
from chronology.model.entities.sources import Source
from chronology.model.entities.topics import Topic
from chronology.records.names import ONE
from chronology.records.problems import Problem

Record = Event | Actor | Place | Source | Series | Topic
PublishedRecords = Mapping[str, Mapping[str, "Published"]]
"""What was published, by the folder of its kind and by id."""


class NotEventsFileError(Exception):
    """A file is no `data/events.json`; the text says why. Raised by `parse_published`, shown by the command."""


@dataclass(frozen=True, slots=True)
class Published:
    """A record as it was published: its title, and the earlier ids whose addresses led to it."""

    title: str
    formerly: tuple[str, ...] = ()


def parse_published(content: bytes) -> dict[str, dict[str, Published]]:
    """The records of an earlier `data/events.json`. Raises NotEventsFileError."""
    try:
        document = json.loads(content)
        return {"events": {_text(one["id"]): _event(one) for one in document["events"]}, **_others(document)}
    except (ValueError, RecursionError) as error:
        raise NotEventsFileError("it is no JSON") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise NotEventsFileError("it has no list of events with their ids and titles") from error


def _event(event: Mapping[str, object]) -> Published:
    formerly = event.get("formerly", [])
    if not isinstance(formerly, list):
        raise TypeError
    return Published(_text(event["title"]), tuple(_text(one) for one in formerly))


def _others(document: Mapping[str, Any]) -> dict[str, dict[str, Published]]:
    """Actors, places and the rest: they stand in the file by their ids, and may be absent."""
    return {
        kind: {key: Published(_text(one.get("title", one.get("name", key)))) for key, one in document[kind].items()}
        for kind in ONE
        if kind != "events" and document.get(kind)
    }


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def vanished(published: PublishedRecords, entities: Entities, content: str) -> Iterator[Problem]:
    """An error for each published id, earlier ids among them, that no record of its kind has or had.

    It stands at the record that seems to be the same one, else at the folder of the kind, under `content`.
    """
    for kind, before in published.items():
        yield from _vanished(kind, before, _records(entities, kind), f"{content}/{kind}")


def _vanished(
    kind: str, before: Mapping[str, Published], records: Mapping[str, Record], folder: str
) -> Iterator[Problem]:
    known = {one for record in records.values() for one in (record.id, *record.formerly)}
    otherwise = "keep its record with `retracted`, or add" if kind == "events" else "keep its record, or add"
    for own_id, one in before.items():
        for gone in (each for each in (own_id, *one.formerly) if each not in known):
            message = f"the {ONE[kind]} '{gone}' was published, and its address leads nowhere now"
            heir = _heir(own_id, one, before, records)
            if heir:
                hint = f"if this is the same {ONE[kind]}, add '{gone}' to its `formerly`"
                place = heir.where.path, heir.where.line
            else:
                hint = f"{otherwise} the id to the `formerly` of the {ONE[kind]} that it became"
                place = folder, 1
            yield Problem(*place, 1, message, hint, rule="published", missing=(f"{kind}/{gone}",))


def _heir(own_id: str, one: Published, before: Mapping[str, Published], records: Mapping[str, Record]) -> Record | None:
    """The record that a published one seems to have become: itself, or one with its title that is new."""
    if own_id in records:
        return records[own_id]
    return next((new for new in records.values() if _title(new) == one.title and new.id not in before), None)


def _records(entities: Entities, kind: str) -> Mapping[str, Record]:
    records: Mapping[str, Record] = getattr(entities, kind)
    return records


def _title(record: Record) -> str:
    return record.name if isinstance(record, Actor | Place) else record.title
