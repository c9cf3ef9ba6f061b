"""Every kind of mistake, as data: a new mistake is a new file in cases/ (see case_files.py), and no new test."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronology.records.load import load
from tests.records.case_files import read_case, write_project

CASES = sorted((Path(__file__).parent / "cases").glob("*.case"))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    write_project(tmp_path, case.files)
    found = load(tmp_path, tmp_path / "content")
    assert [str(problem) for problem in found.problems] == case.problems
    errors = [problem for problem in found.problems if problem.level == "error"]
    assert (found.entities is None) == bool(errors)


def test_base_of_the_cases_is_right(tmp_path: Path) -> None:
    write_project(tmp_path, {})
    assert load(tmp_path, tmp_path / "content").problems == ()


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_cache_changes_no_problem(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    write_project(tmp_path / "base", {})
    load(tmp_path / "base", tmp_path / "base/content", tmp_path / "cache")
    write_project(tmp_path, case.files)
    for _ in range(2):
        found = load(tmp_path, tmp_path / "content", tmp_path / "cache")
        assert [str(problem) for problem in found.problems] == case.problems
