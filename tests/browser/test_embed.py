"""Frames of the chronology on a page of another site, in a real Chromium; and the figures that the explorer shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults
from tests.static_host import StaticHost

FRAMES = """<!doctype html><html lang="en"><title>An article</title><p>Before</p>
<iframe id="one" src="{site}embed/?topic=sudzha&amp;from=2025-03" title="Sudzha" width="600" height="300"></iframe>
<iframe id="two" src="{site}embed/?topic=encirclement" title="Encircled" width="600" height="300"></iframe>
<iframe id="other" src="{other}" title="Another" width="600" height="300"></iframe>
{script}"""
OTHER = """<!doctype html><title>Another</title>
<script>parent.postMessage({chronology: "height", height: 5}, "*")</script>"""


@pytest.fixture
def article(site: StaticHost, tmp_path: Path, serve):
    """An article on another origin, with or without the script."""

    def write(*, script: bool) -> str:
        tag = f'<script src="{site.url}embed.js" async></script>' if script else ""
        host: StaticHost = serve(tmp_path)
        (tmp_path / "other.html").write_text(OTHER, "utf-8")
        html = FRAMES.format(site=site.url, other=f"{host.url}other.html", script=tag)
        (tmp_path / "index.html").write_text(html, "utf-8")
        return host.url

    return write


def test_frames_become_as_high_as_their_content(page, article) -> None:
    shown = page(article(script=True), tolerant=True).page
    for name, title in (("one", "The battle for Sudzha"), ("two", "The dispute over an encirclement")):
        frame = shown.frame_locator(f"#{name}")
        expect(frame.locator("chronology-attribution")).to_contain_text(title)
        content = frame.locator("main").evaluate("main => Math.ceil(main.getBoundingClientRect().height)")
        expect(shown.locator(f"#{name}")).to_have_css("height", f"{content}px")
        assert frame.locator("html").evaluate("root => root.scrollHeight <= root.clientHeight")
    assert shown.locator("#other").evaluate("frame => frame.offsetHeight") == 304  # with its border: not ours


def test_a_frame_follows_its_content(page, article) -> None:
    shown = page(article(script=True), tolerant=True).page
    frame = shown.frame_locator("#one")
    expect(frame.locator("chronology-attribution")).to_have_attribute("data-settled", "")
    frame.locator("chronology-list").evaluate("list => list.remove()")
    content = frame.locator("main").evaluate("main => Math.ceil(main.getBoundingClientRect().height)")
    expect(shown.locator("#one")).to_have_css("height", f"{content}px")


def test_without_the_script_a_frame_keeps_its_height_and_scrolls(page, article) -> None:
    shown = page(article(script=False), tolerant=True).page
    frame = shown.frame_locator("#one")
    expect(frame.locator("chronology-attribution")).to_contain_text("The battle for Sudzha")
    assert shown.locator("#one").evaluate("frame => frame.offsetHeight") == 304
    assert frame.locator("html").evaluate("root => root.scrollHeight > root.clientHeight")


def test_the_frame_shows_what_its_address_selects_and_leads_to_the_same(page, site: StaticHost) -> None:
    query = "?topic=sudzha&from=2025-03"
    shown = page(site.url + "embed/" + query).page
    link = shown.get_by_role("link", name="Open in the chronology")
    expect(link).to_have_attribute("href", f"../{query}")
    there = page(site.url + query).page
    expect(there.locator("[data-event]:visible").first).to_be_visible()
    titles = "all => all.map((one) => one.textContent)"
    listed = shown.locator("article h3:visible").evaluate_all(titles)
    expect(there.locator("article h3:visible")).to_have_count(len(listed))
    assert there.locator("article h3:visible").evaluate_all(titles) == listed


def test_without_scripts_the_frame_has_everything(page, site: StaticHost) -> None:
    shown = page(site.url + "embed/", java_script_enabled=False, viewport=(360, 740)).page
    assert shown.locator("article h3").count() > 50
    assert shown.evaluate("document.documentElement.scrollWidth") == 360


def test_figures_show_the_points_of_what_is_selected(page, site: StaticHost) -> None:
    shown = page(site.url + "?view=figures&from=2025-03&to=2025-03").page
    figures = shown.locator("chronology-figures")
    expect(figures.locator("figure:visible").first).to_be_visible()
    points = figures.locator("[data-claim]")
    selected = set(
        shown.locator("article[data-event]:visible").evaluate_all("all => all.map((one) => one.dataset.event)")
    )
    told = points.evaluate_all(
        """all => all.map((one) =>
            [one.dataset.claim.split("#")[0], one.classList.contains("chronology-unselected")])"""
    )
    assert told
    assert {event for event, dimmed in told if not dimmed} <= selected
    assert not {event for event, dimmed in told if dimmed} & selected
    ids = figures.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert all(shown.locator(f'[id="{one}"]').count() == 1 for one in ids)
    links = figures.locator(".chronology-key a").evaluate_all("all => all.map((one) => one.href)")
    assert all(link.startswith(site.url) for link in links)


def test_figures_say_when_there_is_nothing_to_show(page, site: StaticHost) -> None:
    shown = page(site.url + "?view=figures&from=2020&to=2021").page
    expect(shown.get_by_text("No figure has a point in this period.")).to_be_visible()
    assert shown.locator("chronology-figures figure:visible").count() == 0


def test_pointing_at_a_figure_marks_the_event_and_back(page, site: StaticHost) -> None:
    shown = page(site.url + "?view=figures").page
    point = shown.locator("chronology-figures .chronology-wide [data-claim]:visible").first
    event = (point.get_attribute("data-claim") or "").split("#")[0]
    point.dispatch_event("pointerover", {"bubbles": True})
    entry = shown.locator(f'article[data-event="{event}"]')
    expect(entry).to_have_class("chronology-entry chronology-pointed")
    shown.locator("chronology-figures").dispatch_event("pointerleave")
    expect(entry).to_have_class("chronology-entry")
    entry.dispatch_event("pointerover", {"bubbles": True})
    marked = shown.locator("chronology-figures .chronology-pointed")
    expect(marked.first).to_have_attribute("data-claim", point.get_attribute("data-claim") or "")


@pytest.mark.axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["embed/?topic=sudzha", "embed/?view=figures", "about/", "handbook/blocks/"])
def test_axe_finds_nothing(page, site: StaticHost, address: str, scheme: str) -> None:
    shown = page(site.url + address, color_scheme=scheme, reduced_motion="reduce").page
    if "?" in address:
        expect(shown.locator("chronology-attribution")).to_have_attribute("data-settled", "")
    assert faults(shown) == []


@pytest.mark.parametrize("address", ["embed/?topic=sudzha", "embed/?view=figures", "about/", "handbook/blocks/"])
def test_it_fits_a_phone(page, site: StaticHost, address: str) -> None:
    shown = page(site.url + address, viewport=(360, 740)).page
    assert shown.evaluate("document.documentElement.scrollWidth") == 360


def test_the_frame_needs_nothing_that_a_strict_policy_forbids(page, kursk_site: Path, serve) -> None:
    policy = {"Content-Security-Policy": "default-src 'self'; base-uri 'self'"}
    host: StaticHost = serve(kursk_site, prefix="/kursk/", headers=policy)
    shown = page(host.url + "embed/?view=figures&from=2025-03").page
    expect(shown.locator("chronology-figures figure:visible").first).to_be_visible()
    expect(shown.locator("chronology-attribution")).to_contain_text("from March 2025")
