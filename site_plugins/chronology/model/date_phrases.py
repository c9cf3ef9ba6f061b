"""Dates in the words and notations that people bring along, rewritten as EDTF: 'c. 12 March 2025' is '2025-03-12~'.

Only for messages: a chronology never guesses a date, it suggests one to the contributor who wrote the phrase.
"""

from __future__ import annotations

import re

from chronology.model.days import MONTHS, Day, days_in_month, year_text

_NUMBER_OF_MONTH = {name[:length].lower(): n for n, name in enumerate(MONTHS, 1) for length in (3, len(name))} | {
    "sept": 9
}
_MONTH = r"(?P<month>" + "|".join(sorted(_NUMBER_OF_MONTH, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_SEASON = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_QUARTER = {"q1": 33, "q2": 34, "q3": 35, "q4": 36, "first quarter": 33, "second quarter": 34, "third quarter": 35}
_QUARTER |= {"fourth quarter": 36, "last quarter": 36, "first half": 40, "second half": 41}
_THIRD = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_DOUBT = {
    **dict.fromkeys(("c.", "ca.", "c", "ca", "circa", "about", "around", "approximately", "approx.", "approx"), "~"),
    **dict.fromkeys(("possibly", "perhaps", "probably", "maybe", "presumably"), "?"),
}
_FRAMES = {
    **dict.fromkeys(("until", "till", "up to"), "../{}"),
    **dict.fromkeys(("by", "not later than", "no later than"), "[..{}]"),
    **dict.fromkeys(("before", "earlier than"), "[..{}]"),
    **dict.fromkeys(("after", "later than"), "[{}..]"),
    **dict.fromkeys(("since", "from"), "{}/.."),
    **dict.fromkeys(("not before", "not earlier than"), "[{}..]"),
    **dict.fromkeys(("on", "in", "on a day in", "a day in", "the", "during"), "{}"),
}
_EXCLUDED = {"before": -1, "earlier than": -1, "after": 1, "later than": 1}
_OPEN = {"present", "now", "ongoing", "open", "today", "..."}


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.ASCII)


_LONGEST_FIRST = sorted(map(re.escape, (*_DOUBT, *_FRAMES)), key=len, reverse=True)
_PREFIXES = _pattern(rf"({'|'.join(_LONGEST_FIRST)})(?: |(?<=\.))(.+)")
_TWO = [
    (_pattern(r"between (.+) and (.+)"), "[{}..{}]"),
    (_pattern(r"from (.+?) (?:to|until|till) (.+)"), "{}/{}"),
    (_pattern(r"(.+?)(?: (?:to|until|till|-|--) |--)(.+)"), "{}/{}"),
    (_pattern(r"(.+?),? or (.+)"), "[{},{}]"),
]
_BASIC = _pattern(r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?P<number>0[1-9]|1[0-2])(?P<day>[0-3][0-9])?")
_LONG_YEAR = _pattern(r"(-?)Y?0*([1-9][0-9]{4,11})([~?%]?)")
_WORDS = [
    _pattern(rf"{_WEEKDAY}{_DAY} (?:of )?{_MONTH},? {_YEAR}"),
    _pattern(rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}"),
    _pattern(rf"{_MONTH},? {_YEAR}"),
    _pattern(rf"{_YEAR} {_MONTH}(?: {_DAY})?"),
    _pattern(rf"{_DAY}[ -]{_MONTH}[ -]{_YEAR}"),
    _pattern(rf"{_YEAR}(?P<separator>[-/. ])(?P<number>[0-9]{{1,2}})(?P=separator){_DAY}"),
    _pattern(rf"{_DAY}\.? ?\.(?P<number>[0-9]{{1,2}})\. ?{_YEAR}"),
    _pattern(rf"{_DAY}[-/](?P<other>[0-9]{{1,2}})[-/]{_YEAR}"),
    _pattern(rf"{_YEAR}[/.](?P<number>0?[0-9]|1[0-2])"),
    _pattern(rf"{_YEAR}-(?P<number>[0-9])"),
    _pattern(rf"(?P<number>[0-9]{{1,2}})[./]{_YEAR}"),
    _BASIC,
]
_DAY_RANGE = _pattern(rf"(?P<first>[0-3]?[0-9]) ?(?P<word>-|to|or|and) ?(?P<rest>[0-3]?[0-9] {_MONTH},? {_YEAR})")
_PART_OF_MONTH = _pattern(rf"(?P<third>early|mid|late)[ -]{_MONTH},? {_YEAR}")
_SEASONS = _pattern(rf"(?:the )?(?P<name>{'|'.join(_SEASON)}|{'|'.join(_QUARTER)}),?(?: of)? {_YEAR}")
_QUARTER_AFTER = _pattern(rf"{_YEAR}[- ]?(?P<name>q[1-4])")
_DECADE = _pattern(r"(?:the )?(?P<decade>[0-9]{3})0'?s")
_CENTURY = _pattern(r"(?:the )?(?P<century>[0-9]{1,2})(?:st|nd|rd|th) (?:century|c\.)")
_ERA = _pattern(r"(?:(?P<before>ad|ce) )?(?P<year>[1-9][0-9,]{0,10}) ?(?P<era>bce?|ad|ce|b\.c\.|a\.d\.)?")
_WEEK = _pattern(rf"{_YEAR}-?W(?P<week>[0-5][0-9])(?:-?(?P<weekday>[1-7]))?")
_DAY_OF_YEAR = _pattern(rf"{_YEAR}-(?P<number>[0-3][0-9]{{2}})")
_BARE_SET = _pattern(r"[-0-9XY~?%]+(?: ?\.\. ?[-0-9XY~?%]+)+|[-0-9XY~?%]{7,}(?: ?, ?[-0-9XY~?%]{7,})+")


def rewrite_phrase(text: str) -> str | None:
    """The EDTF for a phrase, or None. `text`: at most about 100 characters, with single spaces."""
    return _notation(text) or _words(text) or _span(text) or _qualified(text)


def _qualified(text: str) -> str | None:
    if form := _PREFIXES.fullmatch(text):
        inner = _single(form[2].strip())
        word = form[1].lower()
        if inner and word in _EXCLUDED:
            inner = _neighbour(inner, _EXCLUDED[word])
        if inner is None:
            return None
        return f"{inner}{_DOUBT[word]}" if word in _DOUBT else _FRAMES[word].format(inner)
    if form := _pattern(r"(.+?) ?(\?|\(\?\)|~)").fullmatch(text):
        inner = _words(form[1])
        return inner and inner + ("~" if form[2] == "~" else "?")
    return None


def _neighbour(text: str, step: int) -> str | None:
    """The day, month or year before (step -1) or after (1): EDTF's open ranges include the date that they name."""
    if not re.fullmatch(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?", text):
        return None
    year, *rest = map(int, text.split("-"))
    if not rest:
        return year_text(year + step)
    if len(rest) == 1:
        years, month = divmod(rest[0] - 1 + step, 12)
        return f"{year_text(year + years)}-{month + 1:02}"
    return Day.from_ordinal(Day(year, rest[0], rest[1]).ordinal() + step).isoformat()


def _single(text: str) -> str | None:
    """EDTF for one date, which may be EDTF already."""
    if re.fullmatch(r"[~?%]?(?:-?[0-9X]{4}|Y-?[1-9][0-9]{4,11})(?:-[0-9X]{2}){0,2}[~?%]?", text):
        return text
    return _notation(text) or _words(text) or _qualified(text)


def _span(text: str) -> str | None:
    for pattern, frame in _TWO:
        if form := pattern.fullmatch(text):
            start, end = form[1].strip(), form[2].strip()
            last = ".." if end.lower() in _OPEN else _single(end)
            first = _single(start) or _shortened(start, last or "")
            if first and last:
                return frame.format(first, last)
    if text.count("/") == 1:
        start, end = (part.strip() for part in text.split("/"))
        ends = [_end(start, ""), _end(end, start)]
        if None not in ends:
            return f"{ends[0]}/{ends[1]}"
    return None


def _shortened(text: str, last: str) -> str | None:
    """The first of two dates, which leaves out the month or year of the last: 11 (and 13 March 2025)."""
    if len(last) == 10 and re.fullmatch(r"[0-9]{1,2}", text):
        return f"{last[:7]}-{int(text):02}"
    return _single(f"{text} {last[:4]}") if len(last) >= 7 else None


def _end(text: str, start: str) -> str | None:
    """One end of an interval; ISO 8601 lets the second leave out what it shares with the first: 2025-03-11/13."""
    if text in ("", "..", "unknown"):
        return text.replace("unknown", "")
    if text.lower() in _OPEN:
        return ".."
    if re.fullmatch(r"[0-9]{2}(?:-[0-9]{2})?", text) and re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", start):
        if len(start) == 4 and text.isdigit():
            return start[:2] + text
        return f"{start[: 7 if len(start) == 10 and len(text) == 2 else 4]}-{text}"
    return _single(text)


def _words(text: str) -> str | None:
    for pattern in _WORDS:
        if form := pattern.fullmatch(text):
            return _from_groups(form.groupdict())
    if form := _DAY_RANGE.fullmatch(text):
        last = _words(form["rest"])
        frame = {"or": "[{},{}]", "and": "[{}..{}]"}.get(form["word"].lower(), "{}/{}")
        return last and frame.format(f"{last[:-2]}{int(form['first']):02}", last)
    if form := _PART_OF_MONTH.fullmatch(text):
        year, month = int(form["year"]), _NUMBER_OF_MONTH[form["month"].lower()]
        first, last_day = _THIRD[form["third"].lower()]
        start, end = Day(year, month, first), Day(year, month, min(last_day, days_in_month(year, month)))
        return f"[{start.isoformat()}..{end.isoformat()}]"
    if form := _SEASONS.fullmatch(text) or _QUARTER_AFTER.fullmatch(text):
        return f"{form['year']}-{(_SEASON | _QUARTER)[form['name'].lower()]}"
    if form := _DECADE.fullmatch(text):
        return f"{form['decade']}X"
    if form := _CENTURY.fullmatch(text):
        return f"{int(form['century']) - 1:02}XX" if int(form["century"]) else None
    return _with_era(text)


def _from_groups(groups: dict[str, str | None]) -> str | None:
    """EDTF from year, month (by name or number) and day; None where day and month could be exchanged."""
    year, name, number, other, day = (groups.get(key) for key in ("year", "month", "number", "other", "day"))
    if other and day and int(other) > 12:
        other, day = day, other
    elif other and day and int(day) <= 12 and int(day) != int(other):
        return None
    month = _NUMBER_OF_MONTH[name.lower()] if name else int(number or other or 0)
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _with_era(text: str) -> str | None:
    form = _ERA.fullmatch(text)
    if not form or not (form["before"] or form["era"]):
        return None
    number = int(form["year"].replace(",", ""))
    return year_text(1 - number if (form["era"] or "").lower().startswith("b") else number)


def _notation(text: str) -> str | None:
    """Notations of machines: older drafts of EDTF, weeks and days of the year, lost brackets."""
    upper = re.sub(r"(?<=[0-9xu-])[xu]|(?<=-)\?\?", _capitals, text)
    if upper != text and re.fullmatch(r"[0-9X~?%-]+", upper):
        return upper
    if form := _pattern(r"(.+?)(\?~|~\?)").fullmatch(text):
        return f"{form[1]}%"
    if form := _pattern(r"([~?%])([0-9X-]{4,10})").fullmatch(text):
        return f"{form[2]}{form[1]}"
    if form := _pattern(r"Y(-?[0-9]{1,4})").fullmatch(text):
        return year_text(int(form[1]))
    if (form := _LONG_YEAR.fullmatch(text)) and not _BASIC.fullmatch(text):
        return f"Y{form[1]}{form[2]}{form[3]}"
    if form := _WEEK.fullmatch(text):
        return _week(int(form["year"]), int(form["week"]), form["weekday"])
    if form := _DAY_OF_YEAR.fullmatch(text):
        day = Day.from_ordinal(Day(int(form["year"]), 1, 1).ordinal() + int(form["number"]) - 1)
        return day.isoformat() if day.year == int(form["year"]) else None
    if _BARE_SET.fullmatch(text):
        return f"[{text.replace(' ', '')}]"
    if form := _pattern(r"\[([^][/,]+)/([^][/,]+)\]").fullmatch(text):
        return f"[{form[1].strip()}..{form[2].strip()}]"
    if form := _pattern(r"([0-9X~?%-]{4,12})\\([0-9X~?%-]{4,12})").fullmatch(text):
        return f"{form[1]}/{form[2]}"
    return None


def _capitals(form: re.Match[str]) -> str:
    return "X" * len(form[0])


def _week(year: int, week: int, weekday: str | None) -> str:
    """A week of ISO 8601-1 (5.2.4), Monday to Sunday, or a day of it: week 1 holds 4 January."""
    fourth = Day(year, 1, 4)
    monday = fourth.ordinal() - fourth.weekday() + 7 * (week - 1)
    if weekday:
        return Day.from_ordinal(monday + int(weekday) - 1).isoformat()
    return f"{Day.from_ordinal(monday).isoformat()}/{Day.from_ordinal(monday + 6).isoformat()}"
