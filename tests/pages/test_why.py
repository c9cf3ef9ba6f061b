"""The sentence beside a standing says why, from the record alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from chronology.pages.book import Book
from chronology.pages.site import Site
from chronology.pages.why import why
from tests.model import build

CASES = yaml.load(Path(__file__).with_name("cases-why.yml").read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=build.case_name)
def test_why_a_question_has_its_standing(case: dict[str, Any]) -> None:
    event = {"date": build.DATE, "questions": [case["question"]]}
    chronology = build.chronology({"it": event})
    book = Book.of(chronology, Site())
    sentence = why(book, chronology.events["it"].questions[0])
    assert sentence[:1].upper() + sentence[1:] == case["sentence"]
