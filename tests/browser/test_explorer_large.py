"""The explorer of a chronology that is too large for one list: 1,000 made-up events, 200 a page."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Page, expect

from tests.bench import generate
from tests.browser.test_explorer_oracle import SEEN, VISIT
from tests.explorer.chronologies import read
from tests.explorer.oracle import Oracle
from tests.explorer.random_selections import random_selection
from tests.static_host import StaticHost

EVENTS, A_PAGE = 1000, 200


@dataclass(frozen=True)
class Large:
    host: StaticHost
    oracle: Oracle


def _make(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name, number in {"ACTORS": 40, "PLACES": 60, "SOURCES": 100}.items():
            patch.setattr(generate, name, number)
        generate.write(folder, EVENTS)
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


@pytest.fixture(scope="module")
def large(once, serve) -> Large:
    folder = once("large", _make)
    return Large(serve(folder / "site"), Oracle(read(folder)))


def _ids(page: Page) -> list[str]:
    found: list[str] = page.evaluate(SEEN)["ids"]
    return found


def test_a_long_result_comes_in_pages_with_addresses(page, large: Large) -> None:
    ids = large.oracle.answer("?type=attack,movement").ids
    assert len(ids) > 3 * A_PAGE
    shown = page(f"{large.host.url}?type=attack,movement").page
    count = shown.locator(".chronology-shown")
    expect(count).to_have_text(f"{len(ids)} of 1,000 events")
    assert _ids(shown) == ids[:A_PAGE]
    pages = shown.get_by_role("navigation", name="Pages")
    pages.get_by_role("link", name="2").click()
    assert shown.url == f"{large.host.url}?type=attack,movement&page=2"
    assert _ids(shown) == ids[A_PAGE : 2 * A_PAGE]
    expect(pages.get_by_role("link", name="2")).to_have_attribute("aria-current", "page")
    pages.get_by_role("link", name="4").click()
    assert _ids(shown) == ids[3 * A_PAGE : 4 * A_PAGE]
    shown.go_back()
    assert _ids(shown) == ids[A_PAGE : 2 * A_PAGE]
    copied = page(shown.url).page
    expect(copied.locator(".chronology-shown")).to_have_text(f"{len(ids)} of 1,000 events")
    assert _ids(copied) == ids[A_PAGE : 2 * A_PAGE]


def test_a_browser_finds_text_on_the_page_that_has_it(page, large: Large) -> None:
    ids = large.oracle.answer("?type=attack,movement").ids
    title = large.oracle.chronology.events[ids[2 * A_PAGE + 7]].event.title
    found = {}
    for number in (1, 3):
        shown = page(f"{large.host.url}?type=attack,movement&page={number}").page
        expect(shown.locator(".chronology-shown")).not_to_be_empty()
        found[number] = shown.evaluate("(text) => find(text)", title)
    assert found == {1: False, 3: True}


def test_filters_combined_by_chance_show_the_first_page_of_what_the_oracle_finds(page, large: Large) -> None:
    shown = page(large.host.url).page
    expect(shown.locator(".chronology-shown")).to_have_text("1,000 events")
    chance = random.Random(5)
    drawn = [random_selection(chance, large.oracle.chronology)["search"] for _ in range(60)]
    queries = [query for query in drawn if query and "known=" not in query]
    for query, seen in zip(queries, shown.evaluate(VISIT, queries), strict=True):
        ids = large.oracle.answer(query).ids
        assert seen["ids"] == ids[:A_PAGE] or len(ids) == EVENTS, query
        assert seen["count"] == ("1,000 events" if len(ids) == EVENTS else f"{len(ids)} of 1,000 events"), query


def test_without_scripts_every_event_is_on_some_page(page, large: Large) -> None:
    shown = page(f"{large.host.url}events/", java_script_enabled=False).page
    pages = shown.get_by_role("navigation", name="Pages").get_by_role("link")
    seen: list[str] = []
    for number in range(pages.count()):
        pages.nth(number).click()
        seen += shown.locator("main a[href*='event-']").evaluate_all("links => links.map((link) => link.href)")
    assert len(seen) == len(set(seen)) == EVENTS
