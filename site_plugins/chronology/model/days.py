"""Days of the proleptic Gregorian calendar, for any year: `datetime.date` stops at the years 1 and 9999."""

from __future__ import annotations

from typing import NamedTuple

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February. Years are astronomical: 0 is 1 BC, and is a leap year."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days in a month (1 to 12) of an astronomical year."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def year_text(year: int) -> str:
    """A year as EDTF writes it: four digits, or `Y` and more (ISO 8601-2 4.4.1): '0079', '-0043', 'Y-17000'."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


class Day(NamedTuple):
    """A civil day: astronomical year, month 1 to 12, day 1 to 31. Compares as a tuple, which is in order of time."""

    year: int
    month: int
    day: int

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Day:
        """The day with this number, as counted by `ordinal`."""
        # "civil_from_days" of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms": years begin in March.
        shifted = ordinal + 305
        era, day_of_era = divmod(shifted, 146_097)
        year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
        shifted_month = (5 * day_of_year + 2) // 153
        month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
        day = day_of_year - (153 * shifted_month + 2) // 5 + 1
        return cls(era * 400 + year_of_era + (month <= 2), month, day)

    def ordinal(self) -> int:
        """The number of the day, as `datetime.date.toordinal` counts: 1 January of the year 1 is 1."""
        year = self.year - (self.month <= 2)
        era, year_of_era = divmod(year, 400)
        day_of_year = (153 * (self.month - 3 if self.month > 2 else self.month + 9) + 2) // 5 + self.day - 1
        return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 305

    def weekday(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return (self.ordinal() + 6) % 7

    def isoformat(self) -> str:
        """The day as EDTF: '2025-03-12', '-0043-03-15', 'Y17000-01-01'."""
        return f"{year_text(self.year)}-{self.month:02}-{self.day:02}"
