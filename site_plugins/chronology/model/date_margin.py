"""A date as the heading in a page's margin: a large numeral, and short lines with the rest and the doubt."""

from __future__ import annotations

from typing import NamedTuple

from chronology.model.date_names import (
    DASH,
    SPELT,
    bounds,
    day_name,
    digits,
    doubt,
    month_name,
    name,
    phrase,
    season_name,
    season_years,
    weekday_name,
    year_name,
)
from chronology.model.dates import Date

_THIS = {
    "day": "this day", "month": "this month", "season": "this season", "year": "this year",
    "decade": "this decade", "century": "this century",
}  # fmt: skip
_UNKNOWN = {
    "month": ("day not known",), "year": ("day not known",),
    "decade": ("year not known",), "century": ("year not known",),
}  # fmt: skip


class Margin(NamedTuple):
    """A heading: `numeral` is set large ('13', '11–13', 'March'), each of `lines` small below it."""

    numeral: str
    lines: tuple[str, ...]


def margin(date: Date) -> Margin:
    """The heading of a date: '13' over 'Thursday' and '13 March 2025'; '15–16' over 'one of two days', 'March 2025'."""
    if date.kind == "interval":
        return _interval(date)
    if date.kind == "one-of":
        return _one_of(date)
    if date.kind == "day" and not doubt(date):
        day, _ = bounds(date)
        weekday = weekday_name(day)
        return Margin(str(day.day), (weekday, day_name(day)) if weekday else (month_name(day),))
    if date.kind == "unspecified":
        return _unspecified(date, *_head(date))
    return _headed(date, *(_doubt_lines(date, _this(date)) or _UNKNOWN.get(date.kind, ())))


def _headed(date: Date, *lines: str) -> Margin:
    """The heading of one date with some lines about it; the word 'century' stays with its number."""
    numeral, context = _head(date)
    return Margin(numeral, (*context, *lines) if date.kind == "century" else (*lines, *context))


def _head(date: Date) -> tuple[str, tuple[str, ...]]:
    """The numeral of one date, and the lines that complete it: ('13', ('March 2025',)), ('Spring', ('2025',))."""
    first, last = bounds(date)
    match date.precision:
        case "day":
            return str(first.day), (month_name(first),)
        case "month":
            return month_name(first, first.year), (year_name(first.year),)
        case "season":
            hemisphere, north_or_south, called = season_name(int(digits(date)[1] or 0)).rpartition("thern ")
            numeral = called[0].upper() + called[1:]
            years = season_years(date)
            return numeral, (f"{hemisphere}{north_or_south}hemisphere", years) if hemisphere else (years,)
        case "year":
            return year_name(first.year), ()
    if date.kind == "century":
        numeral, _, rest = name(date).partition(" ")
        return numeral, (rest,)
    if date.kind == "decade":
        return name(date), ()
    return year_name(first.year), (f"to {year_name(last.year)}",)


def _unspecified(date: Date, numeral: str, context: tuple[str, ...]) -> Margin:
    """A heading for what the digits tell; that some are missing is the doubt."""
    year, month, day = digits(date)
    first, last = bounds(date)
    if day and date.precision == "month":
        count = last.day - first.day + 1
        if "X" in day and day != "XX" and not doubt(date):
            return Margin(f"{first.day}{DASH}{last.day}", (f"one of {_spelt(count)} days", month_name(first)))
    if doubt(date):
        unit = {"day": "day", "month": "month", "year": "year"}.get(date.precision, "time")
        return Margin(numeral, (*_doubt_lines(date, f"this {unit}"), *context))
    missing = "year" if "X" in year else "month" if month and day is None else "day"
    return Margin(numeral, ((f"{missing} not known", *context) if date.precision != "day" else context))


def _interval(date: Date) -> Margin:
    if date.earliest is None or date.latest is None:
        known = date.parts[0]
        side, missing = ("until", "beginning") if date.earliest is None else ("from", "end")
        about = "about " if known.approximate else ""
        doubts = ("possibly",) if known.uncertain else ()
        numeral, lines = _headed(known, *doubts, f"{side} {about}{_this(known)}")
        return Margin(numeral, lines if ".." in date.text else (*lines, f"{missing} not known"))
    start, end = date.parts
    if start.kind == end.kind == "day" and start.earliest and end.latest:
        first, last = start.earliest, end.latest
        if first == last:
            return margin(start)
        if first[:2] == last[:2]:
            lines = _span_lines(start, end) or (f"{_spelt(last.day - first.day + 1)} days",)
            return Margin(f"{first.day}{DASH}{last.day}", (*lines, month_name(first)))
    return _from_to(start, f"until {phrase(end, bounds(start)[0].year)}")


def _span_lines(start: Date, end: Date) -> tuple[str, ...]:
    """The doubt of an interval, by the end that has it."""
    if doubt(start) == doubt(end):
        return _doubt_lines(start, "these days")
    return tuple(
        f"{side} {'uncertain' if part.uncertain else 'approximate'}"
        for side, part in (("beginning", start), ("end", end))
        if doubt(part)
    )


def _from_to(start: Date, *closing: str) -> Margin:
    numeral, lines = _headed(start, *_doubt_lines(start, _this(start)))
    return Margin(numeral, (*lines, *closing))


def _one_of(date: Date) -> Margin:
    if len(date.parts) == 1 and date.parts[0].kind != "between":
        return margin(date.parts[0])
    ends = [end for member in date.parts for end in (member.parts or (member,))]
    if date.earliest is None:
        last = max(ends, key=lambda end: bounds(end)[1])
        return _headed(last, *_doubt_lines(last, _this(last)), "or earlier")
    first = min(ends, key=lambda end: bounds(end)[0])
    if date.latest is None:
        return _headed(first, *_doubt_lines(first, _this(first)), "or later")
    last = max(ends, key=lambda end: bounds(end)[1])
    if all(end.kind == "day" for end in ends):
        return _days(date, first, last)
    closing = phrase(last, bounds(first)[0].year)
    if len(ends) == 2 == len(date.parts):
        return _from_to(first, f"or {closing}")
    return _from_to(first, "date not known", f"to {closing}")


def _days(date: Date, first: Date, last: Date) -> Margin:
    """One of some days: all of them in the numeral if they are few and of one month, or else the first."""
    spans = [bounds(member) for member in date.parts]
    count = sum(end.ordinal() - start.ordinal() + 1 for start, end in spans)
    low, high = bounds(first)[0], bounds(last)[1]
    among = f"one of {_spelt(count)} days" if count <= 31 else "day not known"
    lines = (among, *_doubt_lines(date, "these days"))
    if low[:2] != high[:2]:
        joint = "or" if count == 2 else "to"
        return Margin(str(low.day), (*lines, month_name(low), f"{joint} {day_name(high, low.year)}"))
    if high.day - low.day + 1 > count == len(spans) <= 3:
        return Margin(", ".join(str(start.day) for start, _ in sorted(spans)), (*lines, month_name(low)))
    return Margin(f"{low.day}{DASH}{high.day}", (*lines, month_name(low)))


def _doubt_lines(date: Date, this: str) -> tuple[str, ...]:
    """'about this day', 'possibly this day', or both on two lines: one would be too wide."""
    if not date.approximate:
        return (f"possibly {this}",) if date.uncertain else ()
    return ("possibly", f"about {this}") if date.uncertain else (f"about {this}",)


def _this(date: Date) -> str:
    """'this day', 'this month'; 'this time' for quarters and what is unspecified."""
    quarter = date.kind == "season" and int(digits(date)[1] or 0) > 32
    return "this time" if quarter else _THIS.get(date.kind, "this time")


def _spelt(number: int) -> str:
    return SPELT[number] if number < len(SPELT) else str(number)
