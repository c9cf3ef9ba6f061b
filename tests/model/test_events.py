"""What is derived for single events, beside the standing."""

from __future__ import annotations

import pytest

from chronology.model.days import Day
from tests.model.build import view


def claim(sources, **fields):
    return {"answer": "a", "by": ["gs"], "sources": sources, **fields}


def test_sources_are_in_order_of_first_citation():
    given = {
        "questions": [
            {"id": "a", "claims": [claim(["c", "a"]), claim(["c"], withdrawn={"source": "w"})]},
            {"id": "b", "claims": [claim(["b"])]},
        ],
        "sources": ["a", "e"],
    }

    assert view(given).sources == ("c", "a", "w", "b", "e")
    assert view(given).reports == 5


def test_source_that_carries_a_claim_is_no_further_origin():
    given = {"questions": [{"claims": [claim(["nyt", "bbc"])]}], "sources": ["nyt", "bbc"]}

    assert view(given).origins == ("ukraine",)
    assert view(given).reports == 2


def test_reprint_of_a_source_that_carries_a_claim_is_no_further_origin():
    given = {"questions": [{"claims": [claim(["nyt"])]}], "sources": ["reprint"]}

    assert view(given, sources={"reprint": {"origin": "nyt"}}).origins == ("ukraine",)


def test_source_beside_the_claims_is_an_origin():
    given = {"questions": [{"claims": [claim(["nyt"])]}], "sources": ["bbc"]}

    assert view(given).origins == ("ukraine", "bbc")


def test_question_counts_the_reports_of_claims_that_no_longer_stand():
    gone = claim(["b", "c"], answer="b", by=["isw"], withdrawn={"source": "d"})
    found = view({"questions": [{"claims": [claim(["a"]), gone]}]}).questions[0]

    assert found.reports == 4
    assert found.origins == ("ukraine", "isw")


@pytest.mark.parametrize(
    "date, published, said, known",
    [
        ("2025-03-13", {}, None, None),
        ("2025-03-13", {"a": "2025-03-14", "b": "2025-03-15"}, None, Day(2025, 3, 14)),
        ("2025-03-13", {"a": "2025-03-15"}, "2025-03-13", Day(2025, 3, 13)),
        ("2025-03-13", {"a": "2025-03"}, None, Day(2025, 3, 31)),
        ("2025-03-13", {"a": "2025-03-14", "b": "2024-08-15"}, None, Day(2025, 3, 14)),
        ("2025-03-13", {"a": "2025-03-12"}, None, Day(2025, 3, 13)),
        ("2025-03", {"a": "2025-03-12"}, None, Day(2025, 3, 12)),
        ("../2025-03-16", {"a": "2025-03-12"}, None, Day(2025, 3, 12)),
        ("2025-03-13", {"a": "2025-03-14/.."}, None, None),
    ],
    ids=[
        "nothing is dated",
        "the first source",
        "a claim before its source",
        "a month is certain by its end",
        "what was published before the event is about something else",
        "announced beforehand",
        "an inexact event",
        "without a beginning",
        "without an end",
    ],
)
def test_known_from_is_the_first_day_on_which_it_was_public(date, published, said, known):
    given = {"date": date, "questions": [{"claims": [claim(["a"], said=said)]}], "sources": ["a", "b"]}

    assert view(given, sources={one: {"published": day} for one, day in published.items()}).known_from == known


def test_participants_are_those_who_act_and_those_who_claim():
    given = {"actors": ["russia-mod", "gs"], "questions": [{"claims": [claim(["a"], by=["isw", "gs"])]}]}

    assert view(given).participants == ("russia-mod", "gs", "isw")
