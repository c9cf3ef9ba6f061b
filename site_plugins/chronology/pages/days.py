"""Events under their days, and days under their months, as the chronology's lists show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from chronology.model import date_words
from chronology.model.chronology import EventView
from chronology.model.date_names import year_name
from chronology.pages.addresses import Here, month_name

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Day:
    """Events of one date, and what stands in the margin beside them.

    `unordered`: nothing tells which of them came first, because one at least has no clock time.
    """

    margin: date_words.Margin
    events: tuple[EventView, ...]
    unordered: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A month or a year with its days. `year` is its year in words; `month` its month's, None for a year alone."""

    id: str
    title: str
    year: str
    month: str | None
    href: str
    count: int
    days: tuple[Day, ...]


def days(events: Iterable[EventView]) -> tuple[Day, ...]:
    """Group events, which are in order, by their date as written."""
    return tuple(
        Day(date_words.margin(group[0].event.date), tuple(group), _is_unordered(group))
        for group in (list(members) for _, members in groupby(events, key=lambda view: view.event.date.text))
    )


def _is_unordered(events: list[EventView]) -> bool:
    return len(events) > 1 and any(view.event.time is None or view.event.date.kind != "day" for view in events)


def period_title(year: int, month: int | None) -> str:
    """Return `March 2025`, `2025`, or `17,000 BC`."""
    shown = year_name(year) if year < 1 else str(year)
    return shown if month is None else f"{MONTHS[month - 1]} {shown}"


def sections(events: Iterable[EventView], here: Here) -> tuple[Section, ...]:
    """Group events, which are in order, by the month (or the year alone) that they are listed under."""
    grouped: dict[tuple[int, int | None], list[EventView]] = {}
    for view in events:
        grouped.setdefault(view.event.date.year_month(), []).append(view)
    return tuple(
        Section(
            id="in-" + month_name(*key).replace("/", "-"),
            title=period_title(*key),
            year=period_title(key[0], None),
            month=MONTHS[key[1] - 1] if key[1] else None,
            href=here.to(month_name(*key)),
            count=len(members),
            days=days(members),
        )
        for key, members in grouped.items()
    )
