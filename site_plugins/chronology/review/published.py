"""Addresses last: no event of an earlier `data/events.json` may be gone without a word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from chronology.model.entities import Event
from chronology.records.problems import Problem


class NotEventsFileError(Exception):
    """A file is no `data/events.json`; the text says why. Raised by `read_published`, shown by the command."""


@dataclass(frozen=True, slots=True)
class Published:
    """An event as it was published: its title, and the earlier ids whose addresses led to it."""

    title: str
    formerly: tuple[str, ...] = ()


def read_published(path: Path) -> dict[str, Published]:
    """The events of an earlier `data/events.json`, by id. Raises NotEventsFileError."""
    try:
        document = json.loads(path.read_bytes())
        return {_text(one["id"]): _published(one) for one in document["events"]}
    except OSError as error:
        raise NotEventsFileError(f"it cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise NotEventsFileError("it is no JSON") from error
    except (KeyError, TypeError) as error:
        raise NotEventsFileError("it has no list of events with their ids and titles") from error


def _published(event: Mapping[str, object]) -> Published:
    formerly = event.get("formerly", [])
    if not isinstance(formerly, list):
        raise TypeError
    return Published(_text(event["title"]), tuple(_text(one) for one in formerly))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def vanished(published: Mapping[str, Published], events: Mapping[str, Event], folder: str) -> Iterator[Problem]:
    """An error for each published id, earlier ids among them, that no event has or had.

    It stands at the event that seems to be the same one, else at `folder`, that of the events.
    """
    known = {one for event in events.values() for one in (event.id, *event.formerly)}
    for own_id, before in published.items():
        for gone in (one for one in (own_id, *before.formerly) if one not in known):
            message = f"the event '{gone}' was published, and its address leads nowhere now"
            heir = _heir(own_id, before, published, events)
            if heir:
                hint = f"if this is the same event, add '{gone}' to its `formerly`"
                yield Problem(heir.where.path, heir.where.line, 1, message, hint)
            else:
                hint = "keep its record with `retracted`, or add the id to the `formerly` of the event that it became"
                yield Problem(folder, 1, 1, message, hint)


def _heir(
    own_id: str, before: Published, published: Mapping[str, Published], events: Mapping[str, Event]
) -> Event | None:
    """The event that a published one seems to have become: itself, or one with its title that is new."""
    if own_id in events:
        return events[own_id]
    return next((one for one in events.values() if one.title == before.title and one.id not in published), None)
