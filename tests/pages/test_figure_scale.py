"""Ticks are round, few, and named as people name figures and days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chronology.model.dates import parse
from chronology.model.days import Day
from chronology.pages.figure_scale import Scale, day_ticks, label_days, round_bounds, value_ticks


def day(text: str) -> int:
    earliest = parse(text).earliest
    assert earliest is not None
    return earliest.ordinal()


def labels(first: str, last: str, most: int, **options: bool) -> list[str]:
    return [tick.label for tick in day_ticks(day(first), day(last), most, **options)]


@pytest.mark.parametrize(
    "low, high, most, expected",
    [
        (0, 1400, 7, ["0", "500", "1,000"]),
        (0, 1500, 7, ["0", "500", "1,000", "1,500"]),
        (0, 13_200, 5, ["0", "5,000", "10,000"]),
        (0, 7, 5, ["0", "2", "4", "6"]),
        (0, 0.9, 4, ["0.0", "0.5"]),
        (-12, 30, 6, ["−10", "0", "10", "20", "30"]),
        (-40, -10, 4, ["−40", "−20", "0"]),
        (20, 30, 4, ["0", "10", "20", "30"]),
    ],
)
def test_figures_have_round_ticks_from_zero(low: float, high: float, most: int, expected: list[str]) -> None:
    assert [tick.label for tick in value_ticks(low, high, most)] == expected


@pytest.mark.parametrize(
    "first, last, most, expected",
    [
        ("2025-03-09", "2025-03-13", 6, ["9 March", "10", "11", "12", "13"]),
        ("2025-02-27", "2025-03-17", 6, ["1 March", "6", "11", "16"]),
        ("2025-02-20", "2025-03-24", 4, ["21 February", "1 March", "11", "21"]),
        ("2024-07-19", "2025-07-01", 8, ["September 2024", "November", "January 2025", "March", "May", "July"]),
        ("2024-10-01", "2024-12-31", 6, ["October 2024", "November", "December"]),
        ("2021-05-01", "2024-05-01", 5, ["2022", "2023", "2024"]),
        ("1899", "1951", 6, ["1900", "1910", "1920", "1930", "1940", "1950"]),
        ("-0120", "0120", 5, ["100 BC", "50 BC", "AD 1", "AD 50", "AD 100"]),
        ("-0002", "0003", 8, ["2 BC", "1 BC", "AD 1", "AD 2", "AD 3"]),
        ("Y-17000", "2000", 5, ["15,000 BC", "10,000 BC", "5000 BC", "AD 1"]),
    ],
)
def test_days_months_and_years_have_round_ticks(first: str, last: str, most: int, expected: list[str]) -> None:
    assert labels(first, last, most) == expected


def test_short_labels_are_for_narrow_drawings() -> None:
    assert labels("2024-07-19", "2025-07-01", 4, short=True) == ["Oct 2024", "Jan 2025", "Apr", "Jul"]


def test_days_of_points_name_month_and_year_where_they_change() -> None:
    days = [Day(2024, 12, 30), Day(2024, 12, 31), Day(2025, 1, 2), Day(2025, 2, 1)]
    assert [tick.label for tick in label_days(days)] == ["30 December", "31", "2 January 2025", "1 February"]


@given(some.integers(-10_000_000, 3_000_000), some.integers(1, 10_000_000), some.integers(3, 9))
def test_ticks_are_few_in_order_and_inside(first: int, length: int, most: int) -> None:
    ticks = [tick.value for tick in day_ticks(first, first + length, most)]
    assert len(ticks) <= most
    assert ticks == sorted(set(ticks))
    assert all(first <= tick <= first + length for tick in ticks)


@given(some.floats(-1e9, 1e9), some.floats(-1e9, 1e9), some.integers(3, 9))
def test_scale_holds_its_figures_and_zero(one: float, other: float, most: int) -> None:
    low, high = min(one, other, 0), max(one, other, 1e-6)
    bottom, top = round_bounds(low, high, most)
    assert bottom <= low * (1 - 1e-9)
    assert top >= high * (1 - 1e-9)
    ticks = value_ticks(bottom, top, most)
    assert any(tick.value == 0 for tick in ticks)
    assert len(ticks) <= most + 2


def test_scale_goes_both_ways() -> None:
    scale = Scale(0, 1500, 512, 24)
    assert (scale.at(0), scale.at(750), scale.at(1500)) == (512, 268, 24)
    assert scale.value_at(268) == 750
