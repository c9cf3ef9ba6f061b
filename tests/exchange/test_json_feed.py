"""The feeds as JSON Feed 1.1, which tell what the Atom feeds tell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from chronology.exchange.event_feeds import EventFeeds
from chronology.exchange.feeds import Feed
from chronology.exchange.json_feed import json_feed
from chronology.model.chronology import Chronology
from tests.exchange.test_atom import ATOM, SITE, corrections, directory, flat, links, text, written
from tests.model import build

# https://www.jsonfeed.org/version/1.1/: the members that we write, and those that have to be there.
TOP = {"version", "title", "description", "home_page_url", "feed_url", "language", "authors", "items"}
ITEM = {"id", "url", "title", "content_text", "date_modified", "external_url", "tags"}


def events(chronology: Chronology, address: Any = directory) -> Feed:
    return EventFeeds(chronology, address, {}).of_all("", "feeds/events")


def read(chronology: Chronology, feed: Feed, site: str | None = SITE) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json_feed(feed, chronology.settings, site))
    return found


def faults(feed: dict[str, Any], base: str) -> Iterator[str]:
    """What the specification would object to in a feed that lies at `base`."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "another version"
    if not feed.get("title"):
        yield "no title"
    yield from (f"feed with {name}" for name in feed.keys() - TOP)
    for item in feed["items"]:
        yield from (f"item with {name}" for name in item.keys() - ITEM)
        if not isinstance(item.get("id"), str) or not urlsplit(item["id"]).scheme:
            yield f"id {item.get('id')}"
        if not item.get("content_text"):
            yield f"no content in {item['id']}"
        datetime.fromisoformat(item["date_modified"])
        if not isinstance(item.get("tags", []), list):
            yield "tags are no list"
    for link in [feed["home_page_url"], feed["feed_url"], *(item["url"] for item in feed["items"])]:
        if urlsplit(urljoin(base, link)).scheme != "https":
            yield f"link to {link}"
    ids = [item["id"] for item in feed["items"]]
    if len(ids) != len(set(ids)):
        yield "an id that is used twice"


@pytest.mark.parametrize("site", [SITE, None], ids=["published", "without an address"])
def test_feed_is_json_feed(ledger: Chronology, site: str | None) -> None:
    feed = read(ledger, events(ledger), site)
    assert list(faults(feed, f"{SITE}feeds/events.json")) == []
    assert feed["items"]


def test_the_check_for_faults_finds_them() -> None:
    item = {"id": "x", "content_text": "", "date_modified": "1906-05-03T00:00:00Z", "url": "ftp://x", "summery": ""}
    broken = {"version": "1", "items": [item, item], "home_page_url": SITE, "feed_url": SITE, "author": {}}
    assert {"another version", "no title", "feed with author", "item with summery", "id x", "no content in x",
            "link to ftp://x", "an id that is used twice"} <= set(faults(broken, SITE))  # fmt: skip


@pytest.mark.parametrize("site", [SITE, None], ids=["published", "without an address"])
def test_it_tells_what_the_atom_feed_tells_by_the_same_ids(ledger: Chronology, site: str | None) -> None:
    for feed in (events(ledger), corrections(ledger)):
        entries = written(ledger, feed, site).findall(f"{ATOM}entry")
        assert [
            (item["id"], item["url"], item["title"], item["content_text"], item["date_modified"])
            for item in read(ledger, feed, site)["items"]
        ] == [
            (text(one, "id"), *links(one, "alternate"), text(one, "title"), text(one, "summary"), text(one, "updated"))
            for one in entries
        ]


def test_feed_names_its_own_address_its_page_and_who_writes_it(ledger: Chronology) -> None:
    feed = read(ledger, events(ledger))
    assert feed["feed_url"] == f"{SITE}feeds/events.json"
    assert feed["home_page_url"] == SITE
    assert feed["title"] == "The town clock"
    assert feed["language"] == "en"
    assert feed["authors"] == [{"name": "The town clock"}]


def test_an_item_names_its_type_and_the_source_that_showed_it(ledger: Chronology) -> None:
    first = read(ledger, corrections(ledger))["items"][0]
    assert first["tags"] == ["Widened"]
    assert first["external_url"] == "https://example.org/courier/june"


def test_without_a_published_address_links_lead_from_where_the_feed_lies(ledger: Chronology) -> None:
    feed = read(ledger, events(ledger, flat), None)
    assert feed["feed_url"] == "../feeds/events.json"
    assert all(item["url"].startswith("../events/") and item["url"].endswith(".html") for item in feed["items"])
    assert all(item["id"].startswith("urn:uuid:") for item in feed["items"])


def test_a_feed_may_be_empty() -> None:
    chronology = build.chronology({"a": {"sources": ["up"]}})
    assert read(chronology, corrections(chronology))["items"] == []
