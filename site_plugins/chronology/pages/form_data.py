"""The data of the forms: every record that another can name, and the words of chronology.yml, for their scripts.

`docs/handbook/forms.md` describes the file; `assets/scripts/forms/form-data.js` reads it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from chronology.model import date_words
from chronology.model.addresses import address_sum
from chronology.model.entities.actors import Actor
from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Event
from chronology.model.entities.layers import Layer
from chronology.model.entities.places import Place
from chronology.model.entities.series import Series
from chronology.model.entities.settings import Settings
from chronology.model.entities.sources import Source
from chronology.model.entities.topics import Topic
from chronology.pages.page import OutFile
from chronology.pages.typography import typeset

FORMAT = 1
FOLDER = "assets/chronology/data"
VOCABULARIES = ("types", "actor_kinds", "place_kinds", "source_kinds")

Row = list[Any]
"""Id and label of a record; then, where there is more to say, a detail, other names, its file, and its mark.

The file is the path under the folder of its kind, where that is not the id and '.yml'. By the mark a record is found to
be here already: an event's is its date, a source's the sum of its address.
"""


def form_data(entities: Entities, content: str = "content", media: Iterable[str] = ()) -> OutFile:
    """Return the file, whose name changes with its content. `media`: the names of the pictures under content/media."""
    data = json.dumps(_document(entities, content, media), ensure_ascii=False, separators=(",", ":")).encode()
    return OutFile(f"{FOLDER}/forms-{sha256(data).hexdigest()[:8]}.json", data)


def _document(entities: Entities, content: str, media: Iterable[str]) -> dict[str, Any]:
    settings = entities.settings
    return {
        "format": FORMAT,
        "content": content,
        "records": {
            "events": _rows(entities.events, content, "events", _event),
            "actors": _rows(entities.actors, content, "actors", lambda one: _actor(one, settings)),
            "places": _rows(entities.places, content, "places", lambda one: _place(one, entities)),
            "sources": _rows(entities.sources, content, "sources", _source),
            "series": _rows(entities.series, content, "series", lambda one: _series(one, settings)),
            "topics": _rows(entities.topics, content, "topics", _topic),
            "layers": _rows(entities.layers, content, "layers", _layer),
        },
        "vocabularies": {name: dict(getattr(settings, name)) for name in VOCABULARIES},
        "units": {key: _given(asdict(unit)) for key, unit in settings.units.items()},
        "seriesUnits": {one.id: one.unit for one in entities.series.values()},
        "formerly": _formerly(entities),
        "media": sorted(media),
        "zone": settings.zone,
        "language": settings.language,
        "byYear": _by_year(entities.events.values()),
    }


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) for name, value in values.items() if value is not None}


def _rows(records: Mapping[str, Any], content: str, kind: str, describe: Callable[[Any], Row]) -> list[Row]:
    rows = []
    for one in records.values():
        label, detail, names, *mark = describe(one)
        path = PurePosixPath(one.where.path)
        folder = PurePosixPath(content) / kind
        file = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
        row = [one.id, label, detail or "", names, "" if file == f"{one.id}.yml" else file, *mark]
        while not row[-1]:
            row.pop()
        rows.append(row)
    return rows


def _event(event: Event) -> Row:
    return [typeset(event.title), date_words.in_words(event.date), [], event.date.text]


def _actor(actor: Actor, settings: Settings) -> Row:
    return [typeset(actor.name), actor.role or settings.actor_kinds.get(actor.kind), _names(actor)]


def _place(place: Place, entities: Entities) -> Row:
    kind = entities.settings.place_kinds.get(place.kind or "")
    within = entities.places.get(place.within or "")
    detail = ", ".join(filter(None, (kind, within.name if within else None)))
    return [typeset(place.name), detail, _names(place)]


def _source(source: Source) -> Row:
    published = date_words.in_words(source.published) if source.published else None
    return [
        typeset(source.title),
        ", ".join(filter(None, (source.publisher, published))),
        [],
        source.url and address_sum(source.url),
    ]


def _series(series: Series, settings: Settings) -> Row:
    unit = settings.units.get(series.unit)
    return [typeset(series.title), unit.many if unit else None, []]


def _topic(topic: Topic) -> Row:
    return [typeset(topic.title), None, []]


def _layer(layer: Layer) -> Row:
    return [typeset(layer.title), None, []]


def _names(record: Actor | Place) -> list[str]:
    names = dict.fromkeys((*(one.name for one in record.names), *record.also_written))
    return [name for name in names if name != record.name]


def _formerly(entities: Entities) -> dict[str, dict[str, str]]:
    kinds = ("events", "actors", "places", "sources", "series", "topics")
    found = {kind: {old: one.id for one in getattr(entities, kind).values() for old in one.formerly} for kind in kinds}
    return {kind: earlier for kind, earlier in found.items() if earlier}


def _by_year(events: Iterable[Event]) -> bool:
    """Whether most events lie in folders of their years, as a new one then should."""
    folders = [PurePosixPath(one.where.path).parent for one in events]
    yearly = [folder for folder in folders if folder.parent.name == "events" and folder.name.isdigit()]
    return 2 * len(yearly) > len(folders)
