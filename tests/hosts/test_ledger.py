"""A chronology with one correction of each kind, built: its pages, its feed, its linked data, its old addresses."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from chronology.pages.words import CHANGES
from tests.crawl import Crawl
from tests.sites import build_site, copy_site

URL = "https://example.org/clock/"
ATOM = "{http://www.w3.org/2005/Atom}"
NOTICE = re.compile(r'<div class="chronology-notice([^"]*)" role="note" id="(change-\d+)"[^>]*>(.*?)</div>', re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(copy_site("ledger", tmp_path_factory.mktemp("ledger")))


@pytest.fixture(scope="module")
def crawl(site: Path) -> Crawl:
    return Crawl(site).run()


def page(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text("utf-8")


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def notices(site: Path, event: str) -> list[tuple[str, str, str]]:
    """Anchor, class and words of each notice on an event's page, as they stand."""
    return [(match[2], match[1].strip(), words(match[3])) for match in NOTICE.finditer(page(site, f"events/{event}"))]


def linked_data(html: str) -> dict[str, Any]:
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return json.loads(found)


def test_no_link_or_anchor_is_broken(crawl: Crawl) -> None:
    """A retracted event may be alone in its month, which then has no page."""
    assert crawl.broken == []
    assert not (crawl.site / "1906/04").exists()
    assert "/events/weight-falls/" in crawl.steps


def test_the_corrections_page_has_every_kind_newest_first(site: Path) -> None:
    html = page(site, "corrections")
    ours, publishers = html.split('id="sources"')
    found = re.findall(r"</svg>([^<]+)</span></div>\s*<h3><a href=\"([^\"]+)\"", ours)
    assert {kind for kind, _ in found} == set(CHANGES.values())
    assert found[:3] == [
        ("Widened", "../events/bell-rings/#change-1"),
        ("Superseded", "../events/hands-painted/#change-1"),
        ("Retracted", "../events/weight-falls/#change-2"),
    ]
    assert len(found) == 11
    assert "The first edition had the clock stop in the evening." in publishers
    assert publishers.index("11 May 1906") < publishers.index("Date not stated")
    assert 'href="../feeds/corrections.atom"' in ours


def test_the_feed_has_the_corrections_of_the_page_and_links_to_their_notices(site: Path, crawl: Crawl) -> None:
    root = ET.parse(site / "feeds/corrections.atom").getroot()
    found = [link.get("href") or "" for link in root.iterfind(f"{ATOM}entry/{ATOM}link[@rel='alternate']")]
    listed = re.findall(r'<h3><a href="\.\./(events/[^"]+)"', page(site, "corrections"))
    assert [link.removeprefix(URL) for link in found] == listed
    for link in found:
        address, _, anchor = link.removeprefix(URL).partition("#")
        assert anchor in crawl.documents[f"/{address}"].ids


def test_every_page_names_both_feeds(site: Path) -> None:
    html = page(site, "events/clock-stops")
    feeds = re.findall(r'<link rel="alternate feed" type="application/atom\+xml" title="([^"]+)" href="([^"]+)"', html)
    assert feeds == [
        ("The town clock: events", "../../feeds/events.atom"),
        ("The town clock: corrections", "../../feeds/corrections.atom"),
    ]


def test_an_event_tells_its_corrections_newest_first_with_their_days(site: Path) -> None:
    shown = "Shown by Book of the workshop"
    signed = "It was the clockmaker, not “his &lt;apprentice&gt;”, who signed."
    dated = "The book of the workshop has the nineteenth; we had the twentieth."
    assert notices(site, "clock-repaired") == [
        ("change-2", "chronology-quiet", f"Corrected 2 August 1906 {signed} {shown}"),
        ("change-1", "chronology-quiet", f"Re-dated 1 July 1906 {dated} {shown}"),
    ]
    [superseded] = notices(site, "hands-painted")
    assert "Superseded by The verger sees gilded hands ." in superseded[2]


def test_a_retracted_event_says_so_before_anything_else(site: Path) -> None:
    html = page(site, "events/clock-stolen")
    assert "<title>Retracted: The clock is said to be stolen" in html
    assert '<meta name="description" content="The report was of another town’s clock."' in html
    assert 'class="chronology-page chronology-tombstone"' in html
    [(anchor, kind, said)] = notices(site, "clock-stolen")
    assert (anchor, kind) == ("change-1", "")
    assert said == "Retracted 9 August 1906 The report was of another town’s clock."
    head = html[html.index('<header class="chronology-head">') :]
    assert head.index("Retracted") < head.index("<h1>")
    assert head.index('id="change-1"') < head.index('class="chronology-lead"')
    assert "A report said that thieves had taken the clock." in head


def test_a_merged_event_leads_to_the_one_that_it_became_part_of(site: Path) -> None:
    html = page(site, "events/second-stop")
    assert "<title>Merged: A second stop" in html
    assert 'Merged into <a href="../../events/clock-stops/">The clock stops</a>.' in html


def test_no_list_has_a_retracted_event_and_a_relation_marks_it(site: Path) -> None:
    gone = ("clock-stolen", "second-stop", "weight-falls")
    for path in ("", "events", "1906", "1906/05", "contested", "places/tower", "actors/ansby-courier"):
        html = page(site, path)
        assert not [event for event in gone if f"events/{event}/" in html], path
    aside = page(site, "events/clock-repaired").partition('<aside class="chronology-aside"')[2]
    assert "The clock is said to be stolen Retracted · 12 May 1906" in words(aside)


def test_pages_carry_linked_data_with_their_corrections(site: Path) -> None:
    found = linked_data(page(site, "events/clock-repaired"))
    assert found["url"] == f"{URL}events/clock-repaired/"
    assert [comment["datePublished"] for comment in found["correction"]] == ["1906-08-02", "1906-07-01"]
    assert found["about"]["startDate"] == "1906-05-19"
    assert linked_data(page(site, "events/clock-stolen"))["creativeWorkStatus"] == "Retracted"


@pytest.mark.parametrize(
    "old, new",
    [
        ("events/clock-mended", "events/clock-repaired"),
        ("events/clock-fixed", "events/clock-repaired"),
        ("events/clock-stops-again", "events/second-stop"),
        ("actors/courier", "actors/ansby-courier"),
    ],
)
def test_old_addresses_lead_to_the_present_ones(site: Path, old: str, new: str) -> None:
    html = page(site, old)
    assert f'content="0; url=../../{new}/"' in html
    assert f'<link rel="canonical" href="{URL}{new}/">' in html
    assert (site / new / "index.html").is_file()


def test_events_json_tells_what_became_of_an_event(site: Path) -> None:
    events = {event["id"]: event for event in json.loads((site / "data/events.json").read_text("utf-8"))["events"]}
    merged = events["second-stop"]
    assert merged["retracted"]["replaced_by"] == "clock-stops"
    assert merged["history"][-1]["kind"] == "merged"
    assert merged["formerly"] == ["clock-stops-again"]
    assert [change["kind"] for change in events["clock-repaired"]["history"]] == ["re-dated", "corrected"]


def test_without_a_published_address_the_links_of_data_and_feed_are_relative(tmp_path: Path) -> None:
    site = build_site(copy_site("ledger", tmp_path, site_url=None, use_directory_urls=False))
    found = linked_data((site / "events/second-stop.html").read_text("utf-8"))
    assert found["relatedLink"] == ["../events/clock-stops.html"]
    root = ET.parse(site / "feeds/corrections.atom").getroot()
    for link in root.iterfind(f"{ATOM}entry/{ATOM}link[@rel='alternate']"):
        path, _, anchor = (link.get("href") or "").partition("#")
        assert f'id="{anchor}"' in (site / "feeds" / path).resolve().read_text("utf-8")
