"""The checks of a built site, with made-up answers in place of the Nu Html Checker, Chromium and Lighthouse."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.static_host import Request
from tools.commands import CommandError
from tools.machine import Machine
from tools.site_checks import budgets, java, lighthouse, npm, validity
from tools.site_checks.lighthouse import Report
from tools.site_checks.validity import Exemption, Finding

# --- HTML validity


def message(site: Path, **fields: Any) -> dict[str, Any]:
    place = {"url": f"file:{site}/events/a/index.html", "lastLine": 3, "firstColumn": 7}
    return {"type": "error", "message": "No.", "extract": "<p\n role=row>", **place, **fields}


def test_what_the_checker_says_is_read_with_its_place(tmp_path: Path) -> None:
    said = "Picked up JAVA_TOOL_OPTIONS: -Xmx1g\n" + json.dumps({"version": "26", "messages": [message(tmp_path)]})
    assert validity.read(said, tmp_path) == [Finding("events/a/index.html", 3, 7, "No.", "<p role=row>")]


def test_warnings_count_and_remarks_do_not(tmp_path: Path) -> None:
    kinds: list[dict[str, Any]] = [{"type": "info", "subType": "warning"}, {"type": "info"}]
    said = json.dumps({"version": "26", "messages": [message(tmp_path, **kind) for kind in kinds]})
    assert len(validity.read(said, tmp_path)) == 1


def test_a_checker_that_does_not_answer_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="the checker did not answer, but said: Exception in thread"):
        validity.read("Exception in thread main", tmp_path)


def test_a_fault_is_told_once_with_the_number_of_its_places() -> None:
    found = [Finding("a.html", 1, 2, "No.", "<p>"), Finding("b.html", 3, 4, "No.", "<b>")]
    assert validity.problems(found, []) == ["a.html:1:2: No.\n  <p>\n  and at 1 other places"]


def test_an_exemption_covers_what_has_its_message_and_its_markup() -> None:
    exemption = Exemption("^No", "<p", "because")
    found = [Finding("a.html", 1, 2, "No.", "<p>"), Finding("b.html", 3, 4, "No.", "<b>")]
    assert validity.problems(found, [exemption]) == ["b.html:3:4: No.\n  <b>"]


def test_an_exemption_that_nothing_needs_is_a_problem() -> None:
    assert validity.problems([], [Exemption("^No", "", "because")]) == [
        "exemptions.toml: nothing has this fault any more; remove the exemption '^No'"
    ]


def test_every_exemption_has_a_reason() -> None:
    assert all(one.reason.strip() for one in validity.exemptions())


def test_vendored_style_sheets_and_materials_are_not_checked(tmp_path: Path) -> None:
    names = ["index.html", "a/map.svg", "assets/chronology/styles/a.css"]
    for name in [*names, "assets/chronology/vendored/x/a.css", "assets/stylesheets/main.css", "a.png"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert {path.relative_to(tmp_path).as_posix() for path in validity.to_check(tmp_path)} == set(names)


# --- the programs


def program(path: Path, script: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def machine(tmp_path: Path, **variables: str) -> Machine:
    (tmp_path / "bin").mkdir(exist_ok=True)
    environ = {"PATH": str(tmp_path / "bin"), **variables}
    return Machine(environ=environ, home=tmp_path, cache=tmp_path / "cache" / "browser", is_root=True)


@pytest.mark.parametrize(
    "said, version", [('openjdk version "17.0.15"', 17), ('java version "1.8.0_402"', 8), ("no idea", 0)]
)
def test_the_version_of_java_is_read(tmp_path: Path, said: str, version: int) -> None:
    path = program(tmp_path / "java", f"echo '{said}' >&2")
    assert java.version(path, machine(tmp_path)) == version


def test_a_java_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "home" / "bin" / "java", "echo 'version \"11.0.2\"'")
    new = program(tmp_path / "bin" / "java", "echo 'version \"21.0.1\"'")
    assert java.find_or_install(machine(tmp_path, JAVA_HOME=str(tmp_path / "home"))) == new


def test_without_java_it_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(java.NoJavaError, match=r"of version 17 or later; install one, for example Debian's package"):
        java.find_or_install(machine(tmp_path))


def test_a_java_that_is_named_and_does_not_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(java.NoJavaError, match=r"\(CHRONOLOGY_JAVA=/none does not name one\)"):
        java.find_or_install(machine(tmp_path, CHRONOLOGY_JAVA="/none"))


def test_what_npm_brought_stays_until_the_lock_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "bin" / "npm", f"echo ran >> {tmp_path}/ran")
    monkeypatch.setattr(npm, "HERE", tmp_path / "here")
    (tmp_path / "here").mkdir()
    for name in npm.LOCK:
        (tmp_path / "here" / name).write_text("{}", encoding="utf-8")
    here = machine(tmp_path, PATH=f"{tmp_path}/bin:/usr/bin:/bin")
    assert npm.install(here) == npm.install(here) == tmp_path / "cache" / "npm" / "node_modules"
    assert (tmp_path / "ran").read_text() == "ran\n"
    (tmp_path / "here" / "package-lock.json").write_text('{"new": 1}', encoding="utf-8")
    npm.install(here)
    assert (tmp_path / "ran").read_text() == "ran\nran\n"


def test_without_npm_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="there is no npm"):
        npm.install(machine(tmp_path))


def test_the_lock_has_a_checksum_for_every_package_and_names_no_registry() -> None:
    lock = json.loads((npm.HERE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert packages
    assert all(one.get("integrity") and "resolved" not in one for one in packages.values())


# --- budgets


@pytest.fixture
def site(tmp_path: Path) -> Path:
    scripts = '<script src="assets/chronology/a.js"></script><script src="assets/chronology/b.js" defer></script>'
    files = {
        "index.html": f'{scripts}<script src="assets/material.js"></script>',
        "assets/chronology/scripts/1/explorer/a.js": "a" * 1000,
        "assets/chronology/scripts/1/search/words.js": "a" * 1000,
        "embed.js": "e" * 50,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_each_budget_is_measured_by_what_belongs_to_it(site: Path) -> None:
    fetched = [
        Request("/", 200, 10),
        Request("/a.woff2", 200, 200),
        Request("/assets/chronology/scripts/1/explorer/a.js", 200, 3000),
        Request("/assets/chronology/data/explorer-1.json", 200, 40000),
    ]
    allowed = {"home": 10, "idle": 43009, "fonts": 200, "explorer": 1000, "embed": 50}
    rows = budgets.measures(site, fetched, {"bytes": allowed, "blocking": {"scripts": 0}})
    measured = [row.measured for row in rows]
    assert measured[:3] == [10, 43010, 200]
    assert measured[3] < 100  # compressed
    assert measured[4:] == [50, 1]
    assert [row.fits for row in rows] == [True, False, True, True, True, False]
    assert str(rows[1]).endswith("43,010 of    43,009  1 too many")


def test_what_is_not_there_cannot_pass(site: Path) -> None:
    (site / "embed.js").unlink()
    with pytest.raises(CommandError, match="its size cannot be measured"):
        budgets.measures(site, [], tomllib.loads(budgets.BUDGETS.read_text(encoding="utf-8")))


# --- Lighthouse

WANTED = {"performance": 95, "seo": 100}


class Judge:
    """Stands in for Lighthouse: gives the reports that it was made with."""

    def __init__(self, *scores: tuple[int, int]) -> None:
        self.left = [Report({"performance": speed, "seo": seo}) for speed, seo in scores]

    def judge(self, address: str) -> Report:
        return self.left.pop(0)


@pytest.mark.parametrize(
    "scores, runs, counted",
    [
        ([(97, 100)], 1, 97),
        ([(90, 100), (96, 100)], 2, 96),
        ([(90, 100), (94, 100), (93, 100)], 3, 94),
        ([(90, 99), (99, 100)], 1, 90),
    ],
    ids=["good at once", "good at the second time", "never good", "what no second run would mend"],
)
def test_only_performance_is_judged_again(scores: list[tuple[int, int]], runs: int, counted: int) -> None:
    judge = Judge(*scores)
    reports: Iterator[Report] = lighthouse.judged(judge, "http://127.0.0.1/", WANTED)  # type: ignore[arg-type]
    assert lighthouse.best(reports).scores["performance"] == counted
    assert len(judge.left) == len(scores) - runs


def test_what_cost_points_is_told_with_what_it_names() -> None:
    audits = {
        "contrast": {"title": "Low contrast", "score": 0, "details": {"items": [{"node": {"snippet": "<a>"}}]}},
        "shift": {"title": "Layout shift", "score": 0.5, "displayValue": "0.2"},
        "fine": {"title": "Fine", "score": 1},
        "only told": {"title": "Told", "score": 0},
    }
    weights = {"contrast": 7, "shift": 25, "fine": 1, "only told": 0}
    references = [{"id": name, "weight": weight} for name, weight in weights.items()]
    report = lighthouse.read({"categories": {"seo": {"score": 0.914, "auditRefs": references}}, "audits": audits})
    assert report == Report({"seo": 91}, ["seo: Low contrast (<a>)", "seo: Layout shift (0.2)"])
