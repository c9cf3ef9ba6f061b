"""The map of a chronology, on the made-up island of Merrow and on the Kursk record."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chronology.maps.atlas import Atlas, make_atlas
from chronology.model.chronology import derive
from chronology.pages.book import Book
from chronology.pages.locators import HEIGHT, WIDTH, locator
from chronology.pages.map_data import map_files
from chronology.pages.pages import all_pages
from chronology.pages.site import Site
from chronology.records.load import load

ATLAS = Path(__file__).resolve().parents[1] / "sites" / "atlas"


def _book(root: Path) -> Book:
    loaded = load(root, root / "content", None)
    assert loaded.entities is not None
    chronology = derive(loaded.entities)
    atlas = make_atlas(chronology, None)
    files = map_files(chronology, atlas)
    return Book.of(chronology, Site(map=files[0].path if files else None, explorer="explorer.json"), atlas)


@pytest.fixture(scope="module")
def merrow() -> Book:
    return _book(ATLAS)


@pytest.fixture(scope="module")
def kursk(project_root: Path) -> Book:
    return _book(project_root)


def _page(book: Book) -> str:
    return next(page for page in all_pages(book) if page.name == "map").render()


def _data(book: Book) -> dict[str, Any]:
    return json.loads(map_files(book.chronology, book.atlas)[0].read())


def test_only_points_are_marked_and_only_outlines_shaded(merrow: Book) -> None:
    assert merrow.atlas is not None
    assert set(merrow.atlas.points) == {"harbour", "lighthouse", "fort"}
    assert set(merrow.atlas.areas) == {"north-shire"}


def test_the_box_holds_places_outlines_and_layers(merrow: Book) -> None:
    assert merrow.atlas is not None
    held = [*merrow.atlas.points.values(), *(p for rings in merrow.atlas.areas["north-shire"] for p in rings[0])]
    assert all(merrow.atlas.view.holds(point) for point in held)


def test_a_chronology_without_coordinates_has_a_page_without_a_map() -> None:
    root = ATLAS.parent / "ledger"
    entities = load(root, root / "content", None).entities
    assert entities is not None
    small = derive(entities)
    assert make_atlas(small, None) is None
    assert map_files(small, None) == ()
    page = _page(Book.of(small, Site(explorer="explorer.json")))
    assert '<svg class="chronology-chart' not in page
    assert '<chronology-map class="chronology-map">' in page


def test_the_page_lists_each_place_once_and_never_marks_a_region(merrow: Book) -> None:
    page = _page(merrow)
    assert re.findall(r'aria-label="([^"]+: \d+ events?)"><circle', page)[:3] == [
        "Harbour: 2 events",
        "Fort: 1 event",
        "Lighthouse: 1 event",
    ]
    assert "Somewhere in South Shire" in page
    assert '<a href="../places/mill/">Mill</a>' in page
    assert "1 event names no place." in page
    assert 'aria-label="South Shire' not in page


def test_the_page_says_of_each_layer_who_says_so(merrow: Book) -> None:
    page = _page(merrow)
    section = page[page.index('id="layers"') :]
    assert "Ground held by the North, says its Council" in section
    assert '<a href="../actors/north-council/">The North Council</a>' in section
    assert "The Council drew this itself." in section
    assert '<a href="../sources/bulletin/">Bulletin of the Council</a>' in section


def test_the_file_of_the_map_names_a_file_for_each_state(merrow: Book) -> None:
    files = {file.path: json.loads(file.read()) for file in map_files(merrow.chronology, merrow.atlas)}
    held = next(layer for layer in _data(merrow)["layers"] if layer["id"] == "held")
    assert held["by"] == ["The North Council"]
    assert [state["when"] for state in held["states"]] == ["1–31 March 1801", "1–30 April 1801"]
    april = files[held["states"][1]["src"]]
    assert april["features"][0]["properties"] == {"title": "Held by the North <b>more</b>"}
    assert april["features"][0]["geometry"]["type"] == "Polygon"


def test_pictures_from_elsewhere_are_in_the_file_only_where_the_maintainer_wants_them(
    merrow: Book, kursk: Book
) -> None:
    assert _data(merrow)["tiles"]["url"] == "https://tiles.example/{z}/{x}/{y}.png"
    assert "tiles" not in _data(kursk)


def test_the_map_of_kursk_is_small(kursk: Book) -> None:
    [file] = map_files(kursk.chronology, kursk.atlas)
    assert len(gzip.compress(file.read())) < 40_000
    assert _data(kursk)["borderKm"] == 5
    kinds = [feature["properties"]["kind"] for feature in _data(kursk)["features"]]
    assert {"land", "border", "country"} == set(kinds)


def test_the_regions_of_kursk_are_known_as_such(kursk: Book) -> None:
    assert {"kursk-region", "sumy-region", "glushkovo-district"} <= set(_data(kursk)["regions"])


def test_a_locator_names_what_it_shows(kursk: Book) -> None:
    drawn = locator(kursk, ("sudzha", "kursk-region"))
    assert 'aria-label="Map with Sudzha marked, in a part of Russia and Ukraine"' in drawn
    assert drawn.count('class="chronology-here"') == 1
    assert "Border by Natural Earth, for 1:10,000,000: it may lie some 5 km off." in drawn
    assert len(gzip.compress(drawn.encode())) < 1500


def test_names_of_countries_lie_inside_of_locators(kursk: Book) -> None:
    found = 0
    for place in kursk.atlas.points if kursk.atlas else ():
        for x, y, name in re.findall(r'chronology-country" x="([^"]+)" y="([^"]+)">([^<]+)<', locator(kursk, (place,))):
            half = len(name) * 4  # pixels: ten high, capital letters, wide apart
            assert half <= float(x) <= WIDTH - half, (place, name)
            assert 10 <= float(y) <= HEIGHT, (place, name)
            found += 1
    assert found > 10


def test_a_region_alone_has_no_locator_but_for_its_outline(kursk: Book, merrow: Book) -> None:
    assert locator(kursk, ("kursk-region",)) == ""
    assert 'class="chronology-reach"' in locator(merrow, ("north-shire",))
    assert "Border by" not in locator(merrow, ("north-shire",))


def test_pages_about_the_same_places_share_a_locator(kursk: Book) -> None:
    assert locator(kursk, ("sudzha",)) == locator(kursk, ("kursk-region", "sudzha"))
    assert [key for macro, key in kursk.fragments if macro == "locator"].count(("sudzha",)) == 1


def test_a_small_map_is_the_smallest_that_shows_other_places(merrow: Book, kursk: Book) -> None:
    for book in (merrow, kursk):
        atlas = book.atlas
        assert isinstance(atlas, Atlas)
        for point in atlas.points.values():
            assert atlas.frame([point], 1.4).holds(point)


def test_a_chronology_in_another_language_writes_no_english_names(kursk: Book) -> None:
    there = replace(kursk.chronology, settings=replace(kursk.chronology.settings, language="uk"))
    [file] = map_files(there, kursk.atlas)
    assert all(feature["properties"]["kind"] != "country" for feature in json.loads(file.read())["features"])
