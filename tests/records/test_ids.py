"""The ids that are proposed for new records."""

from __future__ import annotations

import pytest

from chronology.records.ids import LONGEST, propose_id


@pytest.mark.parametrize(
    "kind, data, proposed",
    [
        (
            "events",
            {"title": "Russia says it has retaken Sudzha, with Melovoy and Podol"},
            "russia-retaken-sudzha-melovoy",
        ),
        ("events", {"title": "Ukraine's General Staff denies it"}, "ukraine-general-staff-denies"),
        ("events", {"title": "The"}, "the"),
        ("events", {"title": "Взятие Суджи"}, "vzyatie-sudzhi"),
        ("places", {"name": "Велика Писарівка"}, "velyka-pysarivka"),
        ("actors", {"name": "Łukasz O'Neill-Böll"}, "lukasz-oneill-boll"),
        ("topics", {"title": "The battle for Sudzha"}, "battle-sudzha"),
        ("sources", {"publisher": "Kyiv Independent", "published": "2024-08-10"}, "ki-0810"),
        ("sources", {"publisher": "The New York Times", "published": "2025-03-16?"}, "nyt-0316"),
        ("sources", {"publisher": "Reuters", "published": "2025-03-20"}, "reuters-0320"),
        ("sources", {"publisher": "The Times", "published": "2025-03-20"}, "times-0320"),
        ("sources", {"publisher": "Reuters", "title": "A report of no day"}, "a-report-of-no"),
        ("places", {"name": "北京"}, None),
        ("places", {"name": "Sudzha 北京"}, None),
        ("places", {}, None),
        ("sources", {"publisher": "…", "published": "2025-03-20", "title": "!"}, None),
    ],
)
def test_an_id_is_proposed_in_the_style_of_the_house(kind: str, data: dict[str, str], proposed: str | None) -> None:
    assert propose_id(kind, data, set()) == proposed


def test_an_id_that_is_taken_is_not_proposed() -> None:
    assert propose_id("places", {"name": "Sudzha"}, {"sudzha", "sudzha-2"}) == "sudzha-3"
    report = {"publisher": "Reuters", "published": "2025-03-20"}
    assert propose_id("sources", report, {"reuters-0320", "reuters-0320b"}) == "reuters-0320c"


def test_a_proposal_is_short() -> None:
    assert propose_id("topics", {"title": "word " * 50}, set()) == "word-word-word-word-word-word-word-word"
    assert len(propose_id("topics", {"title": "x" * 300}, set()) or "") == LONGEST
