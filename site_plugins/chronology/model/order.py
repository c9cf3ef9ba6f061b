"""The order of events, and the periods under which they are listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from chronology.model.dates import Date
from chronology.model.days import Day
from chronology.model.entities.events import Event

OrderKey = tuple[Day, Day, bool, int, str, str]


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or a month of one (1 to 12), with the ids of its events in order."""

    year: int
    month: int | None
    events: tuple[str, ...]
    """Listed here: their date begins here, or ends here and has no beginning."""
    ending: tuple[str, ...]
    """Listed under an earlier period of the same kind, and end here."""


def order_of(event: Event, zone: str) -> OrderKey:
    """By the date's bounds, then by clock time on days that are certain, then by the date as written, then by id.

    What has no clock time goes before what has one. `zone` is the chronology's: times of other zones are moved to it.
    """
    first, last, no_beginning, text = event.date.sort_key
    return first, last, no_beginning, _minutes(event, zone), text, event.id


def list_years(events: Iterable[Event]) -> dict[int, Period]:
    """The years in which events, which come in order, begin or end."""
    listed: dict[int, list[str]] = {}
    ending: dict[int, list[str]] = {}
    for event in events:
        year, _ = event.date.year_month()
        end, _ = _end(event.date) or (year, None)
        listed.setdefault(year, []).append(event.id)
        if end != year:
            ending.setdefault(end, []).append(event.id)
    years = sorted(listed.keys() | ending.keys())
    return {year: Period(year, None, tuple(listed.get(year, ())), tuple(ending.get(year, ()))) for year in years}


def list_months(events: Iterable[Event]) -> dict[tuple[int, int], Period]:
    """The months in which events, which come in order, begin or end, as far as their dates tell the month."""
    listed: dict[tuple[int, int], list[str]] = {}
    ending: dict[tuple[int, int], list[str]] = {}
    for event in events:
        beginning = event.date.year_month()
        end = _end(event.date)
        if beginning[1] is not None:
            listed.setdefault((beginning[0], beginning[1]), []).append(event.id)
        if end and end[1] is not None and end != beginning:
            ending.setdefault((end[0], end[1]), []).append(event.id)
    months = sorted(listed.keys() | ending.keys())
    return {month: Period(*month, tuple(listed.get(month, ())), tuple(ending.get(month, ()))) for month in months}


def _end(date: Date) -> tuple[int, int | None] | None:
    """The year, and the month if told, of the latest bound; None without one, and for decades and the like."""
    bound, last = date.latest, date
    if bound is None:
        return None
    while last.parts:
        last = next(part for part in last.parts if part.latest == bound)
    if last.precision == "longer":
        return None
    return bound.year, None if last.precision == "year" else bound.month


def _minutes(event: Event, zone: str) -> int:
    """Minutes since midnight in the chronology's zone; those of other zones may lie before it or after the day."""
    day = event.date.earliest
    if event.time is None or event.date.kind != "day" or event.date.soft_start or day is None:
        return -(10**6)
    if event.zone is None or event.zone == zone:
        return event.time.minutes
    return event.time.minutes + _offset(zone, day, event.time.minutes) - _offset(event.zone, day, event.time.minutes)


def _offset(zone: str, day: Day, minutes: int) -> int:
    """Minutes that a zone is ahead of UTC; 0 for a zone or a year that the system does not know."""
    try:
        moment = datetime(*day, *divmod(minutes, 60), tzinfo=ZoneInfo(zone))
        offset = moment.utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OverflowError):
        return 0
    return round(offset.total_seconds() / 60) if offset else 0
