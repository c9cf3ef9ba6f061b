"""The handbook's page on checking is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from chronology.model.entities.settings import Settings, Wording
from chronology.review.loaded import LOADED, loaded_words


@pytest.fixture(scope="module")
def page(project_root: Path) -> str:
    return (project_root / "docs/handbook/checking.md").read_text(encoding="utf-8")


def test_the_list_of_loaded_words_is_the_one_that_is_checked(page: str) -> None:
    section = page.partition("### A loaded word\n")[2].partition("\n#")[0]
    assert dict(re.findall(r"^\| `([a-z ]+)` \| (.+?) \|$", section, re.MULTILINE)) == LOADED


def test_the_example_of_a_list_does_what_it_says(page: str) -> None:
    [example] = re.findall(r"```yaml\n(wording:.*?)```", page, re.DOTALL)
    given = yaml.safe_load(example)["wording"]["loaded"]
    words = loaded_words(Settings("x", "y", "z", wording=Wording(given)))
    assert words == {word: plain for word, plain in LOADED.items() if word != "insist"} | {"trumpet": "announce"}
