"""Origins of claims, and how many are independent. New rules are new cases in cases/origins.yml."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chronology.model.origins import Origins, independent
from chronology.model.sides import Sides
from tests.model.build import ask, case_name, claim, entities, read_cases

SOURCES = {
    "reuters-copy": {"origin": "reuters"},
    "copy-of-copy": {"origin": "reuters-copy"},
    "tass": {"origin": "russia-mod"},
    "tass-copy": {"origin": "tass"},
    "nyt-story": {"origin": "paroinen"},
    "loop-a": {"origin": "loop-b"},
    "loop-b": {"origin": "loop-a"},
    "nyt": {},
}
ACTORS = {"paroinen": ["black-bird"], "black-bird": [], "deepstate": []}


@pytest.fixture
def origins():
    given = entities({}, actors=ACTORS, sources=SOURCES)
    return Origins(Sides(given.settings.sides, given.actors), given.sources)


@pytest.mark.parametrize("case", read_cases("origins.yml"), ids=case_name)
def test_origins_of_a_claim(case, origins):
    assert list(origins.of_claim(claim(1, case["claim"]))) == case["origins"]


@pytest.mark.parametrize(
    "source, chain",
    [
        ("nyt", ()),
        ("copy-of-copy", ("reuters-copy", "reuters")),
        ("tass-copy", ("tass", "russia-mod")),
        ("loop-a", ("loop-b",)),
    ],
)
def test_chain_leads_to_the_root(source, chain, origins):
    assert origins.chain(source) == chain


def test_reprint_is_carried_by_the_report_that_it_reprints(origins):
    assert origins.carried_by("tass-copy") == ("russia", "tass")
    assert origins.carried_by("copy-of-copy") == ("reuters", "reuters")


@pytest.mark.parametrize(
    "carried, number",
    [
        ("", 0),
        ("a1 a2 a3", 1),
        ("a1 b1 c1", 1),
        ("a1 b2", 2),
        ("a1 a2 b1", 2),
        ("a1 b1 b2 c2 c3", 3),
        ("a1 a2 b1 b2 c1 c2", 2),
        ("a1 a2 b1 c2", 2),
    ],
)
def test_independent_origins_each_have_a_report_of_their_own(carried, number):
    assert len(independent((pair[0], pair[1]) for pair in carried.split())) == number


def test_first_word_is_counted_first():
    assert independent([("ukraine", "nyt"), ("russia", "nyt")]) == ("ukraine",)


pairs = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("1234")))


@given(pairs)
def test_independent_origins_are_the_fewest_parties_or_reports_to_disbelieve(carried):
    everything = [("origin", origin) for origin in "abcd"] + [("report", report) for report in "1234"]

    def nothing_is_left(disbelieved):
        return all(("origin", origin) in disbelieved or ("report", report) in disbelieved for origin, report in carried)

    covers = (chosen for size in range(9) for chosen in itertools.combinations(everything, size))
    assert len(independent(carried)) == len(next(chosen for chosen in covers if nothing_is_left(chosen)))


def test_long_chains_of_reassignment_are_followed():
    chain = [(f"o{number}", f"r{step}") for number in range(3000) for step in (number, number + 1)]

    assert len(independent([*chain, ("last", "r0")])) == 3001


claims = st.fixed_dictionaries(
    {
        "answer": st.sampled_from(["a", "b"]),
        "by": st.lists(st.sampled_from(["gs", "putin", "mfa", "state", "isw"]), max_size=2, unique=True),
        "sources": st.lists(st.sampled_from(["nyt", "bbc", "tass", "tass-copy", "up"]), min_size=1, unique=True),
    }
)


@given(st.lists(claims, max_size=6))
def test_origins_never_exceed_reports(several):
    found = ask({"claims": several}, sources=SOURCES)

    assert len(found.origins) <= found.reports


@given(st.lists(claims, min_size=1, max_size=5), st.data())
def test_repeating_a_claim_adds_reports_never_origins(several, data):
    """Exactly so where each origin has a report of its own; the parties behind a question never grow in number."""
    repeated = data.draw(st.sampled_from(several))
    assume(repeated["by"])
    before = ask({"claims": several}, sources=SOURCES)
    after = ask({"claims": [*several, {**repeated, "sources": ["one-more"]}]}, sources=SOURCES)

    assert after.reports == before.reports + 1
    parties = {origin for one in before.claims for origin in one.origins}
    assert {origin for one in after.claims for origin in one.origins} == parties
    if len(before.origins) == len(parties):
        assert after.origins == before.origins
