"""As known on a day, in a real Chromium: on events, the chronology and series, by address, keyboard and Back."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Page, expect

from chronology.model.chronology import Chronology
from chronology.model.days import Day
from tests.browser.axe import faults
from tests.static_host import StaticHost

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small"
EVENT = "events/sudzha-retaken/"
SERIES = "series/ukrainian-held-area/"


def notice(page: Page) -> str:
    return page.locator(".chronology-as-known p").first.inner_text() if known(page) else ""


def known(page: Page) -> bool:
    return page.locator(".chronology-as-known").is_visible()


def claims_shown(page: Page) -> dict[str, str]:
    """The claims that can be seen in the questions of an event's page, with their states."""
    rows = page.locator(".chronology-question .chronology-claims [id]:visible")
    found: dict[str, str] = rows.evaluate_all(
        """rows => Object.fromEntries(rows.map((row) => [row.id, ["revised", "withdrawn"].find(
            (state) => row.classList.contains(`chronology-${state}`)) ?? "stands"]))"""
    )
    return found


def test_a_day_is_chosen_by_keyboard_and_left_by_back(page, site: StaticHost) -> None:
    shown = page(site.url + EVENT).page
    now = claims_shown(shown)
    day = shown.get_by_role("link", name="13 March 2025", exact=True).first
    day.focus()
    shown.keyboard.press("Enter")

    assert shown.url == site.url + EVENT + "?known=2025-03-13"
    assert notice(shown) == "As known on 13 March 2025: 3 of 5 claims; contested."
    expect(shown.get_by_role("status").filter(has_text="As known on")).to_have_text(notice(shown))
    expect(day).to_have_attribute("aria-current", "true")
    expect(day).to_be_focused()
    assert claims_shown(shown)["control-deepstate-13"] == "stands"
    assert "control-deepstate-15" not in claims_shown(shown)
    assert "Contested" in shown.locator("#control .chronology-why").inner_text()

    shown.go_back()
    expect(shown.locator(".chronology-as-known")).to_be_hidden()
    assert shown.url == site.url + EVENT
    assert claims_shown(shown) == now
    assert "Settled" in shown.locator("#control .chronology-why").inner_text()


def test_steps_take_the_place_of_each_other_in_history(page, site: StaticHost) -> None:
    shown = page(site.url + EVENT + "?known=2025-03-14").page
    later = shown.get_by_role("button", name="Later")
    later.focus()
    for _ in range(5):
        shown.keyboard.press("Enter")
    assert shown.url.endswith("?known=2025-03-16")
    expect(later).to_have_attribute("aria-disabled", "true")
    expect(later).to_be_focused()

    shown.get_by_role("link", name="Show the present").click()
    assert shown.url == site.url + EVENT
    assert not known(shown)
    expect(shown.get_by_role("link", name="Now", exact=True)).to_be_focused()
    shown.go_back()
    assert notice(shown).startswith("As known on 16 March 2025")


@pytest.mark.parametrize("event", ["sudzha-retaken", "trump-surrounded", "peak-area", "north-korea-denies-troops"])
def test_every_day_shows_what_the_model_says(page, site: StaticHost, kursk: Chronology, event: str) -> None:
    shown = page(f"{site.url}events/{event}/").page
    for state in kursk.known.states(event):
        shown.goto(f"{site.url}events/{event}/?known={state.day.isoformat()}")
        claims = [claim for question in state.questions for claim in question.claims if claim.visible]
        assert claims_shown(shown) == {claim.anchor: claim.state for claim in claims}
        cited = shown.locator("#sources ol > li:visible").evaluate_all("items => items.map((one) => one.id.slice(7))")
        assert set(cited) == set(state.view.sources)
        standing = shown.locator(".chronology-head .chronology-standing").inner_text()
        assert f"{state.reports} report" in standing


@pytest.mark.parametrize("event", ["sudzha-retaken", "trump-surrounded"])
def test_the_last_day_is_the_page_as_it_is(page, site: StaticHost, kursk: Chronology, event: str) -> None:
    last = kursk.known.states(event)[-1].day.isoformat()
    shown = page(f"{site.url}events/{event}/").page
    now = shown.locator(".chronology-main").inner_text()
    shown.goto(f"{site.url}events/{event}/?known={last}")

    assert known(shown)
    assert shown.locator(".chronology-main").inner_text() == now


def test_before_the_first_word_nothing_was_known(page, site: StaticHost) -> None:
    shown = page(site.url + EVENT + "?known=2024-08-06").page
    assert notice(shown) == "As known on 6 August 2024: nothing was public yet."
    assert claims_shown(shown) == {}
    expect(shown.locator("#sources")).to_be_hidden()


@pytest.mark.parametrize("search", ["", "?known", "?known=yesterday", "?known=2025-02-30", "?known=2025-03"])
def test_what_is_no_day_is_ignored(page, site: StaticHost, search: str) -> None:
    shown = page(site.url + EVENT + search).page
    expect(shown.get_by_role("heading", name="As known on")).to_be_visible()
    assert not known(shown)
    assert len(claims_shown(shown)) == 5


def test_numbers_of_sources_stay(page, site: StaticHost) -> None:
    shown = page(site.url + "events/trump-surrounded/").page
    numbered = {
        note.get_attribute("href"): note.inner_text()
        for note in shown.locator(".chronology-question sup a").all()
    }  # fmt: skip
    shown.goto(site.url + "events/trump-surrounded/?known=2025-03-14")
    for item in shown.locator("#sources ol > li:visible").all():
        href = f"#{item.get_attribute('id')}"
        assert item.evaluate("item => item.value") == int(numbered.get(href) or item.evaluate("item => item.value"))


def test_the_chronology_shows_what_was_public(page, site: StaticHost, kursk: Chronology) -> None:
    shown = page(site.url).page
    shown.get_by_label("As known on").select_option(label="13 March 2025")
    on = Day(2025, 3, 13)
    public = {event for event in kursk.events if kursk.known.on(event, on).public}
    entries = shown.locator("article[data-event]:visible")

    assert shown.url == site.url + "?known=2025-03-13"
    assert set(entries.evaluate_all("all => all.map((one) => one.dataset.event)")) == public
    assert notice(shown).startswith(f"As known on 13 March 2025: {len(public)} of {len(kursk.events)} events; ")
    assert shown.locator(".chronology-month:visible").last.inner_text().startswith("March 2025")
    assert not shown.locator(".chronology-day:visible").filter(has_not=shown.locator("article:visible")).count()
    link = shown.locator('article[data-event="sudzha-retaken"] h3 a')
    link.click()
    expect(shown.locator(".chronology-as-known")).to_be_visible()
    assert shown.url.endswith(EVENT + "?known=2025-03-13")
    shown.go_back()
    assert entries.count() == len(public)
    shown.get_by_label("As known on").select_option(label="now")
    assert shown.url == site.url
    assert entries.count() == len(kursk.events)
    assert link.get_attribute("href") == EVENT


def test_any_day_can_be_asked_for(page, site: StaticHost) -> None:
    """One on which nothing changed stands among the others while it is chosen."""
    shown = page(site.url + "?known=2025-01-01").page
    choice = shown.get_by_label("As known on")
    assert choice.input_value() == "2025-01-01"
    shown.get_by_role("button", name="Earlier").click()
    assert choice.input_value() < "2025-01-01"
    assert shown.locator('option[value="2025-01-01"]').count() == 0


def test_a_series_shows_what_had_been_counted(page, site: StaticHost, kursk: Chronology) -> None:
    shown = page(site.url + SERIES + "?known=2025-03-13").page
    claims = [point.claim for point in kursk.series["ukrainian-held-area"].points if point.claim]
    made = [
        known.visible
        for claim in claims
        for question in kursk.known.on(claim.event, Day(2025, 3, 13)).questions
        for known in question.claims
        if known.anchor == claim.anchor and question.question == claim.question
    ]
    assert shown.locator("tr[data-claim]:visible").count() == sum(made)
    assert notice(shown) == f"As known on 13 March 2025: {sum(made)} of {len(claims)} figures."


@pytest.mark.parametrize("search", ["", "?known=2025-03-13"])
def test_without_scripts_the_list_tells_how_the_record_changed(page, site: StaticHost, search: str) -> None:
    shown = page(site.url + EVENT + search, java_script_enabled=False).page
    beside = shown.locator("aside chronology-known")
    text = beside.inner_text()
    assert text.startswith("How this became known")
    assert "DeepState now said: Russia." in text
    assert beside.locator("a, button, select").count() == 0
    assert len(claims_shown_without_scripts(shown)) == 5
    assert page(site.url, java_script_enabled=False).page.locator("chronology-known").inner_text().strip() == ""


def claims_shown_without_scripts(page: Page) -> list[str]:
    return [row.get_attribute("id") or "" for row in page.locator("#control .chronology-claims [id]").all()]


@pytest.mark.axe
@pytest.mark.parametrize("address", [EVENT, "", SERIES], ids=["event", "chronology", "series"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page, site: StaticHost, address: str, scheme: str) -> None:
    visit = page(site.url + address + "?known=2025-03-13", color_scheme=scheme, reduced_motion="reduce")
    assert known(visit.page)
    assert faults(visit.page) == []


@pytest.mark.parametrize("address", [EVENT, "", SERIES], ids=["event", "chronology", "series"])
def test_it_fits_a_phone(page, site: StaticHost, address: str) -> None:
    visit = page(site.url + address + "?known=2025-03-13", viewport=(360, 740))
    assert known(visit.page)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.fixture(scope="module", params=[(), ("navigation.instant",)], ids=["plain", "instant"])
def strict(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, serve) -> StaticHost:
    """The small site under a strict Content-Security-Policy, with and without instant navigation."""
    folder = tmp_path_factory.mktemp("known")
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    host: StaticHost = serve(folder / "site", prefix="/harbour/")
    config = load_config(str(folder / "mkdocs.yml"), site_url=host.url)
    config.theme["features"] = list(request.param)
    build(config)
    html = "".join(page.read_text(encoding="utf-8") for page in (folder / "site").rglob("*.html"))
    inline = sorted(set(re.findall(r"<script>(.*?)</script>", html, re.DOTALL)))
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline]
    scripts = " ".join(f"'sha256-{digest}'" for digest in digests)
    host.headers = {"Content-Security-Policy": f"default-src 'self'; script-src 'self' {scripts}; img-src 'self' data:"}
    return host


def test_from_page_to_page_under_a_strict_policy(page, strict: StaticHost) -> None:
    shown = page(strict.url).page
    shown.get_by_label("As known on").select_option(label="5 March 1911")
    shown.locator('article[data-event="light-goes-out"] h3 a').click()
    expect(shown.locator(".chronology-as-known")).to_be_visible()
    assert shown.url.endswith("events/light-goes-out/?known=1911-03-05")
    assert "out-watchers" not in claims_shown(shown)
    shown.get_by_role("link", name="7 March 1911", exact=True).first.click()
    assert "out-watchers" in claims_shown(shown)
    shown.go_back()
    expect(shown.locator("#out-watchers")).to_be_hidden()
    shown.go_back()
    expect(shown.get_by_label("As known on")).to_have_value("1911-03-05")
    shown.go_back()
    expect(shown.get_by_label("As known on")).to_have_value("")
    assert shown.url == strict.url


def test_our_own_later_changes_are_not_shown_before_they_were_made(page, strict: StaticHost) -> None:
    shown = page(strict.url + "events/light-goes-out/?known=1911-12-31").page
    changed = shown.get_by_text("The log was found.")
    expect(changed).to_be_hidden()
    shown.get_by_role("link", name="Show the present").click()
    expect(changed).to_be_visible()
    shown.goto(strict.url + "events/light-sold/?known=1912-02-02")
    expect(shown.get_by_text("It was another light.")).to_be_hidden()
