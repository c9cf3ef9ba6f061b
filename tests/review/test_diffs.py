"""Every kind of change, as data: a new one is a new file in diffs/ (see diff_files.py), and no new test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chronology.model.chronology import Chronology, derive
from chronology.records.load import load
from chronology.review.changes.as_json import as_json
from chronology.review.changes.as_markdown import as_markdown
from chronology.review.changes.as_text import as_text
from chronology.review.changes.change import KINDS, Changes
from chronology.review.changes.records import compare
from chronology.review.revisions import Side
from tests.review.diff_files import HERE, DiffCase, read_diff_case

CASES = [read_diff_case(path) for path in sorted(HERE.glob("*.case"))]


def derived(folder: Path) -> Chronology:
    loaded = load(folder, folder / "content")
    assert loaded.entities, "\n".join(map(str, loaded.problems))
    return derive(loaded.entities)


def compared(case: DiffCase, folder: Path) -> Changes:
    before, after = case.write(folder)
    return compare(derived(before), derived(after))


def shown(changes: Changes, how: str) -> str:
    if how == "json":
        sides = (Side(name, commit, None, (), {}) for name, commit in (("main", "0" * 40), ("the work tree", None)))
        return as_json(changes, *sides)
    return as_markdown(changes) if how == "markdown" else as_text(changes)


@pytest.mark.parametrize("case", CASES, ids=[case.path.stem for case in CASES])
def test_case(case: DiffCase, tmp_path: Path) -> None:
    changes = compared(case, tmp_path)
    found = {how: shown(changes, how) for how in case.expected}
    if os.environ.get("UPDATE_DIFFS"):
        case.update(found)
    else:
        assert found == case.expected


@pytest.mark.parametrize("case", CASES, ids=[case.path.stem for case in CASES])
def test_taken_back_it_is_a_change_too(case: DiffCase, tmp_path: Path) -> None:
    before, after = map(derived, case.write(tmp_path))
    forth, back = compare(before, after), compare(after, before)
    assert bool(forth.records) == bool(back.records)
    for changes in (forth, back):
        for record in changes.records:
            assert record.changes
            assert all(change.kind in KINDS for change in record.changes)
            assert all(
                change.sentence.endswith((".", "”")) and "\n" not in change.sentence for change in record.changes
            )


def test_every_kind_of_change_has_a_case(tmp_path: Path) -> None:
    found = set()
    for number, case in enumerate(CASES):
        changes = compared(case, tmp_path / str(number))
        found |= {change.kind for record in changes.records for change in record.changes}
    assert set(KINDS) - found == set()
