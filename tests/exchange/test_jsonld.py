"""An event's page as linked data: what it states, what it does not state, and that it is safe within a page."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest

from chronology.exchange.jsonld import event_jsonld
from chronology.model.chronology import Chronology, derive
from tests.model import build

SITE = "https://example.org/clock/"


def address(kind: str, record_id: str) -> str:
    return f"{kind}s/{record_id}/"


def written(chronology: Chronology, event: str, site: str | None = SITE, changed: dict[str, str] | None = None) -> str:
    return event_jsonld(chronology, chronology.events[event], address, site, changed or {})


def data(chronology: Chronology, event: str, site: str | None = SITE) -> dict[str, Any]:
    return json.loads(written(chronology, event, site))


def dated(date: str, **others: Any) -> dict[str, Any]:
    return data(build.chronology({"it": {"date": date, **others}}), "it")


def test_a_page_about_an_event_within_the_chronology(ledger: Chronology) -> None:
    found = data(ledger, "clock-repaired")
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "WebPage"
    assert found["@id"] == found["url"] == f"{SITE}events/clock-repaired/"
    assert found["name"] == "The clockmaker repairs the clock"
    assert found["inLanguage"] == "en"
    assert found["isPartOf"] == {"@type": "WebSite", "name": "The town clock", "url": SITE}
    assert found["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert found["about"] == {
        "@type": "Event",
        "name": "The clockmaker repairs the clock",
        "startDate": "1906-05-19",
        "location": [{"@type": "Place", "name": "The clock tower"}],
    }


def test_corrections_are_comments_with_text_and_day_newest_first(ledger: Chronology) -> None:
    assert data(ledger, "clock-repaired")["correction"] == [
        {
            "@type": "CorrectionComment",
            "url": f"{SITE}events/clock-repaired/#change-2",
            "text": 'Corrected: It was the clockmaker, not "his <apprentice>", who signed.',
            "datePublished": "1906-08-02",
        },
        {
            "@type": "CorrectionComment",
            "url": f"{SITE}events/clock-repaired/#change-1",
            "text": "Re-dated: The book of the workshop has the nineteenth; we had the twentieth.",
            "datePublished": "1906-07-01",
        },
    ]


def test_a_change_whose_day_is_not_known_has_none(ledger: Chronology) -> None:
    [comment] = data(ledger, "bell-rings")["correction"]
    assert "datePublished" not in comment


def test_a_retracted_event_is_not_stated_as_one(ledger: Chronology) -> None:
    found = data(ledger, "clock-stolen")
    assert found["creativeWorkStatus"] == "Retracted"
    assert not {"about", "temporalCoverage", "relatedLink"} & found.keys()
    assert [comment["text"] for comment in found["correction"]] == [
        "Retracted: The report was of another town's clock."
    ]


def test_a_merged_event_leads_to_the_one_that_it_became_part_of(ledger: Chronology) -> None:
    found = data(ledger, "second-stop")
    assert found["creativeWorkStatus"] == "Merged"
    assert found["relatedLink"] == [f"{SITE}events/clock-stops/"]
    assert "about" not in found


def test_an_event_that_was_never_corrected_has_no_correction(ledger: Chronology) -> None:
    found = data(ledger, "hands-gilded")
    assert not {"correction", "creativeWorkStatus", "dateModified"} & found.keys()


def test_sources_are_cited_with_what_their_publishers_corrected(ledger: Chronology) -> None:
    [first] = data(ledger, "clock-stops")["citation"]
    assert first == {
        "@type": "CreativeWork",
        "name": "Clock stops & town <sleeps> late",
        "url": "https://example.org/courier/may",
        "datePublished": "1906-05-04",
        "inLanguage": "en",
        "correction": {
            "@type": "CorrectionComment",
            "url": "https://example.org/courier/correction",
            "text": "The first edition had the clock stop in the evening.",
            "datePublished": "1906-05-11",
        },
    }
    [book] = data(ledger, "clock-repaired")["citation"]
    assert "url" not in book


@pytest.mark.parametrize(
    "date, about",
    [
        ("2025-03-13", {"startDate": "2025-03-13"}),
        ("2025-03-11/2025-03-13", {"startDate": "2025-03-11", "endDate": "2025-03-13"}),
    ],
)
def test_a_day_that_is_certain_is_stated(date: str, about: dict[str, str]) -> None:
    found = dated(date)
    assert found["about"] == {"@type": "Event", "name": "it", **about}
    assert "temporalCoverage" not in found


@pytest.mark.parametrize(
    "date",
    ["2025-03", "2025", "2025-03-13~", "2025-03-13?", "2025-03-XX", "[2025-03-11,2025-03-12]", "../2025-03-16",
     "2024-08-06/..", "2025-03-11~/2025-03-13", "2025-03/2025-04", "-0043-03-15"],
)  # fmt: skip
def test_a_date_in_doubt_is_only_the_time_that_the_page_covers(date: str) -> None:
    found = dated(date)
    assert found["about"] == {"@type": "Event", "name": "it"}
    assert found["temporalCoverage"] == date


def test_a_disputed_date_is_not_stated_as_certain() -> None:
    claims = [
        {"answer": "2025-03-12", "by": ["gs"], "sources": ["up"]},
        {"answer": "2025-03-13", "by": ["russia-mod"], "sources": ["tass"]},
    ]
    question = {"id": "when", "about": "date", "claims": claims}
    found = dated("2025-03-12/2025-03-13", questions=[question])
    assert "startDate" not in found["about"]
    assert found["temporalCoverage"] == "2025-03-12/2025-03-13"


def test_the_last_change_is_that_of_the_file_or_of_the_record(ledger: Chronology) -> None:
    path = ledger.events["clock-repaired"].event.where.path
    assert data(ledger, "clock-repaired")["dateModified"] == "1906-08-02"
    for day, expected in (("1906-10-01", "1906-10-01"), ("1906-07-01", "1906-08-02")):
        assert json.loads(written(ledger, "clock-repaired", SITE, {path: day}))["dateModified"] == expected


def test_without_a_published_address_links_lead_from_the_page(ledger: Chronology) -> None:
    page = "https://anywhere.org/a/events/second-stop/"
    found = data(ledger, "second-stop", None)
    assert urljoin(page, found["url"]) == page
    assert urljoin(page, found["isPartOf"]["url"]) == "https://anywhere.org/a/"
    assert urljoin(page, found["relatedLink"][0]) == "https://anywhere.org/a/events/clock-stops/"
    assert urljoin(page, found["correction"][0]["url"]) == f"{page}#change-1"


class Scripts(HTMLParser):
    """What a browser takes for the text of scripts, and for elements beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.elements = "", list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    "title",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "]]>",
        "&lt;/script&gt;",
        "a\u2028b\u2029c",
        '"\\',
        "Суджа",
    ],
)
def test_no_title_leaves_the_script_that_the_data_stands_in(ledger: Chronology, title: str) -> None:
    entities = ledger.entities
    event = replace(entities.events["clock-repaired"], title=title)
    chronology = derive(replace(entities, events={**entities.events, event.id: event}))
    text = written(chronology, event.id)
    assert not set("<>&\u2028\u2029") & set(text)
    parser = Scripts()
    parser.feed(f'<script type="application/ld+json">{text}</script>')
    assert parser.elements == ["script"]
    assert json.loads(parser.text)["name"] == title
