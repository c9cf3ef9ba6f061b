"""The walk-through of docs/contribute.md, step by step; `UPDATE_PICTURES=1` takes its pictures anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import walkthrough
from tests.repositories import needs_git
from tests.static_host import StaticHost
from tests.terminal import coloured, inscribed, without_colours

ROOM = 14  # pixels around what a picture shows
# A claim that the record has already, so that the pictures put words in nobody's mouth.
SAID = "Russian forces had captured Sudzha, as reported on 12 March."


@pytest.fixture(scope="module")
def site(kursk_site: Path, serve) -> StaticHost:
    host: StaticHost = serve(kursk_site)
    return host


@pytest.fixture
def pictures(project_root: Path) -> Path | None:
    return project_root / "docs/images" if os.environ.get("UPDATE_PICTURES") else None


def take(page: Page, parts: list[Locator], folder: Path | None, name: str) -> None:
    """Take a picture of the parts of a page, with some room around them, where pictures are wanted."""
    if folder is None:
        return
    expect(page.get_by_text("Claim 6 added")).to_be_hidden(timeout=20_000)  # said in passing
    shown_from = page.evaluate("scrollY")
    boxes = [box for box in (part.bounding_box() for part in parts) if box]
    left, top = min(box["x"] for box in boxes) - ROOM, min(box["y"] for box in boxes) + shown_from - ROOM
    right = max(box["x"] + box["width"] for box in boxes) + ROOM
    bottom = max(box["y"] + box["height"] for box in boxes) + shown_from + ROOM
    page.screenshot(
        path=folder / f"contribute-{name}.png",
        full_page=True,
        clip={"x": max(left, 0), "y": max(top, 0), "width": right - max(left, 0), "height": bottom - max(top, 0)},
        animations="disabled",
    )


def test_the_steps_are_there_as_the_page_names_them(page, site: StaticHost, pictures: Path | None) -> None:
    shown: Page = page(site.url + "events/sudzha-retaken/", viewport=(900, 900)).page
    take(shown, [shown.locator(".chronology-head")], pictures, "event")
    shown.get_by_role("link", name="Suggest a change").click()

    date = shown.locator("[data-field=date]").first
    date.locator("input").first.fill("[2025-03-12..2025-03-13]")
    expect(date.locator("output")).to_have_text("Understood as: a day between 12 and 13 March 2025")
    take(shown, [date], pictures, "date")

    shown.locator(".chronology-repeats[data-field=questions] summary").first.click()
    shown.get_by_role("button", name="Add a claim").click()
    claim = shown.locator("[data-field=claims] .chronology-card").last
    claim.locator("[data-field=answer] select").first.select_option("russia")
    claim.locator("[data-field=says] textarea").first.fill(SAID)
    for name, words in (("by", "Institute for the Study"), ("sources", "Syrskyi: Ukrainians reposition to")):
        box = claim.locator(f"[data-field={name}] input").first
        box.fill(words)
        expect(box).to_have_attribute("aria-expanded", "true")
        box.press("Enter")
    claim.get_by_role("button", name="Quote its words").wait_for()
    take(shown, [claim], pictures, "claim")

    changes = shown.locator(".chronology-diff")
    expect(changes).to_contain_text("[2025-03-12..2025-03-13]")
    handed = shown.get_by_role("heading", name="Hand it in")
    expect(shown.get_by_role("link", name="Open its file")).to_be_visible()
    take(shown, [handed, changes, shown.get_by_role("link", name="Open its file")], pictures, "changes")


# The runs of a terminal's text in the site's own colours, in place of the page.
DRAW = """runs => {
  const colours = {31: "--chronology-contested", 32: "--chronology-agreed", 2: "--chronology-soft"};
  const screen = document.createElement("pre");
  screen.style = "box-sizing: border-box; width: 44rem; margin: 0; padding: 1rem 1.2rem; white-space: pre-wrap;"
    + "font: 14px/1.55 var(--chronology-mono); color: var(--chronology-ink); background: var(--chronology-wash)";
  for (const [code, text] of runs) {
    const run = document.createElement("span");
    const codes = code.split(";");
    run.textContent = text;
    run.style.fontWeight = codes.includes("1") ? 600 : "";
    run.style.color = codes.map((one) => colours[one]).filter(Boolean).map((name) => `var(${name})`)[0] ?? "";
    screen.append(run);
  }
  document.querySelector("article").replaceChildren(screen);
}"""


@needs_git
@pytest.mark.skipif(not os.environ.get("UPDATE_PICTURES"), reason="tests/commands/test_walkthrough.py tells when")
def test_the_terminal_is_pictured(page, site: StaticHost, pictures: Path, project_root: Path, tmp_path: Path) -> None:
    shown: Page = page(site.url + "contribute/", viewport=(900, 900)).page
    for name, text in walkthrough.sessions(project_root, tmp_path / "chronology").items():
        shown.evaluate(DRAW, coloured(text))
        screen = shown.locator("article pre")
        assert screen.text_content() == without_colours(text)
        (pictures / f"contribute-git-{name}.png").write_bytes(inscribed(screen.screenshot(), text))
