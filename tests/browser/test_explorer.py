"""The explorer in a real Chromium: filters by mouse and keyboard, addresses, Back, sharing, without scripts."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Locator, Page, expect

from chronology.model.chronology import Chronology
from chronology.model.standing import Standing
from tests.static_host import StaticHost

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small"


class Explorer:
    """The explorer of a page, as a reader meets it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.get_by_role("combobox", name="Filter by")
        self.options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
        self.chips = page.locator(".chronology-chips")
        self.panel = page.get_by_role("group", name="More filters")
        self.count = page.locator(".chronology-shown")
        self.entries = page.locator("article[data-event]:visible")
        expect(self.count).not_to_be_empty()
        expect(page.locator("chronology-list")).to_have_css("visibility", "visible")  # it is shown once it is laid out

    def expect(self, shown: str, query: str) -> None:
        """What is counted, and what stands in the address."""
        expect(self.count).to_have_text(shown)
        assert self.page.url.partition("?")[2] == query
        assert self.entries.count() == int(shown.partition(" ")[0])

    def chosen(self) -> list[str]:
        names = self.chips.locator(".chronology-chosen").all_text_contents()
        return [name.removeprefix("Remove the filter ") for name in names]

    def group(self, name: str) -> Locator:
        if not self.panel.is_visible():
            self.page.get_by_role("button", name="More filters").click()
        return self.panel.get_by_role("group", name=name, exact=True)


@pytest.fixture
def visit(site: StaticHost, page: Callable[..., Any]) -> Callable[..., Explorer]:
    return lambda query="", **options: Explorer(page(f"{site.url}{query}", **options).page)


def ids(kursk: Chronology, holds: Callable[[Any], bool]) -> list[str]:
    return [key for key, view in kursk.events.items() if view.event.retracted is None and holds(view)]


def shown(explorer: Explorer) -> list[str]:
    return [entry.get_attribute("data-event") or "" for entry in explorer.entries.all()]


def test_chips_narrow_and_are_removed_and_back_undoes_each(visit, kursk):
    explorer = visit()
    explorer.expect("76 events", "")
    explorer.chips.get_by_role("button", name="Contested").click()
    contested = ids(kursk, lambda view: view.standing is Standing.CONTESTED)
    explorer.expect(f"{len(contested)} of 76 events", "standing=contested")
    assert shown(explorer) == contested
    assert explorer.chosen() == ["Contested"]
    expect(explorer.chips.locator(":focus")).to_contain_text("Contested")
    march = explorer.page.locator(".chronology-month", has_text="March 2025")
    expect(march.locator("small")).to_have_text("17 of 35 events")
    expect(explorer.page.get_by_role("status").filter(has_text="27 of 76 events")).to_be_attached()
    second = explorer.chips.locator(".chronology-chip:not(.chronology-chosen)").first
    second.click()
    assert len(explorer.chosen()) == 2
    explorer.page.go_back()
    explorer.expect(f"{len(contested)} of 76 events", "standing=contested")
    explorer.chips.get_by_role("button", name="Remove the filter Contested").click()
    explorer.expect("76 events", "")
    explorer.page.go_back()
    explorer.page.go_back()
    explorer.expect("76 events", "")
    explorer.page.go_forward()
    explorer.expect(f"{len(contested)} of 76 events", "standing=contested")


def test_an_address_selects_and_says_what_of_it_is_left_out(visit, kursk):
    explorer = visit("?standing=contested&actor=nobody&from=2025-03&to=2025-03&utm=x#in-2025-03")
    assert explorer.chosen() == ["Contested", "March 2025"]
    expect(explorer.count).to_have_text("17 of 76 events")
    expect(explorer.page.get_by_text("There is no actor “nobody” here; shown without it.")).to_be_visible()
    explorer.chips.get_by_role("button", name="Remove the filter March 2025").click()
    assert explorer.page.url.endswith("/kursk/?standing=contested&utm=x#in-2025-03")
    explorer.page.get_by_role("button", name="Remove all").click()
    assert explorer.page.url.endswith("/kursk/?utm=x#in-2025-03")
    expect(explorer.box).to_be_focused()


def test_the_box_offers_names_in_any_script_dates_and_words_by_keyboard(visit, kursk):
    explorer = visit()
    explorer.box.fill("судж")
    expect(explorer.box).to_have_attribute("aria-expanded", "true")
    expect(explorer.options.first).to_contain_text("Sudzha")
    expect(explorer.options.first).to_have_attribute("aria-selected", "true")
    expect(explorer.options.last).to_have_text("Search for the words “судж”")
    explorer.box.press("ArrowUp")
    expect(explorer.options.last).to_have_attribute("aria-selected", "true")
    explorer.box.press("ArrowDown")
    active = explorer.options.first.get_attribute("id")
    expect(explorer.box).to_have_attribute("aria-activedescendant", active or "")
    explorer.box.press("Escape")
    expect(explorer.options).to_have_count(0)
    explorer.box.press("ArrowDown")
    explorer.box.press("Enter")
    in_sudzha = [key for key, facets in kursk.facets.events.items() if "sudzha" in facets.places]
    explorer.expect(f"{len(in_sudzha)} of 76 events", "place=sudzha")
    expect(explorer.box).to_be_focused()
    expect(explorer.box).to_have_value("")
    explorer.box.fill("March 2025")
    explorer.box.press("Enter")
    assert explorer.chosen() == ["Sudzha", "March 2025"]
    assert explorer.page.url.endswith("?place=sudzha&from=2025-03&to=2025-03")


def test_words_are_searched_in_events_and_their_claims(visit, site):
    site.requests.clear()
    explorer = visit()
    explorer.page.wait_for_load_state("networkidle")
    assert not any("search/data-" in request.path for request in site.requests)
    explorer.box.fill("grey zone")
    explorer.box.press("Enter")
    expect(explorer.count).to_contain_text(" of 76 events")
    assert explorer.page.url.endswith("?words=grey+zone")
    assert "peak-area" in shown(explorer)
    assert explorer.chosen() == ["“grey zone”"]
    expect(explorer.page.locator("article[data-event=peak-area]")).to_be_visible()
    explorer.box.fill("zebra xylophone")
    explorer.box.press("Enter")
    expect(explorer.count).to_have_text("0 of 76 events")
    empty = explorer.page.locator(".chronology-empty")
    expect(empty).to_contain_text("No event has these words.")
    empty.get_by_role("link", name="Remove all filters").click()
    explorer.expect("76 events", "")


def test_an_address_with_words_leaves_the_search_of_the_header_alone(visit):
    explorer = visit("?words=encircled&standing=contested")
    page = explorer.page
    expect(explorer.count).to_contain_text(" of 76 events")
    expect(page.locator("#__search")).not_to_be_checked()
    address = page.url
    page.keyboard.press("Escape")
    explorer.entries.first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.go_back()
    expect(explorer.count).to_contain_text(" of 76 events")
    assert page.url == address
    assert explorer.chosen() == ["“encircled”", "Contested"]


def test_the_title_says_what_is_selected_and_back_takes_it_away(visit):
    explorer = visit()
    title = explorer.page.title()
    chip = explorer.chips.get_by_role("button", name="Contested, 27 events", exact=True)
    chip.click()
    expect(explorer.page).to_have_title(f"Contested – {title}")
    explorer.page.go_back()
    expect(explorer.page).to_have_title(title)


def test_a_link_skips_the_timeline_and_the_filters(visit):
    page = visit().page
    link = page.get_by_role("link", name="Skip to the events")
    link.focus()
    expect(link).to_be_in_viewport()
    link.press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article[data-event], .chronology-month') !== null")


def test_a_view_that_is_not_there_is_the_list(instant: StaticHost, page: Callable[..., Any]):
    explorer = Explorer(page(f"{instant.url}?view=figures&standing=contested").page)
    expect(explorer.count).to_have_text("1 of 3 events")
    expect(explorer.page.locator("chronology-explorer")).to_have_attribute("data-shows", "list")


FACETS = {
    "standing": "Standing",
    "type": "Type",
    "place": "Places",
    "actor": "Actors",
    "topic": "Topics",
    "origins": "Independent origins",
    "precision": "How exactly dated",
    "source": "Sources",
}


def test_each_facet_filters_by_keyboard_and_by_mouse_with_the_count_it_showed(visit):
    explorer = visit()
    for facet, name in FACETS.items():
        box = explorer.group(name).get_by_role("checkbox").nth(1)
        chosen = box.get_attribute("value")
        row = explorer.group(name).locator("label", has=explorer.page.locator(f"[value='{chosen}']"))
        total = row.locator(".chronology-choice-count").inner_text().split()[0]
        row.get_by_role("checkbox").press("Space")
        expect(explorer.count).to_have_text(f"{total} of 76 events")
        assert explorer.page.url.endswith(f"?{facet}={chosen}")
        expect(row.get_by_role("checkbox")).to_be_checked()
        expect(row.get_by_role("checkbox")).to_be_focused()
        assert len(explorer.chosen()) == 1
        row.click()
        explorer.expect("76 events", "")


def test_a_long_group_shows_few_and_all_when_asked_and_narrows_by_name(visit):
    explorer = visit()
    sources = explorer.group("Sources")
    expect(sources.get_by_role("checkbox")).to_have_count(8)
    sources.get_by_role("button", name="Show all").click()
    narrow = sources.get_by_role("textbox", name="Sources: show those with these words")
    expect(narrow).to_be_focused()
    assert sources.get_by_role("checkbox").count() > 100
    narrow.fill("kyiv indep")
    some = sources.get_by_role("checkbox").count()
    assert 0 < some < 30
    first = sources.get_by_role("checkbox").first
    first.check()
    assert "source=" in explorer.page.url


def test_any_or_all_of_several_actors(visit, kursk):
    explorer = visit("?actor=deepstate,russia-mod")
    facets = kursk.facets.events
    either = [key for key, one in facets.items() if {"deepstate", "russia-mod"} & set(one.actors)]
    both = [key for key, one in facets.items() if {"deepstate", "russia-mod"} <= set(one.actors)]
    explorer.expect(f"{len(either)} of 76 events", "actor=deepstate,russia-mod")
    actors = explorer.group("Actors")
    expect(actors.get_by_role("radio", name="any of these")).to_be_checked()
    actors.get_by_role("radio", name="all of these").check()
    explorer.expect(f"{len(both)} of 76 events", "actor=deepstate&actor=russia-mod")


def test_the_period_is_read_as_written_and_explains_itself(visit, kursk):
    explorer = visit()
    period = explorer.group("Period")
    begin, end = period.get_by_label("From"), period.get_by_label("To")
    begin.fill("13 March 2025")
    expect(period.get_by_text("= 13 March 2025")).to_be_visible()
    begin.press("Enter")
    end.fill("Mar 2025")
    expect(period.get_by_text("= the end of March 2025")).to_be_visible()
    end.press("Enter")
    expect(end).to_have_value("March 2025")
    possibly = explorer.count.inner_text()
    assert explorer.page.url.endswith("?from=2025-03-13&to=2025-03")
    period.get_by_role("radio", name="certainly within").check()
    expect(period.get_by_text("Only events whose whole date lies in the period")).to_be_visible()
    assert int(explorer.count.inner_text().split()[0]) < int(possibly.split()[0])
    assert explorer.page.url.endswith("&within=certainly")
    begin.fill("the spring")
    begin.press("Enter")
    expect(begin).to_have_attribute("aria-invalid", "true")
    expect(period.get_by_text("“the spring” is not understood as a date. Write 2025, March 2025")).to_be_visible()
    begin.fill("2026")
    begin.press("Enter")
    expect(period.get_by_text("This is after the end, March 2025.")).to_be_visible()
    assert "from=2025-03-13" in explorer.page.url


def test_an_empty_result_says_which_filter_to_loosen(visit):
    explorer = visit("?place=moscow&type=attack")
    expect(explorer.count).to_have_text("0 of 76 events")
    expect(explorer.page.get_by_text("No event has all of this.")).to_be_visible()
    links = explorer.page.locator(".chronology-empty a")
    assert links.last.inner_text() == "Remove all filters"
    first = links.first
    total = first.locator("xpath=..").inner_text().split()[-2]
    first.click()
    expect(explorer.count).to_have_text(f"{total} of 76 events")


def test_filters_and_as_known_on_hide_together(visit, kursk):
    explorer = visit("?standing=contested&known=2024-09-01")
    known = explorer.page.locator("chronology-known select")
    expect(explorer.page.get_by_text("Filters and their counts use the record of today.")).to_be_visible()
    then = shown(explorer)
    assert 0 < len(then) < 15
    expect(explorer.count).to_have_text(f"{len(then)} of 76 events")
    small = explorer.page.locator(".chronology-month:visible small").first
    assert small.inner_text().startswith(f"{len(then)} of ") or len(then) != explorer.entries.count()
    explorer.chips.get_by_role("button", name="Remove the filter Contested").click()
    assert explorer.page.url.endswith("?known=2024-09-01")
    assert set(then) < set(shown(explorer))
    known.select_option("")
    expect(explorer.count).to_have_text("76 events")
    expect(explorer.page.locator(".chronology-month:visible small").first).to_have_text("12 events")


def test_what_is_shown_can_be_copied_embedded_and_downloaded(visit, site):
    explorer = visit("?standing=contested&from=2025-03&to=2025-03", permissions=["clipboard-read", "clipboard-write"])
    page = explorer.page
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.get_by_role("button", name="Embed").click()
    code = page.get_by_label("Code to embed what is shown").input_value()
    assert f'src="{site.url}embed/?standing=contested&amp;from=2025-03&amp;to=2025-03"' in code
    assert "Contested; March 2025" in code
    expected = shown(explorer)
    with page.expect_download() as csv_download:
        page.get_by_role("button", name="Download CSV").click()
    assert csv_download.value.suggested_filename == "kursk-2025-03-contested.csv"
    rows = list(csv.DictReader(io.StringIO(csv_download.value.path().read_text("utf-8-sig"))))
    assert [row["id"] for row in rows] == expected
    assert rows[0]["address"] == f"{site.url}events/{expected[0]}/"
    with page.expect_download() as json_download:
        page.get_by_role("button", name="Download JSON").click()
    assert json_download.value.suggested_filename == "kursk-2025-03-contested.json"
    assert [one["id"] for one in json.loads(json_download.value.path().read_bytes())["events"]] == expected


def test_an_entry_is_pointed_at_by_mouse_and_by_keyboard(visit):
    explorer = visit()
    explorer.page.evaluate(
        "addEventListener('chronology-point', (event) => (window.pointed = [...event.detail.ids]), true)"
    )
    first, second = explorer.entries.nth(0), explorer.entries.nth(1)
    first.hover()
    expect(first).to_have_class(re.compile("chronology-pointed"))
    second.get_by_role("link").first.focus()
    expect(second).to_have_class(re.compile("chronology-pointed"))
    expect(first).not_to_have_class(re.compile("chronology-pointed"))
    assert explorer.page.evaluate("window.pointed") == [second.get_attribute("data-event")]


def test_on_paper_the_filtered_list_has_its_addresses(visit):
    explorer = visit("?standing=contested")
    page = explorer.page
    page.emulate_media(media="print")
    expect(page.locator(".chronology-chips")).to_be_hidden()
    expect(page.locator(".chronology-printed")).to_have_text(f"Contested {page.url}")
    link = explorer.entries.first.get_by_role("link").first
    expect(link).to_have_attribute("data-address", link.evaluate("link => link.href"))


def test_on_the_maps_page_the_list_is_drawn_from_the_data_and_leads_home(visit, kursk):
    explorer = visit("map/?standing=contested&from=2025")
    contested = ids(kursk, lambda view: view.standing is Standing.CONTESTED)
    drawn = shown(explorer)
    assert len(drawn) > 10
    assert drawn == [one for one in contested if one in drawn]
    expect(explorer.count).to_have_text(f"{len(drawn)} of 76 events")
    first = explorer.entries.first
    expect(first.locator(".chronology-mark")).to_have_text("Contested")
    expect(first.locator(".chronology-meta")).to_contain_text("independent origin")
    views = explorer.page.get_by_role("navigation", name="View")
    expect(views.get_by_role("link", name="Map")).to_have_attribute("aria-current", "true")
    views.get_by_role("link", name="List").click()
    expect(explorer.count).to_have_text(f"{len(drawn)} of 76 events")
    assert explorer.page.url.endswith("/kursk/?standing=contested&from=2025")


def test_without_scripts_the_page_is_whole_and_can_be_browsed(page, site):
    bare = page(site.url, java_script_enabled=False).page
    assert bare.locator("article[data-event]:visible").count() == 76
    browse = bare.get_by_role("navigation", name="Browse by")
    names = ["Contested", "Actors", "Places", "Topics", "Sources", "Series"]
    assert browse.get_by_role("link").all_inner_texts() == names
    browse.get_by_role("link", name="Places").click()
    expect(bare.get_by_role("heading", level=1)).to_have_text("Places")


def test_data_that_cannot_be_read_leaves_the_page_as_it_is(page, site):
    made = page(tolerant=True)
    made.page.route("**/data/explorer-*.json", lambda route: route.abort())
    made.page.goto(f"{site.url}?standing=contested")
    alert = made.page.get_by_role("alert")
    expect(alert).to_contain_text("The filters could not be loaded, so the page is shown whole.")
    expect(made.page.locator("article[data-event]:visible")).to_have_count(76)
    made.page.unroute("**/data/explorer-*.json")
    alert.get_by_role("button", name="Try again").click()
    expect(made.page.locator(".chronology-shown")).to_have_text("27 of 76 events")
    expect(alert).to_have_count(0)


@pytest.fixture(scope="module")
def instant(tmp_path_factory: pytest.TempPathFactory, serve) -> StaticHost:
    """The small chronology with Material's instant navigation."""
    folder = tmp_path_factory.mktemp("explorer") / "project"
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns("site", ".cache"))
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    address = "http://127.0.0.1/harbour/"
    settings = re.sub(r"^site_url:.*$", f"site_url: {address}", settings, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
    if "navigation.instant" not in config.theme["features"]:
        config.theme["features"].append("navigation.instant")
    config.site_url = address
    build(config)
    return serve(folder / "site", prefix="/harbour/")


def test_it_works_after_instant_navigation_and_back(instant: StaticHost, page: Callable[..., Any]):
    # The sitemap that instant navigation reads must name this host.
    sitemap = (instant.folder / "sitemap.xml").read_text(encoding="utf-8")
    (instant.folder / "sitemap.xml").write_text(sitemap.replace("http://127.0.0.1/", f"{instant.origin}/"), "utf-8")
    made = page(f"{instant.url}about/" if (instant.folder / "about").is_dir() else f"{instant.url}contested/").page
    made.evaluate("window.stays = true")
    made.locator(".chronology-nameplate a, a.chronology-nameplate").first.click()
    explorer = Explorer(made)
    explorer.expect("3 events", "")
    explorer.chips.get_by_role("button", name="Contested").click()
    explorer.expect("1 of 3 events", "standing=contested")
    explorer.entries.first.get_by_role("link").first.click()
    expect(made.get_by_role("heading", level=1)).to_contain_text("goes out")
    made.go_back()
    expect(made.locator(".chronology-shown")).to_have_text("1 of 3 events")
    made.go_back()
    expect(made.locator(".chronology-shown")).to_have_text("3 events")
    assert made.evaluate("window.stays") is True
