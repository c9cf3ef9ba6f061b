"""The timeline's scale: calendar units from days to hundreds of millions of years, and ticks with their labels.

Days are numbers (`Day.ordinal`). `assets/scripts/explorer/timeline-scale.js` is the same for the browser;
`tests/explorer/timeline-cases/` holds both to the same cases.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from chronology.model.date_names import year_name
from chronology.model.days import MONTHS, Day

_LETTER, _GAP = 6.4, 10
"""Pixels that a letter of a label takes, and what is left free after a label."""
_ORDINARY = {"day": 2, "week": 5, "month": 3}
"""Letters of a label that names no year; years are all as long."""
_RHYTHMS = (1, 2, 3, 6, 12)
_YEAR = 365.2425
_LENGTHS = {"day": 1.0, "week": 7.0, "month": _YEAR / 12, "year": _YEAR}
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Unit:
    """So many days, weeks, months or years of the calendar. Its pieces are numbered, earlier ones lower."""

    kind: str
    step: int = 1

    @property
    def days(self) -> float:
        """How many days it lasts on average."""
        return _LENGTHS[self.kind] * self.step

    def number(self, ordinal: int) -> int:
        """The number of the piece that a day is in."""
        if self.kind == "day":
            return ordinal
        if self.kind == "week":  # 1 January of the year 1 was a Monday
            return (ordinal - 1) // 7
        day = Day.from_ordinal(ordinal)
        if self.kind == "month":
            return (day.year * 12 + day.month - 1) // self.step
        # Round years are counted as people count: there is no year 0, and 100 BC is the year -99.
        return day.year if self.step == 1 else (day.year if day.year > 0 else day.year - 1) // self.step

    def start(self, number: int) -> int:
        """The first day of a piece."""
        if self.kind == "day":
            return number
        if self.kind == "week":
            return number * 7 + 1
        if self.kind == "month":
            year, month = divmod(number * self.step, 12)
            return Day(year, month + 1, 1).ordinal()
        counted = number * self.step
        return Day(counted if self.step == 1 or counted > 0 else counted + 1, 1, 1).ordinal()


_YEARS = tuple(Unit("year", factor * 10**power) for power in range(10) for factor in (1, 2, 5))
UNITS = (Unit("day"), Unit("week"), Unit("month"), Unit("month", 3), *_YEARS)


@dataclass(frozen=True, slots=True)
class Window:
    """The time that is shown: from the beginning of one day to that of another, as numbers of days, on `width` pixels.

    In the browser, where a window is dragged, its ends also lie within days.
    """

    start: float
    end: float
    width: float

    def at(self, ordinal: float) -> float:
        """Where the beginning of a day lies."""
        return (ordinal - self.start) / (self.end - self.start) * self.width

    def unit(self, least: float) -> Unit:
        """The shortest unit that is at least so many pixels wide."""
        pixels = self.width / (self.end - self.start)
        return next((unit for unit in UNITS if unit.days * pixels >= least), UNITS[-1])


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on which a piece of the calendar begins, and the label beside it, or nothing where that has no room."""

    day: int
    label: str


def whole(first: int, last: int, width: float, least: float) -> Window:
    """The window that shows the days from `first` to `last`, from and to the ends of pieces `least` pixels wide."""
    unit = Window(first, last + 1, width).unit(least)
    return Window(unit.start(unit.number(first)), unit.start(unit.number(last) + 1), width)


def ticks(window: Window) -> list[Tick]:
    """Ticks of the shortest unit whose labels have room; where one would touch the label before it, it says nothing."""
    for unit in UNITS:
        pixels = unit.days / (window.end - window.start) * window.width
        if pixels >= _room(_ORDINARY.get(unit.kind, 1)):
            found = _evenly(unit, window)
            if unit.kind != "year" or pixels >= max((_room(len(tick.label)) for tick in found), default=0):
                return list(_apart(found, window))
    return []


def _room(letters: int) -> float:
    return letters * _LETTER + _GAP


def _evenly(unit: Unit, window: Window) -> list[Tick]:
    """Ticks with labels; of months every second, third, sixth or only January has one, where not all have room."""
    found: list[Tick] = []
    for rhythm in _RHYTHMS if unit.kind == "month" else (1,):
        found = list(_labelled(unit, window, rhythm))
        said = [tick for tick in found if tick.label]
        if all(window.at(after.day) - window.at(one.day) >= _room(len(one.label)) for one, after in pairwise(said)):
            break
    return found


def _apart(found: list[Tick], window: Window) -> Iterator[Tick]:
    free = -math.inf
    for tick in found:
        left = window.at(tick.day)
        right = left + _room(len(tick.label))
        fits = left >= free and right <= window.width + _GAP
        yield tick if fits else Tick(tick.day, "")
        if fits:
            free = right


def _labelled(unit: Unit, window: Window, rhythm: int) -> Iterator[Tick]:
    number = unit.number(math.ceil(window.start))
    before: Day | None = None
    while (ordinal := unit.start(number)) < window.end:
        number += 1
        if ordinal >= window.start:
            day = Day.from_ordinal(ordinal)
            if (day.month - 1) % rhythm:
                yield Tick(ordinal, "")
                continue
            yield Tick(ordinal, _label(unit, day, before))
            before = day


def _label(unit: Unit, day: Day, before: Day | None) -> str:
    """What a tick says beyond the one before it."""
    if unit.kind == "year":
        return round_year(day.year, unit.step)
    month = MONTHS[day.month - 1][:3]
    if before is not None and before.year == day.year:
        if unit.kind == "month":
            return month
        return str(day.day) if before.month == day.month else f"{day.day} {month}"
    called = f"{month} {year_name(day.year)}"
    return called if unit.kind == "month" else f"{day.day} {called}"


def round_year(year: int, step: int) -> str:
    """A year at the beginning of so many; millions in words: '2020', '100 BC', '250 million BC'."""
    counted = year if year > 0 else 1 - year
    if step < _MILLION or counted % _MILLION:
        return year_name(year)
    return f"{counted // _MILLION:,} million" + (" BC" if year < 1 else "")
