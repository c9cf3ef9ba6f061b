"""What a phone shows first, before anybody scrolls: the record, or what a shared link selects of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.static_host import StaticHost

PHONES = [(390, 844), (360, 740)]
SELECTIONS = {"?actor=russia-mod&standing=contested": "4 of 76 events", "?place=sudzha": "12 of 76 events"}
SHIFTS = """window.moved = 0; new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) window.moved += shift.value;
}).observe({ type: "layout-shift", buffered: true });"""
NOT_MUCH = 0.05
"""Half of what Core Web Vitals call good. What moves is sideways: the door to all filters, and the row to share, make
room as chips and counts come (0.007 to 0.021 measured)."""


@pytest.fixture(scope="module")
def site(kursk_site: Path, serve) -> StaticHost:
    return serve(kursk_site, prefix="/kursk/")


def first_entry(page: Page):
    return page.locator("article[data-event]:visible").first


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("phone", PHONES)
def test_the_record_begins_on_the_first_screen(page, site: StaticHost, phone: tuple[int, int], scripts: bool) -> None:
    shown = page(site.url, viewport=phone, java_script_enabled=scripts).page
    if scripts:
        expect(shown.locator(".chronology-shown")).to_have_text("76 events")
    box = first_entry(shown).locator("h3").bounding_box()
    assert box
    assert box["y"] < phone[1]


@pytest.mark.parametrize("query", SELECTIONS)
@pytest.mark.parametrize("phone", PHONES)
def test_a_shared_link_shows_its_first_event_at_once_and_moves_nothing(
    page, site: StaticHost, phone: tuple[int, int], query: str
) -> None:
    shown = page(viewport=phone).page
    shown.add_init_script(SHIFTS)
    # However slow the machine is, the list does not appear before it is that of the selection.
    shown.context.new_cdp_session(shown).send("Animation.setPlaybackRate", {"playbackRate": 0.1})
    shown.goto(site.url + query)
    expect(shown.locator(".chronology-shown")).to_have_text(SELECTIONS[query])
    expect(first_entry(shown).locator("h3")).to_be_in_viewport(ratio=1)
    for chip in shown.locator(".chronology-chosen").all():
        expect(chip).to_be_in_viewport(ratio=1)
    assert shown.evaluate("[scrollY, document.activeElement === document.body]") == [0, True]
    shown.wait_for_load_state("networkidle")
    assert shown.evaluate("window.moved") < NOT_MUCH


def test_the_head_is_whole_again_on_the_way_back_to_all(page, site: StaticHost) -> None:
    shown = page(f"{site.url}?place=sudzha", viewport=PHONES[0]).page
    scope = shown.locator(".chronology-lede > p").first
    expect(shown.locator(".chronology-shown")).to_have_text("12 of 76 events")
    expect(scope).to_be_hidden()
    shown.get_by_role("link", name="Kursk 2024–25").first.click()
    expect(shown).to_have_url(site.url)
    expect(scope).to_be_visible()
    shown.go_back()
    expect(shown.locator(".chronology-shown")).to_have_text("12 of 76 events")
    expect(scope).to_be_hidden()


def test_choosing_and_removing_on_the_page_leave_its_head_as_it_is(page, site: StaticHost) -> None:
    shown = page(site.url, viewport=PHONES[0]).page
    chip = shown.get_by_role("button", name="Contested, 27 events")
    chip.click()
    expect(shown.locator(".chronology-shown")).to_have_text("27 of 76 events")
    expect(shown.locator(".chronology-lede > p").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_the_timeline_opens_beneath_its_overview(page, site: StaticHost, scripts: bool) -> None:
    shown = page(site.url, viewport=PHONES[0], java_script_enabled=scripts).page
    if scripts:
        expect(shown.locator("svg.chronology-live")).to_be_visible()
    sign = shown.locator(".chronology-sign:visible")
    expect(sign).to_have_count(0)
    expect(shown.locator(".chronology-timeline-ends")).to_have_text("August 2024 June 2025")
    door = shown.locator(".chronology-timeline-fold summary")
    assert door.bounding_box()["height"] >= 24
    door.focus()
    shown.keyboard.press("Enter")
    expect(sign.first).to_be_visible()
    expect(shown.locator(".chronology-timeline-ends")).to_be_hidden()


def test_chips_stand_in_one_line_that_scrolls_and_begins_with_all_filters(page, site: StaticHost) -> None:
    shown = page(site.url, viewport=PHONES[1]).page
    expect(shown.get_by_role("button", name="More filters")).to_be_in_viewport(ratio=1)
    chips = shown.locator(".chronology-chips .chronology-chip:visible")
    expect(chips.first).to_have_text("More filters")
    assert len({round(chip.bounding_box()["y"]) for chip in chips.all()}) == 1
    for chip in chips.all():
        chip.focus()
        expect(chip).to_be_in_viewport(ratio=0.5)  # of one that is partly in sight, Chromium shows no more


def test_the_choice_of_a_day_stands_beside_the_timeline_s_name(page, site: StaticHost) -> None:
    shown = page(site.url, viewport=PHONES[1]).page
    choice = shown.get_by_label("As known on")
    door = shown.locator(".chronology-timeline-fold summary")
    one, other = choice.bounding_box(), door.bounding_box()
    assert one["y"] < other["y"] + other["height"]
    assert other["y"] < one["y"] + one["height"]
    choice.select_option("2025-03-13")
    expect(shown.locator(".chronology-as-known")).to_be_visible()
    one, other = choice.bounding_box(), door.bounding_box()
    assert one["y"] < other["y"] + other["height"]
    assert other["y"] < one["y"] + one["height"]
