"""The generator's own tests run where a change touches it, and nowhere else: the records alone cost nobody an hour."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not (ROOT / ".ci").is_dir(), reason="the source distribution has no .ci/")


@pytest.fixture(scope="module")
def github() -> dict[Any, Any]:
    document = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


@pytest.fixture(scope="module")
def gitlab() -> dict[str, Any]:
    document = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


@pytest.fixture(scope="module")
def paths(github: dict[Any, Any]) -> list[str]:
    """What a change has to touch."""
    found = github[True]["pull_request"]["paths"]  # YAML 1.1 reads `on` so
    assert isinstance(found, list)
    return found


def test_both_hosts_ask_for_the_same_paths(github: dict[Any, Any], gitlab: dict[str, Any], paths: list[str]) -> None:
    assert github[True]["push"] == {"branches": ["main"], "paths": paths}
    assert gitlab["test"]["rules"] == [
        {"if": '$CI_PIPELINE_SOURCE == "schedule"', "when": "never"},
        {"changes": paths},
    ]
    assert len(set(paths)) == len(paths) <= 50  # more than GitLab reads


def test_every_folder_but_the_records_is_the_generators(paths: list[str]) -> None:
    """A pattern as both hosts read it: a folder with all that is in it, or one file."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, text=True, capture_output=True, check=False)
    folders = {name.partition("/")[0] for name in done.stdout.splitlines() if "/" in name}
    if not folders:
        pytest.skip("this is no checkout")
    assert {path.removesuffix("/**/*") for path in paths if path.endswith("/**/*")} == folders - {"content"}
    assert all((ROOT / path).is_file() for path in paths if not path.endswith("/**/*"))


def test_neither_records_nor_the_weekly_report_cost_a_run(paths: list[str]) -> None:
    assert not [path for path in paths if path.startswith(("*", "!", "content", "sources-report"))]


def test_both_hosts_run_what_runs_anywhere(github: dict[Any, Any], gitlab: dict[str, Any]) -> None:
    assert [step["run"] for step in github["jobs"]["test"]["steps"] if "run" in step] == [".ci/run"]
    assert gitlab["test"]["script"] == [".ci/run"]
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_what_runs_anywhere_is_what_the_documentation_says() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    [line] = re.findall(r"^exec make (.+) </dev/null$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    targets = [word for word in line.split() if not word.startswith("--") and "=" not in word]
    assert targets == ["test", "check-site", "check-automation"]
    assert all(f"\n{target}:" in makefile for target in targets)
    for path in ("README.md", "docs/handbook/quality.md", "docs/handbook/automation.md"):
        text = (ROOT / path).read_text(encoding="utf-8")
        assert all(f"`make {target}" in text for target in targets), path


def test_a_newer_push_ends_the_run_of_an_older_one_and_none_runs_for_ever(
    github: dict[Any, Any], gitlab: dict[str, Any]
) -> None:
    assert github["concurrency"]["cancel-in-progress"] is True
    assert github["jobs"]["test"]["timeout-minutes"] == 90
    assert gitlab["test"]["timeout"] == "90 minutes"
    assert gitlab["default"]["interruptible"] is True
    assert "interruptible" not in gitlab["test"]


def test_on_gitlab_nothing_waits_for_the_tests(gitlab: dict[str, Any]) -> None:
    """Stages run one after the other, so theirs is the last, and they begin at once all the same."""
    assert gitlab["stages"][-1] == gitlab["test"]["stage"] == "test"
    assert gitlab["test"]["needs"] == []


def test_the_tests_do_not_learn_where_gitlab_will_have_the_site(gitlab: dict[str, Any]) -> None:
    assert gitlab["test"]["inherit"] == {"variables": ["GIT_DEPTH"]}
    assert gitlab["variables"].keys() == {"GIT_DEPTH", "REPO_URL", "REPO_HOST"}
