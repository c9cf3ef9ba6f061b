"""Every kind of page of the real site by axe's rules: in both schemes, at two widths, with Material's parts opened.

`make check-axe` runs this, and what else is marked `axe`.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe import faults, faults_in_the_dark
from tests.static_host import StaticHost

pytestmark = pytest.mark.axe

KINDS = {
    "chronology": "",
    "event": "events/sudzha-retaken/",
    "actor": "actors/deepstate/",
    "place": "places/sudzha/",
    "source": "sources/spokesman/",
    "series": "series/ukrainian-held-area/",
    "topic": "topics/encirclement/",
    "year": "2025/",
    "month": "2025/03/",
    "contested": "contested/",
    "map": "map/",
    "frame": "embed/",
    "corrections": "corrections/",
    "events": "events/",
    "sources": "sources/",
    "hand-written page": "methodology/",
    "handbook": "handbook/records/",
    "form": "contribute/event/",
    "form with a record": "contribute/event/?record=sudzha-retaken",
    "no such page": "404.html",
}
PHONE = {"width": 360, "height": 740}


def _width(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_axe_finds_nothing_and_the_page_fits_a_phone(page, site: StaticHost, address: str) -> None:
    shown = page(site.url + address, reduced_motion="reduce").page
    assert shown.locator("h1").count() == 1
    if shown.locator("chronology-filters").count():
        shown.locator(".chronology-shown").first.wait_for()  # the explorer is there
    assert faults(shown) == []
    assert faults_in_the_dark(shown) == []
    shown.set_viewport_size(PHONE)
    assert _width(shown) == PHONE["width"]
    assert faults(shown) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_while_readers_search(page, site: StaticHost, width: int) -> None:
    shown = page(site.url + "about/", viewport=(width, 740), reduced_motion="reduce").page
    if width < 960:
        shown.locator("[data-chronology-toggle=search]").click()
    shown.locator("[data-md-component=search-query]").click()
    shown.keyboard.type("sudzha")
    shown.locator(".md-search-result__item a").first.wait_for()
    assert faults(shown) == []
    assert faults_in_the_dark(shown) == []


@pytest.mark.parametrize("address", ["about/", "handbook/"])
def test_axe_finds_nothing_while_the_drawer_is_open(page, site: StaticHost, address: str) -> None:
    shown = page(site.url + address, viewport=(360, 740), reduced_motion="reduce").page
    shown.locator("[data-chronology-toggle=drawer]").click()
    shown.locator(".md-sidebar--primary a:visible").first.wait_for()
    assert faults(shown) == []
    assert faults_in_the_dark(shown) == []
