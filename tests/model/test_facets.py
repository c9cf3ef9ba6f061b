from __future__ import annotations

import pytest

from chronology.model.facets import ORIGINS, EventFacets, has_origins
from chronology.model.standing import Standing
from tests.model.build import chronology

FOUND = chronology(
    {
        "b": {
            "date": "1970-01-01/..",
            "type": "attack",
            "actors": ["gs"],
            "places": ["sudzha"],
            "topics": ["campaign"],
            "questions": [{"claims": [{"says": "So.", "by": ["putin"], "sources": ["nyt"]}]}],
        },
        "c": {"date": "2025-03", "sources": ["nyt", "bbc"], "places": ["sudzha", "kursk"]},
        "gone": {"date": "2025-03", "sources": ["nyt"], "retracted": "2025-04-01"},
    },
    actors={"russia": [], "putin": ["russia"]},
    places={"sudzha": "kursk", "kursk": None},
).facets


def test_facets_of_an_event():
    assert FOUND.events["b"] == EventFacets(
        type="attack",
        actors=("gs", "putin", "russia"),
        places=("kursk", "sudzha"),
        topics=("campaign",),
        standing=Standing.SINGLE_SOURCE,
        precision="interval",
        sources=("nyt",),
        origins=1,
        earliest=719_163,
        latest=None,
    )


def test_choices_count_each_event_once():
    assert FOUND.counts == {
        "type": {"attack": 1},
        "actors": {"gs": 1, "putin": 1, "russia": 1},
        "places": {"kursk": 2, "sudzha": 2},
        "topics": {"campaign": 1},
        "standing": {"agreed": 1, "single-source": 1},
        "precision": {"interval": 1, "month": 1},
        "sources": {"bbc": 1, "nyt": 2},
        "origins": {1: 1, 2: 1},
    }


def test_retracted_event_is_no_choice():
    assert list(FOUND.events) == ["b", "c"]


@pytest.mark.parametrize(
    "number, choices",
    [(0, ["0"]), (1, ["1"]), (2, ["2-"]), (4, ["2-", "3-"]), (5, ["2-", "3-", "5-"]), (12, ["2-", "3-", "5-", "10-"])],
)
def test_a_number_of_origins_has_its_choices(number: int, choices: list[str]):
    assert [choice for choice in ORIGINS if has_origins(number, choice)] == choices
