"""The date profile: forms and bounds, refusals that teach, agreement with other EDTF parsers, hostile input."""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from chronology.model.dates import Date, DateError, Day, from_list, parse

CASES = Path(__file__).parent / "cases"
DATA = Path(os.environ.get("CHRONOLOGY_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")
VERDICTS = DATA / "edtf-verdicts.csv"

# Valid by other parsers, and refused here: the category as the message names it, and which strings it takes.
# docs/handbook/dates.md gives the reason for each.
OUTSIDE = {
    "a date and a time in one": r".*T[0-9]{2}:.*",
    "a year with an exponent": r"Y-?[0-9]+E.*",
    "a year with significant digits": r"-?[0-9]{4}S.*",
    "a set of which every date is meant": r"\{.*\}",
    "a century in two digits": r"-?[0-9]{2}[~?%]?",
    "a decade in three digits": r"-?[0-9]{3}[~?%]?",
    "a year of X alone": r"XXXX.*",
    "X in a year of five or more digits": r"Y[0-9]+X+",
    "no beginning and no end": r"\[\.\..*\.\.\]",
}


def cases(name: str) -> list[Any]:
    # BaseLoader: every scalar stays the text that it is.
    return yaml.load((CASES / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def outcome_of(text: str) -> Date | DateError:
    try:
        return parse(text)
    except DateError as error:
        return error


def iso(day: Day | None) -> str:
    return day.isoformat() if day else ""


@pytest.mark.parametrize("case", cases("dates-valid.yml"), ids=lambda case: case[0])
def test_valid_date_has_its_bounds(case):
    text, kind, precision, earliest, latest, marks, soft = case + ["", "both"][len(case) - 5 :]
    date = parse(text)
    assert (date.kind, date.precision, iso(date.earliest), iso(date.latest)) == (kind, precision, earliest, latest)
    assert (date.approximate, date.uncertain) == (marks in ("approximate", "both"), marks in ("uncertain", "both"))
    assert date.soft_start == (bool(marks) and soft in ("start", "both"))
    assert date.soft_end == (bool(marks) and soft in ("end", "both"))


@pytest.mark.parametrize(
    "text,problem,hint",
    [(text, *advice) for case in cases("dates-invalid.yml") for text, advice in case.items()],
)
def test_refusal_says_what_is_wrong_and_what_would_be_right(text, problem, hint):
    with pytest.raises(DateError) as error:
        parse(text)
    assert (error.value.problem, error.value.hint) == (problem, hint)
    assert str(error.value) == f"{problem}; {hint}"


# Agreement with other parsers ----------------------------------------------------------------------------------------


def verdicts() -> list[dict[str, str]]:
    if not VERDICTS.exists():
        pytest.skip("edtf-verdicts.csv is not here; set CHRONOLOGY_DATA to the folder that has it")
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_shared(row: dict[str, str]) -> bool:
    """Whether two sources agree and none, or none but one that is outvoted, says otherwise."""
    counts = len(row["valid_sources"].split()), len(row["invalid_sources"].split())
    return max(counts) >= 2 and counts[0] != counts[1]


def refusal(text: str) -> str | None:
    outcome = outcome_of(text)
    return outcome.problem if isinstance(outcome, DateError) else None


def test_every_shared_verdict_is_agreed_with_or_outside_for_a_stated_reason():
    disagreements = []
    for row in filter(is_shared, verdicts()):
        problem = refusal(row["string"])
        if row["verdict"] == "invalid":
            agreed = problem is not None
        else:
            agreed = problem is None or any(
                problem.endswith(f"is valid EDTF, but outside this profile ({what})")
                and re.fullmatch(form, row["string"])
                for what, form in OUTSIDE.items()
            )
        if not agreed:
            disagreements.append((row["string"], row["verdict"], problem))
    assert disagreements == []


def test_bounds_of_shared_verdicts_are_among_those_seen():
    disagreements = []
    for row in filter(is_shared, verdicts()):
        if row["verdict"] == "invalid" or not row["bounds_seen"] or refusal(row["string"]):
            continue
        date = parse(row["string"])
        bounds = f"{iso(date.earliest)}..{iso(date.latest)}".replace("Y", "")
        seen = [re.sub(r"-?inf|:unknown", "", one.strip()) for one in row["bounds_seen"].split("|")]
        if bounds not in seen:
            disagreements.append((row["string"], bounds, seen))
    assert disagreements == []


def test_what_one_source_calls_valid_is_refused_only_as_outside_the_profile_or_by_name():
    refused = {
        row["string"]
        for row in verdicts()
        if row["verdict"] == "valid"
        and "outside this profile" not in (refusal(row["string"]) or "outside this profile")
    }
    assert refused == {
        "1156X-12-25", "22004?-06-11", "31XXX-XX",  # five digits without Y
        "1985-06-26/1985-04-12", "1985-06/1985-04", "1999/1980",  # end before they begin
        "1999-2X", "20xx", "Y-1200", r"\t1985\t", "Spring, 2002", "second quarter of 2001",  # not EDTF
    }  # fmt: skip


@pytest.mark.parametrize("what", [*OUTSIDE, "a year of more than 12 digits"])
def test_handbook_names_what_is_outside_the_profile(what):
    handbook = Path(__file__).resolve().parents[2] / "docs" / "handbook" / "dates.md"
    assert f"| {what} " in handbook.read_text(encoding="utf-8")


# Dates among each other ----------------------------------------------------------------------------------------------


def test_dates_sort_by_earliest_then_latest_bound():
    ordered = [
        "Y-17000", "-0043-03-15", "2024-12-31/2025-01-02", "2025-03-01", "2025-03", "2025-03-11", "2025-03-12",
        "2025-03-12~", "../2025-03-12", "[2025-03-12,2025-03-13]", "2025-03-12/2025-03", "2025-03-12/..", "2025-03-13",
    ]  # fmt: skip
    assert sorted(sorted(ordered), key=lambda text: parse(text).sort_key) == ordered


@pytest.mark.parametrize(
    "text,listed",
    [
        ("2025-03-12", (2025, 3)), ("2025-03", (2025, 3)), ("2025-03-XX", (2025, 3)), ("2025", (2025, None)),
        ("2025-XX-XX", (2025, None)), ("202X", (2020, None)), ("2025-24", (2025, 12)), ("../2025-03-16", (2025, 3)),
        ("2024-08-06/2025-03-16", (2024, 8)), ("2024/2025-03-16", (2024, None)), ("[2025-02-28,2025-03-01]", (2025, 2)),
        ("[2025-03..2025-05]", (2025, 3)), ("[2025-03-01,2024]", (2024, None)), ("[..1760-12-03]", (1760, 12)),
    ],
)  # fmt: skip
def test_event_is_listed_where_it_begins_or_else_where_it_ends(text, listed):
    assert parse(text).year_month() == listed


def test_parts_are_the_ends_of_an_interval_and_the_members_of_a_set():
    assert parse("2025-03-11~/2025-03").parts == (parse("2025-03-11~"), parse("2025-03"))
    assert parse("../2025-03").parts == (parse("2025-03"),)
    first, span = parse("[2025-03-11, 2025-03-13..2025-03-15]").parts
    assert first == parse("2025-03-11")
    assert (span.kind, span.text, span.parts) == (
        "between", "2025-03-13..2025-03-15", (parse("2025-03-13"), parse("2025-03-15")),
    )  # fmt: skip


def test_overlaps_by_bounds():
    assert parse("2025-03").overlaps(parse("2025-03-31"))
    assert parse("../2025-03-16").overlaps(parse("2024"))
    assert parse("2024-08-06/..").overlaps(parse("../2024-08-06"))
    assert not parse("2025-03-11/2025-03-13").overlaps(parse("2025-03-14"))


def test_certainly_and_possibly_within():
    low, high = Day(2025, 3, 1), Day(2025, 3, 15)
    assert parse("2025-03-15~").within(low, high)
    assert not parse("2025-03").within(low, high)
    assert parse("2025-03").possibly_within(low, high)
    assert not parse("../2025-03-10").within(low, high)
    assert parse("../2025-03-10").within(None, high)
    assert parse("2025-03-10/..").within(low, None)
    assert not parse("2025-03-16").possibly_within(low, high)
    assert parse("2025-03-16").possibly_within(low, None)


def test_set_that_yaml_read_as_a_list():
    assert from_list(["2025-03-11", "2025-03-12"]) == "[2025-03-11,2025-03-12]"
    assert parse(from_list(["2025-03-11..2025-03-13"])) == parse("[2025-03-11..2025-03-13]")
    with pytest.raises(DateError, match="the set is empty"):
        parse(from_list([]))


# Days ----------------------------------------------------------------------------------------------------------------


@given(st.dates())
def test_day_agrees_with_datetime(date: dt.date):
    day = Day(date.year, date.month, date.day)
    assert (day.ordinal(), day.weekday(), day.isoformat()) == (date.toordinal(), date.weekday(), date.isoformat())


@given(st.integers(-(10**14), 10**14))
def test_ordinal_round_trip(ordinal: int):
    day = Day.from_ordinal(ordinal)
    assert day.ordinal() == ordinal
    assert Day.from_ordinal(ordinal + 1) > day


def test_day_is_written_as_edtf():
    written = ["0079-08-24", "-0043-03-15", "Y-17000-01-01", "0000-01-01", "Y12025-01-01"]
    assert [iso(parse(text).earliest) for text in written] == written


# Anything else -------------------------------------------------------------------------------------------------------

HOSTILE = {
    "brackets": "[" * 1_000_000, "closed brackets": "[" * 500 + "]" * 499, "digits of Y": "Y" + "9" * 1_000_000,
    "digits": "9" * 900, "exponent": "Y1E" + "9" * 20, "significant": "2025S" + "9" * 900, "slashes": "/" * 999,
    "dots": "[" + "." * 900 + "]", "commas": "[" + "," * 900 + "]", "spaces": "[" + " " * 990 + "x]",
    "words": "a " * 499, "to": "1 to " * 19, "or": "or " * 33, "braces": "{" + "2025, " * 160 + "x}",
    "newline": "2025-03-12\n", "null": "2025\0", "escape": "\x1b[31m2025", "surrogate": "\ud800", "rtl": "\u202e2025",
    "arabic digits": "\u0662\u0660\u0662\u0665", "superscript": "20\u00b2\u2075", "masks": "1XX1-02-29",
    "set of masks": "[" + ",".join(["1XX1-02-29"] * 80) + "]",
}  # fmt: skip


@pytest.mark.timeout(10)  # a search that grows out of hand takes minutes
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_at_once(text):
    with pytest.raises(DateError) as error:
        parse(text)
    assert len(str(error.value)) < 300
    assert str(error.value).isprintable()


EDTF_ALPHABET = "0123456789XY-~?%/.,[]{} TESZ:"
MARKS = st.sampled_from(["", "", "", "~", "?", "%"])
SIMPLE = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["2025", "-0043", "0000", "20XX", "202X", "1X3X", "Y-17000", "Y170000002"]),
    st.sampled_from(["", "-01", "-02", "-12", "-XX", "-1X", "-21", "-24", "-30", "-41", "-13"]),
    st.sampled_from(["", "-01", "-28", "-30", "-XX", "-3X", "-X1"]),
    MARKS,
)
PHRASES = ["early", "between", "and", "to", "or", "12", "3", "March", "Sept.", "2025", "c.", "possibly", "before", "BC"]
PHRASES += ["the", "century", "20th", "Q1", "-", ",", "W11", "after", "until", "/", "1980s", "~"]
ENDS = st.one_of(SIMPLE, st.sampled_from(["", ".."]))
MEMBERS = st.one_of(SIMPLE, st.builds("{}..{}".format, SIMPLE, SIMPLE), st.builds("{}..".format, SIMPLE))
PLAUSIBLE = st.one_of(
    SIMPLE,
    st.builds("{}/{}".format, ENDS, ENDS),
    st.lists(MEMBERS, max_size=4).map(lambda members: f"[{','.join(members)}]"),
    st.text(EDTF_ALPHABET, max_size=24),
    st.text(max_size=60),
    st.lists(st.sampled_from(PHRASES), max_size=7).map(" ".join),
)


@given(PLAUSIBLE)
def test_any_text_is_a_date_with_ordered_bounds_or_a_date_error(text: str):
    outcome = outcome_of(text)
    if isinstance(outcome, DateError):
        assert outcome.problem
        assert outcome.hint
    else:
        check(outcome)
        assert parse(outcome.text) == outcome
        assert outcome.year_month()[0] in {bound.year for bound in (outcome.earliest, outcome.latest) if bound}
        assert outcome.overlaps(outcome)


def check(date: Date) -> None:
    assert date.earliest or date.latest
    if date.earliest and date.latest:
        assert date.earliest <= date.latest
        assert date.within(date.earliest, date.latest)
    for bound in filter(None, (date.earliest, date.latest)):
        assert Day.from_ordinal(bound.ordinal()) == bound
    for part in date.parts:
        check(part)


@given(PLAUSIBLE)
def test_what_a_hint_tells_to_write_is_a_date(text: str):
    outcome = outcome_of(text)
    if isinstance(outcome, DateError) and (suggestion := re.fullmatch(r"write ([^ `]+)", outcome.hint)):
        assert parse(suggestion[1]).text == suggestion[1]
