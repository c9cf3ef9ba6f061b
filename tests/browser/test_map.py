"""The map in a real Chromium: marks and their lists, keys and wheel, periods and layers, pictures from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import faults
from tests.sites import build_site, copy_site
from tests.static_host import StaticHost

POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'; object-src 'none'; base-uri 'none'"
"""Material's own pages bring inline scripts, and ours one of a line; no style stands in the page."""


@pytest.fixture(scope="module")
def kursk(kursk_site: Path, serve) -> StaticHost:
    return serve(kursk_site, headers={"Content-Security-Policy": POLICY})


@pytest.fixture(scope="module")
def atlas(once, serve) -> StaticHost:
    return serve(once("atlas", lambda folder: build_site(copy_site("atlas", folder))) / "atlas" / "site")


def mark(page: Page, place: str):
    return page.locator(f".chronology-mark-on-map[data-place={place}]")


def sheet(page: Page):
    return page.locator(".chronology-at")


def test_marks_are_at_places_and_regions_are_listed(page, kursk) -> None:
    shown = page(f"{kursk.url}map/").page
    expect(mark(shown, "sudzha")).to_have_accessible_name("Sudzha and 2 more: 13 events")
    expect(mark(shown, "kursk-region")).to_have_count(0)
    expect(shown.locator(".chronology-elsewhere")).to_contain_text("Somewhere in Kursk region 44")
    expect(shown.locator(".chronology-chart").first).to_be_hidden()
    expect(shown.locator(".chronology-map .chronology-credit").first).to_contain_text("Natural Earth")


def test_a_mark_opens_a_list_that_takes_and_returns_the_focus(page, kursk) -> None:
    shown = page(f"{kursk.url}map/").page
    sudzha = mark(shown, "sudzha")
    sudzha.focus()
    shown.keyboard.press("Enter")
    expect(sheet(shown)).to_be_focused()
    expect(sheet(shown)).to_have_accessible_name("Events at Sudzha and 2 more")
    expect(sheet(shown).get_by_role("heading", level=2)).to_have_text("3 places, 13 events")
    retaken = sheet(shown).get_by_role("listitem").filter(has_text="Russia says it has retaken Sudzha").first
    expect(retaken.locator(".chronology-mark")).to_have_text("Settled")
    expect(sudzha).to_have_attribute("aria-expanded", "true")
    expect(sheet(shown).get_by_role("link", name="Russia says it has retaken Sudzha").first).to_have_attribute(
        "href", "../events/sudzha-retaken/"
    )
    shown.keyboard.press("Escape")
    expect(sheet(shown)).to_have_count(0)
    expect(sudzha).to_be_focused()


def test_a_place_can_be_chosen_for_all_views_and_back_undoes_it(page, kursk) -> None:
    shown = page(f"{kursk.url}map/").page
    mark(shown, "yunakivka").click()
    sheet(shown).get_by_role("button", name="Show only these").click()
    expect(shown).to_have_url(f"{kursk.url}map/?place=yunakivka")
    expect(shown.locator(".chronology-shown")).to_have_text("2 of 76 events")
    expect(mark(shown, "malaya-loknya")).to_have_count(0)
    shown.go_back()
    expect(mark(shown, "malaya-loknya")).to_have_count(1)
    shown.get_by_role("link", name="Somewhere in Sumy region").click()
    expect(shown).to_have_url(f"{kursk.url}map/?place=sumy-region")


def test_all_places_of_a_mark_can_be_chosen_at_once(page, kursk) -> None:
    shown = page(f"{kursk.url}map/").page
    mark(shown, "sudzha").click()
    sheet(shown).get_by_role("button", name="Show only these").click()
    expect(shown).to_have_url(f"{kursk.url}map/?place=sudzha,goncharovka,zaoleshenka")
    expect(shown.locator(".chronology-shown")).to_have_text("13 of 76 events")


def test_the_map_says_how_many_events_it_shows_and_why_it_is_empty(page, kursk) -> None:
    shown = page(f"{kursk.url}map/").page
    expect(shown.locator(".chronology-mapped")).to_have_text("21 of 76 events on the map")
    expect(shown.locator(".chronology-empty-map")).to_be_hidden()
    shown.goto(f"{kursk.url}?view=map&place=moscow")
    expect(shown.locator(".chronology-empty-map")).to_have_text(
        "None of these events has a place with coordinates; they are listed below."
    )


def test_the_map_ends_where_the_column_ends(page, kursk) -> None:
    for width in (1280, 1600):
        shown = page(f"{kursk.url}?view=map", viewport=(width, 900)).page
        expect(mark(shown, "sudzha")).to_be_visible()
        ends = "name => Math.round(document.querySelector(name).getBoundingClientRect().right)"
        assert shown.evaluate(ends, "chronology-map") == shown.evaluate(ends, "chronology-filters")


def test_it_opens_on_the_places_of_the_selection_and_stays_where_the_reader_moves_it(page, kursk) -> None:
    shown = page(f"{kursk.url}map/?place=novenke,sudzha", viewport=(1280, 900), reduced_motion="reduce").page
    novenke, sudzha = mark(shown, "novenke"), mark(shown, "sudzha")
    expect(sudzha).to_be_visible()
    board = shown.locator(".chronology-board").bounding_box()
    assert all(_within(one.bounding_box(), board) for one in (novenke, sudzha))
    near = _apart(novenke, sudzha)
    shown.get_by_role("button", name="Remove the filter Novenke").click()
    shown.get_by_role("button", name="Remove the filter Sudzha").click()
    expect(mark(shown, "malaya-loknya")).to_be_visible()
    assert all(_within(one.bounding_box(), board) for one in shown.locator(".chronology-mark-on-map").all())
    assert _apart(novenke, sudzha) < near
    shown.locator(".chronology-zooms").get_by_role("button", name="Zoom in").click()
    closer = _apart(novenke, sudzha)
    shown.get_by_role("button", name="Contested, 27 events").click()
    expect(shown.locator(".chronology-shown")).to_have_text("27 of 76 events")
    assert _apart(novenke, sudzha) == pytest.approx(closer, abs=1)


def _within(box, other) -> bool:
    across = other["x"] <= box["x"] and box["x"] + box["width"] <= other["x"] + other["width"]
    return across and other["y"] <= box["y"] and box["y"] + box["height"] <= other["y"] + other["height"]


def _apart(one, other) -> float:
    middles = [box["x"] + box["width"] / 2 for box in (one.bounding_box(), other.bounding_box())]
    return abs(middles[0] - middles[1])


def test_the_list_says_of_each_event_what_the_first_page_says(page, kursk) -> None:
    home = page(kursk.url).page
    shown = page(f"{kursk.url}map/", viewport=(1280, 900)).page
    drawn = shown.locator(".chronology-brief article")
    expect(drawn).to_have_count(76)
    for number in range(0, 76, 5):
        entry = drawn.nth(number)
        entry.scroll_into_view_if_needed()
        expect(entry.locator("xpath=ancestor::*[contains(@class, 'chronology-awaited')]")).to_have_count(0)
        event = entry.get_attribute("data-event")
        assert _words(entry) == _words(home.locator(f'article[data-event="{event}"]'))


def _words(entry) -> str:
    return "".join(entry.text_content().split())


def test_what_the_list_points_at_is_marked_on_the_map(page, kursk) -> None:
    shown = page(f"{kursk.url}map/").page
    expect(mark(shown, "sudzha")).to_be_visible()
    shown.locator("article[data-event=sudzha-retaken] a").first.focus()
    expect(mark(shown, "sudzha")).to_have_class("chronology-mark-on-map chronology-pointed")


def test_the_wheel_scrolls_the_page_until_the_reader_goes_into_the_map(page, atlas) -> None:
    shown = page(f"{atlas.url}map/", viewport=(1280, 900), reduced_motion="reduce").page
    board = shown.locator(".chronology-board")
    expect(mark(shown, "harbour")).to_be_visible()
    board.hover()
    before, start = mark(shown, "harbour").bounding_box(), shown.evaluate("scrollY")
    shown.mouse.wheel(0, 100)
    shown.wait_for_function("start => scrollY === start + 100", arg=start)
    shown.mouse.wheel(0, -100)
    shown.wait_for_function("start => scrollY === start", arg=start)
    assert mark(shown, "harbour").bounding_box() == before
    board.focus()
    shown.mouse.wheel(0, -300)
    moved = "x => Math.abs(document.querySelector('[data-place=harbour]').getBoundingClientRect().x - x) > 20"
    shown.wait_for_function(moved, arg=before["x"])
    assert shown.evaluate("scrollY") == start


def test_zooming_in_parts_places_that_shared_a_mark(page, kursk) -> None:
    shown = page(f"{kursk.url}map/", reduced_motion="reduce").page
    expect(mark(shown, "goncharovka")).to_have_count(0)
    shown.locator(".chronology-board").focus()
    for _ in range(4):
        shown.keyboard.press("+")
    expect(mark(shown, "goncharovka")).to_have_count(1)
    shown.get_by_role("button", name="All", exact=True).click()
    expect(mark(shown, "goncharovka")).to_have_count(0)


def test_leaflet_is_fetched_only_when_a_map_is_shown(page, kursk) -> None:
    visit = page()
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.page.goto(kursk.url)
    expect(visit.page.locator(".chronology-shown")).not_to_be_empty()
    assert not any("leaflet" in address or "map-" in address for address in asked)
    visit.page.get_by_role("link", name="Map", exact=True).last.click()
    expect(mark(visit.page, "sudzha")).to_be_visible()
    assert any("leaflet.js" in address for address in asked)


def test_without_scripts_the_page_is_a_map_of_links(page, kursk) -> None:
    shown = page(f"{kursk.url}map/", java_script_enabled=False).page
    link = shown.locator("a[aria-label='Sudzha: 12 events']").first
    expect(link).to_have_attribute("xlink:href", "../places/sudzha/")
    link.focus()
    expect(link).to_be_focused()
    expect(shown.get_by_role("link", name="Somewhere in Kursk region")).to_be_visible()


def test_layers_follow_the_period_and_can_be_taken_off(page, atlas) -> None:
    shown = page(f"{atlas.url}map/?from=1801-03&to=1801-03").page
    boxes = shown.get_by_role("group", name="Layers")
    expect(boxes).to_contain_text("Ground held by the North, says its Council The North Council, 1–31 March 1801")
    expect(boxes).to_contain_text("The Council drew this itself.")
    expect(shown.locator("path.chronology-layer")).to_have_count(3)
    shown.goto(f"{atlas.url}map/?from=1801-04&to=1801-04")
    expect(boxes).to_contain_text("The North Council, 1–30 April 1801")
    expect(boxes).to_contain_text("The South Gazette; nothing for this period")
    expect(shown.locator("path.chronology-layer")).to_have_count(1)
    boxes.get_by_role("checkbox", name="says its Council").uncheck()
    expect(shown.locator("path.chronology-layer")).to_have_count(0)


def test_the_title_of_a_shape_is_text(page, atlas) -> None:
    shown = page(f"{atlas.url}map/?from=1801-04&to=1801-04").page
    expect(shown.locator("path.chronology-layer")).to_have_count(1)
    shown.locator("path.chronology-layer").hover(position={"x": 30, "y": 250}, force=True)
    expect(shown.locator(".leaflet-tooltip")).to_have_text("Held by the North <b>more</b>")


def test_a_region_with_an_outline_is_shaded_and_named(page, atlas) -> None:
    shown = page(f"{atlas.url}map/").page
    expect(shown.locator(".chronology-board path.chronology-reach")).to_have_count(1)
    expect(mark(shown, "north-shire")).to_have_accessible_name("North Shire: 1 event")
    mark(shown, "north-shire").click()
    expect(sheet(shown)).to_contain_text("The North Shire speaks")


def test_pictures_from_elsewhere_are_asked_for_only_by_the_reader(page, atlas) -> None:
    visit = page(tolerant=True)
    visit.page.route("https://tiles.example/**", lambda route: route.fulfill(status=204))
    visit.page.goto(f"{atlas.url}map/")
    expect(mark(visit.page, "harbour")).to_be_visible()
    note = visit.page.locator(".chronology-tiles")
    expect(note).to_contain_text("They come from Tiles Example, which then learns your address")
    assert visit.foreign_requests == []
    with visit.page.expect_request("https://tiles.example/**"):
        note.get_by_role("button", name="Show pictures from Tiles Example").click()
    expect(note.get_by_role("link", name="© Tiles Example")).to_have_attribute("href", "https://tiles.example/terms")
    assert all(address.startswith("https://tiles.example/") for address in visit.foreign_requests)
    note.get_by_role("button", name="Back to our own map").click()
    expect(visit.page.locator(".leaflet-tile")).to_have_count(0)


def test_the_map_lets_go_of_a_page_and_comes_back(page, kursk) -> None:
    shown = page(f"{kursk.url}map/").page
    expect(mark(shown, "sudzha")).to_be_visible()
    shown.evaluate(
        """() => {
            const map = document.querySelector("chronology-map");
            const { parentNode, nextSibling } = map;
            map.remove();
            parentNode.insertBefore(map, nextSibling);
        }"""
    )
    expect(mark(shown, "sudzha")).to_have_count(1)
    expect(shown.locator(".chronology-board")).to_have_count(1)


@pytest.mark.parametrize("width", [360, 768, 1600])
def test_nothing_is_wider_than_the_window(page, atlas, width: int) -> None:
    shown = page(f"{atlas.url}map/", viewport=(width, 800)).page
    expect(mark(shown, "harbour")).to_be_visible()
    mark(shown, "harbour").click()
    assert shown.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_map(page, atlas, scheme: str) -> None:
    shown = page(f"{atlas.url}map/", color_scheme=scheme).page
    mark(shown, "harbour").click()
    expect(sheet(shown)).to_be_visible()
    assert faults(shown, within=".chronology-record") == []


def test_from_right_to_left_the_map_stays_as_it_lies(page, atlas) -> None:
    visit = page(f"{atlas.url}map/")
    visit.page.evaluate("document.documentElement.dir = 'rtl'")
    expect(mark(visit.page, "harbour")).to_be_visible()
    west, east = (mark(visit.page, place).bounding_box() for place in ("harbour", "fort"))
    assert west
    assert east
    assert west["x"] < east["x"]
