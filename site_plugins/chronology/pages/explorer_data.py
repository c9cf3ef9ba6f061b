"""The data of the explorer: all events and what they are filtered by, in columns, for its scripts.

`docs/handbook/explorer.md` describes the file; `assets/scripts/explorer/dataset.js` reads it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import Any

from chronology.model import date_words, dates
from chronology.model.chronology import Chronology
from chronology.model.date_shapes import shape_of
from chronology.model.days import Day
from chronology.model.entities.actors import Actor
from chronology.model.entities.places import Place
from chronology.model.entities.sources import Source
from chronology.model.facets import FACETS, ORIGINS, EventFacets, has_origins
from chronology.model.standing import Standing
from chronology.pages.page import OutFile
from chronology.pages.typography import typeset
from chronology.pages.words import PRECISIONS, STANDINGS

FORMAT = 1
FOLDER = "assets/chronology/data"
SINGLE = ("type", "standing", "precision")
"""Facets of which an event has one choice, or none."""

Choice = list[Any]
"""Id and label; and other names, where it has some."""


def explorer_data(chronology: Chronology) -> OutFile:
    """Return the file, whose name changes with its content."""
    data = json.dumps(_document(chronology), ensure_ascii=False, separators=(",", ":")).encode()
    return OutFile(f"{FOLDER}/explorer-{sha256(data).hexdigest()[:8]}.json", data)


def _document(chronology: Chronology) -> dict[str, Any]:
    choices = _choices(chronology)
    return {
        "format": FORMAT,
        "lastDay": _ordinal(chronology.known.last),
        "facets": {name: {"many": name not in SINGLE, "choices": choices[name]} for name in FACETS},
        "events": _events(chronology, choices),
        "places": dict(_points(chronology)),
    }


# Choices -------------------------------------------------------------------------------------------------------------


def _choices(chronology: Chronology) -> dict[str, list[Choice]]:
    """The choices of each facet, most frequent first; numbers of origins from few to many."""
    return {
        "type": _sorted(chronology, "type", lambda one: [one, typeset(chronology.settings.types.get(one, one))]),
        "actor": _sorted(chronology, "actor", lambda one: _named(chronology.actors[one].actor)),
        "place": _sorted(chronology, "place", lambda one: _named(chronology.places[one].place)),
        "topic": _sorted(chronology, "topic", lambda one: [one, typeset(chronology.topics[one].topic.title)]),
        "standing": _sorted(chronology, "standing", lambda one: [one, STANDINGS[Standing(one)]]),
        "precision": _sorted(chronology, "precision", lambda one: [one, PRECISIONS[one]]),
        "source": _sorted(chronology, "source", lambda one: [one, _source_label(chronology.sources[one].source)]),
        "origins": list(_origins(chronology.facets.counts["origins"])),
    }


def _sorted(chronology: Chronology, name: str, choice: Callable[[str], Choice]) -> list[Choice]:
    counts = chronology.facets.counts[FACETS[name]]
    return sorted(map(choice, map(str, counts)), key=lambda one: (-counts[one[0]], one[1].casefold(), one[0]))


def _named(record: Actor | Place) -> Choice:
    names = dict.fromkeys(map(typeset, (*(one.name for one in record.names), *record.also_written)))
    label = typeset(record.name)
    others = [name for name in names if name != label]
    return [record.id, label, others] if others else [record.id, label]


def _source_label(source: Source) -> str:
    return f"{typeset(source.publisher)}: {typeset(source.title)}"


def _origins(numbers: Iterable[str | int]) -> Iterable[Choice]:
    """The choices that some event's number of origins reaches."""
    reached = [int(number) for number in numbers]
    for choice in ORIGINS:
        if any(has_origins(number, choice) for number in reached):
            yield [choice, _ORIGINS.get(choice, f"{choice[:-1]} or more origins")]


_ORIGINS = {"0": "No origin", "1": "1 origin"}


# Events --------------------------------------------------------------------------------------------------------------


def _events(chronology: Chronology, choices: Mapping[str, list[Choice]]) -> dict[str, Any]:
    facets = chronology.facets.events
    views = [chronology.events[event] for event in facets]
    shapes = [shape_of(view.event.date) for view in views]
    numbers = {name: {choice[0]: number for number, choice in enumerate(several)} for name, several in choices.items()}
    pairs = list(zip(views, facets.values(), strict=True))
    return {
        "id": list(facets),
        "title": [typeset(view.event.title) for view in views],
        "when": [_when(view.event.date.text) for view in views],
        "first": [one.earliest for one in facets.values()],
        "last": [one.latest for one in facets.values()],
        "shape": [shape.shape for shape in shapes],
        "soft": [shape.soft for shape in shapes],
        "reports": [view.reports for view in views],
        "known": [_ordinal(view.known_from) for view in views],
        **{name: _single(name, facets.values(), numbers[name]) for name in SINGLE},
        "actor": _several((_own_first(view.participants, one.actors) for view, one in pairs), numbers["actor"]),
        "place": _several((_own_first(view.event.places, one.places) for view, one in pairs), numbers["place"]),
        "topic": _several((one.topics for one in facets.values()), numbers["topic"]),
        "source": _several((one.sources for one in facets.values()), numbers["source"]),
        "origins": [one.origins for one in facets.values()],
        "own": {
            "actor": [len(view.participants) for view in views],
            "place": [len(dict.fromkeys(view.event.places)) for view in views],
        },
    }


@cache
def _when(text: str) -> str:
    return date_words.in_words(dates.parse(text))


def _ordinal(day: Day | None) -> int | None:
    return day.ordinal() if day else None


def _single(name: str, facets: Iterable[EventFacets], numbers: Mapping[str, int]) -> list[int]:
    """The number of each event's choice, -1 without one."""
    return [numbers.get(getattr(one, FACETS[name]), -1) for one in facets]


def _several(values: Iterable[Sequence[str]], numbers: Mapping[str, int]) -> list[list[int]]:
    return [[numbers[choice] for choice in ids] for ids in values]


def _own_first(own: Sequence[str], ids: Sequence[str]) -> Sequence[str]:
    """What the event itself names, in the record's order; then what that belongs to."""
    return ids if len(ids) == 1 else list(dict.fromkeys((*own, *ids)))


def _points(chronology: Chronology) -> Iterable[tuple[str, dict[str, Any]]]:
    """The places of events that have coordinates."""
    for one, view in chronology.places.items():
        point = view.place.coordinates
        if point and view.events:
            yield one, {"at": [point.latitude, point.longitude], "precision": point.precision}
