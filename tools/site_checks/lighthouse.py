"""Have Lighthouse judge pages of a built site as a slow phone would see them, and compare with budgets.toml.

usage: python -m tools.site_checks.lighthouse [--report-performance] SITE

Pages come from a host on this machine that compresses as static hosts do. Accessibility, best practices and SEO are
judged by rules, and must reach their score at once. Performance is estimated from how fast this machine was just then:
a page that misses it is judged again, up to three times, and its best score counts. With --report-performance a score
that is too low even so is told, and fails nothing: that is for machines that others use at the same time.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.static_host import StaticHost
from tools import node
from tools.browser import find_or_install
from tools.browser_search import NoBrowserError
from tools.commands import CommandError, run
from tools.machine import Machine
from tools.site_checks import npm
from tools.site_checks.budgets import BUDGETS

PERFORMANCE = "performance"
RUNS = 3
LIMIT = 180  # seconds for one page
OLDEST_NODE = (22, 19)
FLAGS = ("--headless=new", "--disable-gpu", "--disable-background-networking", "--no-first-run")


@dataclass(frozen=True)
class Report:
    """Scores of 0 to 100 by category, and what cost points: "category: title (what)"."""

    scores: Mapping[str, int]
    faults: Sequence[str] = field(default=())

    def missed(self, wanted: Mapping[str, int]) -> list[str]:
        return [category for category, score in wanted.items() if self.scores[category] < score]


class Lighthouse:
    """The program, with a Node.js and a Chromium to run it. Raises CommandError and the errors of those two."""

    def __init__(self, machine: Machine, categories: Sequence[str]) -> None:
        self.categories = categories
        self.program = str(npm.install(machine) / "lighthouse" / "cli" / "index.js")
        self.node = _new_node(machine)
        self.environ = {**machine.environ, "CHROME_PATH": find_or_install(machine)}
        # The sandbox needs rights that root in a container does not have.
        self.flags = [*FLAGS, *(["--no-sandbox"] if machine.is_root else [])]

    def judge(self, address: str) -> Report:
        with tempfile.TemporaryDirectory() as folder:
            written = Path(folder) / "report.json"
            options = [
                f"--output-path={written}",
                "--output=json",
                "--quiet",
                "--no-enable-error-reporting",
                f"--only-categories={','.join(self.categories)}",
                f"--chrome-flags={' '.join(self.flags)}",
            ]
            run([self.node, self.program, address, *options], self.environ, LIMIT)
            return read(json.loads(written.read_text(encoding="utf-8")))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report-performance", action="store_true", help="a low performance score fails nothing")
    parser.add_argument("site", type=Path)
    options = parser.parse_args(arguments)
    wanted = tomllib.loads(BUDGETS.read_text(encoding="utf-8"))["lighthouse"]
    try:
        lighthouse = Lighthouse(Machine(), list(wanted["scores"]))
        missed = judge_site(lighthouse, options.site, wanted["pages"], wanted["scores"])
    except (CommandError, NoBrowserError, node.NoNodeError) as error:
        print(error, file=sys.stderr)
        return 1
    fatal = [one for one in missed if not (options.report_performance and one == PERFORMANCE)]
    return 1 if fatal else 0


def judge_site(lighthouse: Lighthouse, site: Path, pages: Mapping[str, str], wanted: Mapping[str, int]) -> list[str]:
    """Judge each page, print its scores and what cost points; return the categories that some page missed."""
    host = StaticHost(site, compress=True)
    missed: list[str] = []
    print("Lighthouse, as a slow phone: " + ", ".join(f"{name} {score}" for name, score in wanted.items()))
    try:
        for name, address in pages.items():
            report = best(judged(lighthouse, host.url + address, wanted))
            short = report.missed(wanted)
            print(f"  {name:<12}" + "".join(f"{report.scores[category]:>5}" for category in wanted), flush=True)
            print("".join(f"    {fault}\n" for fault in report.faults if fault.partition(":")[0] in short), end="")
            missed += short
    finally:
        host.stop()
    return missed


def judged(lighthouse: Lighthouse, address: str, wanted: Mapping[str, int]) -> Iterator[Report]:
    """One report, or up to three while nothing but performance is missed."""
    for _ in range(RUNS):
        report = lighthouse.judge(address)
        yield report
        if report.missed(wanted) != [PERFORMANCE]:
            return


def best(reports: Iterator[Report]) -> Report:
    return max(reports, key=lambda report: report.scores[PERFORMANCE])


def read(report: dict[str, dict[str, dict]]) -> Report:  # type: ignore[type-arg]
    """The scores of Lighthouse's report, and each audit that cost points with the first things that it names."""
    scores, faults = {}, []
    for name, category in report["categories"].items():
        scores[name] = round(100 * (category["score"] or 0))
        for part in category["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                faults.append(f"{name}: {audit['title']}{_named(audit)}")
    return Report(scores, faults)


def _named(audit: Mapping[str, object]) -> str:
    """What an audit names: the value that it shows, or the first elements and addresses of its table."""
    details = audit.get("details")
    items = details.get("items", []) if isinstance(details, dict) else []
    named = [
        str(item["node"].get("snippet") if isinstance(item.get("node"), dict) else item.get("url", ""))
        for item in items[:3]
    ]
    shown = [str(audit["displayValue"])] if audit.get("displayValue") else []
    told = "; ".join(filter(None, [*shown, *named]))
    return f" ({told})" if told else ""


def _new_node(machine: Machine) -> str:
    """A Node.js that is new enough for Lighthouse: the system's, or else Playwright's own."""
    for path in node.candidates(machine):
        if node.version(path, machine) >= OLDEST_NODE:
            return path
    oldest = ".".join(map(str, OLDEST_NODE))
    raise node.NoNodeError(
        f"Lighthouse needs Node.js {oldest} or later, and neither the system's nor Playwright's own is; "
        f"name one: {node.VARIABLE}=/path/to/node"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
