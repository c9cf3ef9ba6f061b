"""Dates in English: each form reads as an editor would write it, and keeps its doubt."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given

from chronology.model.date_words import in_words, machine, margin, short
from chronology.model.dates import DateError, parse
from tests.model.test_dates import PLAUSIBLE

WORDS = yaml.load((Path(__file__).parent / "cases" / "dates-words.yml").read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("text", WORDS)
def test_words_short_words_and_margin(text):
    date = parse(text)
    numeral, *lines = WORDS[text][2]
    assert [in_words(date), short(date)] == WORDS[text][:2]
    assert margin(date) == (numeral, tuple(lines))


HANDBOOK = (Path(__file__).resolve().parents[2] / "docs" / "handbook" / "dates.md").read_text("utf-8")
TABLE = [
    line.strip("| ").split(" | ") for line in HANDBOOK.partition("\n## ")[0].splitlines() if line.startswith("| `")
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_handbook_shows_the_words_that_readers_see(row):
    assert in_words(parse(row[0].strip("`"))) == row[-1]


def test_weekday_goes_only_before_a_day_that_is_certain():
    assert in_words(parse("2025-03-13"), weekday=True) == "Thursday, 13 March 2025"
    assert in_words(parse("2025-03-13~"), weekday=True) == "about 13 March 2025"
    assert in_words(parse("2025-03"), weekday=True) == "March 2025"
    assert in_words(parse("0079-08-24"), weekday=True) == "24 August AD 79"


def test_short_omits_only_the_year_of_its_list():
    assert short(parse("2025-03-13"), year=2025) == "13 March"
    assert short(parse("2025-03-13"), year=2024) == "13 March 2025"
    assert short(parse("2024-12-31/2025-01-02"), year=2025) == "31 December 2024 \N{EN DASH} 2 January 2025"


@pytest.mark.parametrize(
    "text,expected",
    [
        ("2025-03-12", "2025-03-12"), ("2025-03", "2025-03"), ("2025", "2025"), ("0079", "0079"), ("Y12025", "12025"),
        ("2025-03-12~", None), ("2025?", None), ("2025-03-XX", None), ("2025-21", None), ("0000", None),
        ("-0043-03-15", None), ("2025-03-11/2025-03-12", None), ("[2025-03-11,2025-03-12]", None), ("202X", None),
    ],
)  # fmt: skip
def test_machine_form_is_what_html_knows_and_is_certain(text, expected):
    assert machine(parse(text)) == expected


@given(PLAUSIBLE)
def test_every_date_has_words(text: str):
    try:
        date = parse(text)
    except DateError:
        return
    numeral, lines = margin(date)
    words = [in_words(date), in_words(date, weekday=True), short(date), numeral, *lines]
    assert all(line and line == line.strip() and "  " not in line for line in words)
    assert len(lines) <= 5
    assert "about" in in_words(date) or not date.approximate
    assert "possibly" in in_words(date) or not date.uncertain
