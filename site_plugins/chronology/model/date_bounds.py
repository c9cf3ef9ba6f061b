"""What the digits of one date can mean: its kind, its first and its last day."""

from __future__ import annotations

from collections.abc import Iterator

from chronology.model import date_advice
from chronology.model.date_advice import DateError
from chronology.model.days import Day, days_in_month

SEASONS = {
    # Northern spring to winter, also as 25 to 28; southern spring to winter.
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    # Quarters, quadrimesters, halves.
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""Parts of a year (ISO 8601-2 4.8): first month, number of months. Seasons are meteorological; one crosses years."""


def exact(year_digits: str, month_digits: str | None, day_digits: str | None) -> tuple[str, Day, Day]:
    """Kind and bounds of a date whose digits are all known."""
    year = int(year_digits.lstrip("Y"))
    if month_digits is None:
        return "year", Day(year, 1, 1), Day(year, 12, 31)
    month = int(month_digits)
    if day_digits is None:
        if 1 <= month <= 12:
            return "month", Day(year, month, 1), Day(year, month, days_in_month(year, month))
        if month in SEASONS:
            return "season", *_season(year, year, month)
        raise DateError(*date_advice.on_month(year_digits, month, None))
    if not 1 <= month <= 12:
        raise DateError(*date_advice.on_month(year_digits, month, int(day_digits)))
    day = Day(year, month, int(day_digits))
    if not 1 <= day.day <= days_in_month(year, month):
        raise DateError(*date_advice.on_day(year_digits, day))
    return "day", day, day


def _season(first_year: int, last_year: int, number: int) -> tuple[Day, Day]:
    first_month, months = SEASONS[number]
    years, last_month = divmod(first_month + months - 2, 12)
    year, last_month = last_year + years, last_month + 1
    return Day(first_year, first_month, 1), Day(year, last_month, days_in_month(year, last_month))


def masked(text: str, year: str, month: str | None, day: str | None) -> tuple[str, Day, Day]:
    """Kind and bounds of a date with unspecified digits (ISO 8601-2 4.6): the first and last day that fit."""
    years = _numbers(year) if "X" in year else [int(year.lstrip("Y"))]
    if month is None:
        bounds = Day(years[0], 1, 1), Day(years[-1], 12, 31)
        return ("decade" if year[-2] != "X" else "century" if year[-3] != "X" else "unspecified"), *bounds
    if month.isdigit() and day is None and int(month) in SEASONS:
        return "unspecified", *_season(years[0], years[-1], int(month))
    months = [number for number in _numbers(month) if 1 <= number <= 12]
    days = _numbers(day or "XX")
    earliest = next(_fitting(years, months, days), None)
    latest = next(_fitting(years[::-1], months[::-1], days[::-1]), None)
    if earliest is None or latest is None:
        raise DateError(f"no day fits {date_advice.quoted(text)}", "X stands for one digit: 2025-03-XX, 2025-XX, 20XX")
    return "unspecified", earliest, latest


def _fitting(years: list[int], months: list[int], days: list[int]) -> Iterator[Day]:
    """The days that exist, in the order of the lists. At most 1,000 years: a year of X alone is outside the profile."""
    for year in years:
        for month in months:
            length = days_in_month(year, month)
            yield from (Day(year, month, day) for day in days if 1 <= day <= length)


def _numbers(mask: str) -> list[int]:
    """The numbers that fit a mask of digits and X, in order: '1X' is 10 to 19."""
    sign, digits = (-1, mask[1:]) if mask[0] == "-" else (1, mask)
    fitting = [0]
    for digit in digits:
        choices = range(10) if digit == "X" else (int(digit),)
        fitting = [number * 10 + choice for number in fitting for choice in choices]
    # There is no year -0000.
    return fitting if sign == 1 else [-number for number in reversed(fitting) if number]
