"""What to call one date (no interval, no set) in English, with its doubt: 'possibly about 12 March 2025'."""

from __future__ import annotations

import re

from chronology.model.date_bounds import SEASONS
from chronology.model.dates import Date, Day
from chronology.model.days import MONTHS, WEEKDAYS

DASH = "\N{EN DASH}"

SPELT = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_ORDINALS = ("first", "second", "third", "fourth")
_SEASON_NAMES = ("spring", "summer", "autumn", "winter")
_DOUBT = {(False, False): "", (True, False): "about", (False, True): "possibly", (True, True): "possibly about"}
_DIGITS = re.compile(r"(-?[0-9X]{4}|Y-?[0-9]+)(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")


def digits(date: Date) -> tuple[str, str | None, str | None]:
    """Year, month and day of one date as written, X included, marks left out; None for a part that is not there."""
    form = _DIGITS.fullmatch(re.sub("[~?%]", "", date.text))
    if form is None:
        raise ValueError(f"{date.text} is not one date")
    return form[1], form[2], form[3]


def doubt(date: Date) -> str:
    """The words for ~ ? %: 'about', 'possibly', 'possibly about', or ''."""
    return _DOUBT[date.approximate, date.uncertain]


def bounds(date: Date) -> tuple[Day, Day]:
    """First and last day of one date: there it has both."""
    if date.earliest is None or date.latest is None:
        raise ValueError(f"{date.text} is open")
    return date.earliest, date.latest


def year_name(year: int) -> str:
    """An astronomical year as people count: 2025, 'AD 79', '44 BC' for -43; round ones so: '17,000 BC' for -17000."""
    if year > 0:
        return f"AD {year}" if year < 1000 else f"{year:,}" if year > 9999 else str(year)
    if year < -9999 and year % 1_000_000 == 0:
        return f"{-year // 1_000_000:,} million BC"
    counted = -year if year < -9999 and year % 1000 == 0 else 1 - year
    return f"{counted:,} BC" if counted > 9999 else f"{counted} BC"


def year_range(first: int, last: int, joint: str) -> str:
    """Two years, naming their era once: '2024–2025', 'AD 33–70', '130–121 BC', '50 BC – AD 20'."""
    start, end = year_name(first), year_name(last)
    if first > 999:
        return start + joint + end
    if (first > 0) == (last > 0) and last < 1000:
        return start.removesuffix(" BC") + joint + end.removeprefix("AD ")
    return start + spaced(joint) + end


def spaced(joint: str) -> str:
    """What joins two names of more than one word: a dash gets spaces around it."""
    return f" {DASH} " if joint == DASH else joint


def month_name(month: Day, omit: int | None = None) -> str:
    """'March 2025'; 'March' where 2025 is the year to omit."""
    name = MONTHS[month.month - 1]
    return name if month.year == omit else f"{name} {year_name(month.year)}"


def day_name(day: Day, omit: int | None = None) -> str:
    """'12 March 2025'; '12 March' where 2025 is the year to omit."""
    return f"{day.day} {month_name(day, omit)}"


def weekday_name(day: Day) -> str | None:
    """'Wednesday'; None before the Gregorian calendar, where its days of the week are not those of the time."""
    return WEEKDAYS[day.weekday()] if day.year > 1582 else None


def ordinal(number: int) -> str:
    """'1st', '2nd', '20th'."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def season_name(number: int) -> str:
    """What EDTF's numbers 21 to 41 stand for: 'southern spring', 'first quarter', 'January–April'."""
    if number <= 32:
        return ("", "northern ", "southern ")[(number - 21) // 4] + _SEASON_NAMES[(number - 21) % 4]
    if 37 <= number <= 39:
        first, months = SEASONS[number]
        return f"{MONTHS[first - 1]}{DASH}{MONTHS[first + months - 2]}"
    return f"{_ORDINALS[number - 33]} quarter" if number <= 36 else f"{_ORDINALS[number - 40]} half"


def season_years(date: Date) -> str:
    """The year of a season, or the two years that it belongs to: '2025', '2024–25'."""
    first, last = bounds(date)
    if first.year == last.year:
        return year_name(first.year)
    short = 1000 <= first.year <= 9998 and last.year % 100
    return f"{first.year}{DASH}{last.year % 100:02}" if short else year_range(first.year, last.year, DASH)


def name(date: Date, omit: int | None = None) -> str:
    """One date without its doubt, as it stands by itself: '12 March 2025', '2020s', 'a day in March 2025'."""
    first, last = bounds(date)
    match date.kind:
        case "day":
            return day_name(first, omit)
        case "month":
            return month_name(first, omit)
        case "year":
            return year_name(first.year)
        case "season":
            return _season(date, omit)
        case "decade" | "century":
            return _era(first.year, last.year)
        case _:
            return _unspecified(date, "", omit)


def phrase(date: Date, omit: int | None = None) -> str:
    """One date with its doubt, as it stands in a sentence: 'about the 2020s', 'possibly 12 March 2025'."""
    words = doubt(date)
    if date.kind == "unspecified":
        # What is approximate is the month or year around the digits that are missing.
        about = "about " if date.approximate else ""
        return ("possibly " if date.uncertain else "") + _unspecified(date, about, omit)
    called = name(date, omit)
    return f"{words} {_with_article(called)}" if words else called


def in_sentence(date: Date, omit: int | None = None) -> str:
    """As `phrase`, with an article where one is due: (until) 'the 20th century'."""
    return _with_article(phrase(date, omit))


def between(unit: str, first: Day, last: Day, joint: str, omit: int | None = None) -> str:
    """Two days, months or years in as few words as are clear: '11–13 March 2025', '28 February – 3 March 2025'."""
    if unit == "year":
        return year_range(first.year, last.year, joint)
    called = day_name if unit == "day" else month_name
    if first.year != last.year:
        return called(first) + spaced(joint) + called(last)
    if unit == "month":
        return MONTHS[first.month - 1] + joint + month_name(last, omit)
    if first.month == last.month:
        return f"{first.day}{joint}{day_name(last, omit)}"
    return day_name(first, first.year) + spaced(joint) + day_name(last, omit)


def _with_article(called: str) -> str:
    due = re.match(r"[0-9,]+(?:s\b|(?:st|nd|rd|th) century)|(?:first|second|third|fourth) ", called)
    return f"the {called}" if due else called


def _season(date: Date, omit: int | None) -> str:
    called = season_name(int(digits(date)[1] or 0))
    years = season_years(date)
    if years == str(omit):
        return called
    return f"{called} of {years}" if called.endswith(("quarter", "half")) else f"{called} {years}"


def _era(first: int, last: int) -> str:
    """A decade or century: '2020s', '20th century', '2nd century BC', '1900–1909'."""
    if last - first >= 90:
        return f"{ordinal(last // 100 + 1)} century" if first >= 0 else f"{ordinal(-first // 100 + 1)} century BC"
    return f"{first}s" if first >= 1000 and first % 100 else year_range(first, last, DASH)


def _unspecified(date: Date, about: str, omit: int | None) -> str:
    """A date with X digits. The plain cases have words of their own; all others are a time between their bounds."""
    year, month, day = digits(date)
    first, last = bounds(date)
    if first == last:
        return about + day_name(first, omit)
    if month is None:
        return f"a year between {about}{between('year', first, last, ' and ')}"
    if month not in ("XX", month.replace("X", "")) or day not in (None, "XX", (day or "").replace("X", "")):
        unit = "month" if day is None else "day"
        return f"a {unit} between {about}{between(unit, first, last, ' and ', omit)}"
    if month == "XX":
        missing = {None: "a month", "XX": "a day"}.get(day) or f"the {ordinal(int(day or 0))} of a month"
        return f"{missing} in {about}{_container(year, first, last)}"
    if "X" not in year:
        return f"a day in {about}{month_name(first, omit)}"
    called = MONTHS[int(month) - 1] if int(month) <= 12 else season_name(int(month))
    part = {None: called, "XX": f"a day in {called}"}.get(day) or f"{int(day or 0)} {called}"
    return f"{part} of a year in {about}{_container(year, first, last)}"


def _container(year: str, first: Day, last: Day) -> str:
    if "X" not in year:
        return year_name(first.year)
    if re.fullmatch("-?[0-9]{2}(?:[0-9]X|XX)", year):
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return _with_article(_era(min(low, high), max(low, high)))
    return f"the years {year_range(first.year, last.year, DASH)}"
