"""Dates in English, as plain text: what an editor would write, with the doubt that the record states."""

from __future__ import annotations

from chronology.model.date_margin import Margin, margin
from chronology.model.date_names import (
    DASH,
    between,
    bounds,
    day_name,
    doubt,
    in_sentence,
    month_name,
    phrase,
    weekday_name,
    year_name,
)
from chronology.model.dates import Date, Day

__all__ = ["Margin", "in_words", "machine", "margin", "short"]

_UNITS = ("day", "month", "year")
_CALLED = {"day": day_name, "month": month_name}


def in_words(date: Date, *, weekday: bool = False) -> str:
    """The date in words: '12 March 2025', 'about 12 March 2025', '11–13 March 2025', '11 or 12 March 2025'.

    weekday: put the day of the week before a day that is certain: 'Thursday, 13 March 2025'.
    """
    if weekday and date.kind == "day" and not doubt(date):
        day, _ = bounds(date)
        if weekday_name(day):
            return f"{weekday_name(day)}, {day_name(day)}"
    return _words(date, None)


def short(date: Date, year: int | None = None) -> str:
    """The date in words without its year, for a list under that year: '13 March', 'about 11–13 March'.

    year: the year of the list; the one under which the date is listed, if not given. Other years stay.
    """
    return _words(date, date.year_month()[0] if year is None else year)


def machine(date: Date) -> str | None:
    """The date for HTML's <time datetime>: '2025-03-12', '2025-03' or '2025'.

    None where HTML has no form for the date (intervals, sets, years before 1), or the date is in doubt.
    """
    if date.kind not in _UNITS or doubt(date):
        return None
    day, _ = bounds(date)
    parts = f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"
    return "-".join(parts[: 3 - _UNITS.index(date.kind)]) if day.year > 0 else None


def _words(date: Date, omit: int | None) -> str:
    if date.kind == "interval":
        return _interval(date, omit)
    if date.kind == "one-of":
        return _one_of(date, omit)
    return phrase(date, omit)


def _interval(date: Date, omit: int | None) -> str:
    if len(date.parts) == 2:
        start, end = date.parts
        if _alike(date.parts):
            return _joined(date.parts, DASH, omit)
        return f"from {in_sentence(start, _shared_year(start, end))} {_led('to', in_sentence(end, omit))}"
    known = in_sentence(date.parts[0], omit)
    if date.latest is None:
        return _led("from", known) + ("" if date.text.endswith("..") else ", end not known")
    return _led("until", known) + ("" if date.text.startswith("..") else ", beginning not known")


def _led(word: str, words: str) -> str:
    """'until 16 March', 'possibly until 16 March'."""
    certain = words.removeprefix("possibly ")
    return f"{word} {words}" if certain == words else f"possibly {word} {certain}"


def _one_of(date: Date, omit: int | None) -> str:
    members = date.parts
    if len(members) > 1 and _alike(members):
        return _joined(members, " or ", omit)
    words = [_member(member, _shared_year(member, members[-1])) for member in members[:-1]]
    return _listed([*words, _member(members[-1], omit)])


def _member(member: Date, omit: int | None) -> str:
    """One of the dates of a set, or a range of them: 'a day between 11 and 13 March 2025', '1984 or earlier'."""
    if member.kind != "between":
        return phrase(member, omit)
    if member.earliest is None:
        return f"{phrase(member.parts[0], omit)} or earlier"
    if member.latest is None:
        return f"{phrase(member.parts[0], omit)} or later"
    start, end = member.parts
    unit = start.kind if start.kind == end.kind and start.kind in _UNITS else "time"
    if _alike(member.parts):
        return f"a {unit} between {_joined(member.parts, ' and ', omit)}"
    return f"a {unit} between {in_sentence(start, _shared_year(start, end))} and {in_sentence(end, omit)}"


def _alike(dates: tuple[Date, ...]) -> bool:
    """Whether all are days, or months, or years, with the same doubt, so that one word of doubt serves all."""
    return dates[0].kind in _UNITS and len({(date.kind, doubt(date)) for date in dates}) == 1


def _joined(dates: tuple[Date, ...], joint: str, omit: int | None) -> str:
    """Dates that are alike, naming what they share once: '11, 12 or 14 March 2025'."""
    unit, days = dates[0].kind, [bounds(date)[0] for date in dates]
    words = doubt(dates[0])
    if len(set(days)) == 1:
        return phrase(dates[0], omit)
    called = _several(unit, days, omit) if len(days) > 2 else between(unit, days[0], days[1], joint, omit)
    return f"{words} {called}" if words else called


def _several(unit: str, days: list[Day], omit: int | None) -> str:
    """Three or more days, months or years of a set; the last two carry the words that all share."""
    same_month = unit == "day" and len({day[:2] for day in days}) == 1
    same_year = len({day.year for day in days}) == 1
    last = between(unit, days[-2], days[-1], " or ", omit if same_year else None)
    if same_month:
        return ", ".join([*(str(day.day) for day in days[:-2]), last])
    omitted = days[-1].year if same_year else None
    first = [year_name(day.year) if unit == "year" else _CALLED[unit](day, omitted) for day in days[:-2]]
    return ", ".join([*first, last])


def _shared_year(date: Date, last: Date) -> int | None:
    """The year that need not be said for a date, because the last of its row says it."""
    ends = [part.parts[-1] if part.kind == "between" else part for part in (date, last)]
    if not all(end.kind in ("day", "month") for end in ends):
        return None
    year, other = (bounds(end)[0].year for end in ends)
    return year if year == other else None


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
