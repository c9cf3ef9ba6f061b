"""Measure what a browser fetches of a built site, and compare it with budgets.toml.

usage: python -m tools.site_checks.budgets SITE

The home page is opened in Chromium as on a phone, from a host on this machine that compresses as static hosts do, and
left alone until the browser asks for nothing more. The explorer's scripts and data come after the page has loaded and
hold nothing up: they have a budget of their own, and so has everything together.
"""

from __future__ import annotations

import gzip
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.static_host import Request, StaticHost
from tools import node
from tools.browser import find_or_install
from tools.browser_search import NoBrowserError
from tools.commands import CommandError
from tools.machine import Machine

BUDGETS = Path(__file__).parent / "budgets.toml"
PHONE = {"width": 412, "height": 823}
OURS = "assets/chronology/"
EXPLORER = re.compile(rf"/{OURS}(scripts/[^/]+/(explorer|search)/|data/explorer-)")


@dataclass(frozen=True)
class Measure:
    """One row of the table: what was measured, and what is allowed, in bytes or as a number."""

    what: str
    measured: int
    allowed: int

    @property
    def fits(self) -> bool:
        return self.measured <= self.allowed

    def __str__(self) -> str:
        verdict = "" if self.fits else f"  {self.measured - self.allowed:,} too many"
        return f"  {self.what:<58} {self.measured:>9,} of {self.allowed:>9,}{verdict}"


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    site = Path(arguments[0])
    try:
        fetched = first_view(site, Machine())
        rows = measures(site, fetched, tomllib.loads(BUDGETS.read_text(encoding="utf-8")))
    except (CommandError, NoBrowserError, node.NoNodeError) as error:
        print(error, file=sys.stderr)
        return 1
    print("What the home page fetches (bytes as sent):")
    print("\n".join(f"  {request.size:>9,}  {request.path}" for request in sorted(fetched, key=lambda one: -one.size)))
    print("Budgets (bytes):")
    print("\n".join(map(str, rows)))
    over = [row.what for row in rows if not row.fits]
    if over:
        print(f"Over budget: {'; '.join(over)}. Make it smaller, or argue for another budget in {BUDGETS.name}.")
    return 1 if over else 0


def first_view(site: Path, machine: Machine) -> list[Request]:
    """What a phone's browser fetches when it opens the home page, until it asks for nothing more."""
    chromium = find_or_install(machine)
    os.environ.update(node.for_playwright(machine))
    host = StaticHost(site, compress=True)
    as_root = ["--no-sandbox"] if machine.is_root else []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu", *as_root])
            page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
            page.goto(host.url, wait_until="networkidle")
            browser.close()
    finally:
        host.stop()
    return list(host.requests)


def measures(site: Path, fetched: Sequence[Request], budgets: dict[str, dict[str, int]]) -> list[Measure]:
    """Each budget with what was measured. Raises CommandError where there is nothing to measure."""
    allowed = budgets["bytes"]
    fonts = [request for request in fetched if request.path.endswith(".woff2")]
    later = [request for request in fetched if EXPLORER.search(request.path)]
    page = [request for request in fetched if request not in fonts and request not in later]
    scripts = _there(site, f"{OURS}scripts/*/explorer/*.js") + _there(site, f"{OURS}scripts/*/search/words.js")
    embeds = _there(site, "embed.js")
    blocking = blocking_scripts((site / "index.html").read_text(encoding="utf-8"))
    return [
        Measure("home: the page, compressed, without fonts", _size(page), allowed["home"]),
        Measure("home: with the explorer's scripts and data, when idle", _size([*page, *later]), allowed["idle"]),
        Measure("home: its fonts", _size(fonts), allowed["fonts"]),
        Measure("explorer: its scripts, compressed, without Leaflet", sum(map(_packed, scripts)), allowed["explorer"]),
        Measure("embed: the script that sizes it", sum(path.stat().st_size for path in embeds), allowed["embed"]),
        Measure("home: scripts of ours that block (number)", len(blocking), budgets["blocking"]["scripts"]),
    ]


def _there(site: Path, pattern: str) -> list[Path]:
    found = sorted(site.glob(pattern))
    if not found:
        raise CommandError(f"{site}: there is no {pattern}, so its size cannot be measured; was it renamed?")
    return found


def _size(requests: Iterable[Request]) -> int:
    return sum(request.size for request in requests)


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


class _Scripts(HTMLParser):
    """The addresses of a page's scripts that are run where they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.blocking: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        waits = {"async", "defer"} & given.keys() or given.get("type") == "module"
        if tag == "script" and given.get("src") and not waits:
            self.blocking.append(str(given["src"]))


def blocking_scripts(html: str) -> list[str]:
    """The addresses of scripts of ours that hold up a page."""
    parser = _Scripts()
    parser.feed(html)
    return [address for address in parser.blocking if OURS in address]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
