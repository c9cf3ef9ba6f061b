"""What the timeline says: pieces of the calendar by name, and the whole in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from chronology.model.chronology import EventView
from chronology.model.date_names import DASH, between, day_name, month_name, year_name, year_range
from chronology.model.days import Day
from chronology.model.standing import Standing
from chronology.pages.timeline_layout import Extent
from chronology.pages.timeline_scale import Unit, round_year
from chronology.pages.typography import count

_MILLION = 1_000_000


def piece(unit: Unit, number: int) -> str:
    """What a piece of the calendar is called: '13 March 2025', '10–16 March 2025', 'March 2025', '2020–2029'."""
    first, last = Day.from_ordinal(unit.start(number)), Day.from_ordinal(unit.start(number + 1) - 1)
    if unit.kind == "year":
        return _years(unit, first.year, last.year)
    if unit == Unit("day"):
        return day_name(first)
    if unit == Unit("month"):
        return month_name(first)
    return between("day" if unit.kind == "week" else "month", first, last, DASH)


def _years(unit: Unit, first: int, last: int) -> str:
    if unit.step == 1:
        return year_name(first)
    if unit.step < _MILLION:
        return year_range(first, last, DASH)
    return f"{round_year(first, unit.step)} to {round_year(last + 1, unit.step)}"


def of_piece(unit: Unit, number: int, events: int, contested: int) -> str:
    """'10–16 March 2025: 22 events, 14 contested'."""
    return f"{piece(unit, number)}: {count(events, 'event')}" + (f", {contested:,} contested" if contested else "")


def summary(events: Sequence[EventView], first: int, last: int) -> str:
    """How many events there are, from which month or year to which, and how many are contested."""
    contested = sum(view.standing is Standing.CONTESTED for view in events)
    words = f"{count(len(events), 'event')}, {_from_to(first, last)}"
    return words + (f"; {contested:,} {'is' if contested == 1 else 'are'} contested." if contested else ".")


def fullest(extents: Iterable[Extent], unit: Unit) -> str:
    """When there were most events, or nothing where no two began at one time."""
    numbers = Counter(unit.number(extent.beginning) for extent in extents)
    number, most = numbers.most_common(1)[0]
    return f"Most at one time: {most:,}, {piece(unit, number)}." if most > 1 else ""


def ends(first: int, last: int) -> tuple[str, str]:
    """The month of the first day and that of the last; their years, where those lie far apart."""
    start, end = Day.from_ordinal(first), Day.from_ordinal(last)
    if _is_short(start, end):
        return month_name(start), month_name(end)
    return year_name(start.year), year_name(end.year)


def _is_short(start: Day, end: Day) -> bool:
    return start.year > 0 and end.year - start.year < 30


def _from_to(first: int, last: int) -> str:
    start, end = Day.from_ordinal(first), Day.from_ordinal(last)
    if start.year == end.year and start.month == end.month:
        return month_name(start)
    if _is_short(start, end):
        return between("month", start._replace(day=1), end._replace(day=1), " to ")
    return year_range(start.year, end.year, " to ") if start.year != end.year else year_name(start.year)
