"""Scales of a figure, and where their ticks go: round figures, and days, months and years as people count them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronology.model.date_names import year_name
from chronology.model.days import MONTHS, Day, days_in_month

_MONTH_STEPS = (1, 2, 3, 6)
_DAYS_OF_MONTH: dict[int, tuple[int, ...]] = {
    1: tuple(range(1, 32)),
    2: tuple(range(1, 31, 2)),
    5: (1, 6, 11, 16, 21, 26),
    10: (1, 11, 21),
    15: (1, 16),
}
_LONGEST_IN_DAYS = 62
_LONGEST_IN_MONTHS = 8
"""Years that are still divided into months."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale: figures, or numbers of days, to places in a drawing."""

    first: float
    last: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a figure goes, to a tenth of a unit."""
        share = (value - self.first) / (self.last - self.first)
        return round(self.start + share * (self.end - self.start), 1)

    def value_at(self, place: float) -> float:
        """The figure that goes to a place."""
        return self.first + (place - self.start) / (self.end - self.start) * (self.last - self.first)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on a scale, in its own figures, and its label."""

    value: float
    label: str


def value_ticks(low: float, high: float, most: int) -> list[Tick]:
    """At most so many round figures between two, steps of 1, 2 or 5 times a power of ten, 0 always among them."""
    low, high = min(low, 0.0), max(high, 0.0)
    step = _round_step((high - low) / max(most - 1, 1))
    decimals = max(0, -math.floor(math.log10(step)))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [Tick(number * step, _figure(number * step, decimals)) for number in range(first, last + 1)]


def round_bounds(low: float, high: float, most: int) -> tuple[float, float]:
    """Bounds of a scale for figures between two: a little beyond them, up to a round figure if one is near."""
    step = _round_step((high - low) / max(most - 1, 1))
    return -_beyond(-low, step), _beyond(high, step)


def _beyond(figure: float, step: float) -> float:
    if figure <= 0:
        return 0.0
    following = max(math.ceil(figure / step - 1e-9), 1) * step
    return following if following - figure <= step * 0.4 else figure + step * 0.15


def _round_step(least: float) -> float:
    """The smallest round step that is not below `least`."""
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))


def _figure(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}".replace("-", "−")


def day_ticks(first: int, last: int, most: int, *, short: bool = False) -> list[Tick]:
    """At most so many ticks between two days, both given by number: days, months or years, whichever fit.

    A label names its month or year where that changes. short: `Mar` for `March`.
    """
    start, end = Day.from_ordinal(first), Day.from_ordinal(last)
    for days in _rows(start, end):
        inside = [day for day in days if first <= day.ordinal() <= last]
        if 0 < len(inside) <= most:
            return _labelled(inside, short=short)
    return []


def _rows(start: Day, end: Day) -> Iterator[list[Day]]:
    """Rows of round days that span two days, from the finest to the coarsest."""
    years = end.year - start.year
    if end.ordinal() - start.ordinal() <= _LONGEST_IN_DAYS:
        months = list(_months(start, end, 1))
        for chosen in _DAYS_OF_MONTH.values():
            yield [
                Day(month.year, month.month, number)
                for month in months
                for number in chosen
                if number <= days_in_month(month.year, month.month)
            ]
    if years <= _LONGEST_IN_MONTHS:
        for step in _MONTH_STEPS:
            yield list(_months(start, end, step))
    for power in range(11):
        for factor in (1, 2, 5):
            yield list(_years(start.year, end.year, factor * 10**power))


def _months(start: Day, end: Day, step: int) -> Iterator[Day]:
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        year, month = divmod(number, 12)
        if month % step == 0:
            yield Day(year, month + 1, 1)


def _years(first: int, last: int, step: int) -> Iterator[Day]:
    """Round years as people count them: there is no year 0, so that 50 BC is -49 and the turn of the era is AD 1."""
    if (last - first) / step > 1000:
        return
    for number in range(first // step, last // step + 2):
        counted = number * step
        if counted == 0 and step == 1:
            continue
        yield Day(counted + 1 if counted <= 0 else counted, 1, 1)


def _labelled(days: Iterable[Day], *, short: bool) -> list[Tick]:
    days = list(days)
    if all((day.month, day.day) == (1, 1) for day in days) and len({day.year for day in days}) == len(days) > 1:
        return [Tick(day.ordinal(), year_name(day.year)) for day in days]
    return _labelled_in_turn(days, in_days=any(day.day > 1 for day in days), short=short)


def label_days(days: Iterable[Day], *, short: bool = False) -> list[Tick]:
    """Ticks at these days themselves: `9 March`, `13`, `16`."""
    return _labelled_in_turn(list(days), in_days=True, short=short)


def _labelled_in_turn(days: Sequence[Day], *, in_days: bool, short: bool) -> list[Tick]:
    """Each label says what the one before it leaves open."""
    return [
        Tick(day.ordinal(), _label(day, before, in_days=in_days, short=short))
        for before, day in zip([None, *days], days, strict=False)
    ]


def _label(day: Day, before: Day | None, *, in_days: bool, short: bool) -> str:
    name = MONTHS[day.month - 1]
    month = name[:3] if short else name
    if before is not None and before.year == day.year:
        if not in_days:
            return month
        return str(day.day) if before.month == day.month else f"{day.day} {month}"
    year = f" {year_name(day.year)}"
    if in_days:
        return f"{day.day} {month}" + ("" if before is None else year)
    return month + year
