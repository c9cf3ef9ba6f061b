"""The strip above the chronology: events over time, as a small figure drawn at build time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from chronology.model.chronology import EventView
from chronology.model.dates import Day
from chronology.pages.days import MONTHS
from chronology.pages.typography import count

WIDTH = 960
_TALLEST = 40
_MOST_BARS = 120
_STEPS = (1, 7, 28, 91, 365, 1826, 3652, 36_525, 365_250, 3_652_500, 36_525_000)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000, 10**6, 10**7, 10**8, 10**9)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its left edge, its height and its width, in the figure's units."""

    left: float
    height: float
    width: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A label under the axis."""

    left: float
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    """What the figure shows, and what it says to those who do not see it."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    label: str


def strip(events: Iterable[EventView]) -> Strip | None:
    """Return the number of events over time, or None where there are fewer than three, or all are of one day."""
    dates = (view.event.date for view in events)
    days = sorted(day.ordinal() for day in (date.earliest or date.latest for date in dates) if day)
    if len(days) < 3 or days[0] == days[-1]:
        return None
    first, last = days[0], days[-1]
    step = next((step for step in _STEPS if (last - first) // step < _MOST_BARS), _STEPS[-1])
    numbers = Counter((day - first) // step for day in days)
    width = WIDTH / ((last - first) // step + 1)
    tallest = max(numbers.values())
    return Strip(
        bars=tuple(
            Bar(slot * width, _TALLEST * number / tallest, max(width - 3, 1))
            for slot, number in sorted(numbers.items())
        ),
        ticks=tuple(Tick(min((day - first) / step * width, WIDTH - 60), label) for day, label in _ticks(first, last)),
        label=f"{count(len(days), 'event')} over time, {_month(first)} to {_month(last)}; at most {tallest} in one bar",
    )


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year:,} BC"


def _month(ordinal: int) -> str:
    day = Day.from_ordinal(ordinal)
    return f"{MONTHS[day.month - 1]} {day.year}" if day.year > 0 else _year(day.year)


def _ticks(first: int, last: int) -> list[tuple[int, str]]:
    """Return about six round days between two, each with its label: months within three years, else years."""
    start, end = Day.from_ordinal(first).year, Day.from_ordinal(last).year
    return _month_ticks(first, last) if end - start <= 3 else _year_ticks(start, end)


def _year_ticks(start: int, end: int) -> list[tuple[int, str]]:
    every = next((size for size in _YEARS if (end - start) / size <= 8), _YEARS[-1])
    return [(Day(year, 1, 1).ordinal(), _year(year)) for year in range(-(-start // every) * every, end + 1, every)]


def _month_ticks(first: int, last: int) -> list[tuple[int, str]]:
    begin = Day.from_ordinal(first)
    months = [Day(begin.year + index // 12, index % 12 + 1, 1) for index in range(begin.month - 1, begin.month + 47)]
    inside = [month for month in months if month.ordinal() <= last]
    every = max(1, -(-len(inside) // 6))
    ticks: list[tuple[int, str]] = []
    for month in inside[::every]:
        name = MONTHS[month.month - 1][:3]
        label = f"{name} {month.year}" if not ticks or month.month <= every else name
        ticks.append((max(month.ordinal(), first), label))
    return ticks
