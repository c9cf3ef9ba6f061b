from __future__ import annotations

import pytest

from chronology.model.sides import Sides
from tests.model.build import entities


def sides(listed, members):
    given = entities({}, sides=listed, actors=members)
    return Sides(given.settings.sides, given.actors)


@pytest.mark.parametrize(
    "listed, members, side",
    [
        ({"us": ["state"]}, {"state": []}, "us"),
        ({"us": ["government"]}, {"state": ["government"], "government": []}, "us"),
        ({"us": ["country"]}, {"state": ["government"], "government": ["country"], "country": []}, "us"),
        ({"near": ["government"], "far": ["country"]}, {"state": ["government"], "government": ["country"]}, "near"),
        ({"own": ["state"], "us": ["government"]}, {"state": ["government"], "government": []}, "own"),
        ({"b": ["state"], "a": ["state"]}, {"state": []}, "a"),
        ({}, {"state": ["government"], "government": ["country"], "country": []}, "country"),
        ({}, {"state": ["z", "a"], "z": [], "a": []}, "a"),
        ({}, {"state": []}, "state"),
        ({}, {"state": ["government"], "government": ["state"]}, "state"),
    ],
    ids=[
        "listed itself",
        "by what it is a member of",
        "through several steps",
        "the nearest that is listed",
        "listed itself before what it is a member of",
        "the first of two sides",
        "without sides, what is topmost",
        "the first of two topmost",
        "nothing but itself",
        "a circle",
    ],
)
def test_side_of_an_actor(listed, members, side):
    assert sides(listed, members).of("state") == side


def test_members_and_ancestors_go_through_any_number_of_steps():
    ancestry = sides({}, {"gs": ["army"], "army": ["ukraine"], "ukraine": []}).ancestry

    assert ancestry.above("gs") == ("army", "ukraine")
    assert ancestry.below("ukraine") == ("army", "gs")
    assert ancestry.with_ancestors(("gs", "army")) == ("gs", "army", "ukraine")
