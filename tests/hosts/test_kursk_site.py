"""The real site, built once: every record has its page, every link leads somewhere, nothing comes from elsewhere."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

from chronology.records.load import load
from tests.crawl import Crawl

URL = "https://example.org/kursk/"


@pytest.fixture(scope="module")
def entities(project_root: Path):
    loaded = load(project_root, project_root / "content", None)
    assert loaded.problems == ()
    return loaded.entities


@pytest.fixture(scope="module")
def crawl(kursk_site: Path) -> Crawl:
    return Crawl(kursk_site).run()


def test_there_is_one_page_for_each_event(kursk_site: Path, entities) -> None:
    built = {path.parent.name for path in kursk_site.glob("events/*/index.html")}
    assert set(entities.events) <= built
    assert built - set(entities.events) - {"page"} == set()
    assert len(entities.events) >= 40
    assert sum(len(event.questions) for event in entities.events.values()) >= 12


def test_every_record_is_within_four_steps_of_the_first_page(crawl: Crawl, entities) -> None:
    for folder in ("events", "actors", "places", "sources", "series", "topics"):
        for record in getattr(entities, folder):
            assert crawl.steps.get(f"/{folder}/{record}/", 99) <= 4, f"{folder}/{record}"


def test_no_link_or_anchor_is_broken(crawl: Crawl) -> None:
    assert crawl.broken == []


def test_no_id_stands_twice_on_a_page(crawl: Crawl) -> None:
    twice = {
        address: [name for name, times in Counter(document.ids).items() if times > 1]
        for address, document in crawl.documents.items()
    }
    assert {address: names for address, names in twice.items() if names} == {}


def test_nothing_is_loaded_from_another_origin(crawl: Crawl) -> None:
    assert crawl.foreign_loads() == []


def test_the_sitemap_lists_every_page_but_the_one_for_frames(kursk_site: Path, crawl: Crawl) -> None:
    root = ET.parse(kursk_site / "sitemap.xml").getroot()
    listed = [element.text or "" for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(listed) == sorted(URL + address.lstrip("/") for address in crawl.documents if address != "/embed/")


def test_events_json_fits_its_schema_in_outline(kursk_site: Path, entities) -> None:
    document = json.loads((kursk_site / "data/events.json").read_text("utf-8"))
    schema = json.loads((kursk_site / "data/schema/events.json").read_text("utf-8"))
    assert set(schema["required"]) == set(document)
    allowed = schema["properties"]["events"]["items"]["properties"]
    assert all(set(event) <= set(allowed) for event in document["events"])
    assert {event["id"] for event in document["events"]} == set(entities.events)


def test_the_feed_is_well_formed_and_names_published_pages(kursk_site: Path, crawl: Crawl) -> None:
    root = ET.parse(kursk_site / "feeds/events.atom").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    links = [link.get("href") for entry in root.iter(f"{atom}entry") for link in entry.iter(f"{atom}link")]
    assert len(links) == len(set(links)) >= 40
    assert {link.removeprefix(URL) for link in links if link} <= {page.lstrip("/") for page in crawl.documents}


@pytest.mark.parametrize("page,root", [("index.html", ""), ("events/sudzha-retaken/index.html", "../../")])
def test_the_foot_of_each_page_leads_to_contributing(kursk_site: Path, page: str, root: str) -> None:
    text = re.sub(r"\s+", " ", (kursk_site / page).read_text(encoding="utf-8"))
    first = f'<li><a href="{root}contribute/event/">Add an event</a></li>'
    assert f'<ul class="chronology-footer-links"> {first} <li><a href="{root}contribute/">Contribute</a></li>' in text
