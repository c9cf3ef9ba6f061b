"""The feeds: what they tell, and that they are Atom as RFC 4287 has it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urljoin, urlsplit

import pytest

from chronology.exchange.atom import atom
from chronology.exchange.event_feeds import LENGTH, EventFeeds
from chronology.exchange.feeds import Feed, corrections_feed
from chronology.model.chronology import Chronology, derive
from tests.model import build

SITE = "https://example.org/clock/"
ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"

# Section 4.1 of RFC 4287: what an element has to hold once, and what it may hold once at most.
REQUIRED = {"feed": {"id", "title", "updated", "author"}, "entry": {"id", "title", "updated"}}
SINGLE = {"feed": {"subtitle", "rights"}, "entry": {"summary", "published", "rights"}}
OTHER = {"feed": {"link", "entry"}, "entry": {"link", "category"}}


def directory(kind: str, record_id: str) -> str:
    return f"{kind}s/{record_id}/"


def flat(kind: str, record_id: str) -> str:
    return f"{kind}s/{record_id}.html"


def corrections(chronology: Chronology, address: Callable[[str, str], str] = directory) -> Feed:
    return corrections_feed(chronology, "corrections/", "feeds/corrections", address)


def events(chronology: Chronology, changed: dict[str, str] | None = None) -> Feed:
    return EventFeeds(chronology, directory, changed or {}).of_all("", "feeds/events")


def written(chronology: Chronology, feed: Feed, site: str | None = SITE) -> ET.Element:
    return ET.fromstring(atom(feed, chronology.settings, site))


def text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def links(element: ET.Element, rel: str) -> list[str]:
    return [link.get("href") or "" for link in element.findall(f"{ATOM}link") if link.get("rel") == rel]


def faults(root: ET.Element, base: str) -> Iterator[str]:
    """What RFC 4287 would object to in a feed that lies at `base`."""
    for element in (root, *root.findall(f"{ATOM}entry")):
        kind = element.tag.removeprefix(ATOM)
        names = [child.tag.removeprefix(ATOM) for child in element]
        yield from (f"{kind} without one {name}" for name in REQUIRED[kind] if names.count(name) != 1)
        yield from (f"{kind} with several {name}" for name in SINGLE[kind] if names.count(name) > 1)
        yield from (f"{kind} with {name}" for name in set(names) - REQUIRED[kind] - SINGLE[kind] - OTHER[kind])
        yield from (f"empty {child.tag}" for child in element.iter() if not (child.text or child.attrib))
        if len(links(element, "alternate")) != 1:
            yield f"{kind} without one alternate link"
        if not urlsplit(text(element, "id")).scheme:
            yield f"relative id {text(element, 'id')}"
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text(element, "updated")):
            yield f"updated {text(element, 'updated')}"
        datetime.fromisoformat(text(element, "updated"))
        for link in element.findall(f"{ATOM}link"):
            if urlsplit(urljoin(base, link.get("href") or "")).scheme != "https":
                yield f"link to {link.get('href')}"
    ids = [text(element, "id") for element in (root, *root.findall(f"{ATOM}entry"))]
    if len(ids) != len(set(ids)):
        yield "an id that is used twice"


@pytest.mark.parametrize("site", [SITE, None], ids=["published", "without an address"])
@pytest.mark.parametrize("make", [events, corrections])
def test_feed_is_atom(ledger: Chronology, make: Callable[[Chronology], Feed], site: str | None) -> None:
    feed = make(ledger)
    root = written(ledger, feed, site)
    assert root.tag == f"{ATOM}feed"
    assert root.get(f"{XML}lang") == "en"
    assert list(faults(root, f"{SITE}{feed.path}.atom")) == []
    assert root.findall(f"{ATOM}entry")


def test_the_check_for_faults_finds_them() -> None:
    broken = ET.fromstring(
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><updated>1906-05-03</updated><title/>'
        "<entry><id>x</id><title>A</title><summary>B</summary><summary>C</summary><published/>"
        "<updated>1906-05-03T00:00:00Z</updated></entry></feed>"
    )
    found = set(faults(broken, SITE))
    assert {"feed without one author", "relative id x", "updated 1906-05-03", "an id that is used twice"} <= found
    assert {"entry with several summary", "entry without one alternate link", f"empty {ATOM}title"} <= found


def test_feed_is_one_xml_document_in_utf_8(ledger: Chronology) -> None:
    data = atom(corrections(ledger), ledger.settings, SITE)
    assert data.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns=')
    assert data.endswith(b"</feed>\n")


def test_feed_names_its_own_address_and_its_page(ledger: Chronology) -> None:
    root = written(ledger, corrections(ledger))
    assert links(root, "self") == [text(root, "id")] == [f"{SITE}feeds/corrections.atom"]
    assert links(root, "alternate") == [f"{SITE}corrections/"]
    assert text(root, "title") == "The town clock: corrections"
    assert text(root, "rights") == "CC0 1.0"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "The town clock"


def test_every_change_retraction_and_merger_has_one_entry_newest_first(ledger: Chronology) -> None:
    entries = written(ledger, corrections(ledger)).findall(f"{ATOM}entry")
    assert [(text(entry, "updated")[:10], text(entry, "title")) for entry in entries] == [
        ("1906-09-01", "Widened: The bell is heard again"),
        ("1906-08-20", "Superseded: The hands are painted black"),
        ("1906-08-20", "Retracted: A weight falls"),
        ("1906-08-09", "Retracted: The clock is said to be stolen"),
        ("1906-08-09", "Merged: The clock stops"),
        ("1906-08-09", "Merged: A second stop"),
        ("1906-08-02", "Corrected: The clockmaker repairs the clock"),
        ("1906-08-02", "Corrected: The clock stops"),
        ("1906-07-15", "Re-dated: A weight falls"),
        ("1906-07-01", "Narrowed: The dial is cleaned"),
        ("1906-07-01", "Re-dated: The clockmaker repairs the clock"),
    ]


def test_an_entry_says_when_why_and_where_to_go(ledger: Chronology) -> None:
    entries = written(ledger, corrections(ledger)).findall(f"{ATOM}entry")
    said = {text(entry, "title"): text(entry, "summary") for entry in entries}
    assert said["Merged: A second stop"] == (
        "9 August 1906. One stop had been recorded twice, once from each edition of the same newspaper. "
        "Merged into “The clock stops”."
    )
    assert said["Retracted: A weight falls"] == (
        "20 August 1906. The only report of it was withdrawn. No other source has it. See “The clock stops”."
    )
    assert said["Superseded: The hands are painted black"].endswith(" Superseded by “The verger sees gilded hands”.")
    assert said["Widened: The bell is heard again"].startswith("September 1906. ")


def test_an_entry_names_its_kind_and_the_source_that_showed_it(ledger: Chronology) -> None:
    first, *_ = written(ledger, corrections(ledger)).findall(f"{ATOM}entry")
    category = first.find(f"{ATOM}category")
    assert category is not None
    assert category.attrib == {"term": "widened", "label": "Widened"}
    assert links(first, "via") == ["https://example.org/courier/june"]


def test_a_source_without_an_address_is_not_linked(ledger: Chronology) -> None:
    entries = written(ledger, corrections(ledger)).findall(f"{ATOM}entry")
    [entry] = [entry for entry in entries if text(entry, "title").startswith("Narrowed")]
    assert links(entry, "via") == []


def test_entries_link_to_the_notice_on_the_page(ledger: Chronology) -> None:
    entries = written(ledger, corrections(ledger)).findall(f"{ATOM}entry")
    [link] = links(entries[2], "alternate")
    assert link == f"{SITE}events/weight-falls/#change-2"


@pytest.mark.parametrize(
    "address, page", [(directory, "events/weight-falls/"), (flat, "events/weight-falls.html")], ids=["folders", "flat"]
)
def test_without_a_published_address_links_lead_from_where_the_feed_lies(
    ledger: Chronology, address: Callable[[str, str], str], page: str
) -> None:
    root = written(ledger, corrections(ledger, address), None)
    entry = root.findall(f"{ATOM}entry")[2]
    [link] = links(entry, "alternate")
    assert urljoin("https://anywhere.org/a/feeds/corrections.atom", link) == f"https://anywhere.org/a/{page}#change-2"
    assert urljoin("https://anywhere.org/a/feeds/events.atom", links(root, "self")[0]).endswith(
        "/feeds/corrections.atom"
    )
    assert text(entry, "id").startswith("urn:uuid:")


@pytest.mark.parametrize("site", [SITE, None], ids=["published", "without an address"])
def test_ids_stay_when_a_record_is_renamed_and_when_corrections_are_added(ledger: Chronology, site: str | None) -> None:
    event = ledger.entities.events["weight-falls"]
    entities = ledger.entities
    others = {key: one for key, one in entities.events.items() if key != event.id}
    more = replace(event.history[0], kind="corrected")
    renamed = replace(event, id="one-weight", formerly=(event.id,), history=(*event.history, more))
    after = derive(replace(entities, events={**others, "one-weight": renamed}))
    before_ids = {text(entry, "id") for entry in written(ledger, corrections(ledger), site).iter(f"{ATOM}entry")}
    after_ids = {text(entry, "id") for entry in written(after, corrections(after), site).iter(f"{ATOM}entry")}
    assert before_ids < after_ids
    assert len(after_ids - before_ids) == 1


def test_ids_of_the_two_feeds_differ(ledger: Chronology) -> None:
    ids = [
        {text(element, "id") for element in written(ledger, feed, None).iter() if element.tag != f"{ATOM}author"} - {""}
        for feed in (events(ledger), corrections(ledger))
    ]
    assert not ids[0] & ids[1]


def test_a_chronology_without_corrections_has_an_empty_feed() -> None:
    chronology = build.chronology({"a": {"sources": ["up"]}})
    root = written(chronology, corrections(chronology))
    assert list(faults(root, SITE)) == []
    assert root.findall(f"{ATOM}entry") == []
    assert text(root, "updated") == "1970-01-01T00:00:00Z"


def test_days_that_atom_cannot_write_have_an_entry_all_the_same() -> None:
    chronology = build.chronology({"a": {"history": [("-0043", "corrected"), ("../1906-05", "narrowed")]}})
    root = written(chronology, corrections(chronology))
    assert list(faults(root, SITE)) == []
    assert [text(entry, "updated")[:10] for entry in root.iter(f"{ATOM}entry")] == ["1906-05-31", "1970-01-01"]


# --- the feed of events


def test_events_have_the_day_of_the_last_change(ledger: Chronology) -> None:
    path = ledger.events["hands-gilded"].event.where.path
    feed = events(ledger, {path: "1906-10-01"})
    days = {entry.page: entry.updated for entry in feed.entries}
    assert feed.entries[0].page == "events/hands-gilded/"
    assert feed.updated == days["events/hands-gilded/"] == "1906-10-01"
    assert days["events/clock-repaired/"] == "1906-08-02"
    assert days["events/clock-stolen/"] == "1906-08-09"  # its history does not tell the retraction


def test_an_event_that_was_never_changed_has_the_day_from_which_it_was_known(ledger: Chronology) -> None:
    days = {entry.page: entry.updated for entry in events(ledger).entries}
    assert days["events/hands-gilded/"] == "1906-08-01"


def test_the_feed_of_events_does_not_tell_of_a_retracted_event_as_of_any_other(ledger: Chronology) -> None:
    entries = {entry.page: entry for entry in events(ledger).entries}
    gone, merged = entries["events/clock-stolen/"], entries["events/second-stop/"]
    assert gone.title == "Retracted: The clock is said to be stolen"
    assert gone.summary == "9 August 1906. The report was of another town's clock."
    assert merged.title == "Merged: A second stop"


def test_the_feed_of_events_holds_the_last_fifty() -> None:
    chronology = build.chronology({f"e{number:03}": {"date": "1906-05-03"} for number in range(LENGTH + 5)})
    feed = events(chronology)
    assert len(feed.entries) == LENGTH
    assert list(faults(written(chronology, feed), SITE)) == []
