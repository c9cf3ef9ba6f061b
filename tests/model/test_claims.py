"""What is derived for single claims; rivals and revisions are in cases/standing.yml."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.model.claims import name_anchors
from tests.model.build import ask, date, event, view


def claim(**fields):
    return {"answer": "a", "by": ["gs"], "sources": ["up"], **fields}


def test_said_is_the_publication_of_the_first_source():
    found = ask({"claims": [claim(sources=["up", "bbc"])]}, sources={"up": {"published": "2025-03-14"}})

    assert found.claims[0].said == date("2025-03-14")


def test_said_as_written_goes_before_the_publication():
    found = ask({"claims": [claim(said="2025-03-12")]}, sources={"up": {"published": "2025-03-14"}})

    assert found.claims[0].said == date("2025-03-12")


def test_said_is_not_taken_from_a_second_source():
    found = ask({"claims": [claim(sources=["up", "bbc"])]}, sources={"bbc": {"published": "2025-03-14"}})

    assert found.claims[0].said is None


def test_claim_is_about_the_time_of_its_event_unless_it_says_otherwise():
    found = ask({"date": "2025-03-13", "claims": [claim(), claim(as_of="2024-08")]})

    assert [one.as_of for one in found.claims] == [date("2025-03-13"), date("2024-08")]


def test_sides_are_those_of_the_claimants_and_origins_what_they_rest_on():
    found = ask({"claims": [claim(by=["trump", "zelensky"], rests_on="putin"), claim(by=[])]})

    assert [one.sides for one in found.claims] == [("ukraine", "us"), ()]
    assert [one.origins for one in found.claims] == [("russia",), ("up",)]


def test_revised_claim_names_the_word_with_which_it_was_left_first():
    days = ["2025-03-13", "2025-03-14", "2025-03-15"]
    found = ask({"claims": [claim(answer=answer, said=day) for answer, day in zip("abc", days, strict=True)]})

    assert [one.revised_by for one in found.claims] == [2, 3, None]


def test_joint_claim_is_revised_by_the_last_of_its_claimants_to_leave():
    joint = claim(by=["state", "zelensky"], said="2025-03-11")
    others = [
        claim(answer="b", by=[who], said=day) for who, day in [("state", "2025-03-13"), ("zelensky", "2025-03-12")]
    ]

    assert ask({"claims": [joint, *others]}).claims[0].revised_by == 2


def test_bounds_are_in_the_unit_of_the_series():
    given = {"series": "area", "claims": [{"value": "30", "unit": "mi2", "comparator": "at-least", "sources": ["s"]}]}

    assert ask(given, series={"area": {"unit": "km2"}}).claims[0].bounds == pytest.approx((77.69964, float("inf")))


def test_bounds_without_a_series_are_in_the_first_unit_that_is_given():
    figures = [
        {"value": "78"},
        {"value": "30", "unit": "mi2"},
        {"low": "0", "high": "259", "unit": "km2"},
        {"says": "?"},
    ]
    found = ask({"claims": [{"sources": ["s"], **figure} for figure in figures]})

    assert [one.bounds for one in found.claims][:2] == [(77.5, 78.5), (29.5, 30.5)]
    assert found.claims[2].bounds == pytest.approx((0, 100), abs=0.1)
    assert found.claims[3].bounds is None


def test_anchor_is_the_question_and_the_claims_id_or_number():
    found = ask({"id": "control", "claims": [claim(), claim(id="deepstate-13")]})

    assert [one.anchor for one in found.claims] == ["control-1", "control-deepstate-13"]


def test_anchors_are_unique_on_the_page_and_those_with_an_id_stay():
    questions = [
        {"id": "a", "claims": [claim(), claim(id="1"), claim(id="b-1")]},
        {"id": "a-b", "claims": [claim()]},
        {"id": "a-1", "claims": []},
    ]
    anchors = name_anchors(event("it", {"questions": questions}).questions)

    assert anchors == {("a", 2): "a-1-2", ("a", 3): "a-b-1", ("a", 1): "a-1-3", ("a-b", 1): "a-b-1-2"}


parties = st.sampled_from(["gs", "putin", "mfa", "state", "isw", "deepstate"])
days = st.sampled_from([None, "2025-03-12", "2025-03-13", "2025-03-14"])
claims = st.fixed_dictionaries(
    {"by": st.lists(parties, max_size=2, unique=True), "sources": st.lists(st.sampled_from("stu"), min_size=1)},
    optional={
        "answer": st.sampled_from("ab"),
        "value": st.sampled_from(["10", "12", "13"]),
        "comparator": st.sampled_from(["about", "at-least", "at-most"]),
        "denies": st.just(["a"]),
        "said": days,
        "as_of": st.sampled_from(["2025-03-13", "2025-03", "2024-08"]),
    },
)


@given(st.lists(claims, max_size=5), claims)
def test_adding_a_claim_of_somebody_new_never_removes_a_rival(several, added):
    """A party's own later word may: that is a revision."""
    before = ask({"claims": several})
    after = ask({"claims": [*several, {**added, "by": ["newcomer"]}]})

    for old, new in zip(before.claims, after.claims, strict=False):
        assert set(old.rivals) <= set(new.rivals)


@given(st.lists(claims, max_size=6))
def test_rivals_are_mutual_and_stand(several):
    found = {one.claim.number: one for one in ask({"claims": several}).claims}

    for number, one in found.items():
        assert all(number in found[rival].rivals and found[rival].state == "stands" for rival in one.rivals)


@given(st.lists(claims, min_size=1, max_size=6))
def test_the_last_word_always_stands(several):
    assert any(one.state == "stands" for one in ask({"claims": several}).claims)


@given(st.lists(claims, max_size=6), st.randoms(use_true_random=False))
def test_order_of_claims_matters_only_where_it_tells_what_was_said_first(several, chance: random.Random):
    dated = [{**one, "said": f"2025-03-{number:02}"} for number, one in enumerate(several, 10)]
    shuffled = chance.sample(dated, len(dated))

    assert view({"questions": [{"claims": dated}]}).standing == view({"questions": [{"claims": shuffled}]}).standing
