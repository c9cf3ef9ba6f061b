"""The real site in a real Chromium: in the dark, without scripts, and by search. By axe's rules: test_axe.py."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.static_host import StaticHost

PREFIX = "/kursk/"
EVENT = "events/sudzha-retaken/"


@pytest.fixture(scope="module")
def site(kursk_site: Path, serve) -> StaticHost:
    return serve(kursk_site, prefix=PREFIX)


def test_an_event_can_be_read_without_scripts(page, site: StaticHost) -> None:
    shown = page(site.url + EVENT, viewport=(390, 844), java_script_enabled=False).page
    table = shown.locator("section#control table")
    text = table.inner_text()
    assert "Russia’s Defence Ministry" in text
    assert "DeepState" in text
    assert "revised" in text
    assert "“not true”" in text
    number = table.locator("sup a").first
    number.click()
    assert shown.url.endswith(number.get_attribute("href") or "-")
    assert shown.locator(":target").inner_text() != ""


def test_the_whole_chronology_can_be_read_without_scripts(page, site: StaticHost, kursk_site: Path) -> None:
    shown = page(site.url, java_script_enabled=False).page
    events = [path.parent.name for path in kursk_site.glob("events/*/index.html") if path.parent.name != "page"]
    assert shown.locator("article.chronology-entry").count() == len(events)
    shown.locator(f'h3 a[href="{EVENT}"]').click()
    assert shown.locator("h1").inner_text().startswith("Russia says it has retaken Sudzha")


def test_the_dark_scheme_is_the_systems(page, site: StaticHost) -> None:
    colours = {
        scheme: page(site.url, color_scheme=scheme).page.evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    brightness = {scheme: sum(map(int, colour[4:-1].split(","))) for scheme, colour in colours.items()}
    assert brightness["dark"] < 150
    assert brightness["light"] > 600


def test_before_and_after_walk_through_the_chronology(page, site: StaticHost) -> None:
    shown = page(site.url + EVENT).page
    shown.locator("a[rel=next]").click()
    after = shown.url
    shown.locator("a[rel=prev]").click()
    assert shown.url == site.url + EVENT
    assert after != shown.url


def test_the_search_box_finds_sudzha_however_it_is_written(page, site: StaticHost) -> None:
    shown = page(site.url).page
    box = shown.locator("[data-md-component=search-query]")
    box.click()
    first = shown.locator(".md-search-result__item a").first
    for query in ("Sudzha", "Суджа", "Sudža", "Sudscha", "Sudja", "suzha", "sudzh"):
        shown.keyboard.type(query)
        expect(first, query).to_have_attribute("href", re.compile(r"places/sudzha/(\?|$)"))
        box.fill("")
        first.wait_for(state="detached")


def test_the_search_box_finds_several_words(page, site: StaticHost) -> None:
    shown = page(site.url).page
    shown.locator("[data-md-component=search-query]").click()
    shown.keyboard.type("rubio lavrov call")
    first = shown.locator(".md-search-result__item a").first
    first.wait_for()
    assert "rubio-lavrov-call" in (first.get_attribute("href") or "")


def test_the_first_view_loads_less_than_100_kb_of_fonts(page, site: StaticHost) -> None:
    before = len(site.requests)
    visit = page(site.url, viewport=(390, 844))
    visit.page.wait_for_load_state("networkidle")
    fonts = [request for request in site.requests[before:] if request.path.endswith(".woff2")]
    assert 0 < sum(font.size for font in fonts) < 100_000
