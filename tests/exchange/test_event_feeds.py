"""The feeds of actors, places and topics: which events they tell, and that they stay the same feeds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from chronology.build.build import build
from chronology.build.project import Project
from chronology.exchange.atom import atom
from chronology.exchange.event_feeds import LENGTH, EventFeeds, Subject, subjects
from chronology.exchange.feeds import Feed
from chronology.model.chronology import Chronology, derive
from chronology.pages.addresses import feed_path
from tests.exchange.test_atom import directory
from tests.model import build as make

ROOT = Path(__file__).resolve().parents[2]


def subject(chronology: Chronology, kind: str, record_id: str) -> Subject:
    [found] = [one for one in subjects(chronology) if (one.kind, one.id) == (kind, record_id)]
    return found


def feed(chronology: Chronology, kind: str, record_id: str) -> Feed:
    return EventFeeds(chronology, directory, {}).of(subject(chronology, kind, record_id), feed_path)


def listed(chronology: Chronology) -> dict[str, dict[str, tuple[str, ...]]]:
    """The events that the pages of actors, places and topics list."""
    return {
        "actor": {one: view.events for one, view in chronology.actors.items()},
        "place": {one: view.events for one, view in chronology.places.items()},
        "topic": {one: view.events for one, view in chronology.topics.items()},
    }


def test_every_actor_place_and_topic_has_a_feed(ledger: Chronology) -> None:
    assert [(one.kind, one.id) for one in subjects(ledger)] == [
        *(("actor", one) for one in ledger.actors),
        *(("place", one) for one in ledger.places),
        *(("topic", one) for one in ledger.topics),
    ]


@pytest.mark.parametrize("kind", ["actor", "place", "topic"])
def test_it_tells_the_events_of_the_page_and_those_retracted(ledger: Chronology, kind: str) -> None:
    retracted = {event for event, view in ledger.events.items() if view.event.retracted}
    for record_id, events in listed(ledger)[kind].items():
        told = {entry.page for entry in feed(ledger, kind, record_id).entries}
        assert told >= {directory("event", event) for event in events}
        assert told <= {directory("event", event) for event in {*events, *retracted}}


def test_who_follows_an_actor_or_a_place_reads_that_its_event_was_retracted() -> None:
    retracted = "1906-08-09"
    found = make.chronology({
        "kept": {"actors": ["mayor"], "places": ["town"]},
        "gone": {"actors": ["mayor"], "places": ["town"], "retracted": retracted},
        "elsewhere": {"retracted": retracted},
    })  # fmt: skip
    for kind, record_id in (("actor", "mayor"), ("place", "town")):
        told = {entry.page: entry.title for entry in feed(found, kind, record_id).entries}
        assert told == {"events/kept/": "kept", "events/gone/": "Retracted: gone"}


def test_entries_are_newest_first_and_fifty_at_most(ledger: Chronology) -> None:
    for one in subjects(ledger):
        entries = EventFeeds(ledger, directory, {}).of(one, feed_path).entries
        assert [entry.updated for entry in entries] == sorted((entry.updated for entry in entries), reverse=True)
        assert len(entries) <= LENGTH


def test_an_event_is_the_same_entry_in_every_feed(ledger: Chronology) -> None:
    feeds = EventFeeds(ledger, directory, {})
    of_all = {entry.page: entry for entry in feeds.of_all("", "feeds/events").entries}
    for one in subjects(ledger):
        assert all(of_all[entry.page] == entry for entry in feeds.of(one, feed_path).entries)


def test_a_renamed_record_keeps_its_feed_by_its_identity_and_at_its_old_address(ledger: Chronology) -> None:
    actors = ledger.entities.actors
    first = next(iter(actors))
    renamed = {
        key: replace(one, formerly=("first-name", "second-name")) if key == first else one
        for key, one in actors.items()
    }
    after = derive(replace(ledger.entities, actors=renamed))
    found = feed(after, "actor", first)
    assert found.identity == "actors/first-name/feed"
    text = atom(found, after.settings, "https://example.org/").decode()
    assert "<id>https://example.org/actors/first-name/feed.atom</id>" in text
    assert f'rel="self" type="application/atom+xml" href="https://example.org/actors/{first}/feed.atom"' in text


@pytest.mark.parametrize("flat", [False, True], ids=["folders", "flat"])
def test_feeds_lie_beside_the_pages_under_any_addresses(flat: bool, tmp_path: Path) -> None:
    site = ROOT / "tests" / "sites" / "small"
    built = build(Project(site, site / "content", url="https://example.org/", directory_addresses=not flat))
    files = {file.path: file for file in built.files}
    assert built.chronology is not None
    for one in subjects(built.chronology):
        for ending in ("atom", "json"):
            assert files[f"{feed_path(one.kind, one.id)}.{ending}"].read()
    for page in built.pages:
        if page.feed:
            assert {f"{page.feed}.atom", f"{page.feed}.json"} <= files.keys()
            assert f'href="{built.site.addresses.of(page.name).count("/") * "../"}{page.feed}.atom"' in page.render()
    assert {page.kind for page in built.pages if page.feed} == {"actor", "place", "topic"}
