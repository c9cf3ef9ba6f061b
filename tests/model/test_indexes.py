from __future__ import annotations

from tests.model.build import Short, chronology


def claim(by, sources, **fields):
    return {"answer": "a", "by": by, "sources": sources, **fields}


EVENTS: dict[str, Short] = {
    "second": {
        "date": "2025-03-14",
        "actors": ["putin"],
        "places": ["sudzha"],
        "topics": ["campaign"],
        "sources": ["tass-copy", "nyt"],
    },
    "first": {
        "date": "2025-03-13",
        "actors": ["gs"],
        "places": ["kursk"],
        "topics": ["campaign"],
        "questions": [
            {
                "id": "control",
                "claims": [claim(["russia-mod"], ["nyt"]), claim(["gs"], ["up"], withdrawn={"source": "nyt"})],
            }
        ],
    },
}
FOUND = chronology(
    EVENTS,
    actors={"russia": [], "army": ["russia"], "russia-mod": ["army"], "putin": ["russia"], "gs": []},
    places={"sudzha": "district", "district": "kursk", "kursk": None},
    sources={"tass": {"origin": "russia-mod"}, "tass-copy": {"origin": "tass"}},
)


def test_actor_has_the_events_of_its_members():
    assert FOUND.actors["russia"].events == ("first", "second")
    assert FOUND.actors["army"].events == ("first",)
    assert FOUND.actors["putin"].events == ("second",)


def test_actor_has_its_members_through_any_number_of_steps():
    assert FOUND.actors["russia"].members == ("army", "putin", "russia-mod")


def test_actor_has_its_own_claims():
    assert [one.claim.number for one in FOUND.actors["gs"].claims] == [2]
    assert FOUND.actors["russia"].claims == ()


def test_actor_has_the_sources_that_rest_on_it():
    assert FOUND.actors["russia-mod"].sources_resting == ("tass", "tass-copy")


def test_actor_has_a_side():
    assert FOUND.actors["putin"].side == FOUND.actors["russia-mod"].side == "russia"
    assert FOUND.actors["gs"].side == "ukraine"


def test_place_has_the_events_of_places_within():
    kursk = FOUND.places["kursk"]

    assert kursk.events == ("first", "second")
    assert kursk.contains == ("district", "sudzha")
    assert FOUND.places["sudzha"].path == ("district", "kursk")


def test_source_has_its_chain_and_what_rests_on_it():
    assert FOUND.sources["tass-copy"].chain == ("tass", "russia-mod")
    assert FOUND.sources["tass"].rests_on_it == ("tass-copy",)


def test_source_has_its_uses_in_order():
    uses = [(event, question, claim and claim.claim.number) for event, question, claim in FOUND.sources["nyt"].uses]

    assert uses == [("first", "control", 1), ("first", "control", 2), ("second", None, None)]
    assert FOUND.sources["nyt"].events == ("first", "second")


def test_topic_has_its_events_in_order():
    assert FOUND.topics["campaign"].events == ("first", "second")
