"""The cases that hold the timeline's scripts to the build are those of today's build."""

from __future__ import annotations

import pytest

from tests.explorer.write_timeline_cases import FOLDER, cases

CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_the_scripts_cases_are_the_builds(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == CASES[name], "run: python -m tests.explorer.write_timeline_cases"


def test_no_case_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(CASES)
