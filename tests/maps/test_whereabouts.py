"""Where events are on a map; places.test.mjs holds the scripts to the same cases."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from chronology.model.chronology import derive
from chronology.model.entities.places import Coordinates, Outline
from chronology.model.whereabouts import is_region, whereabouts
from tests.model.build import entities

CASES = json.loads((Path(__file__).parent / "whereabouts.json").read_text("utf-8"))


def test_a_region_is_never_a_point_and_what_no_map_can_show_is_listed() -> None:
    given = CASES["places"]
    made = entities(
        {event: {"places": places} for event, places in CASES["events"].items()},
        places={place: one.get("within") for place, one in given.items()},
    )
    places = {
        key: replace(
            place,
            coordinates=Coordinates(51, 35, given[key]["precision"]) if "precision" in given[key] else None,
            outline=Outline("x.geojson", "CC0") if given[key].get("outline") else None,
        )
        for key, place in made.places.items()
    }
    chronology = derive(replace(made, places=places))
    found = whereabouts(places, chronology.events.values())
    regions = {place for place in found.somewhere if is_region(chronology.places[place])}
    assert {
        "points": _lists(found.points),
        "areas": _lists(found.areas),
        "regions": {place: events for place, events in _lists(found.somewhere).items() if place in regions},
        "unknown": {place: events for place, events in _lists(found.somewhere).items() if place not in regions},
        "nowhere": list(found.nowhere),
    } == CASES["expected"]
    assert list(found.points) == list(CASES["expected"]["points"]), "places with most events come first"


def _lists(group) -> dict[str, list[str]]:
    return {place: list(events) for place, events in group.items()}
