"""From the content folder to entities: read, check everything, report every mistake, convert."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from chronology.model.entities.entities import Entities
from chronology.model.entities.record import Where
from chronology.records import geography, readings, references
from chronology.records.cache import Cache
from chronology.records.collect import Collection, collect
from chronology.records.contents import NOTHING_SEEN, Progress, Seen, no_progress
from chronology.records.convert.actors import actor
from chronology.records.convert.events import event
from chronology.records.convert.layers import layer
from chronology.records.convert.places import place
from chronology.records.convert.series import series
from chronology.records.convert.settings import settings
from chronology.records.convert.sources import source
from chronology.records.convert.topics import topic
from chronology.records.files import shown
from chronology.records.garbage import without_collector
from chronology.records.on_demand import OnDemand
from chronology.records.problems import Problem, in_order
from chronology.records.raw import Raw
from chronology.records.schema.actors import ActorRecord
from chronology.records.schema.events import EventRecord
from chronology.records.schema.kinds import KINDS
from chronology.records.schema.layers import LayerRecord
from chronology.records.schema.places import PlaceRecord
from chronology.records.schema.series import SeriesRecord
from chronology.records.schema.settings import ChronologyRecord
from chronology.records.schema.sources import SourceRecord
from chronology.records.schema.topics import TopicRecord
from chronology.records.validate import validate

R = TypeVar("R", bound=BaseModel)
E = TypeVar("E")


class StaleError(Exception):
    """What is kept of a record does not fit its model, though it did when it was read: the cache cannot be trusted."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a content folder holds: its entities (None where there are errors), all problems, and the files read.

    Where there are errors, `settings` and `records` (by kind and id) have what stands in the files, unchecked.
    """

    entities: Entities | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    records: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Records(Loaded):
    """The same, with entities that are made when they are asked for, from these records, by kind and id.

    To ask for one may raise StaleError, if there was a cache. The other fields are as in `Collection`.
    """

    raws: Mapping[str, Mapping[str, Raw]] = field(default_factory=dict)
    nameless: Sequence[Raw] = ()
    unread: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    earlier: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    raw_settings: Raw | None = None


def load(
    root: Path,
    content: Path,
    cache: Path | Cache | None = None,
    progress: Progress = no_progress,
    seen: Seen = NOTHING_SEEN,
) -> Loaded:
    """Read the content folder of the project at `root`. Never raises for what stands in a file.

    Problems come in order of path, line and column; warnings alone do not keep the entities back.
    `cache` is a folder for what may be kept until the next run, or a cache that several runs share. `progress` is told
    how many files of how many are read.
    """
    with without_collector():
        try:
            return _made(read(root, content, cache, progress, seen))
        except StaleError:
            return _made(read(root, content, None, progress, seen))


def read(
    root: Path,
    content: Path,
    cache: Path | Cache | None = None,
    progress: Progress = no_progress,
    seen: Seen = NOTHING_SEEN,
) -> Records:
    """Read the content folder like `load`, and check all of it, but make no entity before it is asked for."""
    kept = cache if isinstance(cache, Cache) else Cache(cache)
    records = _read(collect(root, content, kept, progress, seen))
    if not seen.added:
        kept.save()
    return records


def _made(records: Records) -> Loaded:
    """The records with all their entities made; where there are errors, with what stands in the files."""
    problems, files = records.problems, records.files
    if entities := records.entities:
        made: dict[str, Any] = {kind: dict(getattr(entities, kind)) for kind in KINDS}
        return Loaded(replace(entities, **made), problems, files)
    data = {kind: {key: raw.data for key, raw in raws.items()} for kind, raws in records.raws.items()}
    return Loaded(None, problems, files, records.raw_settings.data if records.raw_settings else {}, data)


def _read(collection: Collection) -> Records:
    references.check(collection)
    rows = readings.read_all(collection)
    shapes = geography.read_all(collection)
    problems = in_order(collection.all_problems())
    sound = all(problem.level == "warning" for problem in problems)
    entities = _entities(collection, collection.settings, rows, shapes) if sound and collection.settings else None
    return Records(
        entities,
        problems,
        tuple(collection.files),
        raws=collection.records,
        nameless=collection.nameless,
        unread=collection.unread,
        earlier=collection.earlier,
        raw_settings=collection.settings,
    )


def _entities(collection: Collection, chronology: Raw, rows: readings.Rows, shapes: geography.Files) -> Entities:
    """The entities of a collection without errors."""
    units = {key: _checked(raw, SeriesRecord).unit for key, raw in collection.records["series"].items()}

    def each(kind: str, model: type[R], make: Callable[[R, str, Where], E]) -> Mapping[str, E]:
        def made(raw: Raw) -> E:
            return make(_checked(raw, model), raw.id, Where(shown(raw.path, collection.root), raw.line))

        return OnDemand(collection.records[kind], made)

    return Entities(
        settings=settings(_checked(chronology, ChronologyRecord)),
        events=each("events", EventRecord, partial(event, units=units)),
        actors=each("actors", ActorRecord, actor),
        places=each("places", PlaceRecord, partial(place, files=shapes)),
        sources=each("sources", SourceRecord, source),
        series=each("series", SeriesRecord, partial(series, rows=rows)),
        topics=each("topics", TopicRecord, topic),
        layers=each("layers", LayerRecord, partial(layer, files=shapes)),
    )


def _checked(raw: Raw, model: type[R]) -> R:
    """The record as its model; one that is known to be right is checked again now, because its data was kept."""
    if raw.model is None:
        outcome = validate(model, raw.data)
        if not isinstance(outcome, model):
            raise StaleError(raw.path)
        return outcome
    if not isinstance(raw.model, model):
        raise TypeError(f"{raw.path} is not checked")
    return raw.model
