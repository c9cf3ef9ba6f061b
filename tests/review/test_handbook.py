"""The handbook's pages on checking and reviewing are true."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from chronology.model.entities import Settings, Wording
from chronology.review.changes.change import KINDS
from chronology.review.loaded import LOADED
from chronology.review.review import loaded_words
from tests.review.diff_files import HERE, read_diff_case


@pytest.fixture(scope="module")
def page(project_root: Path) -> str:
    return (project_root / "docs/handbook/checking.md").read_text(encoding="utf-8")


def test_the_list_of_loaded_words_is_the_one_that_is_checked(page: str) -> None:
    section = page.partition("\n### A loaded word\n")[2].partition("\n### ")[0]
    assert dict(re.findall(r"^\| `([a-z ]+)` \| (.+?) \|$", section, re.MULTILINE)) == LOADED


def test_the_example_of_a_list_does_what_it_says(page: str) -> None:
    [example] = re.findall(r"```yaml\n(wording:.*?)```", page, re.DOTALL)
    given = yaml.safe_load(example)["wording"]["loaded"]
    words = loaded_words(Settings("x", "y", "z", wording=Wording(given)))
    assert words == {word: plain for word, plain in LOADED.items() if word != "insist"} | {"trumpet": "announce"}


@pytest.fixture(scope="module")
def reviewing(project_root: Path) -> str:
    return (project_root / "docs/handbook/reviewing.md").read_text(encoding="utf-8")


def test_the_kinds_of_change_are_those_that_there_are(reviewing: str) -> None:
    table = reviewing.partition("| Kind |")[2].partition("\n\n")[0]
    assert dict(re.findall(r"^\| `([a-z-]+)` \| (.+?) \|$", table, re.MULTILINE)) == KINDS


def test_the_example_of_a_review_is_what_is_printed(reviewing: str) -> None:
    [example] = re.findall(r"```text\n(.*?)```", reviewing, re.DOTALL)
    assert example == read_diff_case(HERE / "handbook.case").expected["text"]


def test_the_fields_of_the_json_document_are_documented(reviewing: str) -> None:
    document = json.loads(read_diff_case(HERE / "event-gone.case").expected["json"])
    [record] = document["records"]
    table = reviewing.partition("| Field |")[2].partition("\n\n")[0]
    assert [name for name in document if f"`{name}" not in table] == []
    assert [name for name in (*record, *record["changes"][0]) if f"`{name}" not in table] == []
