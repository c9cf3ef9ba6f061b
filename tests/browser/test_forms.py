"""The forms of the real site in a real Chromium, under a strict policy; what they write is given to the real check."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from chronology.records.load import load
from tests.browser.axe import faults
from tests.static_host import StaticHost

CHANGE = "contribute/event/?record=sudzha-retaken"
NEW = "contribute/event/"
PATH = "events/2025/sudzha-retaken.yml"

# As if the draft had been begun when the record had another date.
BEGUN_EARLIER = """() => {
  const key = Object.keys(localStorage).find((one) => one.includes("draft"));
  localStorage.setItem(key, localStorage.getItem(key).replaceAll("2025-03-13", "2025-03-12"));
}"""


@pytest.fixture(scope="module")
def site(kursk_site: Path, serve) -> StaticHost:
    html = (kursk_site / NEW / "index.html").read_text("utf-8")
    inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in inline)
    policy = f"default-src 'self'; script-src 'self' {hashes}; img-src 'self' data:; object-src 'none'; base-uri 'none'"
    host: StaticHost = serve(kursk_site, prefix="/kursk/", headers={"Content-Security-Policy": policy})
    return host


@pytest.fixture
def content(project_root: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(project_root / "content", tmp_path / "content"))


def problems(content: Path) -> list[str]:
    return [str(one) for one in load(content.parent, content).problems]


def record(page: Page) -> str:
    """The text of the record, as the form ends with it."""
    text = page.locator(".chronology-text code").last.text_content()
    assert text
    return text


def field(within: Page | Locator, name: str, control: str = "input") -> Locator:
    return within.locator(f"[data-field={name}] {control}").first


def pick(box: Locator, words: str) -> None:
    box.fill(words)
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("Enter")


def test_a_date_is_fixed_and_a_claim_added(page, site: StaticHost, content: Path) -> None:
    shown: Page = page(site.url + CHANGE).page
    date = field(shown, "date")
    date.fill("12 March 2025")
    date.press("Tab")
    mistake = shown.locator(".chronology-mistake")
    expect(mistake).to_contain_text("'12 March 2025' is not how a date is written here; write 2025-03-12")
    assert mistake.locator("..").get_attribute("id") in (date.get_attribute("aria-describedby") or "").split()
    shown.get_by_role("button", name="Use 2025-03-12").click()
    expect(date).to_be_focused()
    date.fill("[2025-03-12..2025-03-13]")
    understood = "Understood as: a day between 12 and 13 March 2025"
    expect(shown.locator("[data-field=date] output")).to_have_text(understood)
    shown.locator(".chronology-repeats[data-field=questions] summary").first.click()
    shown.get_by_role("button", name="Add a claim").click()
    claim = shown.locator("[data-field=claims] .chronology-card").last
    field(claim, "answer", "select").select_option("russia")
    field(claim, "says", "textarea").fill("The town: all of it.")
    pick(field(claim, "by"), "meduz")
    field(claim, "said").fill("2025-03-13")
    pick(field(claim, "sources"), "trade blame")
    claim.get_by_role("button", name="Quote its words").click()
    shown.keyboard.type("gas metering station")
    expect(shown.locator(".chronology-preview")).to_contain_text("Meduza: Russia The town: all of it.")
    expect(shown.locator(".chronology-diff")).to_contain_text("gas metering station")
    before, after = (content / PATH).read_text("utf-8"), record(shown)
    (content / PATH).write_text(after, "utf-8")
    assert problems(content) == []
    removed = set(before.splitlines()) - set(after.splitlines())
    added = [line.strip() for line in after.splitlines() if line not in before.splitlines()]
    assert removed == {"date: 2025-03-13"}
    assert added[:1] == ['date: "[2025-03-12..2025-03-13]"']
    assert added[1:] == [
        "- answer: russia",
        'says: "The town: all of it."',
        "by: [meduza]",
        "- source: meduza-0321",
        "quote: gas metering station",
    ]


def test_a_new_event_is_proposed_with_its_text_in_the_address(page, site: StaticHost, content: Path) -> None:
    shown: Page = page(site.url + NEW).page
    field(shown, "title").fill("Meduza reports on the station: a survey")
    field(shown, "date").fill("2025-03")
    field(shown, "summary", "textarea").fill("A summary, #1 of its kind.")
    expect(shown.locator(".chronology-problem-list")).to_contain_text(
        "The event has no source; choose one, or add a question"
    )
    pick(field(shown, "places"), "Суджа")
    pick(shown.locator(".chronology-fields > [data-field=sources] input"), "trade blame")
    expect(shown.locator(".chronology-problem-list")).to_have_count(0)
    expect(shown.locator("#chronology-file-name")).to_have_value("meduza-reports-station-survey")
    link = shown.get_by_role("link", name="Propose it on Codeberg")
    expect(link).to_have_attribute("href", re.compile("meduza-reports-station-survey.*meduza-0321"))
    address = urlsplit(link.get_attribute("href") or "")
    assert address.path == "/example/kursk/_new/main/content/events/2025"
    given = parse_qs(address.query)
    assert given["filename"] == ["meduza-reports-station-survey.yml"]
    assert given["value"] == [record(shown)]
    (content / "events/2025" / given["filename"][0]).write_text(given["value"][0], "utf-8")
    assert problems(content) == []


def test_a_draft_is_kept_and_discarded(page, site: StaticHost) -> None:
    shown: Page = page(site.url + CHANGE).page
    note = shown.locator(".chronology-draft")
    expect(note).to_be_hidden()
    field(shown, "title").fill("Another title ")
    field(shown, "title").blur()
    expect(note).to_contain_text("A draft is kept in this browser, and nowhere else.")
    expect(shown.locator(".chronology-diff")).to_contain_text("title: Another title")
    shown.evaluate(BEGUN_EARLIER)
    shown.reload()
    expect(field(shown, "title")).to_have_value("Another title")
    expect(field(shown, "date")).to_have_value("2025-03-13")
    expect(note).to_contain_text("was taken up again. The record has changed on the site since then; both changes")
    shown.get_by_role("button", name="Discard the draft").click()
    expect(field(shown, "title")).to_have_value("Russia says it has retaken Sudzha, with Melovoy and Podol")
    assert (
        shown.evaluate("localStorage.getItem(Object.keys(localStorage).find((key) => key.includes('draft')))") is None
    )


def test_a_record_that_is_here_already_is_named(page, site: StaticHost) -> None:
    shown: Page = page(site.url + NEW, viewport=(390, 844)).page
    field(shown, "title").fill("Russians retake Sudzha")
    field(shown, "date").fill("2025-03-13")
    likely = shown.locator(".chronology-likely")
    expect(likely).to_contain_text("Perhaps here already: Russia says it has retaken Sudzha, with Melovoy and Podol")
    expect(likely.get_by_role("link")).to_have_attribute("href", re.compile(r"events/sudzha-retaken/$"))
    expect(shown.locator(".chronology-fields > [data-field=sources] label small")).to_have_text(
        "needed, unless a question has claims"
    )
    address = "kyivindependent.com/general-staff-confirms-withdrawal-from-sudzha-kursk-oblast"
    sources = shown.locator(".chronology-fields > [data-field=sources] input").first
    sources.fill(f"www.{address}")
    options = sources.locator("xpath=following-sibling::ul")
    expect(options).to_contain_text("Kyiv Independent")
    below = options.evaluate(
        "(list) => list.getBoundingClientRect().top - list.previousElementSibling.getBoundingClientRect().bottom"
    )
    assert 0 < below < 20
    sources.fill("CNN")
    expect(options).to_be_hidden()
    expect(shown.locator("[data-field=sources] .chronology-not-found")).to_contain_text("No source has that name.")
    shown.goto(f"{site.url}contribute/source/")
    field(shown, "url").fill(f"http://www.{address}?utm_source=x")
    expect(likely).to_contain_text("Perhaps here already: ")
    expect(likely).to_contain_text("Kyiv Independent")
    expect(likely.get_by_role("link")).to_have_attribute("href", re.compile(r"sources/[^/]+/$"))
    assert shown.evaluate("document.documentElement.scrollWidth") == 390


def test_what_is_taken_away_can_be_brought_back_until_the_next_change(page, site: StaticHost) -> None:
    shown: Page = page(site.url + CHANGE, viewport=(390, 844)).page
    said = shown.get_by_role("status").filter(has=shown.get_by_role("button", name="Undo"))
    questions = shown.locator(".chronology-fields > [data-field=questions] > ol > li")
    expect(questions).not_to_have_count(0)
    before = questions.count()
    questions.first.locator("summary").first.click()
    shown.get_by_role("button", name="Remove question 1").click()
    expect(questions).to_have_count(before - 1)
    expect(said).to_have_text("Question 1 removed Undo")
    expect(shown.locator(".chronology-diff")).to_be_visible()
    shown.get_by_role("button", name="Undo").click()
    expect(questions).to_have_count(before)
    expect(said).to_have_count(0)
    expect(shown.locator(".chronology-diff")).to_have_count(0)

    field(shown, "title").fill("Another title")
    shown.get_by_role("button", name="Discard the draft").click()
    undo = shown.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(said).to_have_text("The draft is discarded Undo")
    undo.press("Enter")
    expect(field(shown, "title")).to_have_value("Another title")
    shown.get_by_role("button", name="Discard the draft").click()
    expect(undo).to_be_visible()
    field(shown, "title").fill("A third title")
    expect(said).to_have_count(0)


def test_a_new_event_can_name_a_source_that_is_begun_beside_it(page, site: StaticHost, content: Path) -> None:
    shown: Page = page(site.url + NEW, viewport=(390, 844)).page
    field(shown, "title").fill("Суджа")
    field(shown, "date").fill("2025-03-12")
    field(shown, "summary", "textarea").fill("In brief.")
    sources = shown.locator(".chronology-fields > [data-field=sources] input").first
    sources.fill("The state of things")
    with shown.context.expect_page() as opened:
        shown.get_by_role("link", name="Add the source").click()
    beside = opened.value
    title = "\N{HEBREW LETTER ALEF}: the state of things # 1"
    for name, text in (("title", title), ("publisher", "Kyiv Independent"), ("url", "https://example.org/1")):
        field(beside, name).fill(text)
    field(beside, "kind", "select").select_option("newspaper")
    field(beside, "published").fill("2025-03-13")
    expect(beside.locator("[data-field=published] output")).to_have_text("Understood as: 13 March 2025")
    expect(beside.locator("#chronology-file-name")).to_have_value("ki-0313")
    again = beside.get_by_role("link", name="Begin another source")
    expect(again).to_have_attribute("href", re.compile(r"contribute/source/\?new=2$"))

    shown.bring_to_front()
    pick(sources, "state of things")
    steps = shown.locator(".chronology-next li")
    expect(steps.first).to_contain_text(
        "Hand in what this record names and the site does not have yet, each from its own"
    )
    assert re.search(r"contribute/source/$", steps.first.get_by_role("link").get_attribute("href") or "")
    expect(shown.locator(".chronology-problem-list")).to_have_count(0)
    (content / "sources/ki-0313.yml").write_text(record(beside), "utf-8")
    (content / "events/2025/sudzha.yml").write_text(record(shown), "utf-8")
    assert problems(content) == []
    assert shown.evaluate("document.documentElement.scrollWidth") == 390

    field(shown, "summary", "textarea").fill("")
    expect(shown.locator(".chronology-problem-list li")).to_have_text(["Summary This is needed"])
    other = shown.context.new_page()
    other.goto(site.url + NEW)
    field(other, "title").fill("Sudzha again")
    expect(shown.locator(".chronology-draft")).to_contain_text("This draft was changed in another tab.")


def test_a_mistake_leads_to_its_field(page, site: StaticHost) -> None:
    shown: Page = page(site.url + CHANGE).page
    field(shown, "title").fill("")
    shown.locator(".chronology-problem-list").get_by_role("button", name="Title").click()
    title = field(shown, "title")
    expect(title).to_be_focused()
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(shown.locator("[data-field=title] .chronology-mistake")).to_contain_text("This is needed")
    assert faults(shown) == []


def test_nothing_leaves_the_browser(page, site: StaticHost) -> None:
    visit = page(site.url + CHANGE)
    field(visit.page, "title").fill("Another title")
    expect(visit.page.locator(".chronology-diff")).to_be_visible()
    site.requests.clear()
    field(visit.page, "title").fill("A third title")
    expect(visit.page.locator(".chronology-diff")).to_contain_text("A third title")
    assert site.requests == []
    assert visit.foreign_requests == []


def test_without_scripts_a_page_says_what_to_do(page, site: StaticHost) -> None:
    shown: Page = page(site.url + NEW, java_script_enabled=False).page
    text = shown.locator(".chronology-without").inner_text()
    assert "each record is a small text file" in text
    assert shown.locator(".chronology-example code").last.inner_text().startswith("title: ")
    assert shown.get_by_role("link", name="open an issue").get_attribute("href")


def test_a_record_leads_to_its_form(page, site: StaticHost) -> None:
    shown: Page = page(f"{site.url}sources/meduza-0321/", viewport=(360, 740)).page
    shown.get_by_role("link", name="Suggest a change").click()
    expect(field(shown, "publisher")).to_have_value("Meduza")
    assert shown.evaluate("document.documentElement.scrollWidth") == 360


SAMPLE = {
    "event": ("sudzha-retaken", "basivka", "north-koreans-arrive"),
    "actor": ("afp", "agentstvo"),
    "place": ("basivka", "sudzha"),
    "source": ("24tv-0314", "meduza-0321"),
    "series": ("north-korean-troops",),
    "topic": ("cease-fire-talks", "counter-offensives"),
}


def test_a_change_that_is_taken_back_is_none(page, site: StaticHost) -> None:
    shown: Page = page(site.url + CHANGE).page
    for kind, names in SAMPLE.items():
        for name in names:
            shown.goto(f"{site.url}contribute/{kind}/?record={name}")
            title = field(shown, "name" if kind in ("actor", "place") else "title")
            expect(title).not_to_have_value("")
            before = title.input_value()
            title.fill(f"{before} x")
            diff = shown.locator(".chronology-diff")
            expect(diff.locator("[data-sign='+']")).to_have_count(1)
            title.fill(before)
            expect(diff, f"{kind} {name}").to_have_count(0)
