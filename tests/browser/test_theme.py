"""Material's parts by keyboard, zoomed, with forced colours, with less motion, from right to left."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Page

from tests.browser.axe import faults
from tests.static_host import StaticHost

EVENT = "events/sudzha-retaken/"
PHONE = (360, 740)
# Where the focus is: on which element, how high its outline is, and whether a reader can see it. A checkbox and a
# radio button that nobody sees show their focus on their label, or on the title of the panel that they opened.
FOCUS = """() => {
  const focused = document.activeElement;
  const shows = [focused, focused.nextElementSibling, focused.parentElement.querySelector(":scope > .md-nav > label")]
    .filter((one) => one?.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1)
    .find((one) => getComputedStyle(one).outlineStyle !== "none");
  if (!shows) return { on: focused.outerHTML.slice(0, 90), seen: false };
  const box = shows.getBoundingClientRect();
  const [x, y] = [box.x + Math.min(box.width / 2, 12), box.y + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const seen = Boolean(top) && (shows.contains(top) || top.contains(shows)) && box.width > 0;
  return { on: focused.outerHTML.slice(0, 90), seen };
}"""
ACTIVE = "document.activeElement"


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _expanded(page: Page, name: str) -> str | None:
    return page.locator(f"[data-chronology-toggle={name}]").get_attribute("aria-expanded")


def test_the_first_tab_leads_past_the_header(page, site: StaticHost) -> None:
    shown = page(site.url + EVENT).page
    _press(shown, "Tab")
    link = shown.locator(".chronology-skip")
    assert link.evaluate(f"link => link === {ACTIVE}")
    assert shown.evaluate(FOCUS)["seen"]
    _press(shown, "Enter", "Tab")
    assert shown.evaluate(f"{ACTIVE}.closest('main') !== null")


def test_the_link_past_the_header_takes_no_taps_while_it_is_out_of_sight(page, site: StaticHost) -> None:
    shown = page(site.url + EVENT, viewport=PHONE).page
    place = shown.locator(".chronology-skip").evaluate(
        "link => { const box = link.getBoundingClientRect(); return [box.x + 12, box.y + 12]; }"
    )
    assert not shown.evaluate(
        "([x, y]) => document.elementsFromPoint(x, y).some((one) => one.matches('.chronology-skip'))", place
    )


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("address", ["", EVENT])
def test_the_focus_is_always_in_sight(page, site: StaticHost, address: str, size: tuple[int, int]) -> None:
    shown = page(site.url + address, viewport=size, reduced_motion="reduce").page
    for _ in range(40):
        _press(shown, "Tab")
        focus = shown.evaluate(FOCUS)
        assert focus["seen"], focus["on"]


def test_the_drawer_takes_the_focus_and_gives_it_back(page, site: StaticHost) -> None:
    shown = page(site.url, viewport=PHONE, reduced_motion="reduce").page
    button = shown.locator("[data-chronology-toggle=drawer]")
    assert _expanded(shown, "drawer") == "false"
    button.focus()
    _press(shown, "Enter")
    assert _expanded(shown, "drawer") == "true"
    inside = f"{ACTIVE}.closest('.md-sidebar--primary') !== null"
    for _ in range(5):
        assert shown.evaluate(inside)
        assert shown.evaluate(FOCUS)["seen"]
        _press(shown, "Tab")
    _press(shown, "Escape")
    assert _expanded(shown, "drawer") == "false"
    assert button.evaluate(f"button => button === {ACTIVE}")


def test_leaving_the_drawer_closes_it(page, site: StaticHost) -> None:
    shown = page(site.url, viewport=PHONE, reduced_motion="reduce").page
    shown.locator("[data-chronology-toggle=drawer]").press("Enter")
    _press(shown, *["Tab"] * 12)
    assert _expanded(shown, "drawer") == "false"
    assert shown.evaluate(FOCUS)["seen"]


def test_the_drawers_sections_open_by_keyboard_and_hide_what_they_cover(page, site: StaticHost) -> None:
    shown = page(site.url, viewport=PHONE, reduced_motion="reduce").page
    shown.locator("[data-chronology-toggle=drawer]").press("Enter")
    section = shown.get_by_role("checkbox", name="About")
    section.focus()
    _press(shown, "Space")
    assert section.is_checked()
    assert shown.evaluate(FOCUS)["seen"]
    _press(shown, "Tab")
    assert shown.evaluate(f"{ACTIVE}.textContent.trim()") == "About"
    for _ in range(4):
        assert shown.evaluate(FOCUS)["seen"]
        _press(shown, "Tab")
    section.focus()
    _press(shown, "Space", "Shift+Tab")
    assert shown.evaluate(f"{ACTIVE}.textContent.trim()") == "Sources"


def test_search_on_a_phone_takes_the_focus_and_gives_it_back(page, site: StaticHost) -> None:
    shown = page(site.url, viewport=PHONE, reduced_motion="reduce").page
    button = shown.locator("[data-chronology-toggle=search]")
    button.press("Enter")
    assert _expanded(shown, "search") == "true"
    shown.wait_for_function(f"{ACTIVE}.name === 'query'")
    shown.keyboard.type("sudzha")
    shown.locator(".md-search-result__item a").first.wait_for()
    _press(shown, "ArrowDown")
    assert shown.evaluate(f"{ACTIVE}.closest('.md-search-result') !== null")
    _press(shown, "Escape")
    assert _expanded(shown, "search") == "false"
    assert button.evaluate(f"button => button === {ACTIVE}")


def test_the_colours_are_chosen_by_keyboard(page, site: StaticHost) -> None:
    shown = page(site.url).page
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    assert shown.evaluate(scheme) == "default"
    shown.get_by_role("radio", name="Colours: as the system's").focus()
    assert shown.evaluate(FOCUS)["seen"]
    _press(shown, "Enter", "Enter")
    assert shown.evaluate(scheme) == "slate"
    assert shown.evaluate(f"{ACTIVE}.getAttribute('aria-label')") == "Colours: dark"


def test_no_letter_is_a_shortcut(page, site: StaticHost) -> None:
    shown = page(site.url + EVENT).page
    for key in ("s", "f", "/", "n", "p", ".", ","):
        _press(shown, key)
        assert not shown.locator("#__search").is_checked(), key
    shown.wait_for_timeout(200)  # for a page that a key would have led to
    assert shown.url == site.url + EVENT


@pytest.mark.parametrize("address", ["", EVENT, "contested/", "handbook/records/"])
def test_a_page_at_200_per_cent_needs_no_scrolling_sideways(page, site: StaticHost, address: str) -> None:
    shown = page(site.url + address, viewport=(640, 400), device_scale_factor=2).page
    assert shown.evaluate("document.documentElement.scrollWidth") == 640
    shown.mouse.wheel(0, 900)
    shown.wait_for_function("scrollY > 300")
    header = shown.locator("header.md-header").bounding_box()
    assert header
    assert header["y"] + header["height"] <= 0  # it goes with the page: what is read has the whole height


def test_nothing_moves_for_readers_who_ask_for_that(page, site: StaticHost) -> None:
    shown = page(site.url, reduced_motion="reduce").page
    moving = shown.evaluate("""() => [...document.querySelectorAll("*")].filter((one) => {
      const { transitionDuration, animationDuration } = getComputedStyle(one);
      return `${transitionDuration}, ${animationDuration}`.split(", ").some((time) => parseFloat(time) > 0.0001);
    }).map((one) => one.outerHTML.slice(0, 80))""")
    assert moving == []
    assert shown.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_with_forced_colours_tab_and_focus_are_seen(page, site: StaticHost) -> None:
    shown = page(site.url, forced_colors="active").page
    border = "link => getComputedStyle(link).borderBottomColor"
    current = shown.locator(".chronology-tabs a[aria-current]").evaluate(border)
    other = shown.locator(".chronology-tabs a:not([aria-current])").first.evaluate(border)
    assert current != other
    _press(shown, "Tab", "Tab")
    assert shown.evaluate(FOCUS)["seen"]


def test_a_table_that_becomes_cards_stays_a_table_for_screen_readers(page, site: StaticHost) -> None:
    roles: dict[int, Counter[str]] = {}
    for width in (1280, 360):
        shown = page(site.url + "sources/spokesman/", viewport=(width, 740)).page
        session = shown.context.new_cdp_session(shown)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        roles[width] = Counter(node["role"]["value"] for node in nodes if not node["ignored"])
    parts = ("table", "row", "columnheader", "cell")
    assert all(roles[1280][part] for part in parts)
    assert [roles[360][part] for part in parts] == [roles[1280][part] for part in parts]


# --- from right to left


@pytest.fixture(scope="module")
def arabic(project_root: Path, once, serve) -> StaticHost:
    """The Kursk site as if its theme spoke Arabic: its text stays, and all else goes from right to left."""

    def make(folder: Path) -> None:
        config = load_config(str(project_root / "mkdocs.yml"), site_dir=str(folder), site_url="https://example.org/")
        config.theme["language"] = "ar"
        config.plugins.on_startup(command="build", dirty=False)
        build(config)

    return serve(once("arabic", make))


@pytest.mark.parametrize("address", ["", EVENT])
def test_from_right_to_left_a_page_begins_at_the_right(page, arabic: StaticHost, address: str) -> None:
    shown = page(arabic.url + address, viewport=PHONE, reduced_motion="reduce").page
    assert shown.evaluate("document.body.dir") == "rtl"
    assert shown.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    nameplate, tab, heading = (
        shown.locator(one).first for one in (".chronology-nameplate", ".chronology-tabs a", "h1")
    )
    for one in (nameplate, tab, heading):
        box = one.bounding_box()
        assert box
        assert PHONE[0] - (box["x"] + box["width"]) < 24


@pytest.mark.axe
@pytest.mark.parametrize("address", ["", EVENT])
def test_axe_finds_nothing_from_right_to_left(page, arabic: StaticHost, address: str) -> None:
    assert faults(page(arabic.url + address, viewport=PHONE, reduced_motion="reduce").page) == []


def test_from_right_to_left_the_drawer_comes_from_the_right(page, arabic: StaticHost) -> None:
    shown = page(arabic.url, viewport=PHONE, reduced_motion="reduce").page
    shown.locator("[data-chronology-toggle=drawer]").click()
    drawer = shown.locator(".md-sidebar--primary")
    shown.wait_for_function(
        "document.querySelector('.md-sidebar--primary').getBoundingClientRect().right <= innerWidth"
    )
    box = drawer.bounding_box()
    assert box
    assert box["x"] > 60
    assert box["x"] + box["width"] == PHONE[0]
