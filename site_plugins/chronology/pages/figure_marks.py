"""The marks of a figure: for each point when, how much, and how exactly, as places in a drawing.

What is not known stays visible: a time that lasts is a line across, a range a bar, `about` a bar with soft ends, and
`at least` or `at most` an arrow. A point for which there is no single figure has no mark in the middle of its range.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from chronology.model.days import Day
from chronology.model.points import Point
from chronology.pages.figure_boxes import Box
from chronology.pages.figure_counters import Counter
from chronology.pages.figure_labels import Label
from chronology.pages.figure_scale import Scale

RADIUS = 5.5
_OWN_RADIUS = 7.0
_DOT_RADIUS = 2.5
_LARGEST = 1.25
"""A diamond reaches beyond the radius of a disc, for the same area."""
_ARROW = 26
_SOFT = 12
"""How far a soft end of a time reaches beyond its day: nobody said how far, so it is the same everywhere."""
_AS_SPAN = 2.6
"""A time is drawn as a line across from so many times the width of a mark."""

Arrow = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Span:
    """The time of a point: a line across, from left to right. `either`: one of its days, not all of them."""

    left: float
    right: float
    soft_left: bool
    soft_right: bool
    either: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """The figures that a point may mean, from top to bottom."""

    top: float
    bottom: float
    soft: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One point of a series, placed. `y` is its figure's height, or that of the tag above a bar without a figure."""

    point: Point
    counter: Counter
    own: bool
    """Whether it is of the event on whose page the figure stands."""
    x: float
    y: float
    radius: float
    span: Span | None
    bar: Bar | None
    arrow: Arrow | None
    tip: float
    """Where the arrow ends."""
    level: float | None
    """The height of the figure; None where only a range was given."""
    at: float
    """Where its time is. `x` may be beside it, where two marks would cover each other."""
    label: Label | None = None
    is_named: bool = False
    """Whether its label names the counter."""
    figure: str = ""
    """What its label says, with its counter's name or without."""
    title: str = ""
    """All of it in words."""
    since: Day | None = None
    """The day from which it was known; None where nothing in the chronology is dated."""

    @property
    def claim(self) -> str | None:
        """Event and anchor of its claim: `sudzha-retaken#area-1`."""
        return f"{self.point.claim.event}#{self.point.claim.anchor}" if self.point.claim else None

    @property
    def is_reading(self) -> bool:
        """Whether it is one of a measured row."""
        return self.point.claim is None

    @property
    def reach(self) -> float:
        """How far it covers the drawing: as the largest shape does."""
        return self.radius * _LARGEST

    @property
    def box(self) -> Box:
        """The square that the mark covers."""
        return Box.around(self.x, self.y, self.reach)

    @property
    def is_area(self) -> bool:
        """Whether it is a range for a time that lasts: an area, for a line across its middle would be a figure."""
        return self.level is None and self.span is not None

    @property
    def is_beside(self) -> bool:
        """Whether the mark stands beside its time, because another mark is there."""
        return self.span is None and abs(self.x - self.at) > self.radius

    @property
    def extents(self) -> list[Box]:
        """What else it draws: bar, arrow, and the line across."""
        if self.span and self.bar and self.is_area:
            return [Box(self.span.left, self.bar.top, self.span.right, self.bar.bottom)]
        boxes = self.uprights
        if self.span:
            boxes.append(Box(self.span.left, self.y - 1.5, self.span.right, self.y + 1.5))
        return boxes

    @property
    def uprights(self) -> list[Box]:
        """Its bar and its arrow."""
        boxes = []
        if self.bar and not self.is_area:
            boxes.append(Box(self.x - 3.5, self.bar.top, self.x + 3.5, self.bar.bottom))
        if self.arrow:
            boxes.append(Box(self.x - 3.5, min(self.y, self.tip), self.x + 3.5, max(self.y, self.tip)))
        return boxes


@dataclass(frozen=True, slots=True)
class Given:
    """A point to be drawn, with its counter, and whether it is of the event on whose page the figure stands."""

    point: Point
    counter: Counter
    own: bool = False


def extent(point: Point) -> tuple[float, float]:
    """The lowest and the highest figure that is drawn for a point: its range where one was given or it is `about`."""
    low, high = point.low, point.high
    if point.best is None:
        return (low if math.isfinite(low) else high), (high if math.isfinite(high) else low)
    given = point.quantity
    if given.comparator == "about":
        return low, high
    return (low if given.low is not None else point.best), (high if given.high is not None else point.best)


def place_marks(given: Sequence[Given], time: Scale, figures: Scale, radius: float = RADIUS) -> list[Mark]:
    """Place the marks of all points so that none covers another, where there is room.

    The event's own come first. Times that last leave a mark its choice along their line, so they come last.
    """
    marks = [_mark(one, time, figures, radius) for one in given]
    order = sorted(range(len(marks)), key=lambda number: (not marks[number].own, *_freedom(marks[number])))
    placed: dict[int, Mark] = {}
    for number in order:
        one = marks[number]
        taken = [mark for mark in placed.values() if abs(mark.x - one.x) < 300]
        placed[number] = one if one.is_reading else _beside(one, taken, time)
    return [placed[number] for number in range(len(marks))]


def _freedom(mark: Mark) -> tuple[float, float]:
    return (mark.span.right - mark.span.left if mark.span else 0.0), mark.at


def _mark(given: Given, time: Scale, figures: Scale, radius: float) -> Mark:
    point = given.point
    radius = _DOT_RADIUS if point.claim is None else _OWN_RADIUS * radius / RADIUS if given.own else radius
    left, right = _time(point, time)
    span = _span(point, left, right, radius)
    level, arrow = _level(point)
    bar = _bar(point, figures)
    height = figures.at(level) if level is not None else bar.top - radius - 3 if bar else figures.start
    length = min(_ARROW, abs(height - figures.start) if arrow == "down" else abs(height - figures.end))
    tip = height + (length if arrow == "down" else -length)
    return Mark(
        point=point,
        counter=given.counter,
        own=given.own,
        x=round((left + right) / 2, 1),
        y=round(height, 1),
        radius=round(radius, 1),
        span=span,
        bar=bar,
        arrow=arrow,
        tip=round(tip, 1),
        level=None if level is None else round(height, 1),
        at=round((left + right) / 2, 1),
    )


def _time(point: Point, time: Scale) -> tuple[float, float]:
    """From the beginning of the first to the end of the last day; to the drawing's edge where there is no bound."""
    first, last = point.date.earliest, point.date.latest
    left = time.start if first is None else time.at(first.ordinal())
    right = time.end if last is None else time.at(last.ordinal() + 1)
    return max(left, time.start), min(right, time.end)


def _span(point: Point, left: float, right: float, radius: float) -> Span | None:
    date = point.date
    either = date.kind == "one-of"
    soft = (date.soft_start or date.earliest is None, date.soft_end or date.latest is None)
    if date.kind != "day" and right - left >= _AS_SPAN * 2 * radius:
        return Span(left, right, *soft, either)
    if any(soft):
        reach = radius + _SOFT
        middle = (left + right) / 2
        return Span(round(middle - reach, 1), round(middle + reach, 1), True, True, either)
    return None


def _level(point: Point) -> tuple[float | None, Arrow | None]:
    """The figure as given, and the way in which it is open."""
    if not math.isfinite(point.high):
        return (point.low if point.best is None else point.best), "up"
    if not math.isfinite(point.low):
        return (point.high if point.best is None else point.best), "down"
    return point.best, None


def _bar(point: Point, figures: Scale) -> Bar | None:
    given = point.quantity
    soft = given.comparator == "about"
    ranged = soft or given.low is not None or given.high is not None
    if not ranged or not math.isfinite(point.low) or not math.isfinite(point.high):
        return None
    low, high = extent(point)
    return Bar(figures.at(high), figures.at(low), soft)


def _beside(one: Mark, taken: Sequence[Mark], time: Scale) -> Mark:
    """The mark where it covers least: on its own time if it can be, else along its span, or a little beside."""
    best, least = one, math.inf
    for x in _choices(one):
        distance = abs(x - one.at) / (40 if one.span else 12)
        if distance >= least:
            break
        if not time.start + one.reach <= x <= time.end - one.reach and x != one.at:
            continue
        moved = replace(one, x=x)
        cover = distance + _cover(moved, taken)
        if cover < least:
            best, least = moved, cover
    return best


def _choices(one: Mark) -> list[float]:
    """Places along the time of a mark; for a day, up to two marks' width to both sides."""
    room = 4 * one.radius + 4 if one.span is None or one.span.soft_left else one.span.right - one.at - one.radius - 1
    steps = range(1, int(max(room, 0) / 2) + 1)
    return [one.at, *(round(one.at + sign * 2 * number, 1) for number in steps for sign in (1, -1))]


def _cover(one: Mark, taken: Sequence[Mark]) -> float:
    """How much of other marks one covers, and they of it; marks count more than bars."""
    cover = 0.0
    for other in taken:
        cover += _overlap(one, other)
        cover += 3.0 * any(box.meets(other.box) for box in one.uprights)
        cover += 3.0 * any(box.meets(one.box) for box in other.uprights)
        cover += 2.0 * any(box.meets(there) for box in one.uprights for there in other.uprights)
    return cover


def _overlap(one: Mark, other: Mark) -> float:
    """0 for marks apart, 30 for one upon the other. Marks of one counter may overlap by half: they are still two."""
    reach = one.radius + other.radius + 1.5
    if one.counter == other.counter:
        reach /= 2
    across, down = abs(one.x - other.x), abs(one.y - other.y)
    return 30 * (1 - max(across, down) / reach) ** 2 if across < reach and down < reach else 0.0
