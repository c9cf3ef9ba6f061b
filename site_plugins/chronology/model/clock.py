"""Times of day and time zones.

EDTF has no uncertain clock time, so an event has `time` and `zone` beside its `date`.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from chronology.model.date_advice import quoted
from chronology.model.dates import DateError

_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])([~?%]?)")
_LOOSE = re.compile(
    r"(?P<before>[~?%]|c\.|ca\.|circa |about |around )? ?(?P<hour>[0-9]{1,2})"
    r"(?:(?: ?[:.hH] ?)?(?P<minute>[0-9]{2}))?(?P<seconds>:[0-9]{2}(?:\.[0-9]+)?)? ?(?:h|hrs?|hours|o'clock)?"
    r" ?(?P<half>[ap]\.?m\.?)? ?(?P<zone>Z|UTC|GMT|MSK|[+-][0-9]{2}(?::?[0-9]{2})?)?(?P<after>[~?%]{0,2})",
    re.IGNORECASE | re.ASCII,
)
_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_DOUBT = {(False, False): "", (True, False): "about ", (False, True): "possibly ", (True, True): "possibly about "}
_ZONE = re.compile(r"[A-Z][A-Za-z0-9_+-]{1,31}(?:/[A-Z][A-Za-z0-9_+-]{1,31}){0,2}")
_FIXED = re.compile(r"(?:Etc/)?(?:UTC|UCT|GMT|Zulu|Universal|Greenwich)([+-]?)([0-9]{0,2})")


class ClockError(DateError):
    """A text that is no time of day, or a name that is no time zone: `problem` and `hint` as in DateError."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, with its doubt. Made by `parse_time`."""

    text: str
    """As written: '14:30~'."""
    hour: int
    minute: int
    approximate: bool = False
    """`~` or `%`."""
    uncertain: bool = False
    """`?` or `%`."""

    @property
    def minutes(self) -> int:
        """Minutes since midnight: orders the times of one day."""
        return self.hour * 60 + self.minute


@lru_cache(maxsize=4096)
def parse_time(text: str) -> Clock:
    """Read HH:MM in 24 hours, with ~ (approximate), ? (uncertain) or % (both) after it. Raises ClockError."""
    form = _TIME.fullmatch(text)
    if form is None:
        raise ClockError(*_advice(text))
    mark = form[3]
    return Clock(text, int(form[1]), int(form[2]), mark in ("~", "%"), mark in ("?", "%"))


def in_words(clock: Clock, zone: str | None = None) -> str:
    """'about 14:30, Moscow time'. `zone` is a label as `zone_label` gives it; without it the time stands alone."""
    words = f"{_DOUBT[clock.approximate, clock.uncertain]}{clock.hour:02}:{clock.minute:02}"
    return f"{words}, {zone}" if zone else words


def machine(clock: Clock) -> str | None:
    """The time for HTML's <time datetime>, or None where it is in doubt: a machine reads no 'about'."""
    return None if clock.approximate or clock.uncertain else f"{clock.hour:02}:{clock.minute:02}"


@lru_cache(maxsize=256)
def parse_zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name such as 'Europe/Moscow'. Raises ClockError.

    Zones come from the system's own time zone data. Windows and bare containers have none: there, the package `tzdata`.
    """
    if _ZONE.fullmatch(name):
        try:
            return ZoneInfo(name)
        except (OSError, ValueError, LookupError):
            pass
    known = available_timezones()
    if not known:
        raise ClockError("this system has no time zone data", "install the Python package tzdata")
    raise ClockError(f"{quoted(name)} is not a time zone", _zone_hint(name[:64], known))


def zone_label(name: str) -> str:
    """What readers call a zone, from its IANA name: 'Moscow time' for Europe/Moscow, 'UTC+3' for Etc/GMT-3."""
    if fixed := _FIXED.fullmatch(name):
        sign, hours = fixed.groups()
        # POSIX counts westward: Etc/GMT-3 is three hours ahead of UTC.
        shown = "+" if sign == "-" else "\N{MINUS SIGN}"
        return f"UTC{shown}{int(hours)}" if hours.strip("0") else "UTC"
    if "/" not in name:
        return f"{name.replace('_', ' ')} time" if name.capitalize() == name else name
    return f"{name.rpartition('/')[2].replace('_', ' ')} time"


def _zone_hint(name: str, known: set[str]) -> str:
    by_name = {zone.lower(): zone for zone in known}
    by_city = {zone.rpartition("/")[2].lower(): zone for zone in sorted(known, reverse=True) if "/" in zone}
    wanted = name.strip().lower().removesuffix(" time").replace(" ", "_")
    for names in (by_name, by_city):
        # Abbreviations are near everything: MSK is no misspelt Omsk.
        near = difflib.get_close_matches(wanted, names, n=1, cutoff=0.8 if len(wanted) > 4 else 1)
        if near:
            return f"did you mean {names[near[0]]}"
    return "write an IANA name such as Europe/Moscow or UTC"


def _advice(text: str) -> tuple[str, str]:
    """Problem and hint for a text that is no time of day."""
    shown = quoted(text)
    generic = f"{shown} is not a time of day", "write hours and minutes, as in 14:30, or leave `time` out"
    if len(text) > 40:
        return generic
    if text.strip().lower() in _WORDS:
        return f"{shown} is not a time of day", f"write {_WORDS[text.strip().lower()]}"
    form = _LOOSE.fullmatch(text.strip())
    if form is None or (form["minute"] is None and form["half"] is None):
        return generic
    hour, minute, half = int(form["hour"]), int(form["minute"] or 0), (form["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        half = ""
    hour = hour % 12 + 12 * half.startswith("p") if half else hour
    if hour == 24 and minute == 0:
        return "the day has no 24:00", "write 00:00 and the date of the next day"
    if hour > 23 or minute > 59:
        return f"there is no {hour:02}:{minute:02}", "hours are 00 to 23, minutes 00 to 59"
    plain = f"{hour:02}:{minute:02}{_mark(form['before'] or '', form['after'])}"
    if form["zone"]:
        return f"{shown} has a time zone in it", f"write `time: {plain}`, and `zone:` with an IANA name"
    if form["seconds"]:
        return f"{shown} has seconds", f"write {plain}"
    return f"{shown} is not how a time is written here", f"write {plain}"


def _mark(before: str, after: str) -> str:
    marks = set(after) | ({before} if before in "~?%" and before else {"~"} if before else set())
    return "%" if "%" in marks or {"~", "?"} <= marks else "".join(marks)
