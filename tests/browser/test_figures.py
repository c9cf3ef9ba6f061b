"""The figures of the real site's series, on a phone and on a desk, in both schemes, without scripts, and by axe."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.axe import faults
from tests.static_host import StaticHost

SERIES = "series/ukrainian-held-area/"
EVENT = "events/deepstate-140/"
PAGES = [SERIES, "series/recaptured-area-isw-derived/", "series/north-korean-troops/", EVENT, "events/peak-area/"]
SCREENS = {"phone": (390, 844), "desk": (1280, 900)}
BOXES = """nodes => nodes.map(node => {
    const box = node.getBoundingClientRect();
    return {text: node.textContent, left: box.left, top: box.top, right: box.right, bottom: box.bottom};
})"""


def drawing(page: Page) -> Locator:
    """The one drawing of the page's first figure that is shown."""
    shown = page.locator("figure.chronology-figure").first.locator("svg[role=img]").filter(visible=True)
    assert shown.count() == 1
    return shown


def boxes(found: Locator) -> list[dict[str, Any]]:
    measured: list[dict[str, Any]] = found.evaluate_all(BOXES)
    return measured


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two boxes share more than the leading of their lines: two units on each side."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 1 and down > 2


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS.keys())
@pytest.mark.parametrize("address", PAGES)
def test_labels_lie_on_nothing_and_inside(page, site: StaticHost, address: str, size: tuple[int, int]) -> None:
    shown = page(site.url + address, viewport=size, java_script_enabled=False).page
    assert shown.evaluate("document.documentElement.scrollWidth") == size[0]
    svg = drawing(shown)
    labels = boxes(svg.locator(".chronology-point > text"))
    assert labels
    for one, other in combinations(labels, 2):
        assert not overlap(one, other), (one, other)
    for mark in boxes(svg.locator(".chronology-shape, .chronology-letter")):
        assert not [label for label in labels if overlap(label, mark)]
    (frame,) = boxes(svg)
    for text in [*labels, *boxes(svg.locator("text"))]:
        assert frame["left"] - 1 <= text["left"], text
        assert text["right"] <= frame["right"] + 1, text


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS.keys())
@pytest.mark.parametrize("address", PAGES[:3])
def test_every_row_of_the_table_is_a_mark(page, site: StaticHost, address: str, size: tuple[int, int]) -> None:
    shown = page(site.url + address, viewport=size).page
    rows = shown.locator("table.chronology-data tbody tr").count()
    assert drawing(shown).locator("g.chronology-point").count() == rows


def test_letters_are_large_enough_to_read(page, site: StaticHost) -> None:
    for size in SCREENS.values():
        shown = page(site.url + SERIES, viewport=size).page
        heights = [box["bottom"] - box["top"] for box in boxes(drawing(shown).locator(".chronology-point > text"))]
        assert min(heights) >= 13


def test_marks_lead_to_claims_that_exist(page, site: StaticHost, kursk_site: Path) -> None:
    shown = page(site.url + SERIES).page
    claims = drawing(shown).locator("[data-claim]").evaluate_all("nodes => nodes.map(node => node.dataset.claim)")
    assert claims
    for claim in claims:
        event, anchor = claim.split("#")
        assert f'id="{anchor}"' in (kursk_site / "events" / event / "index.html").read_text("utf-8")


def test_the_figure_is_described(page, site: StaticHost) -> None:
    shown = page(site.url + SERIES).page
    svg = drawing(shown)
    rows = shown.locator("table.chronology-data").first.locator("tbody tr").count()
    assert rows > 20
    assert f"{rows} claims by " in (svg.get_attribute("aria-label") or "")
    described = shown.locator(f"#{svg.get_attribute('aria-describedby')}")
    assert "Valery Gerasimov gives 0 km²" in described.inner_text().replace("\N{NO-BREAK SPACE}", " ")


def test_a_figure_as_known_on_a_day_shows_nothing_said_later(page, site: StaticHost) -> None:
    shown = page(f"{site.url}{SERIES}?known=2024-12-01").page
    shown.locator(".chronology-as-known").wait_for()
    marks = drawing(shown).locator("g.chronology-point")
    visible = marks.filter(visible=True).evaluate_all("nodes => nodes.map(node => node.dataset.since)")
    assert 0 < len(visible) < marks.count()
    assert max(visible) <= "2024-12-01"


def test_colours_follow_the_scheme(page, site: StaticHost) -> None:
    colours = [
        drawing(page(site.url + SERIES, color_scheme=scheme).page)
        .locator("[data-answer='1'] .chronology-shape")
        .first.evaluate("node => getComputedStyle(node).fill")
        for scheme in ("light", "dark")
    ]
    assert colours[0] != colours[1]


def test_the_event_s_own_point_is_emphasised(page, site: StaticHost) -> None:
    own = drawing(page(site.url + EVENT).page).locator(".chronology-own")
    assert own.count() == 1
    assert own.locator("text").text_content() == "140 DeepState"


def test_a_wide_figure_can_be_scrolled_by_keyboard(page, site: StaticHost) -> None:
    shown = page(site.url + SERIES, viewport=(700, 900)).page
    scroll = shown.locator(".chronology-wide").first
    scroll.focus()
    scroll.press("ArrowRight")
    shown.wait_for_function("() => document.querySelector('.chronology-wide').scrollLeft > 0")
    assert shown.evaluate("document.documentElement.scrollWidth") == 700


@pytest.mark.axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS.keys())
@pytest.mark.parametrize("address", [SERIES, EVENT])
def test_axe_finds_nothing_in_a_figure(
    page, site: StaticHost, address: str, size: tuple[int, int], scheme: str
) -> None:
    shown = page(site.url + address, viewport=size, color_scheme=scheme, reduced_motion="reduce").page
    assert faults(shown, within="figure.chronology-figure") == []
