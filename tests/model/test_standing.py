"""The standing of questions and events. New rules are new cases in cases/standing.yml."""

from __future__ import annotations

import pytest

from chronology.model.standing import Standing
from tests.model.build import ask, case_name, read_cases, view

CASES = read_cases("standing.yml")


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_standing_is_the_one_an_editor_would_give(case):
    found = ask(case, sources=case.get("about_sources"))

    assert found.standing == case["wanted"]
    if "states" in case:
        assert [claim.state for claim in found.claims] == case["states"]
    if "rivals" in case:
        assert [[str(rival) for rival in claim.rivals] for claim in found.claims] == case["rivals"]
    if "origins" in case:
        assert len(found.origins) == int(case["origins"])
    if "reports" in case:
        assert found.reports == int(case["reports"])


def test_the_editors_ten_cases_come_first():
    assert CASES[0]["case"].startswith("one party, three newspapers")
    assert CASES[9]["wanted"] == "settled"


OPEN = {"id": "open", "claims": []}
SINGLE = {"id": "single", "claims": [{"says": "So.", "by": ["gs"], "sources": ["up"]}]}
AGREED = {
    "id": "agreed",
    "claims": [{"answer": "a", "by": ["gs"], "sources": ["up"]}, {"answer": "a", "by": ["isw"], "sources": ["isw"]}],
}
SETTLED = {
    "id": "settled",
    "claims": [
        {"answer": "a", "by": ["gs"], "sources": ["up"]},
        {"answer": "b", "by": ["isw"], "sources": ["isw"], "withdrawn": {}},
    ],
}
CONTESTED = {
    "id": "contested",
    "claims": [{"answer": "a", "by": ["gs"], "sources": ["up"]}, {"answer": "b", "by": ["isw"], "sources": ["isw"]}],
}


@pytest.mark.parametrize(
    "questions, standing",
    [
        ([AGREED], "agreed"),
        ([AGREED, SETTLED], "settled"),
        ([AGREED, SETTLED, SINGLE], "single-source"),
        ([AGREED, SETTLED, SINGLE, OPEN], "open"),
        ([AGREED, SETTLED, SINGLE, OPEN, CONTESTED], "contested"),
    ],
)
def test_event_takes_the_least_certain_standing_of_its_questions(questions, standing):
    assert view({"questions": questions, "sources": ["nyt", "bbc"]}).standing == standing


@pytest.mark.parametrize(
    "sources, about, standing",
    [
        ([], {}, "open"),
        (["nyt"], {}, "single-source"),
        (["nyt", "bbc"], {}, "agreed"),
        (["nyt", "reprint"], {"reprint": {"origin": "nyt"}}, "single-source"),
        (["tass", "ria"], {"tass": {"origin": "russia-mod"}, "ria": {"origin": "putin"}}, "single-source"),
        (["tass", "up"], {"tass": {"origin": "russia-mod"}, "up": {"origin": "gs"}}, "agreed"),
    ],
)
def test_event_without_questions_has_the_standing_of_its_sources(sources, about, standing):
    assert view({"sources": sources}, sources=about).standing == standing


def test_standings_are_in_the_order_in_which_events_take_them():
    assert list(Standing) == ["contested", "open", "single-source", "settled", "agreed"]
