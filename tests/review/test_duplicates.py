"""Likely duplicates: what the engine finds among the events of the Kursk campaign, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from chronology.model.addresses import same_address
from chronology.model.dates import parse
from chronology.model.entities.entities import Entities
from chronology.model.entities.record import Where
from chronology.model.entities.sources import Source
from chronology.records.load import load
from chronology.review.duplicates import Duplicates, Sketch


@pytest.fixture(scope="module")
def entities(project_root: Path) -> Entities:
    found = load(project_root, project_root / "content").entities
    assert found
    return found


@pytest.fixture(scope="module")
def duplicates(entities: Entities) -> Duplicates:
    return Duplicates(entities)


def test_no_two_events_of_the_campaign_are_likely_duplicates(entities: Entities, duplicates: Duplicates) -> None:
    found = {key: duplicates.of_event(Sketch.of(event)) for key, event in entities.events.items()}
    assert not {key: likely for key, likely in found.items() if likely}


@pytest.mark.parametrize(
    "sketch, meant",
    [
        (
            Sketch("Moscow says Sudzha has been retaken", parse("2025-03-13"), ("sudzha",), ("russia-mod",)),
            "sudzha-retaken",
        ),
        (Sketch("Explosion at the gas metering station of Sudzha", parse("2025-03-21")), "gas-station"),
        (Sketch("Putin and Trump talk on the telephone", parse("2025-03-18")), "putin-trump-call"),
        (Sketch("Ukraine takes Sudzha", parse("2024-08"), ("sudzha",)), "sudzha-taken"),
        (Sketch("Trump says Ukrainians are surrounded", parse("2025-03-15"), (), ("trump",)), "trump-surrounded"),
    ],
)
def test_the_same_event_in_other_words_is_found(duplicates: Duplicates, sketch: Sketch, meant: str) -> None:
    found = duplicates.of_event(sketch)
    assert meant in [one.id for one in found]


def test_each_copy_of_an_event_is_found_first(entities: Entities, duplicates: Duplicates) -> None:
    for key, event in entities.events.items():
        assert duplicates.of_event(replace(Sketch.of(event), id=None))[0].id == key


def test_a_likeness_gives_its_reasons(duplicates: Duplicates) -> None:
    [found] = duplicates.of_event(Sketch("Ukraine takes Sudzha", parse("2024-08-15"), ("sudzha",)))
    assert str(found) == (
        "event sudzha-taken: Ukraine declares Sudzha taken (similar title, same date, same place: sudzha)"
    )


@pytest.mark.parametrize(
    "title, date", [("Heavy rain in Lisbon", "2025-03-13"), ("Ukraine takes Sudzha", "1943-03-02")]
)
def test_another_subject_or_another_time_is_no_duplicate(duplicates: Duplicates, title: str, date: str) -> None:
    assert duplicates.of_event(Sketch(title, parse(date), ("sudzha",))) == ()


@pytest.mark.parametrize("name, meant", [("Суджа", "sudzha"), ("Sudscha", "sudzha"), ("Soudzha", "sudzha")])
def test_a_place_is_found_by_its_names_in_any_script_and_with_a_slip(
    duplicates: Duplicates, name: str, meant: str
) -> None:
    assert [one.id for one in duplicates.of_name("place", [name])] == [meant]


def test_numbered_units_are_not_alike(duplicates: Duplicates, entities: Entities) -> None:
    for key, actor in entities.actors.items():
        assert duplicates.of_name("actor", [actor.name], key) == ()


def test_a_source_is_found_by_its_address(entities: Entities, duplicates: Duplicates) -> None:
    source = entities.sources["reuters-0320"]
    twin = Source("x", Where("x"), "Another title", "Reuters", "agency", url=f"{source.url}?utm_source=x#top")
    [found] = duplicates.of_source(twin)
    assert (found.id, found.reasons) == ("reuters-0320", ("same address",))


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("https://www.example.org/a/", "http://example.org/a", True),
        ("https://m.example.org/a?utm_source=x&id=2", "https://example.org/a?id=2", True),
        ("https://example.org/a?id=1", "https://example.org/a?id=2", False),
        ("https://example.org/a", "https://example.org/A", False),
        ("https://example.org:8080/a", "https://example.org/a", False),
        ("http://[bad", "http://[bad", True),
    ],
)
def test_addresses_are_the_same_but_for_what_leads_to_the_same_page(one: str, other: str, same: bool) -> None:
    assert same_address(one, other) is same
