"""The whole that is derived: order, neighbours, changes, totals, and that the order of files never matters."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chronology.model.chronology import Totals, derive
from tests.model.build import chronology, entities

CONTESTED = {
    "claims": [{"answer": "a", "by": ["gs"], "sources": ["up"]}, {"answer": "b", "by": ["putin"], "sources": ["tass"]}]
}


def test_neighbours_are_the_events_before_and_after():
    found = chronology({one: {"date": f"2025-03-{day}"} for one, day in [("c", 12), ("a", 13), ("b", 14)]}).events

    assert list(found) == ["c", "a", "b"]
    assert [(view.previous, view.next) for view in found.values()] == [(None, "a"), ("c", "b"), ("a", None)]


def test_relations_are_known_at_both_ends():
    events: dict[str, Any] = {
        "z": {"relations": [("whole", "part-of")]},
        "a": {"relations": [("whole", "part-of"), ("z", "follows")]},
        "whole": {},
    }
    found = chronology(events).events

    assert found["whole"].incoming == (("a", "part-of"), ("z", "part-of"))
    assert found["z"].incoming == (("a", "follows"),)


def test_retracted_event_keeps_its_page_and_is_listed_nowhere():
    gone = {
        "date": "2025-03-13",
        "actors": ["gs"],
        "questions": [CONTESTED],
        "retracted": "2025-04-01",
        "relations": [("a", "follows")],
    }
    found = chronology({"a": {"date": "2025-03-12"}, "gone": gone, "z": {"date": "2025-03-14", "sources": ["nyt"]}})

    assert found.events["gone"].standing == "contested"
    assert (found.events["gone"].previous, found.events["gone"].next) == (None, None)
    assert (found.events["a"].next, found.events["a"].incoming) == ("z", ())
    assert found.years[2025].events == found.months[2025, 3].events == ("a", "z")
    assert found.actors["gs"].events == found.sources["up"].events == ()
    assert found.contested == ()
    assert found.totals == Totals(events=2, questions=0, contested=0, reports=1, origins=1)
    assert [(one.event, one.change.kind) for one in found.corrections] == [("gone", "retracted")]


def test_changes_are_newest_first():
    found = chronology(
        {
            "b": {"history": [("2025-03-18", "re-dated"), ("2025-03-18", "narrowed"), ("2025-05", "corrected")]},
            "a": {"history": [("2025-03-18", "merged")]},
            "c": {"history": [("2025-04-01", "retracted")], "retracted": "2025-04-01"},
        }
    )

    assert [(one.event, one.change.kind) for one in found.corrections] == [
        ("b", "corrected"),
        ("c", "retracted"),
        ("a", "merged"),
        ("b", "narrowed"),
        ("b", "re-dated"),
    ]


def test_contested_questions_and_totals():
    found = chronology({"b": {"questions": [CONTESTED]}, "a": {"sources": ["up", "nyt"]}})

    assert [(one.event, one.standing) for one in found.contested] == [("b", "contested")]
    # Kyiv, Moscow and `nyt`: the one report by `up` carries Kyiv's word, and cannot be an origin of its own as well.
    assert found.totals == Totals(events=2, questions=1, contested=1, reports=3, origins=3)


def test_nothing_gives_an_empty_chronology():
    found = chronology({}, sides={})

    assert found.totals == Totals(0, 0, 0, 0, 0)
    assert not any((found.events, found.years, found.months, found.actors, found.facets.events))


ids = st.sampled_from("abcdefgh")
days = st.sampled_from(["2025-03-12", "2025-03-13", "2025-03", "2025-03-12/2025-04-02", "../2025-03-12", "2025-03-13~"])
claims = st.fixed_dictionaries(
    {"by": st.lists(ids, max_size=2, unique=True), "sources": st.lists(ids, min_size=1, max_size=2)},
    optional={"answer": st.sampled_from("xy"), "value": st.sampled_from(["10", "12"]), "said": days, "as_of": days},
)
questions = st.fixed_dictionaries({"claims": st.lists(claims, max_size=3)}, optional={"series": st.just("area")})
events = st.fixed_dictionaries(
    {"date": days},
    optional={
        "time": st.sampled_from(["09:00", "14:30~"]),
        "actors": st.lists(ids, max_size=2),
        "places": st.lists(ids, max_size=2),
        "topics": st.lists(ids, max_size=2),
        "sources": st.lists(ids, max_size=3),
        "questions": st.lists(questions, max_size=1),
        "relations": st.lists(st.tuples(ids, st.just("follows")), max_size=2),
        "history": st.lists(st.tuples(days, st.just("corrected")), max_size=2),
        "retracted": st.just("2025-04-01"),
    },
)
worlds = st.fixed_dictionaries(
    {
        "events": st.dictionaries(ids, events),
        "actors": st.dictionaries(ids, st.lists(ids, max_size=2)),
        "places": st.dictionaries(ids, ids),
        "sources": st.dictionaries(ids, st.fixed_dictionaries({}, optional={"origin": ids, "published": days})),
        "sides": st.dictionaries(ids, st.lists(ids, min_size=1), max_size=2),
    }
)


def build(world):
    others = {name: world[name] for name in ("actors", "places", "sources", "sides")}
    return entities(world["events"], series={"area": {"unit": "km2"}}, **others)


@given(worlds, st.randoms(use_true_random=False))
def test_order_of_files_never_matters(world, chance: random.Random):
    def shuffle(mapping):
        return dict(chance.sample(list(mapping.items()), len(mapping)))

    given = build(world)
    kinds = ("events", "actors", "places", "sources", "series", "topics")
    shuffled = replace(given, **{kind: shuffle(getattr(given, kind)) for kind in kinds})
    settings = replace(given.settings, sides=shuffle(given.settings.sides), units=shuffle(given.settings.units))
    one, other = derive(given), derive(replace(shuffled, settings=settings))

    assert one == other
    for kind in (*kinds, "years", "months"):
        assert list(getattr(one, kind)) == list(getattr(other, kind))
    assert [list(counts) for counts in one.facets.counts.values()] == [
        list(counts) for counts in other.facets.counts.values()
    ]


@given(worlds)
def test_origins_never_exceed_reports(world):
    found = derive(build(world))

    for view in found.events.values():
        assert len(view.origins) <= view.reports
        assert all(len(question.origins) <= question.reports for question in view.questions)
    assert found.totals.origins <= found.totals.reports


@given(worlds)
def test_every_listed_event_is_listed_once_a_year_and_linked_both_ways(world):
    found = derive(build(world))
    listed = [one for period in found.years.values() for one in period.events]

    assert sorted(listed) == sorted(one for one, view in found.events.items() if view.event.retracted is None)
    assert all(found.events[view.next].previous == one for one, view in found.events.items() if view.next)


def test_work_grows_no_faster_than_the_chronology():
    def count_calls(number: int) -> int:
        names = [f"event-{count}" for count in range(number)]
        given = entities({name: {"questions": [CONTESTED], "sources": [f"{name}-source"]} for name in names})
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            derive(given)
        finally:
            sys.setprofile(None)
        return calls

    assert count_calls(400) < 2.2 * count_calls(200)
