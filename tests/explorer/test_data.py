"""The explorer's data file."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chronology.build.build import build
from chronology.build.project import Project
from chronology.model.chronology import Chronology
from chronology.model.facets import FACETS
from chronology.pages.explorer_data import explorer_data
from tests.explorer import write_cases
from tests.explorer.chronologies import CASES, read


@pytest.fixture(scope="module")
def kursk(project_root: Path) -> Chronology:
    return read(project_root, project_root / ".cache" / "chronology")


@pytest.fixture(scope="module")
def data(kursk: Chronology) -> Any:
    return json.loads(explorer_data(kursk).read())


@pytest.mark.parametrize("name, text", [("data.json", write_cases.data), ("dates.json", write_cases.days_and_dates)])
def test_the_scripts_cases_are_the_models(name: str, text: Any):
    assert (CASES / name).read_text(encoding="utf-8") == text(), "run: python -m tests.explorer.write_cases"


def test_every_column_has_a_value_for_every_listed_event(kursk: Chronology, data: Any):
    listed = [view for view in kursk.events.values() if view.event.retracted is None]
    assert data["events"]["id"] == [view.event.id for view in listed]
    columns = {**data["events"], **data["events"]["own"]}
    del columns["own"]
    assert {name: len(column) for name, column in columns.items()} == dict.fromkeys(columns, len(listed))


def test_choices_are_most_frequent_first_and_then_by_label(kursk: Chronology, data: Any):
    assert list(data["facets"]) == list(FACETS)
    for name in set(FACETS) - {"origins"}:
        counts = kursk.facets.counts[FACETS[name]]
        choices = data["facets"][name]["choices"]
        assert {choice[0] for choice in choices} == set(counts)
        assert choices == sorted(choices, key=lambda one: (-counts[one[0]], one[1].casefold(), one[0]))


def test_labels_are_what_pages_say(data: Any):
    def label(facet: str, one: str) -> Any:
        return next(choice[1:] for choice in data["facets"][facet]["choices"] if choice[0] == one)

    assert label("actor", "russia-mod")[0] == "Russia’s Defence Ministry"
    assert label("standing", "single-source") == ["One origin"]
    assert label("precision", "day") == ["To the day"]
    assert label("origins", "2-") == ["2 or more origins"]
    assert "Суджа" in label("place", "sudzha")[1]


def test_places_are_those_of_events_that_have_coordinates(kursk: Chronology, data: Any):
    ids = {choice[0] for choice in data["facets"]["place"]["choices"]}
    assert set(data["places"]) == {one for one in ids if kursk.places[one].place.coordinates}
    sudzha = kursk.places["sudzha"].place.coordinates
    assert sudzha
    assert data["places"]["sudzha"] == {"at": [sudzha.latitude, sudzha.longitude], "precision": sudzha.precision}


def test_the_name_changes_with_the_content_and_the_site_knows_it(project_root: Path):
    small = project_root / "tests" / "sites" / "small"
    first = build(Project(small, small / "content"))
    names = [file.path for file in first.files if "explorer" in file.path]
    assert names == [first.site.explorer]
    assert re.fullmatch(r"assets/chronology/data/explorer-[0-9a-f]{8}\.json", names[0])
    assert build(Project(small, small / "content")).site.explorer == names[0]
    assert first.chronology is not None
    events = dict(list(first.chronology.facets.events.items())[1:])
    fewer = replace(first.chronology, facets=replace(first.chronology.facets, events=events))
    assert explorer_data(fewer).path != names[0]
