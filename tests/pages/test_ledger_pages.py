"""Pages that tell of corrections, as they were last looked at; `UPDATE_GOLDEN=1` writes them anew."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from chronology.model.chronology import derive
from chronology.pages.book import Book
from chronology.pages.corrections_pages import corrections_pages
from chronology.pages.page import Page
from chronology.pages.pages import all_pages
from chronology.pages.site import Site
from chronology.records.load import load

LEDGER = Path(__file__).resolve().parents[1] / "sites" / "ledger"
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def ledger() -> Book:
    loaded = load(LEDGER, LEDGER / "content", None)
    assert loaded.entities is not None
    return Book.of(derive(loaded.entities), Site(url="https://example.org/clock/"))


@pytest.fixture(scope="module")
def pages(ledger: Book) -> dict[str, Page]:
    return {page.name: page for page in all_pages(ledger)}


@pytest.mark.parametrize("name", ["corrections", "events/second-stop", "events/weight-falls", "events/clock-repaired"])
def test_page_is_as_it_was_last_looked_at(pages: dict[str, Page], name: str) -> None:
    html = pages[name].render() + "\n"
    file = GOLDEN / f"ledger-{name.replace('/', '-')}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(html, "utf-8")
    assert file.read_text("utf-8") == html


def _without_corrections(book: Book) -> Book:
    entities = book.chronology.entities
    events = {key: replace(event, history=(), retracted=None) for key, event in entities.events.items()}
    sources = {key: replace(source, corrected=None) for key, source in entities.sources.items()}
    return Book.of(derive(replace(entities, events=events, sources=sources)), book.site)


def test_a_chronology_without_corrections_says_so(ledger: Book) -> None:
    [page] = corrections_pages(_without_corrections(ledger))
    html = page.render()
    assert '<p class="chronology-none">None so far.</p>' in html
    assert "chronology-entry" not in html
    assert 'href="../feeds/corrections.atom"' in html


def test_many_corrections_stand_on_several_pages(ledger: Book) -> None:
    entities = ledger.chronology.entities
    event = entities.events["clock-cleaned"]
    events = {**entities.events, event.id: replace(event, history=event.history * 250)}
    book = Book.of(derive(replace(entities, events=events)), ledger.site)
    first, second = corrections_pages(book)
    assert (first.name, second.name) == ("corrections", "corrections/page/2")
    assert first.render().count("/#change-") == 200
    assert "Corrected by their own publishers" in first.render()
    assert "Corrected by their own publishers" not in second.render()
    assert "260 corrections" in second.render()
