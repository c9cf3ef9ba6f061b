"""Measure the explorer: `python tests/bench/explorer.py [--events 10000] [--slower 4]` prints a table.

A made-up chronology is built into memory-backed storage where there is some, served from this machine, and driven in
Chromium with the processor throttled. Times are milliseconds. For each step: the longest, and the median of several.
What other work on the same machine does not change is printed after them, for the processor as it is: how long a choice
clicked keeps the page's thread busy.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.bench.build import BUILD
from tests.bench.generate import write
from tests.static_host import StaticHost
from tools import node
from tools.browser import find_or_install
from tools.machine import Machine

# Long tasks from the first on, and the moment at which the explorer has shown its count and the page was painted.
WATCH = """
window.tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)))
  .observe({ type: "longtask", buffered: true });
const look = new MutationObserver(() => {
  if (!document.querySelector(".chronology-shown")?.textContent) return;
  look.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.ready = performance.now(); }));
});
look.observe(document, { subtree: true, childList: true, characterData: true });
"""
# From a reader's act to the next picture: [until the script was done, until it was painted].
TIME = """(act) => new Promise((resolve) => {
  const begin = performance.now();
  act();
  const done = performance.now() - begin;
  requestAnimationFrame(() => setTimeout(() => resolve([done, performance.now() - begin])));
})"""
FILTERS = [
    "?type=attack",
    "?type=attack,statement",
    "?standing=contested",
    "?actor=actor-7",
    "?actor=actor-7&actor=actor-9",
    "?place=place-1",
    "?topic=topic-3&type=movement",
    "?from=2016&to=2018",
    "?from=2016-03&within=certainly",
    "?source=source-77",
    "?type=attack&from=2020&standing=contested",
    "",
]


CHOICES = (0, 0, 9, 9, 20, 20)  # by their place in the panel: each is taken, and taken back
CLICK = f"(n) => ({TIME})(() => document.querySelectorAll('.chronology-choices input[type=checkbox]')[n].click())"


@dataclass(frozen=True)
class Row:
    what: str
    times: list[float]
    limit: float | None = None

    def __str__(self) -> str:
        limit = f"{self.limit:>8,.0f}" if self.limit else " " * 8
        return f"  {self.what:<62}{statistics.median(self.times):>9,.0f}{max(self.times):>9,.0f}{limit}"


@contextmanager
def built(events: int) -> Iterator[StaticHost]:
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        folder = Path(name)
        write(folder, events)
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-c", BUILD, str(folder / "mkdocs.yml")]
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        host = StaticHost(folder / "site", compress=True)
        yield host
        host.stop()


def loading(page: Page, url: str) -> Row:
    """From the page's load event until the explorer can be used: it has shown its count, and the page was painted."""
    times = []
    for _ in range(5):
        page.goto(url, wait_until="load")
        page.wait_for_function("window.ready")
        times.append(page.evaluate("Math.max(0, ready - performance.getEntriesByType('navigation')[0].loadEventEnd)"))
    return Row("after load, until the first interaction is possible", times, 2000)


def filtering(page: Page) -> list[Row]:
    act = 'history.pushState(null, "", location.pathname + query); dispatchEvent(new PopStateEvent("popstate"));'
    visit = f"(query) => ({TIME})(() => {{ {act} }})"
    times = [page.evaluate(visit, query) for query in FILTERS * 2]
    page.get_by_role("button", name="More filters").click()
    page.evaluate("for (const one of document.querySelectorAll('[data-facet]')) one.open = true")
    page.wait_for_timeout(500)
    clicks = [page.evaluate(CLICK, number) for number in CHOICES]
    return [
        Row("a filter by address: until its script is done", [one[0] for one in times], 100),
        Row("a filter by address: until it is painted", [one[1] for one in times]),
        Row("a choice clicked, panel open: until its script is done", [one[0] for one in clicks], 100),
        Row("a choice clicked, panel open: until it is painted", [one[1] for one in clicks]),
    ]


def processor(session: CDPSession) -> dict[str, float]:
    """How long the page's thread has been busy so far, in milliseconds of the processor, by kind of work."""
    found = {one["name"]: 1000 * one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    kinds = {"script": "Script", "style": "RecalcStyle", "layout": "Layout", "all": "Task"}
    return {kind: found[f"{name}Duration"] for kind, name in kinds.items()}


def working(page: Page, session: CDPSession) -> str:
    """What a choice clicked costs, with the panel open as `filtering` leaves it."""
    before = processor(session)
    for number in CHOICES * 4:
        page.evaluate(CLICK, number)
    spent = {kind: (value - before[kind]) / (4 * len(CHOICES)) for kind, value in processor(session).items()}
    return "  a choice clicked, processor: " + ", ".join(f"{kind} {spent[kind]:.1f}" for kind in spent)


def zooming(page: Page) -> Row:
    buttons = page.locator("chronology-timeline button:visible:not([disabled])")
    times = [
        buttons.nth(number % buttons.count()).evaluate(f"(button) => ({TIME})(() => button.click())")[0]
        for number in range(6)
    ]
    return Row("a button of the timeline: until its script is done", times, 100)


def mapping(page: Page, url: str) -> list[Row]:
    """The map beside the list: from its choice until its marks are there, and its zoom buttons."""
    page.goto(url)
    page.wait_for_function("window.ready")
    begin = page.evaluate("performance.now()")
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_selector(".chronology-mark-on-map")
    shown = page.evaluate("performance.now()") - begin
    zoom = f"(index) => ({TIME})(() => document.querySelectorAll('.chronology-zooms button')[index].click())"
    steps = []
    for index in (0, 0, 0, 2, 0, 2):
        page.evaluate("tasks.length = 0")
        page.evaluate(zoom, index)
        page.wait_for_timeout(600)
        steps.append(max([*page.evaluate("tasks"), 0]))
    return [
        Row("the map, chosen: until its marks are there", [shown]),
        Row("a button of the map: the longest task of more than 50 ms", steps, 200),
    ]


def scrolling(page: Page) -> Row:
    """The long tasks while a reader scrolls through the list, down and up again."""
    page.evaluate("tasks.length = 0")
    for step in (600,) * 40 + (-600,) * 40:
        page.mouse.wheel(0, step)
        page.wait_for_timeout(30)
    return Row("scrolling: tasks of more than 50 ms", [*page.evaluate("tasks"), 0], 200)


def memory(session: CDPSession) -> str:
    session.send("HeapProfiler.collectGarbage")
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return f"  the page's scripts use {metrics['JSHeapUsedSize'] / 1e6:.1f} MB, for {metrics['Nodes']:,.0f} nodes"


def drive(host: StaticHost, slower: float) -> None:
    machine = Machine()
    os.environ.update(node.for_playwright(machine))
    as_root = ["--no-sandbox"] if machine.is_root else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(machine), args=["--disable-gpu", *as_root])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(WATCH)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        print(f"  {'':<62}{'median':>9}{'longest':>9}{'limit':>8}")
        print(loading(page, host.url), flush=True)
        for row in filtering(page):
            print(row, flush=True)
        if slower == 1:
            print(working(page, session), flush=True)
        print(zooming(page), flush=True)
        for row in mapping(page, host.url):
            print(row, flush=True)
        page.goto(f"{host.url}?type=attack")
        page.wait_for_function("window.ready")
        print(scrolling(page), flush=True)
        print(memory(session))
        browser.close()


def main() -> None:
    """Generate, build, drive, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--slower", type=float, default=4, help="how many times slower the processor is made (4)")
    options = parser.parse_args()
    with built(options.events) as host:
        for slower in (1, options.slower):
            print(f"{options.events:,} events, processor {slower:g} times slower; milliseconds", flush=True)
            drive(host, slower)


if __name__ == "__main__":
    main()
