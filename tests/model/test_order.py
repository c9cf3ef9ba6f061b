from __future__ import annotations

from collections.abc import Mapping

import pytest

from chronology.model.order import Period, list_months, list_years, order_of
from tests.model.build import Short, event


def in_order(events: Mapping[str, Short], zone: str = "Europe/Moscow") -> list[str]:
    made = [event(one, given) for one, given in events.items()]
    return [each.id for each in sorted(made, key=lambda each: order_of(each, zone))]


@pytest.mark.parametrize(
    "dates",
    [
        ["2025-03-12", "2025-03-13"],
        ["2025-03-13", "2025-03-13/2025-03-15", "2025-03-14"],
        ["2025-03-01", "2025-03", "2025-03-02"],
        ["2024-12-31", "2025-01-01", "2025", "2025-01-02"],
        ["2025-03-12", "2025-03-13", "../2025-03-13", "2025-03-14"],
        ["2024-08-06", "2024-08-06/..", "2024-08-07"],
        ["-0044-03-15", "0079-08-24", "2025"],
    ],
)
def test_events_are_in_order_of_their_bounds(dates):
    ids = [chr(ord("z") - number) for number in range(len(dates))]

    assert in_order({one: {"date": date} for one, date in zip(ids, dates, strict=True)}) == ids


def test_events_of_a_day_are_in_order_of_the_clock_and_those_without_come_first():
    times = {"a": "14:30", "b": "09:00~", "c": None, "d": "09:00"}

    assert in_order({one: {"time": time} for one, time in times.items()}) == ["c", "b", "d", "a"]


def test_clock_of_an_uncertain_day_orders_nothing():
    day = {"date": "2025-03-13?"}

    assert in_order({"a": {**day, "time": "14:30"}, "b": {**day, "time": "09:00"}}) == ["a", "b"]


def test_clocks_of_other_zones_are_moved_to_the_chronologys():
    times = {"a": {"time": "14:30"}, "b": {"time": "14:00", "zone": "Europe/Kyiv"}}

    assert in_order(times, zone="Europe/Moscow") == ["a", "b"]
    assert in_order(times, zone="Europe/Kyiv") == ["b", "a"]


def test_zone_that_the_system_does_not_know_is_taken_as_it_stands():
    assert in_order({"a": {"time": "14:30", "zone": "Nowhere/Atall"}, "b": {"time": "12:00"}}, zone="UTC") == ["b", "a"]


def test_zone_of_a_year_that_no_calendar_has_is_taken_as_it_stands():
    day = {"date": "-0044-03-15"}

    assert in_order({"a": {**day, "time": "14:30", "zone": "Europe/Rome"}, "b": {**day, "time": "12:00"}}) == ["b", "a"]


def test_events_of_one_moment_are_in_order_of_their_ids():
    assert in_order({"b": {"time": "09:00"}, "a": {"time": "09:00"}}) == ["a", "b"]


@pytest.mark.parametrize(
    "date, years, months",
    [
        ("2025-03-13", {2025: "listed"}, {(2025, 3): "listed"}),
        ("2025-03", {2025: "listed"}, {(2025, 3): "listed"}),
        ("2025", {2025: "listed"}, {}),
        ("202X", {2020: "listed"}, {}),
        ("2025-03-11/2025-03-13", {2025: "listed"}, {(2025, 3): "listed"}),
        ("2024-08-06/2025-03-16", {2024: "listed", 2025: "ending"}, {(2024, 8): "listed", (2025, 3): "ending"}),
        ("2024-08-06/..", {2024: "listed"}, {(2024, 8): "listed"}),
        ("../2025-03-16", {2025: "listed"}, {(2025, 3): "listed"}),
        ("2024/2025", {2024: "listed", 2025: "ending"}, {}),
        ("2024-08/2025", {2024: "listed", 2025: "ending"}, {(2024, 8): "listed"}),
        ("2024/2025-03", {2024: "listed", 2025: "ending"}, {(2025, 3): "ending"}),
        ("[2025-03-31,2025-04-01]", {2025: "listed"}, {(2025, 3): "listed", (2025, 4): "ending"}),
        ("[2025-03-31..2025-04-01]", {2025: "listed"}, {(2025, 3): "listed", (2025, 4): "ending"}),
        ("2024-24", {2024: "listed", 2025: "ending"}, {(2024, 12): "listed", (2025, 2): "ending"}),
    ],
)
def test_event_is_listed_where_it_begins_and_mentioned_where_it_ends(date, years, months):
    events = [event("it", {"date": date})]

    assert {year: how(period) for year, period in list_years(events).items()} == years
    assert {month: how(period) for month, period in list_months(events).items()} == months


def how(period: Period) -> str:
    assert period.events + period.ending == ("it",)
    return "listed" if period.events else "ending"


def test_periods_and_their_events_are_in_order():
    given = {"b": "2024-12-30/2025-01-02", "c": "2025-01-01", "a": "2025-03-01"}
    events = [event(one, {"date": date}) for one, date in given.items()]

    assert list_years(events) == {2024: Period(2024, None, ("b",), ()), 2025: Period(2025, None, ("c", "a"), ("b",))}
    assert list(list_months(events).values()) == [
        Period(2024, 12, ("b",), ()),
        Period(2025, 1, ("c",), ("b",)),
        Period(2025, 3, ("a",), ()),
    ]
