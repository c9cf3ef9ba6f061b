"""Addresses last: no record of an earlier `data/events.json` may be gone without a word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chronology.records.drafts import file_of
from chronology.records.names import ONE
from chronology.records.problems import Problem
from chronology.review.present import Present, PresentRecord

PublishedRecords = Mapping[str, Mapping[str, "Published"]]
"""What was published, by the folder of its kind and by id."""


class NotEventsFileError(Exception):
    """A file is no `data/events.json`; the text says why. Raised by `parse_published`, shown by the command."""


@dataclass(frozen=True, slots=True)
class Published:
    """A record as it was published: its title, and the earlier ids whose addresses led to it.

    `path` is its file, from the content folder, where that is known; `date` is an event's, where it is not.
    """

    title: str
    formerly: tuple[str, ...] = ()
    path: str = ""
    date: str = ""


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
    date = event.get("date")
    edtf = date.get("edtf") if isinstance(date, dict) else None
    formerly = tuple(_text(one) for one in formerly)
    return Published(_text(event["title"]), formerly, date=edtf if isinstance(edtf, str) else "")


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


def vanished(published: PublishedRecords, present: Mapping[str, Present], content: str) -> Iterator[Problem]:
    """An error for each published id, earlier ids among them, that no record of its kind has or had.

    It stands at the record that seems to be the same one, else where the record's file was, or belonged, under
    `content`; else at the folder of the kind.
    """
    for kind, before in published.items():
        yield from _vanished(kind, before, present[kind], content)


def _vanished(kind: str, before: Mapping[str, Published], present: Present, content: str) -> Iterator[Problem]:
    otherwise = "keep its record with `retracted`, or add" if kind == "events" else "keep its record, or add"
    for own_id, one in before.items():
        if present.may_have(own_id, f"{content}/{one.path}" if one.path else "", one.title):
            continue
        for gone in (each for each in (own_id, *one.formerly) if each not in present.ids):
            message = f"the {ONE[kind]} '{gone}' was published, and its address leads nowhere now"
            heir = _heir(own_id, one, before, present.records)
            if heir:
                hint = f"if this is the same {ONE[kind]}, add '{gone}' to its `formerly`"
                place = heir.path, heir.line
            else:
                hint = f"{otherwise} the id to the `formerly` of the {ONE[kind]} that it became"
                place = f"{content}/{_file(kind, own_id, one)}", 1
            lacking = dict.fromkeys(each for each in (gone, own_id) if each not in present.ids)
            missing = tuple(f"{kind}/{each}" for each in lacking)
            yield Problem(*place, 1, message, hint, rule="published", missing=missing)


def _heir(
    own_id: str, one: Published, before: Mapping[str, Published], records: Mapping[str, PresentRecord]
) -> PresentRecord | None:
    """The record that a published one seems to have become: itself, or one with its title that is new."""
    if own_id in records:
        return records[own_id]
    return next((new for key, new in records.items() if new.title == one.title and key not in before), None)


def _file(kind: str, own_id: str, one: Published) -> str:
    """Where the file of a record was, or belonged, from the content folder; of an undated event, only the folder."""
    if one.path or (kind == "events" and not one.date):
        return one.path or kind
    return file_of(Path(), kind, own_id, {"date": one.date}).as_posix()
