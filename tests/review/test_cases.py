"""Every warning, as data: a new one is a new file in cases/ (see tests/records/case_files.py), and no new test.

A file `published.json` in a case is the earlier list of events that is given to the command.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from chronology import cli
from tests.records.case_files import read_case, write_project

CASES = sorted((Path(__file__).parent / "cases").glob("*.case"))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    case = read_case(path)
    write_project(tmp_path, case.files)
    monkeypatch.chdir(tmp_path)
    status = cli.main(["check", *(["--published", "published.json"] if "published.json" in case.files else [])])
    problems = [line for line in capsys.readouterr().out.splitlines() if line.startswith("content/")]
    assert problems == case.problems
    assert status == any(": warning: " not in problem for problem in problems)
