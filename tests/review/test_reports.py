"""The forms of a report: what a program or a terminal reads must say what the check found, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from chronology.records.problems import Problem
from chronology.review.reports.github import github
from chronology.review.reports.gitlab import gitlab
from chronology.review.reports.json_report import json_report
from chronology.review.reports.report import RULES, Report
from chronology.review.reports.sarif import sarif
from chronology.review.reports.text import text

ERROR = Problem("content/events/a.yml", 2, 8, "there is no source 'x'", "did you mean 'y'?", rule="reference")
WARNING = Problem("content/events/a.yml", 1, 1, "'admits' is a loaded word", "write say", "warning", "wording")
EVIL = "100%, done: a\r\n::error file=x::y"


@pytest.fixture
def report(tmp_path: Path):
    """`report(*problems, line=...)`: a report on a file whose second line is that one."""

    def make(*problems: Problem, line: str = "source: x", hidden: int = 0) -> Report:
        path = tmp_path / "content/events/a.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"title: admits\n{line}\n".encode())
        return Report(problems, 3, complete=True, hidden=hidden, root=tmp_path)

    return make


# --- text


@pytest.mark.parametrize(
    "line, column, shown, mark",
    [
        ("source: x", 8, "source: x", "       ^"),
        ("Суджа: x", 8, "Суджа: x", "       ^"),
        ("北京: x", 5, "北京: x", "      ^"),
        ("e\u0301: x", 5, "e\u0301: x", "   ^"),
        ("a\tb: x", 3, "a b: x", "  ^"),
        ("a\x1b[31m\u202eb: x", 3, "a\ufffd[31m\ufffdb: x", "  ^"),
        ("x" * 200, 150, "…" + "x" * 109, " " * 60 + "^"),
        ("x" * 200, 5, "x" * 109 + "…", "    ^"),
        ("x" * 200, 200, "…" + "x" * 109, " " * 109 + "^"),
        ("ab", 3, "ab", "  ^"),
    ],
)
def test_the_mark_stands_under_the_spot(report, line: str, column: int, shown: str, mark: str) -> None:
    problem = Problem("content/events/a.yml", 2, column, "m", "h")
    assert list(text(report(problem, line=line)))[1:3] == [f"     2 | {shown}", f"       | {mark}"]


@pytest.mark.parametrize("path, line", [("content/events", 1), ("content/events/gone.yml", 4), ("../a.yml", 1)])
def test_without_a_line_there_is_no_mark(report, path: str, line: int) -> None:
    assert list(text(report(Problem(path, line, 1, "m", "h")))) == [
        f"{path}:{line}:1: m; h",
        "3 files: 1 error, 0 warnings",
    ]


def test_colour_changes_no_word(report) -> None:
    found = report(ERROR, WARNING, hidden=2)
    coloured = "\n".join(text(found, colour=True))
    assert "\x1b[31mthere is no source 'x'\x1b[0m" in coloured.replace("\x1b[31m ", "\x1b[31m")
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == "\n".join(text(found))
    assert "\x1b" not in "\n".join(text(found))


# --- JSON


def test_json_has_every_problem_with_its_place(report) -> None:
    assert json.loads(json_report(report(WARNING, ERROR, hidden=2))) == {
        "format": 1,
        "files": 3,
        "errors": 1,
        "warnings": 1,
        "hidden": 2,
        "complete": True,
        "problems": [
            {
                "path": "content/events/a.yml",
                "line": 2,
                "column": 8,
                "level": "error",
                "rule": "reference",
                "message": "there is no source 'x'",
                "hint": "did you mean 'y'?",
            },
            {
                "path": "content/events/a.yml",
                "line": 1,
                "column": 1,
                "level": "warning",
                "rule": "wording",
                "message": "'admits' is a loaded word",
                "hint": "write say",
            },
        ],
    }


def test_every_field_of_the_json_report_is_documented(project_root: Path, report) -> None:
    handbook = (project_root / "docs/handbook/checking.md").read_text(encoding="utf-8")
    document = json.loads(json_report(report(ERROR)))
    for field in (*document, *document["problems"][0], *RULES):
        assert f"`{field}`" in handbook


# --- GitHub


def test_a_workflow_command_names_the_line(report) -> None:
    assert list(github(report(WARNING, ERROR))) == [
        (
            "::error file=content/events/a.yml,line=2,col=8,title=A record names what is not there"
            "::there is no source 'x'; did you mean 'y'?"
        ),
        (
            "::warning file=content/events/a.yml,line=1,col=1,title=Wording that an editor may want to look at again"
            "::'admits' is a loaded word; write say"
        ),
        "3 files: 1 error, 1 warning",
    ]


def test_nothing_in_a_record_can_begin_a_workflow_command(report) -> None:
    problem = Problem("content/events/a,b:c.yml", 1, 1, EVIL, "")
    object.__setattr__(problem, "message", EVIL)  # as if nothing had made it harmless before
    command, _ = github(report(problem))
    assert command == (
        "::error file=content/events/a%2Cb%3Ac.yml,line=1,col=1,title=A field is unknown or missing%2C or its value "
        "has another form than it has to have::100%25, done: a%0D%0A::error file=x::y"
    )


# --- GitLab: what its documentation of Code Quality requires of each object ("Implement a custom tool")


def test_code_quality_has_what_gitlab_requires(report) -> None:
    written = gitlab(report(WARNING, ERROR))
    assert not written.startswith("\ufeff")
    found = json.loads(written)
    assert len(found) == 2
    for one in found:
        assert one.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["description"]
        assert one["check_name"] in RULES
        assert re.fullmatch(r"[0-9a-f]{32}", one["fingerprint"])
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not one["location"]["path"].startswith((".", "/"))
        assert one["location"]["lines"]["begin"] >= 1


def test_code_quality_says_what_was_found(report) -> None:
    [first, second] = json.loads(gitlab(report(WARNING, ERROR)))
    assert first["description"] == "there is no source 'x'; did you mean 'y'?"
    assert first["location"] == {"path": "content/events/a.yml", "lines": {"begin": 2}}
    assert [(one["check_name"], one["severity"]) for one in (first, second)] == [
        ("reference", "major"),
        ("wording", "minor"),
    ]


def test_code_quality_of_nothing_is_an_empty_list(report) -> None:
    assert gitlab(report()) == "[]"


def test_code_quality_tells_the_same_problem_in_the_same_words_apart(report) -> None:
    again = Problem(ERROR.path, 3, 8, ERROR.message, ERROR.hint, rule="reference")
    prints = [one["fingerprint"] for one in json.loads(gitlab(report(ERROR, again, line="source: x\nsource: x")))]
    assert len(set(prints)) == 2
    moved = Problem(ERROR.path, 3, 8, ERROR.message, ERROR.hint, rule="reference")
    [above] = json.loads(gitlab(report(moved, line="added: y\nsource: x")))
    assert above["fingerprint"] == prints[0]


# --- SARIF: what the schema of SARIF 2.1.0 requires of each object, and what GitHub requires beyond it


def test_sarif_has_what_the_standard_requires(report) -> None:
    log = json.loads(sarif(report(WARNING, ERROR)))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    driver = run["tool"]["driver"]
    assert driver["name"]
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    assert all(isinstance(one["executionSuccessful"], bool) for one in run["invocations"])
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert all(re.fullmatch(r"\S+", value) for value in result["partialFingerprints"].values())
        [place] = result["locations"]
        physical = place["physicalLocation"]
        assert physical["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
        assert physical["region"]["startLine"] >= 1
        assert physical["region"]["startColumn"] >= 1


def test_sarif_says_what_was_found(report) -> None:
    [first, second] = json.loads(sarif(report(WARNING, ERROR)))["runs"][0]["results"]
    assert first["message"]["text"] == "there is no source 'x'; did you mean 'y'?"
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 8,
        "snippet": {"text": "source: x"},
    }
    assert (first["ruleId"], second["ruleId"]) == ("reference", "wording")


def test_a_path_in_sarif_is_an_address(report) -> None:
    [result] = json.loads(sarif(report(Problem("content/events/ä b.yml", 1, 1, "m", "h"))))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "content/events/%C3%A4%20b.yml"


def test_a_fingerprint_stays_when_lines_are_added_above(report) -> None:
    def prints(*problems: Problem, line: str) -> list[str]:
        results = json.loads(sarif(report(*problems, line=line)))["runs"][0]["results"]
        return [result["partialFingerprints"]["problem/v1"] for result in results]

    [before] = prints(ERROR, line="source: x")
    moved = Problem(ERROR.path, 3, 8, ERROR.message, ERROR.hint, rule="reference")
    assert prints(moved, line="added: y\nsource: x") == [before]
    assert prints(ERROR, line="source: z") != [before]
