"""Dates as records write them: a profile of EDTF (ISO 8601-2:2019; the Library of Congress' EDTF specification).

The profile, with the meaning and bounds of each form, is `docs/handbook/dates.md`.
A date that is refused is looked at a second time by `date_advice`, which finds out what its writer meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from chronology.model import date_advice, date_bounds
from chronology.model.date_advice import DateError
from chronology.model.days import Day

__all__ = ["Date", "DateError", "Day", "from_list", "parse"]

LONGEST = 1000
"""Characters in a date: enough for a set of 90 days."""

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SIMPLE = re.compile(
    r"([~?%]?)(-?[0-9X]{4}|Y-?[1-9][0-9]{4,11})([~?%]?)"
    r"(?:-([~?%]?)([0-9X]{2})([~?%]?)(?:-([~?%]?)([0-9X]{2})([~?%]?))?)?"
)
_SEPARATOR = re.compile(r" *(?:[][,/]|\.\.) *")
_NO_END = Day(10**13, 1, 1)


@dataclass(frozen=True, slots=True)
class Date:
    """A date with its doubt: what was written, and the first and last day that it can mean.

    Made by `parse`. `~`, `?` and `%` leave the bounds as they are and mark the ends as soft.
    """

    text: str
    """Canonical EDTF, as written. Only a range among `parts` ('2025-03-11..2025-03-13') cannot stand alone."""
    kind: str
    """day, month, year, season, decade, century, unspecified (other X digits), interval, one-of; of a part: between."""
    earliest: Day | None
    """None where no beginning is known: '../2025-03-16'."""
    latest: Day | None
    """None where no end is known: '2024-08-06/..'. At least one of the two bounds is known."""
    soft_start: bool = False
    soft_end: bool = False
    approximate: bool = False
    """`~` or `%` on any part."""
    uncertain: bool = False
    """`?` or `%` on any part."""
    parts: tuple[Date, ...] = ()
    """Interval and between: start and end, where known. One-of: the members."""

    @property
    def precision(self) -> str:
        """'day', 'month', 'season', 'year', 'longer' (decades, centuries), 'interval' or 'set'."""
        if self.kind in _PRECISION:
            return _PRECISION[self.kind]
        first, last = self.earliest, self.latest
        if first is None or last is None or first.year != last.year:
            return "longer"
        if first == last:
            return "day"
        return "month" if first.month == last.month else "year"

    @property
    def sort_key(self) -> tuple[Day, Day, bool, str]:
        """Orders by earliest, then latest bound; what has no beginning goes after the rest of its last day."""
        return self._listed, self.latest or _NO_END, self.earliest is None, self.text

    def year_month(self) -> tuple[int, int | None]:
        """The year and month under which an event is listed: of the earliest bound, or of the latest if that is all.

        The month is None where the date does not tell it.
        """
        bound = self._listed
        first = self
        while first.kind in ("interval", "between", "one-of"):
            first = next(part for part in first.parts if bound in (part.earliest, part.latest))
        return bound.year, None if first.precision in ("year", "longer") else bound.month

    @property
    def _listed(self) -> Day:
        return self.earliest or self.latest or _NO_END

    def overlaps(self, other: Date) -> bool:
        """Whether the bounds of the two dates share a day."""
        return self.possibly_within(other.earliest, other.latest)

    def within(self, low: Day | None, high: Day | None) -> bool:
        """Whether the whole date lies certainly between two days, both included; None is no limit."""
        after = low is None or (self.earliest is not None and self.earliest >= low)
        return after and (high is None or (self.latest is not None and self.latest <= high))

    def possibly_within(self, low: Day | None, high: Day | None) -> bool:
        """Whether any of the days that the date can mean lies between two days, both included; None is no limit."""
        after = low is None or self.latest is None or self.latest >= low
        return after and (high is None or self.earliest is None or self.earliest <= high)


_PRECISION = {
    "day": "day", "month": "month", "season": "season", "year": "year", "decade": "longer", "century": "longer",
    "interval": "interval", "between": "interval", "one-of": "set",
}  # fmt: skip


@lru_cache(maxsize=1 << 15)
def parse(text: str) -> Date:
    """Read one date of the profile. Raises DateError, and nothing else, for any other text."""
    if plain := _DAY.fullmatch(text):
        year, month, number = map(int, plain.groups())
        if 1 <= month <= 12 and 1 <= number <= 28:
            day = Day(year, month, number)
            return Date(text, "day", day, day)
    if not text or len(text) > LONGEST:
        raise DateError(*date_advice.on_length(len(text), LONGEST))
    date = _read(text)
    if date is None:
        raise _refusal(text)
    return date


def from_list(items: list[str]) -> str:
    """The set that YAML read as a list, because its brackets were not quoted: ['a', 'b..c'] is '[a,b..c]'."""
    return f"[{','.join(item.strip(' ') for item in items)}]"


def _read(text: str) -> Date | None:
    """The date, or None where the text has the form of none; raises DateError where the form is right."""
    if text[0] == "[" and text[-1] == "]":
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    return _read_simple(text)


def _refusal(text: str) -> DateError:
    """Why a text has not the form of a date, and what its writer should have written."""
    if advice := date_advice.outside_profile(text):
        return DateError(*advice)
    suggestion = date_advice.rewrite(text)
    try:
        if suggestion is not None and _read(suggestion) is not None:
            return DateError(*date_advice.on_phrase(text, suggestion))
        if advice := date_advice.explain(text):
            return DateError(*advice)
        for part in _SEPARATOR.split(text):
            if part not in ("", text) and _read_simple(part) is None:
                return _refusal(part)
    except DateError as deeper:
        return deeper
    return DateError(*date_advice.on_anything(text))


# One date ------------------------------------------------------------------------------------------------------------


def _read_simple(text: str) -> Date | None:
    """A day, month, season or year, with marks (level 1: after it; level 2: at a part) and unspecified digits."""
    form = _SIMPLE.fullmatch(text)
    if form is None or "XXXX" in text:  # A year of X alone is outside the profile.
        return None
    before_year, year, after_year, before_month, month, after_month, before_day, day, after_day = form.groups()
    if (before_year and after_year) or (before_month and after_month) or (before_day and after_day):
        raise DateError(f"{date_advice.quoted(text)} marks one part twice", "write one of ~ ? %, where % means both")
    if year == "-0000":
        raise DateError("there is no year -0000", "write 0000 for 1 BC, -0001 for 2 BC")
    marks = "".join(filter(None, (before_year, after_year, before_month, after_month, before_day, after_day)))
    kind, earliest, latest = (
        date_bounds.masked(text, year, month, day) if "X" in text else date_bounds.exact(year, month, day)
    )
    approximate = "~" in marks or "%" in marks
    uncertain = "?" in marks or "%" in marks
    return Date(text, kind, earliest, latest, bool(marks), bool(marks), approximate, uncertain)


# Intervals and sets --------------------------------------------------------------------------------------------------


def _read_interval(text: str) -> Date | None:
    """An interval (ISO 8601-2 4.7): known ends, '..' for an open end, nothing for an end that is not known."""
    start_text, _, end_text = text.partition("/")
    start = _read_simple(start_text)
    end = _read_simple(end_text)
    if (start is None and start_text not in ("", "..")) or (end is None and end_text not in ("", "..")):
        return None
    if start and end and start.earliest and end.latest and start.earliest > end.latest:
        raise DateError("the interval ends before it begins", f"write {end_text}/{start_text}")
    return _spanning(text, "interval", start, end)


def _spanning(text: str, kind: str, start: Date | None, end: Date | None) -> Date:
    """A date from the beginning of one to the end of the other, of which at least one is known."""
    parts = tuple(part for part in (start, end) if part)
    if not parts:
        raise DateError(*date_advice.no_bounds(text))
    return Date(
        text,
        kind,
        start.earliest if start else None,
        end.latest if end else None,
        start is not None and start.soft_start,
        end is not None and end.soft_end,
        any(part.approximate for part in parts),
        any(part.uncertain for part in parts),
        parts,
    )


def _read_set(text: str) -> Date | None:
    """One of several dates (ISO 8601-2 6.4): members and ranges 'a..b', '..b', 'a..' between commas."""
    members = [member.strip(" ") for member in text[1:-1].split(",")]
    if not all(members):
        raise DateError("the set is empty" if len(members) == 1 else "the set has an empty member", date_advice.SET)
    dates = tuple(filter(None, map(_read_member, members)))
    if len(dates) != len(members):
        return None
    beginnings = [date.earliest for date in dates if date.earliest]
    ends = [date.latest for date in dates if date.latest]
    earliest = min(beginnings) if len(beginnings) == len(dates) else None
    latest = max(ends) if len(ends) == len(dates) else None
    if not (earliest or latest):
        raise DateError(*date_advice.no_bounds(text))
    return Date(
        f"[{','.join(members)}]",
        "one-of",
        earliest,
        latest,
        earliest is not None and any(date.soft_start for date in dates if date.earliest == earliest),
        latest is not None and any(date.soft_end for date in dates if date.latest == latest),
        any(date.approximate for date in dates),
        any(date.uncertain for date in dates),
        dates,
    )


def _read_member(text: str) -> Date | None:
    start_text, dots, end_text = text.partition("..")
    if not dots:
        return _read_simple(text)
    start = _read_simple(start_text)
    end = _read_simple(end_text)
    if (start_text and start is None) or (end_text and end is None):
        return None
    if start and end and start.earliest and end.latest and start.earliest > end.latest:
        raise DateError("the range ends before it begins", f"write [{end_text}..{start_text}]")
    return _spanning(text, "between", start, end)
