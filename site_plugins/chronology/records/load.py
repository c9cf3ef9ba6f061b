"""From the content folder to entities: read, check everything, report every mistake, convert."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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
from chronology.records.problems import Problem, in_order
from chronology.records.raw import Raw
from chronology.records.schema.actors import ActorRecord
from chronology.records.schema.events import EventRecord
from chronology.records.schema.layers import LayerRecord
from chronology.records.schema.places import PlaceRecord
from chronology.records.schema.series import SeriesRecord
from chronology.records.schema.settings import ChronologyRecord
from chronology.records.schema.sources import SourceRecord
from chronology.records.schema.topics import TopicRecord

R = TypeVar("R", bound=BaseModel)
E = TypeVar("E")


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
        kept = cache if isinstance(cache, Cache) else Cache(cache)
        loaded = _load(collect(root, content, kept, progress, seen))
        if not seen.added:
            kept.save()
        return loaded


def _load(collection: Collection) -> Loaded:
    references.check(collection)
    rows = readings.read_all(collection)
    shapes = geography.read_all(collection)
    problems = in_order(collection.all_problems())
    sound = all(problem.level == "warning" for problem in problems)
    entities = _entities(collection, collection.settings, rows, shapes) if sound and collection.settings else None
    files = tuple(collection.files)
    if entities:
        return Loaded(entities, problems, files)
    records = {kind: {key: raw.data for key, raw in raws.items()} for kind, raws in collection.records.items()}
    return Loaded(None, problems, files, collection.settings.data if collection.settings else {}, records)


def _entities(collection: Collection, chronology: Raw, rows: readings.Rows, shapes: geography.Files) -> Entities:
    """The entities of a collection without errors."""
    units = {key: _checked(raw, SeriesRecord).unit for key, raw in collection.records["series"].items()}

    def each(kind: str, model: type[R], make: Callable[[R, str, Where], E]) -> dict[str, E]:
        return {
            key: make(_checked(raw, model), key, Where(shown(raw.path, collection.root), raw.line))
            for key, raw in sorted(collection.records[kind].items())
        }

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
    """The record as its model; there is one where nothing is wrong."""
    if not isinstance(raw.model, model):
        raise TypeError(f"{raw.path} is not checked")
    return raw.model
