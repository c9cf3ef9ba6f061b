"""The data of the explorer: all events and what they are filtered by, in columns, for its scripts.

`docs/handbook/explorer.md` describes the file; `assets/scripts/explorer/dataset.js` reads it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import Any

from chronology.model import date_words, dates
from chronology.model.chronology import Chronology, EventView
from chronology.model.date_shapes import shape_of
from chronology.model.days import Day
from chronology.model.entities import Actor, Place
from chronology.model.facets import ORIGINS, EventFacets, origin_choices
from chronology.model.standing import Standing
from chronology.pages.page import OutFile
from chronology.pages.typography import typeset
from chronology.pages.words import PRECISIONS, STANDINGS

FORMAT = 1
FOLDER = "assets/chronology/data"

Choice = list[Any]
"""Id and label; and other names, where it has some."""
Ids = Sequence[str]


def explorer_data(chronology: Chronology) -> OutFile:
    """Return the file, whose name changes with its content."""
    data = json.dumps(_document(chronology), ensure_ascii=False, separators=(",", ":")).encode()
    return OutFile(f"{FOLDER}/explorer-{sha256(data).hexdigest()[:8]}.json", data)


def _document(chronology: Chronology) -> dict[str, Any]:
    facets = chronology.facets.events
    views = [chronology.events[event] for event in facets]
    columns = [_Column(name, *_read(name, facets, views), label) for name, label in _labels(chronology).items()]
    last = chronology.known.last
    return {
        "format": FORMAT,
        "lastDay": last.ordinal() if last else None,
        "facets": {column.name: {"many": column.many, "choices": column.choices} for column in columns},
        "events": {
            **_events(views),
            **{column.name: column.numbers for column in columns if column.name != "origins"},
            "origins": [one.origins for one in facets.values()],
            "own": {
                "actor": [len(view.participants) for view in views],
                "place": [len(dict.fromkeys(view.event.places)) for view in views],
            },
        },
        "places": dict(_points(chronology)),
    }


def _events(views: Sequence[EventView]) -> dict[str, list[Any]]:
    shapes = [shape_of(view.event.date) for view in views]
    return {
        "id": [view.event.id for view in views],
        "title": [typeset(view.event.title) for view in views],
        "when": [_when(view.event.date.text) for view in views],
        "first": [shape.first for shape in shapes],
        "last": [shape.last for shape in shapes],
        "shape": [shape.shape for shape in shapes],
        "soft": [shape.soft for shape in shapes],
        "reports": [view.reports for view in views],
        "known": [_ordinal(view.known_from) for view in views],
    }


@cache
def _when(text: str) -> str:
    return date_words.in_words(dates.parse(text))


def _ordinal(day: Day | None) -> int | None:
    return day.ordinal() if day else None


class _Column:
    """One facet: its choices, most frequent first, and for each event the number of its choice, or of each of them."""

    def __init__(self, name: str, many: bool, values: list[Ids], label: Callable[[str], Choice]) -> None:
        self.name = name
        self.many = many
        counts = Counter(choice for ids in values for choice in ids)
        choices = [label(choice) for choice in counts]
        if name == "origins":
            choices.sort(key=lambda choice: ORIGINS.index(choice[0]))
        else:
            choices.sort(key=lambda choice: (-counts[choice[0]], choice[1].casefold(), choice[0]))
        self.choices = choices
        number = {choice[0]: index for index, choice in enumerate(choices)}
        self.numbers: list[Any] = (
            [[number[choice] for choice in ids] for ids in values]
            if many
            else [number[ids[0]] if ids else -1 for ids in values]
        )


def _read(name: str, facets: Mapping[str, EventFacets], views: list[EventView]) -> tuple[bool, list[Ids]]:
    """Whether an event may have several choices of a facet; and the ids that each event has, its own ones first."""
    each = facets.values()
    match name:
        case "type":
            return False, [(one.type,) if one.type else () for one in each]
        case "actor":
            return True, [_own_first(view.participants, one.actors) for view, one in zip(views, each, strict=True)]
        case "place":
            return True, [_own_first(view.event.places, one.places) for view, one in zip(views, each, strict=True)]
        case "topic":
            return True, [one.topics for one in each]
        case "standing":
            return False, [(one.standing.value,) for one in each]
        case "precision":
            return False, [(one.precision,) for one in each]
        case "source":
            return True, [one.sources for one in each]
        case _:
            return True, [origin_choices(one.origins) for one in each]


def _own_first(own: Ids, ids: Ids) -> Ids:
    """What the event itself names, in the record's order; then what that belongs to."""
    return ids if len(ids) == 1 else list(dict.fromkeys((*own, *ids)))


def _labels(chronology: Chronology) -> dict[str, Callable[[str], Choice]]:
    types = chronology.settings.types
    return {
        "type": lambda one: [one, typeset(types.get(one, one))],
        "actor": lambda one: _named(chronology.actors[one].actor),
        "place": lambda one: _named(chronology.places[one].place),
        "topic": lambda one: [one, typeset(chronology.topics[one].topic.title)],
        "standing": lambda one: [one, STANDINGS[Standing(one)]],
        "precision": lambda one: [one, PRECISIONS[one]],
        "source": lambda one: [one, _source_label(chronology, one)],
        "origins": lambda one: [one, _origins_label(one)],
    }


def _named(record: Actor | Place) -> Choice:
    names = dict.fromkeys(typeset(name) for name in (*(one.name for one in record.names), *record.also_written))
    label = typeset(record.name)
    others = [name for name in names if name != label]
    return [record.id, label, others] if others else [record.id, label]


def _source_label(chronology: Chronology, source: str) -> str:
    record = chronology.sources[source].source
    return f"{typeset(record.publisher)}: {typeset(record.title)}"


def _origins_label(choice: str) -> str:
    if choice in ("0", "1"):
        return "1 origin" if choice == "1" else "No origin"
    return f"{choice[:-1]} or more origins"


def _points(chronology: Chronology) -> Iterable[tuple[str, dict[str, Any]]]:
    for one, view in chronology.places.items():
        point = view.place.coordinates
        if point and view.events:
            yield one, {"at": [point.latitude, point.longitude], "precision": point.precision}
