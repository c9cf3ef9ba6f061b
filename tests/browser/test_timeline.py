"""The timeline of the real site in Chromium: by keys, buttons, wheel, drag and touch, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.static_host import StaticHost

RETAKEN = "Russia says it has retaken Sudzha, with Melovoy and Podol, 13 March 2025, settled"


def unfold(page: Page) -> None:
    """On a phone there is only the overview until a reader opens the rest."""
    door = page.locator(".chronology-timeline-fold summary")
    if door.is_visible():
        door.click()


class Timeline:
    """The timeline of a page, drawn by its script."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.svg = page.locator("svg.chronology-live")
        self.label = page.locator(".chronology-timeline-label")
        self.says = page.locator("chronology-timeline figcaption p")
        self.lanes = page.get_by_role("combobox", name="Lanes of the timeline")
        expect(self.svg).to_be_visible()
        unfold(page)
        expect(self.svg.locator(".chronology-sign").first).to_be_visible()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("group", name="Timeline").get_by_role("button", name=name, exact=True)

    def sign(self, event: str) -> Locator:
        return self.svg.locator(f'[data-event="{event}"]')

    def focused(self) -> str:
        name: str = self.page.evaluate("document.activeElement.getAttribute('aria-label')")
        return name

    def query(self) -> str:
        return self.page.url.partition("?")[2]

    def place(self, part: float, y: float) -> tuple[float, float]:
        """A place in the drawing: a part of its width, pixels from its top."""
        self.svg.scroll_into_view_if_needed()
        box = self.svg.bounding_box()
        assert box
        return box["x"] + box["width"] * part, box["y"] + y

    def drag(self, begin: float, end: float, y: float) -> None:
        self.page.mouse.move(*self.place(begin, y))
        self.page.mouse.down()
        self.page.mouse.move(*self.place((begin + end) / 2, y))
        self.page.mouse.move(*self.place(end, y))
        self.page.mouse.up()

    def expect_query(self, pattern: str) -> re.Match[str]:
        expect(self.page).to_have_url(re.compile(rf"\?{pattern}$"))
        found = re.search(rf"\?{pattern}$", self.page.url)
        assert found
        return found


@pytest.fixture
def visit(site: StaticHost, page: Callable[..., Any]) -> Callable[..., Timeline]:
    return lambda query="", **options: Timeline(page(f"{site.url}{query}", **options).page)


def test_a_mark_is_a_link_with_a_name(visit, site: StaticHost) -> None:
    timeline = visit("?from=2025-03&to=2025-03")
    sign = timeline.page.get_by_role("link", name=RETAKEN)
    expect(sign).to_have_count(1)
    sign.click()
    expect(timeline.page).to_have_url(f"{site.url}events/sudzha-retaken/")


def test_buttons_zoom_and_back_undoes_each(visit) -> None:
    timeline = visit()
    assert timeline.button("Zoom out").get_attribute("aria-disabled") == "true"
    timeline.button("Zoom in").click()
    timeline.expect_query(r"from=2024-10-\d\d&to=2025-04-\d\d")
    first = timeline.query()
    timeline.button("Later").click()
    timeline.expect_query(r"from=2025-01-\d\d")
    expect(timeline.button("Later")).to_have_attribute("aria-disabled", "true")
    timeline.page.go_back()
    timeline.expect_query(re.escape(first))
    timeline.page.go_back()
    expect(timeline.page).not_to_have_url(re.compile(r"\?"))
    expect(timeline.says).to_contain_text("76 events, August 2024 to June 2025; 27 are contested.")


def test_one_stop_for_tab_and_arrows_from_there(visit) -> None:
    timeline = visit("?from=2025-03-12&to=2025-03-14")
    assert timeline.svg.locator('[tabindex="0"]').count() == 1
    timeline.button("Whole").focus()
    timeline.page.keyboard.press("Tab")
    first = timeline.focused()
    timeline.page.keyboard.press("ArrowRight")
    assert timeline.focused() != first
    timeline.page.keyboard.press("Home")
    assert timeline.focused() == first
    names = {first}
    for _ in range(30):
        timeline.page.keyboard.press("ArrowRight")
        names.add(timeline.focused())
    assert RETAKEN in names
    assert len(names) == timeline.svg.locator(".chronology-sign").count()
    keys = timeline.page.locator("#timeline-keys")
    expect(keys).to_be_in_viewport()
    expect(keys).to_have_css("clip-path", "none")
    timeline.page.keyboard.press("Tab")
    expect(keys).to_have_css("clip-path", "inset(50%)")


def test_keys_zoom_around_the_mark_that_has_the_focus_and_keep_it(visit) -> None:
    timeline = visit("?from=2025-03&to=2025-03")
    timeline.sign("sudzha-retaken").focus()
    timeline.page.keyboard.press("+")
    timeline.expect_query(r"from=2025-03-\d\d&to=2025-03-\d\d")
    assert timeline.focused() == RETAKEN
    timeline.page.keyboard.press("0")
    expect(timeline.page).not_to_have_url(re.compile(r"\?"))
    # In the whole, this week is one bar; the focus goes to what holds the event.
    expect(timeline.svg.locator(":focus")).to_have_attribute("aria-label", re.compile(r"10–16 March 2025: \d+ events"))
    timeline.page.keyboard.press("Enter")
    timeline.expect_query("from=2025-03-10&to=2025-03-16")


def test_the_label_tells_what_a_mark_is_and_escape_takes_it_away(visit) -> None:
    timeline = visit("?from=2025-03&to=2025-03")
    sign = timeline.sign("sudzha-retaken")
    sign.locator("use").hover()
    expect(timeline.label).to_have_text(re.compile("13 March 2025.*Russia says it has retaken Sudzha.*Settled"))
    label, axis = timeline.label.bounding_box(), timeline.svg.locator(".chronology-axis").bounding_box()
    assert label
    assert axis
    assert label["y"] >= axis["y"] + axis["height"]
    expect(timeline.page.locator("article[data-event='sudzha-retaken']")).to_have_class(
        re.compile("chronology-pointed")
    )
    timeline.page.mouse.move(label["x"] + 20, label["y"] + label["height"] - 5)
    timeline.page.wait_for_timeout(400)
    expect(timeline.label).to_be_visible()
    timeline.page.keyboard.press("Escape")
    expect(timeline.label).to_be_hidden()


def test_who_leaves_the_timeline_is_not_fetched_back_and_no_label_covers_where_they_are(visit) -> None:
    timeline = visit()
    timeline.svg.locator("[tabindex='0']").focus()
    timeline.page.keyboard.press("ArrowRight")
    expect(timeline.label).to_be_visible()
    # In one task, as when a key is pressed just before a drawing.
    left = timeline.page.evaluate("""() => new Promise((told) => {
      const box = document.querySelector(".chronology-box input");
      box.focus();
      const label = document.querySelector(".chronology-timeline-label").hidden;
      window.dispatchEvent(new Event("resize"));
      const { style } = document.querySelector("chronology-timeline");
      style.width = "90%";
      setTimeout(() => { told([label, document.activeElement === box]); }, 300);
    })""")
    assert left == [True, True]


def test_the_wheel_scrolls_the_page_and_zooms_with_control(visit) -> None:
    timeline = visit()
    timeline.page.mouse.move(*timeline.place(0.7, 90))
    before = timeline.page.evaluate("scrollY")
    timeline.page.mouse.wheel(0, 60)
    timeline.page.wait_for_function(f"scrollY > {before}")
    assert timeline.query() == ""
    timeline = visit()
    timeline.page.mouse.move(*timeline.place(0.7, 90))
    timeline.page.keyboard.down("Control")
    for _ in range(4):
        timeline.page.mouse.wheel(0, -120)
    timeline.page.keyboard.up("Control")
    found = timeline.expect_query(r"from=(20\d\d-\d\d-\d\d)&to=(20\d\d-\d\d-\d\d)")
    assert found[1] < "2025-03-13" < found[2]
    timeline.page.mouse.wheel(200, 0)
    timeline.page.wait_for_function(f"!location.search.includes('{found[1]}')")


def test_a_drag_in_the_overview_chooses_a_period_and_its_edges_change_it(visit) -> None:
    timeline = visit()
    timeline.drag(0.5, 0.75, 30)
    found = timeline.expect_query(r"from=(2025-01-\d\d)&to=(2025-04-\d\d)")
    timeline.drag(0.75, 0.9, 30)
    other = timeline.expect_query(rf"from={found[1]}&to=(2025-05-\d\d)")
    timeline.drag(0.7, 0.6, 30)
    timeline.expect_query(r"from=2024-12-\d\d&to=2025-04-\d\d")
    for expected in (rf"from={found[1]}&to={other[1]}", rf"from={found[1]}&to={found[2]}"):
        timeline.page.go_back()
        timeline.expect_query(expected)
    timeline.page.go_back()
    expect(timeline.page).not_to_have_url(re.compile(r"\?"))


def test_back_undoes_the_whole_of_a_drag_that_pauses(visit) -> None:
    timeline = visit()
    whole = timeline.says.inner_text()
    timeline.page.mouse.move(*timeline.place(0.5, 30))
    timeline.page.mouse.down()
    timeline.page.mouse.move(*timeline.place(0.6, 30))
    expect(timeline.says).not_to_have_text(whole)  # the explorer has been told
    timeline.page.evaluate("() => new Promise((rested) => setTimeout(rested, 600))")
    assert timeline.query() == ""
    timeline.page.mouse.move(*timeline.place(0.75, 30))
    timeline.page.mouse.up()
    timeline.expect_query(r"from=2025-01-\d\d&to=2025-04-\d\d")
    timeline.page.go_back()
    expect(timeline.page).not_to_have_url(re.compile(r"\?"))
    expect(timeline.says).to_have_text(whole)


def test_a_drag_moves_what_is_shown_and_opens_no_link(visit, site: StaticHost) -> None:
    timeline = visit("?from=2025-03-01&to=2025-03-31")
    box = timeline.sign("sudzha-retaken").locator("use").bounding_box()
    assert box
    timeline.page.mouse.move(box["x"] + 5, box["y"] + 5)
    timeline.page.mouse.down()
    timeline.page.mouse.move(box["x"] + 60, box["y"] + 5, steps=4)
    timeline.page.mouse.move(box["x"] + 205, box["y"] + 5, steps=4)
    timeline.page.mouse.up()
    timeline.expect_query(r"from=2025-02-2\d&to=2025-03-2\d")


def test_a_finger_sees_first_what_it_touches(visit, site: StaticHost) -> None:
    timeline = visit("?from=2025-03-12&to=2025-03-14", viewport=(390, 844), has_touch=True)
    sign = timeline.sign("sudzha-retaken").locator("use")
    sign.tap()
    expect(timeline.label).to_contain_text("Russia says it has retaken Sudzha")
    timeline.label.locator("a").tap()
    expect(timeline.page).to_have_url(f"{site.url}events/sudzha-retaken/")


def test_lanes(visit) -> None:
    timeline = visit("?from=2025-03")
    timeline.lanes.select_option("Lanes by actor")
    timeline.expect_query("from=2025-03&lanes=actor")
    names = timeline.svg.locator(".chronology-lanes text").all_text_contents()
    assert names[0] == "Russia’s Defence Ministry"
    assert names[-1] == "Others"
    assert len(names) == 7
    timeline.lanes.select_option("One lane")
    timeline.expect_query("from=2025-03")


def test_the_page_does_not_jump_when_the_script_draws(site: StaticHost, page) -> None:
    shown = page().page
    for width in (360, 768, 1280):
        shown.set_viewport_size({"width": width, "height": 900})
        shown.goto(site.url)
        expect(shown.locator("svg.chronology-live")).to_be_visible()
        live = shown.locator("chronology-timeline").bounding_box()
        shown.route("**/explorer-*.json", lambda route: None)
        shown.reload()
        expect(shown.locator(".chronology-drawn")).to_be_visible()
        expect(shown.locator("svg.chronology-live")).to_have_count(0)
        built = shown.locator("chronology-timeline").bounding_box()
        shown.unroute("**/explorer-*.json")
        assert live
        assert built
        assert live["height"] == pytest.approx(built["height"], abs=1)


@pytest.mark.parametrize("width", [360, 768, 1600])
def test_without_scripts_it_is_complete(site: StaticHost, page, width: int) -> None:
    shown = page(site.url, viewport=(width, 900), java_script_enabled=False).page
    drawn = shown.locator(".chronology-drawn > svg:visible")
    expect(drawn).to_have_count(1)
    unfold(shown)
    assert shown.evaluate("document.documentElement.scrollWidth") == width
    bars = drawn.locator(".chronology-dense text").all_text_contents()
    assert drawn.locator(".chronology-sign").count() + sum(map(int, bars)) == 76
    assert drawn.locator("text").first.evaluate("node => node.getBoundingClientRect().height") >= 11
    shown.keyboard.press("Tab")
    link = shown.get_by_role("link", name="Skip the timeline")
    link.focus()
    expect(link).to_be_in_viewport()
    drawn.locator("a").first.click()
    assert shown.url != site.url
