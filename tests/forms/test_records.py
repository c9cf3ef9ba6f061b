"""Every record of content/ goes through the forms and stays what it is."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from chronology.records import yaml_reader
from chronology.records.json_schema import schemas
from chronology.records.schema.kinds import KINDS
from chronology.records.validate import validate
from tests.forms import write_cases
from tools.machine import Machine
from tools.node import find_or_install

CONTENT = Path(__file__).parent.parent.parent / "content"
FORMS = ("events", "actors", "places", "sources", "series", "topics")


@pytest.fixture(scope="module")
def rewritten() -> Any:
    script = Path(__file__).parent / "rewrite.mjs"
    given = json.dumps({kind: schemas()[kind] for kind in FORMS})
    command = [find_or_install(Machine()), str(script), str(CONTENT)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def strict(text: str) -> dict[str, Any]:
    [document] = yaml_reader.read(text.encode())
    return document.data


def test_records_are_read_as_the_strict_reader_reads_them(rewritten: Any) -> None:
    assert len(rewritten) > 300
    for path, one in rewritten.items():
        assert one["data"] == strict((CONTENT / path).read_text(encoding="utf-8")), path


def test_loading_and_saving_changes_nothing(rewritten: Any) -> None:
    for path, one in rewritten.items():
        assert one["saved"] == (CONTENT / path).read_text(encoding="utf-8"), path


def test_a_record_that_is_written_anew_is_the_same_record(rewritten: Any) -> None:
    for path, one in rewritten.items():
        model = KINDS[path.partition("/")[0]]
        assert validate(model, strict(one["anew"])) == validate(model, one["data"]), path


def test_any_text_can_be_changed_in_place_and_back(rewritten: Any) -> None:
    assert {path: one["touched"] for path, one in rewritten.items() if one["touched"]} == {}


def test_the_cases_of_the_scripts_are_fresh() -> None:
    fresh = {
        "dates.json": write_cases.dates_and_times(),
        "findings.json": write_cases.mistakes(),
        "ids.json": write_cases.proposed_ids(),
        "addresses.json": write_cases.compared_addresses(),
    }
    for name, text in fresh.items():
        assert (write_cases.CASES / name).read_text(encoding="utf-8") == text, "run python -m tests.forms.write_cases"
