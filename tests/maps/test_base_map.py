"""Natural Earth as it comes from the registry, clipped to what a chronology needs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chronology.hosts.assets import vendored
from chronology.maps import base_map as module
from chronology.maps.base_map import BaseMap, base_map
from chronology.maps.clipping import is_inside
from chronology.maps.plane import Box, project
from chronology.maps.topology import Topology
from chronology.maps.viewpoints import DEFAULT, VIEWPOINTS
from chronology.model.entities.settings import MapSettings
from chronology.records.schema.settings import MapRecord

CRIMEA = project(34.4, 45.2)
BLACK_SEA = Box.around([project(31, 44), project(41, 47.5)])


@pytest.fixture(scope="module")
def topology() -> Topology:
    return Topology.read()


@pytest.fixture(scope="module")
def seen(topology: Topology) -> dict[str, BaseMap]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Topology, "read", classmethod(lambda _: topology))
        return {name: base_map(BLACK_SEA, name, None) for name in VIEWPOINTS}


def _country(found: BaseMap, point) -> list[str]:
    return [name for name, polygons in found.countries if any(is_inside(point, rings) for rings in polygons)]


def test_whose_crimea_is_is_a_viewpoint(topology: Topology) -> None:
    def around(moves) -> list[str]:
        polygons = topology.moved(moves)
        return [one.country for one in polygons if is_inside(CRIMEA, [topology.line(one.rings[0])])]

    assert around(VIEWPOINTS["natural-earth"].moves) == ["Russia"]
    assert around(VIEWPOINTS["crimea-in-ukraine"].moves) == ["Ukraine"]


def test_a_border_between_parts_of_one_country_is_not_drawn(seen: dict[str, BaseMap]) -> None:
    isthmus = Box.around([project(33.3, 45.9), project(34.9, 46.4)])

    def across(found: BaseMap) -> int:
        return sum(isthmus.holds(point) for line in found.borders for point in line)

    assert across(seen["natural-earth"]) > 0
    assert across(seen["crimea-in-ukraine"]) == 0


def test_without_borders_there_are_land_and_water(seen: dict[str, BaseMap]) -> None:
    found = seen["none"]
    assert (found.borders, found.countries) == ([], [])
    assert any(is_inside(CRIMEA, rings) for rings in found.land)
    assert not any(is_inside(project(35, 43.5), rings) for rings in found.land)


def test_each_viewpoint_says_what_it_draws(seen: dict[str, BaseMap]) -> None:
    assert {name: found.words for name, found in seen.items()} == {
        "natural-earth": "Borders as Natural Earth draws them: by who controls the ground, not by law.",
        "crimea-in-ukraine": "Borders as Natural Earth draws them, by who controls the ground, but with Crimea in "
        "Ukraine.",
        "none": "Land and water from Natural Earth; no borders are drawn.",
    }


def test_the_whole_of_natural_earth_is_not_published() -> None:
    paths = [file.path for file in vendored()]
    assert not [path for path in paths if "natural-earth" in path]
    assert "assets/chronology/vendored/leaflet-1.9.4/leaflet.js" in paths


def test_the_settings_know_the_same_viewpoints() -> None:
    field = MapRecord.model_json_schema()["properties"]["viewpoint"]
    assert set(field["enum"]) == set(VIEWPOINTS)
    assert field["default"] == MapSettings().viewpoint == DEFAULT


def test_the_small_map_of_a_region_is_small(seen: dict[str, BaseMap]) -> None:
    part = seen["natural-earth"].clipped(Box.around([project(33, 45), project(35, 46)]), 0.01)
    assert all(part.box.holds(point) for rings in part.land for ring in rings for point in ring)
    points = sum(len(ring) for rings in part.land for ring in rings)
    assert 0 < points < sum(len(ring) for rings in seen["natural-earth"].land for ring in rings)


def test_names_stand_in_their_countries_and_away_from_marks(seen: dict[str, BaseMap]) -> None:
    marked = project(33.5, 46.8)
    names = seen["crimea-in-ukraine"].names([marked], 0.15)
    assert {name.name for name in names} == {"Russia", "Ukraine"}
    for name in names:
        assert _country(seen["crimea-in-ukraine"], name.at) == [name.name]


def test_what_was_made_before_is_taken_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = base_map(BLACK_SEA, "natural-earth", tmp_path)
    monkeypatch.setattr(module, "_make", lambda *_: pytest.fail("it was made again"))
    kept = base_map(BLACK_SEA, "natural-earth", tmp_path)
    assert json.dumps([kept.land, kept.borders, kept.countries]) == json.dumps(
        [made.land, made.borders, made.countries]
    )


@pytest.mark.parametrize("damage", ["", "{", '{"key": 1}', "[]"])
def test_a_damaged_cache_costs_time_and_nothing_else(tmp_path: Path, damage: str, seen, topology, monkeypatch) -> None:
    monkeypatch.setattr(Topology, "read", classmethod(lambda _: topology))
    (tmp_path / module.NAME).write_text(damage, encoding="utf-8")
    assert base_map(BLACK_SEA, "none", tmp_path) == seen["none"]
