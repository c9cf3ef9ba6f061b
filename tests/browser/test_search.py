"""The search box of a real Material site, in a real browser, with our worker in the place of its own."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Locator, Page, expect

from chronology.model import dates
from chronology.search.documents import SearchDocument
from chronology.search.engine import SCRIPTS
from tests.static_host import StaticHost

SPELLINGS = ["Sudzha", "Суджа", "Sudža", "Sudza", "Sudscha", "Sudja", "Suja", "Suzha", "sudz", "Sudzka", "суд"]
ALL_FEATURES = ("navigation.instant", "search.highlight", "search.suggest", "search.share")
PREFIX = "/pages/kursk/"
FAST = 3000  # milliseconds

PLACE = SearchDocument(
    "place:sudzha", "place", "places/sudzha/", "Sudzha",
    names=("Суджа", "Sudscha", "Sudža", "Sudja", "Suja"), label="Town",
)  # fmt: skip
EVENT = SearchDocument(
    "event:sudzha-retaken", "event", "events/sudzha-retaken/", "Russia says it has <retaken> the town",
    text="The Defence Ministry announced it & two villages.", date=dates.parse("2025-03-13"), linked=("place:sudzha",),
)  # fmt: skip
CLAIM = SearchDocument(
    "claim:sudzha-retaken#control-1", "claim", "events/sudzha-retaken/#control-1", "Neither in full",
    text="Fighting went on in the outskirts.", part_of="event:sudzha-retaken",
)  # fmt: skip

HOOK = """
import json
from pathlib import Path
from typing import Any
from mkdocs.plugins import event_priority
from chronology.search.engine import INDEX, WORKER, site_files
from chronology.search.handwritten import pages_from_material
from chronology.search.minisearch import MiniSearch
from tests.browser.test_search import CLAIM, EVENT, PLACE

@event_priority(-100)
def on_post_build(config):
    site = Path(config.site_dir)
    worker = next(site.glob(WORKER)).relative_to(site).as_posix()
    written = json.loads((site / INDEX).read_text(encoding="utf-8"))
    records = {f"{folder}/{end}" for folder in ("places/sudzha", "events/sudzha-retaken") for end in ("", "index.html")}
    pages = pages_from_material(written, exclude=records)
    for path, content in site_files([PLACE, EVENT, CLAIM, *pages], MiniSearch(), worker):
        (site / path).write_bytes(content)
"""

PAGES = {
    "index.md": "# Home\n\nThe beginning.",
    "places/sudzha/index.md": "# The town itself\n\n[About](../../about.md)",
    "events/sudzha-retaken/index.md": "# Retaken\n\n## Who held it? {#control-1}\n\nThe town.",
    "about.md": "# About this record\n\n## Corrections policy\n\nHow a mistake is put right.",
}


def build_site(folder: Path, features: tuple[str, ...], *, directory_urls: bool) -> Path:
    """Build PAGES and return the site's folder. Where the records' addresses lead, hand-written pages stand in."""
    for path, text in PAGES.items():
        page = folder / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    (folder / "docs" / "box.js").write_bytes((SCRIPTS / "box.js").read_bytes())
    (folder / "hook.py").write_text(HOOK, encoding="utf-8")
    settings = {
        "site_name": "Fixture",
        "site_url": f"http://127.0.0.1{PREFIX}",
        "use_directory_urls": directory_urls,
        "theme": {"name": "material", "font": False, "features": list(features)},
        "markdown_extensions": ["attr_list"],
        "plugins": ["search"],
        "hooks": ["hook.py"],
        "extra_javascript": ["box.js"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml")))
    return folder / "site"


def strict_policy(site: Path) -> dict[str, str]:
    """A Content-Security-Policy that allows only the site's own scripts, and Material's inline ones by their hashes."""
    html = "".join(page.read_text(encoding="utf-8") for page in site.rglob("*.html"))
    inline = set(re.findall(r"<script>(.*?)</script>", html, re.DOTALL))
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in sorted(inline)]
    scripts = " ".join(["'self'", *(f"'sha256-{digest}'" for digest in digests)])
    policy = f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
    return {"Content-Security-Policy": policy}


@pytest.fixture(
    scope="module",
    params=[("plain", (), True), ("all-features", ALL_FEATURES, True), ("flat-addresses", (), False)],
    ids=lambda one: one[0],
)
def site(request: pytest.FixtureRequest, once, serve) -> StaticHost:
    name, features, directory_urls = request.param
    project = once(f"search-{name}", lambda folder: build_site(folder, features, directory_urls=directory_urls))
    return serve(project / "site", PREFIX, strict_policy(project / "site"))


@dataclass
class Box:
    """The search box on a page."""

    page: Page

    @property
    def query(self) -> Locator:
        return self.page.locator(".md-search__input")

    @property
    def results(self) -> Locator:
        return self.page.locator(".md-search-result__link")

    @property
    def message(self) -> Locator:
        return self.page.locator(".md-search-result__meta")

    def search(self, text: str) -> None:
        """Put a text in at once, as by pasting."""
        self.query.fill(text)


@pytest.fixture
def box(site: StaticHost, page: Callable[..., Any]) -> Box:
    site.requests.clear()
    return Box(page(site.url).page)


def asked_for(site: StaticHost, part: str) -> int:
    return sum(part in request.path for request in site.requests)


def test_a_page_load_asks_for_no_more_than_the_worker_and_a_tiny_index(site: StaticHost, box: Box):
    box.query.click()
    expect(box.message).to_have_text("Type to start searching")
    box.page.wait_for_load_state("networkidle")
    search = [request for request in site.requests if "search" in request.path]
    assert len(search) == 2
    assert sum(request.size for request in search) < 4000
    box.search("sud")
    expect(box.results.first).to_be_visible()
    assert (asked_for(site, "search/minisearch-"), asked_for(site, "search/data-")) == (1, 1)


def test_it_finds_while_one_types(box: Box):
    box.query.press_sequentially("su")
    expect(box.results.first).to_contain_text("Sudzha")
    box.query.press_sequentially("mm")
    expect(box.message).to_have_text("No matching documents")


def test_every_spelling_finds_the_place_first_and_then_its_event(box: Box):
    for spelling in SPELLINGS:
        box.search(spelling)
        expect(box.results.nth(0), spelling).to_contain_text("Place · Town Sudzha", timeout=FAST)
        expect(box.results.nth(1), spelling).to_contain_text("Event · 13 March 2025", timeout=FAST)


def test_records_are_shown_as_text_never_as_markup(box: Box):
    box.search("retaken")
    expect(box.results.first.locator("h1")).to_have_text("Event · 13 March 2025 Russia says it has <retaken> the town")
    expect(box.results.first.locator("mark")).to_have_text("retaken")


def test_enter_opens_the_best_result(box: Box):
    box.search("Sudscha")
    expect(box.results.first).to_be_visible()
    box.query.press("Enter")
    box.page.wait_for_url("**/places/sudzha/**")
    expect(box.page.get_by_role("heading", name="The town itself")).to_be_visible()


def test_arrows_walk_through_the_results_and_escape_leaves(box: Box):
    box.search("Sudzha")
    expect(box.results.first).to_be_visible()
    box.query.press("ArrowDown")
    expect(box.results.first).to_be_focused()
    box.page.keyboard.press("ArrowUp")
    expect(box.query).to_be_focused()
    box.page.keyboard.press("Escape")
    expect(box.query).not_to_be_focused()


def test_a_claim_leads_to_its_anchor_on_the_events_page(box: Box):
    box.search("outskirts")
    claim = box.results.filter(has_text="Neither in full")
    expect(claim).to_contain_text("Claim")
    claim.click()
    box.page.wait_for_url("**/events/sudzha-retaken/**#control-1")


def test_hand_written_pages_are_found_by_section(box: Box):
    box.search("mistake put right")
    expect(box.results.filter(has_text="Corrections policy")).to_be_visible()


def test_what_is_nowhere_is_told_and_the_box_can_be_emptied(box: Box):
    box.search("qxjvw")
    expect(box.message).to_have_text("No matching documents")
    box.page.locator(".md-search__form [type=reset]").click()
    box.search("sudzha")
    expect(box.results.first).to_be_visible()


def test_a_link_with_a_query_searches(site: StaticHost, box: Box):
    box.page.goto(f"{site.url}?q=sudscha")
    expect(box.results.first).to_contain_text("Sudzha")


def test_it_works_after_going_on_to_another_page(box: Box):
    box.search("Sudscha")
    box.results.first.click()
    expect(box.page.get_by_role("heading", name="The town itself")).to_be_visible()
    box.search("corrections")
    box.results.filter(has_text="Corrections policy").click()
    box.page.wait_for_url("**/about**")
