"""What the writer of a mistaken date meant, and how to say it: the slow path of `dates`, taken only for a refusal.

Advice is a pair of short clauses: what is wrong, and what would be right. A DateError carries them.
"""

from __future__ import annotations

import re
import unicodedata

from chronology.model.date_phrases import rewrite_phrase
from chronology.model.days import MONTHS, Day, days_in_month, year_text

Advice = tuple[str, str]

SET = "write one of several dates as [2025-03-11,2025-03-12]"
_MARKED = r"[~?%]?-?[0-9X]{4}[~?%]?(?:-[~?%]?[0-9X]{2}[~?%]?){0,2}"
_DATE_TIME = re.compile(
    rf"({_MARKED})T([01][0-9]|2[0-4]):([0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]+)?)?(?:Z|[+\-\u2212][0-9]{{2}}(?::?[0-9]{{2}})?)?"
)
_TIME_APART = re.compile(r"(.+?)(?:[Tt]| +|, *)([0-2]?[0-9]):([0-5][0-9])\b.*")
_EXPONENT = re.compile(r"Y(-?[1-9][0-9]{0,10})E([0-9]{1,2})(S[1-9][0-9]*)?")
_SIGNIFICANT = re.compile(r"(-?[0-9]{4}|Y-?[1-9][0-9]{4,11})S([1-9][0-9]*)")
_ALL_OF = re.compile(rf"\{{ *(?:\.\.)?{_MARKED}(?: *(?:,|\.\.) *{_MARKED})*(?:\.\.)? *\}}")
_TRUNCATED = re.compile(r"(-?)([0-9]{2,3})([~?%]?)")
_MASKED_LONG = re.compile(r"Y-?[1-9][0-9X]{4,11}[~?%]?")
_LONGER = re.compile(r"Y-?[1-9][0-9]{12,}")
_NO_YEAR = re.compile(r"[~?%]?-?XXXX[~?%]?(?:-[~?%]?(?:0[1-9]|1[0-2]|XX)[~?%]?(?:-[~?%]?[0-3X][0-9X][~?%]?)?)?")
_NO_BOUNDS = re.compile(r"(?:\.\.)?/(?:\.\.)?")
_EXCHANGEABLE = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}")
_NO_DATES = {"", "unknown", "n.d", "nd", "undated", "tbd", "tba", "none", "null", "not known"}
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


class DateError(ValueError):
    """A text that is no date of the profile. Raised by `dates.parse`; whoever reads records adds file and line.

    `problem` says what is wrong and `hint` what would be right: both one short clause, without a full stop.
    """

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(f"{problem}; {hint}")
        self.problem = problem
        self.hint = hint


def quoted(text: str) -> str:
    """The text for a message: shortened, in quotes, with nothing that a terminal would act on."""
    shown = text if len(text) <= 40 else text[:39] + "\N{HORIZONTAL ELLIPSIS}"
    return "'" + "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in shown) + "'"


def on_length(length: int, longest: int) -> Advice:
    """Advice on an empty text and on one that is too long."""
    if not length:
        return "the date is empty", "write what is known: 2025-03-12, 2025-03 or 2025"
    return f"the date has {length} characters", f"{longest} are the most that a date can have"


def on_month(year: str, month: int, day: int | None) -> Advice:
    """Advice on a month that there is not, in a text whose form is right."""
    if month == 0:
        return "there is no month 00", f"write {year} where the month is not known"
    if day is None:
        return f"there is no month {month:02}", "months are 01 to 12 (21 to 41: seasons, quarters, halves)"
    if 21 <= month <= 24 and not 1 <= day <= 12:
        return f"a season ({month}) has no days", f"write {year}-{month}, or the month and day"
    if 1 <= day <= 12 and month <= 31:
        return f"there is no month {month:02}", f"write {year}-{day:02}-{month:02} for {month} {MONTHS[day - 1]}"
    return f"there is no month {month:02}", "months are 01 to 12"


def on_day(year: str, day: Day) -> Advice:
    """Advice on a day that there is not, in a month that there is."""
    month = MONTHS[day.month - 1]
    if day.day == 0:
        return "there is no day 00", f"write {year}-{day.month:02} where the day is not known"
    return f"there is no {day.day} {month} {year}", f"{month} {year} has {days_in_month(day.year, day.month)} days"


def outside_profile(text: str) -> Advice | None:
    """Advice on what is valid EDTF (or ISO 8601-2) and still not accepted; None for everything else.

    `docs/handbook/dates.md` lists these forms with the reason for each.
    """
    if form := _DATE_TIME.fullmatch(text):
        return _outside(text, "a date and a time in one", _apart(*form.groups()))
    if form := _EXPONENT.fullmatch(text):
        year = int(form[1]) * 10 ** int(form[2])
        hint = f"write {year_text(year)}" if abs(year) < 10**12 else "write at most 12 digits after Y"
        return _outside(text, "a year with an exponent", hint)
    if form := _SIGNIFICANT.fullmatch(text):
        year, known = form[1], int(form[2][:2])
        masked = year if known > 3 else year[: len(year) - 4 + known] + "X" * (4 - known)
        hint = f"write {year}~" if year.startswith("Y") else f"write {masked}"
        return _outside(text, "a year with significant digits", hint)
    if _ALL_OF.fullmatch(text):
        hint = "write an event for each date, or [2025-03-11,2025-03-12] for one of them"
        return _outside(text, "a set of which every date is meant", hint)
    if form := _TRUNCATED.fullmatch(text):
        sign, digits, mark = form.groups()
        name = "a century in two digits" if len(digits) == 2 else "a decade in three digits"
        return _outside(text, name, f"write {sign}{digits.ljust(4, 'X')}{mark}")
    if _NO_YEAR.fullmatch(text):
        return _outside(text, "a year of X alone", "give the years that it can be, as in 20XX or [1900..2025]")
    if _MASKED_LONG.fullmatch(text):
        return _outside(text, "X in a year of five or more digits", "write an interval or a set of years")
    if _LONGER.fullmatch(text):
        return _outside(text, "a year of more than 12 digits", "write at most 12 digits after Y")
    if _NO_BOUNDS.fullmatch(text):
        return no_bounds(text)
    return None


def no_bounds(text: str) -> Advice:
    """Advice on a date that has neither a beginning nor an end."""
    return _outside(text, "no beginning and no end", "give one end, as in ../2025-03-16 or 2024-08-06/..")


def rewrite(text: str) -> str | None:
    """The EDTF that was probably meant, or None. It has the form of a date, and may still be an impossible one."""
    if len(text) > 100:
        return None
    plain = unicodedata.normalize("NFKC", text.translate(_DASHES)).translate(_DASHES)
    plain = " ".join(plain.split())
    if plain != text and re.fullmatch(r"[][0-9XY~?%/,. -]+", plain):
        return rewrite_phrase(plain) or plain
    return rewrite_phrase(plain)


def explain(text: str) -> Advice | None:
    """Advice on a mistake that has no one right form, where it is known."""
    if form := _EXCHANGEABLE.fullmatch(text):
        first, second, year = int(form[1]), int(form[2]), form[3]
        if 1 <= first <= 12 and 1 <= second <= 12:
            return (
                f"{quoted(text)} can be {first} {MONTHS[second - 1]} or {second} {MONTHS[first - 1]}",
                f"write {year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}",
            )
    if _SHORT_YEAR.fullmatch(text):
        return f"{quoted(text)} has a year of two digits", "write year, month and day, as in 2025-03-12"
    if form := _TIME_APART.fullmatch(text[:100]):
        return f"{quoted(text)} has a time of day", _apart(*form.groups())
    if text.count("/") > 1:
        return f"{quoted(text)} has more than two ends", "write an interval as 2025-03-11/2025-03-13"
    if (text[0] in "[{") != (text[-1] in "]}"):
        return f"{quoted(text)} has only one of its brackets", SET
    if text.lower().strip(" ?.") in _NO_DATES:
        return f"{quoted(text)} is no date", "write the narrowest span that is known, as in 2025 or ../2025-03-16"
    return None


def on_anything(text: str) -> Advice:
    """Advice where nothing is known but that the text is no date."""
    return f"{quoted(text)} is not a date", "write a day as 2025-03-12, a month as 2025-03, a year as 2025"


def on_phrase(text: str, suggestion: str) -> Advice:
    """Advice on a date in other words or another notation."""
    return f"{quoted(text)} is not how a date is written here", f"write {suggestion}"


def _apart(date: str, hour: str, minute: str) -> str:
    if hour == "24":
        return "write the date of the next day and `time: 00:00`"
    return f"write `date: {rewrite(date) or date}` and `time: {int(hour):02}:{minute}`"


def _outside(text: str, what: str, hint: str) -> Advice:
    return f"{quoted(text)} is valid EDTF, but outside this profile ({what})", hint
