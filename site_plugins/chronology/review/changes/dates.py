"""How a date changed: widened, narrowed, moved, or told otherwise."""

from __future__ import annotations

from chronology.model import date_words
from chronology.model.dates import Date
from chronology.model.days import Day
from chronology.review.changes.change import Change

_FIRST, _LAST = Day(-(10**13), 1, 1), Day(10**13, 1, 1)


def date_change(label: str, before: Date | None, after: Date | None) -> Change | None:
    """What became of a date; None where it is the same. `label` begins the sentence: 'Date'."""
    if before == after:
        return None
    if before is None or after is None:
        if after is None:
            told = f" (was {_words(before)})" if before else ""
            return Change("date-removed", f"{label} taken out{told}.")
        return Change("date-added", f"{label} added: {_words(after)}.")
    how = _how(before, after)
    verb = "changed" if how == "reworded" else how
    return Change(f"date-{how}", f"{label} {verb} from {_beside(before, after)} to {_words(after)}.")


def are_apart(before: Date, after: Date) -> bool:
    """Whether two dates have no day in common."""
    was, now = _bounds(before), _bounds(after)
    return was[1] < now[0] or now[1] < was[0]


def on(date: Date) -> str:
    """When something was done, as a sentence goes on with it: ' on 20 March 2025', ', about 20 March 2025'."""
    words = _words(date)
    return f" on {words}" if date.kind == "day" and words[:1].isdigit() else f", {words}"


def _how(before: Date, after: Date) -> str:
    was, now = _bounds(before), _bounds(after)
    if was == now:
        return "reworded"
    if now[0] <= was[0] and now[1] >= was[1]:
        return "widened"
    return "narrowed" if now[0] >= was[0] and now[1] <= was[1] else "moved"


def _bounds(date: Date) -> tuple[Day, Day]:
    return date.earliest or _FIRST, date.latest or _LAST


def _beside(before: Date, after: Date) -> str:
    """The earlier date, without its year where the later one tells it: '12 March' (to '11–13 March 2025')."""
    years = {day.year for date in (before, after) for day in (date.earliest, date.latest) if day}
    settled = all(date.earliest and date.latest and date.kind not in ("year", "season") for date in (before, after))
    if len(years) == 1 and settled:
        return _clear(date_words.short(before, years.pop()))
    return _words(before)


def _words(date: Date | None) -> str:
    return "not stated" if date is None else _clear(date_words.in_words(date))


def _clear(words: str) -> str:
    """Words that begin like the sentence goes on, in quotation marks: (from) '“from March to 5 May 2025”'."""
    begins = words.removeprefix("possibly ").split(" ")[0]
    return f"“{words}”" if begins in ("from", "until", "to") else words
