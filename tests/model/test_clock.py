"""Times of day and time zones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.model import clock
from chronology.model.clock import Clock, ClockError, in_words, machine, parse_time, parse_zone, zone_label


@pytest.mark.parametrize(
    "text,expected,words",
    [
        ("14:30", Clock("14:30", 14, 30), "14:30"),
        ("00:00", Clock("00:00", 0, 0), "00:00"),
        ("14:30~", Clock("14:30~", 14, 30, approximate=True), "about 14:30"),
        ("14:30?", Clock("14:30?", 14, 30, uncertain=True), "possibly 14:30"),
        ("09:05%", Clock("09:05%", 9, 5, approximate=True, uncertain=True), "possibly about 09:05"),
    ],
)
def test_time_and_its_words(text, expected, words):
    assert parse_time(text) == expected
    assert in_words(expected) == words
    assert in_words(expected, "Moscow time") == f"{words}, Moscow time"


def test_machine_form_only_of_a_certain_time():
    assert machine(parse_time("14:30")) == "14:30"
    assert machine(parse_time("14:30~")) is None


NO_TIME = "write hours and minutes, as in 14:30, or leave `time` out"


@pytest.mark.parametrize(
    "text,problem,hint",
    [
        ("2:30 pm", "'2:30 pm' is not how a time is written here", "write 14:30"),
        ("12 am", "'12 am' is not how a time is written here", "write 00:00"),
        ("2 p.m.", "'2 p.m.' is not how a time is written here", "write 14:00"),
        ("14.30", "'14.30' is not how a time is written here", "write 14:30"),
        ("1430", "'1430' is not how a time is written here", "write 14:30"),
        ("14h30", "'14h30' is not how a time is written here", "write 14:30"),
        ("9:05", "'9:05' is not how a time is written here", "write 09:05"),
        ("~14:30", "'~14:30' is not how a time is written here", "write 14:30~"),
        ("about 14:30", "'about 14:30' is not how a time is written here", "write 14:30~"),
        ("14:30?~", "'14:30?~' is not how a time is written here", "write 14:30%"),
        ("14:30:15", "'14:30:15' has seconds", "write 14:30"),
        ("14:30Z", "'14:30Z' has a time zone in it", "write `time: 14:30`, and `zone:` with an IANA name"),
        ("14:30+03:00", "'14:30+03:00' has a time zone in it", "write `time: 14:30`, and `zone:` with an IANA name"),
        ("24:00", "the day has no 24:00", "write 00:00 and the date of the next day"),
        ("25:00", "there is no 25:00", "hours are 00 to 23, minutes 00 to 59"),
        ("14:60", "there is no 14:60", "hours are 00 to 23, minutes 00 to 59"),
        ("noon", "'noon' is not a time of day", "write 12:00"),
        ("afternoon", "'afternoon' is not a time of day", NO_TIME),
        ("", "'' is not a time of day", NO_TIME),
        ("750", "'750' is not how a time is written here", "write 07:50"),
        ("\u0661\u0664:\u0663\u0660", "'\u0661\u0664:\u0663\u0660' is not a time of day", NO_TIME),
    ],
)
def test_refusal_says_what_is_wrong_and_what_would_be_right(text, problem, hint):
    with pytest.raises(ClockError) as error:
        parse_time(text)
    assert (error.value.problem, error.value.hint) == (problem, hint)


@given(st.one_of(st.text(max_size=50), st.text("0123456789:.~?%apmZ+- h", max_size=12)))
def test_any_text_is_a_time_or_a_clock_error(text: str):
    try:
        outcome: Clock | ClockError = parse_time(text)
    except ClockError as error:
        outcome = error
    assert outcome.hint if isinstance(outcome, ClockError) else 0 <= outcome.minutes < 24 * 60


def test_zone_of_an_iana_name():
    assert parse_zone("Europe/Moscow").key == "Europe/Moscow"
    assert parse_zone("UTC").key == "UTC"


@pytest.mark.parametrize(
    "name,hint",
    [
        ("Europe/Mosow", "did you mean Europe/Moscow"),
        ("europe/moscow", "did you mean Europe/Moscow"),
        ("Moscow", "did you mean Europe/Moscow"),
        ("Moscow time", "did you mean Europe/Moscow"),
        ("New York", "did you mean America/New_York"),
        ("MSK", "write an IANA name such as Europe/Moscow or UTC"),
        ("../../etc/passwd", "write an IANA name such as Europe/Moscow or UTC"),
        ("Europe", "write an IANA name such as Europe/Moscow or UTC"),
        ("", "write an IANA name such as Europe/Moscow or UTC"),
    ],
)
def test_unknown_zone_gets_the_nearest_name(name, hint):
    with pytest.raises(ClockError) as error:
        parse_zone(name)
    assert (error.value.problem, error.value.hint) == (f"'{name}' is not a time zone", hint)


def test_system_without_time_zone_data_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(clock, "available_timezones", set)
    with pytest.raises(ClockError, match="this system has no time zone data; install the Python package tzdata"):
        parse_zone("Nowhere/Land")


@pytest.mark.parametrize(
    "name,label",
    [
        ("Europe/Moscow", "Moscow time"), ("America/Argentina/Buenos_Aires", "Buenos Aires time"),
        ("Africa/Dar_es_Salaam", "Dar es Salaam time"), ("Japan", "Japan time"), ("EST5EDT", "EST5EDT"),
        ("UTC", "UTC"), ("Etc/UTC", "UTC"), ("GMT", "UTC"), ("Etc/GMT-3", "UTC+3"),
        ("Etc/GMT+11", "UTC\N{MINUS SIGN}11"),
    ],
)  # fmt: skip
def test_zone_label(name, label):
    assert zone_label(name) == label
