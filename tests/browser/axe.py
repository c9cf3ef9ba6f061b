"""axe's rules on a page, as it is shown: in light and dark colours, and as wide as a phone."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Those that depend on colours: all others find the same in either scheme, for the page is the same.
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]


# Colours and places between two states are nobody's.
SETTLED = """async () => {
  await document.fonts.ready;
  await Promise.allSettled(document.getAnimations().map((one) => one.finished));
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}"""


def faults(page: Page, within: str | None = None) -> list[str]:
    """What axe finds on the page as it is now, or in parts of it, each as "rule: help, at element"."""
    return _run(page, {"type": "tag", "values": RULES}, within)


def faults_in_the_dark(page: Page) -> list[str]:
    """The same for the dark scheme, by the rules that depend on colours; the light one is shown again after it."""
    page.emulate_media(color_scheme="dark")
    found = _run(page, {"type": "rule", "values": RULES_OF_COLOUR})
    page.emulate_media(color_scheme="light")
    return found


def _run(page: Page, rules: dict[str, Any], within: str | None = None) -> list[str]:
    page.evaluate(SETTLED)
    # Only violations: describing what passes takes longer than finding what does not.
    results = Axe().run(page, context=within, options={"runOnly": rules, "resultTypes": ["violations"]})
    return [
        f"{one['id']}: {one['help']}, at {' '.join(node['target'][0] for node in one['nodes'][:3])}"
        for one in results.response["violations"]
    ]
