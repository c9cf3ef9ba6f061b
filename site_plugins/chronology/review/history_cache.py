"""Sentences of the last build, by the two versions that they tell of: reading these is the dearest part of a history.

A sentence also repeats what other records say now: the names of actors and sources, and the standing that follows from
them. So what it was made with is kept beside it, as ids, with a seal of what those records said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Event
from chronology.records.sealed import read_sealed, write_sealed
from chronology.review.code import digest_of_review

NAME = "history.json"


class HistoryCache:
    """The sentences of the last build. `folder` None: nothing is kept."""

    def __init__(self, folder: Path | None, entities: Entities) -> None:
        """Read what there is; it is doubted when it is asked for."""
        self._file = folder / NAME if folder else None
        self._known: dict[str, Any] = read_sealed(self._file, digest_of_review()) if self._file else {}
        self._used: dict[str, Any] = {}
        self._entities = entities
        self._said: dict[str, bytes] = {}

    def get(self, key: str) -> tuple[str, ...] | None:
        """The sentences of that name, if all that they were made with still says the same."""
        entry = self._used.get(key) or self._known.get(key)
        if entry is None or entry[1] != self._seal(entry[0]):
            return None
        self._used[key] = entry
        return tuple(entry[2])

    def put(self, key: str, events: Iterable[Event], sentences: Sequence[str]) -> None:
        """Keep the sentences that tell of versions of an event."""
        made_with = sorted(_with_what_they_name({one for event in events for one in _named_by(event)}, self._entities))
        self._used[key] = [made_with, self._seal(made_with), list(sentences)]

    def save(self) -> None:
        """Write what this build used."""
        if self._file is not None and self._used != self._known:
            write_sealed(self._file, self._used, digest_of_review())

    def _seal(self, made_with: Sequence[str]) -> str:
        digest = hashlib.blake2b(self._digest("settings"), digest_size=16)
        for one in made_with:
            digest.update(self._digest(one))
        return digest.hexdigest()

    def _digest(self, one: str) -> bytes:
        """A digest of what a record says, 'actors/deepstate'; of an event, of its title."""
        if one not in self._said:
            kind, _, key = one.partition("/")
            record = self._entities.settings if one == "settings" else getattr(self._entities, kind).get(key)
            said = record.title if isinstance(record, Event) else _content(record)
            self._said[one] = hashlib.blake2b(repr(said).encode(), digest_size=16).digest()
        return self._said[one]


def _content(record: Any) -> Any:
    if record is None:
        return None
    return [getattr(record, one.name) for one in fields(record) if one.name not in ("where", "readings")]


def _named_by(event: Event) -> Iterator[str]:
    """What an event names, as 'actors/deepstate'. What a claim rests on may be an actor or a source: both."""
    yield from (f"actors/{one}" for one in event.actors)
    yield from (f"places/{one}" for one in event.places)
    yield from (f"topics/{one}" for one in event.topics)
    yield from (f"events/{one.event}" for one in event.relations)
    yield from (f"sources/{one.source}" for one in event.sources)
    yield from (f"sources/{one.source}" for one in event.history if one.source)
    if event.retracted and event.retracted.replaced_by:
        yield f"events/{event.retracted.replaced_by}"
    for question in event.questions:
        if question.series:
            yield f"series/{question.series}"
        for claim in question.claims:
            yield from (f"actors/{one}" for one in claim.by)
            yield from (f"sources/{one.source}" for one in claim.sources)
            yield from _origin(claim.rests_on)


def _origin(one: str | None) -> tuple[str, ...]:
    return (f"actors/{one}", f"sources/{one}") if one else ()


def _with_what_they_name(found: set[str], entities: Entities) -> set[str]:
    """These and all that standing follows from: what sources rest on, what actors are members of."""
    above: Mapping[str, Callable[[str], Iterable[str]]] = {
        "actors": lambda key: [f"actors/{one}" for one in entities.actors[key].member_of],
        "sources": lambda key: _origin(entities.sources[key].origin),
    }
    ahead = list(found)
    while ahead:
        kind, _, key = ahead.pop().partition("/")
        if kind in above and key in getattr(entities, kind):
            new = [one for one in above[kind](key) if one not in found]
            found.update(new)
            ahead += new
    return found
