"""Where the timeline's marks go: packed into rows, and bars of density where they would be more than the rows.

No sign stands where a bar does; spans that cross one go behind it.

`assets/scripts/explorer/timeline-layout.js` is the same for the browser; `tests/explorer/timeline-cases/` holds both
to the same cases.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chronology.model.date_shapes import Shape
from chronology.pages.timeline_scale import Unit, Window

SIGN = 10.0
"""How wide a sign is. Two in one row are a pixel apart."""
BAR = 14.0
"""How wide a bar of density is at least."""
_GAP = 1.0
_NOTHING = 0.01
"""What is no difference between two places."""


@dataclass(frozen=True, slots=True)
class Extent:
    """When an event was: its bounds as numbers of days, None where it is open, its shape, and its soft ends as bits."""

    first: int | None
    last: int | None
    shape: Shape
    soft: int = 0

    @property
    def beginning(self) -> int:
        """The day on which it is counted: its first, or its last where no beginning is known."""
        return next(bound for bound in (self.first, self.last) if bound is not None)


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the timeline, in pixels: its sign around `x`, and what it spans, where that is wider than the sign.

    `row` counts from the axis. `soft`: 1 its start, 2 its end; what is cut off at the window's edge is not soft there.
    """

    index: int
    x: float
    left: float
    right: float
    row: int
    soft: int = 0

    @property
    def is_span(self) -> bool:
        """Whether there is more to see than the sign."""
        return self.right - self.left > SIGN + _NOTHING


@dataclass(frozen=True, slots=True)
class Density:
    """The events that begin in one piece of the calendar, where they are too many for marks."""

    number: int
    left: float
    right: float
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Marks in order of time, and bars of density, whose pieces are of `unit`."""

    marks: tuple[Mark, ...]
    densities: tuple[Density, ...]
    unit: Unit
    rows: int
    """As many as the marks take."""


def lay_out(extents: Sequence[Extent], window: Window, most_rows: int) -> Layout:
    """Place the events that the window shows. With no rows at all, every event is in a bar of density."""
    unit = window.unit(BAR)
    first, last = math.floor(window.start), math.ceil(window.end) - 1
    shown = [index for index, extent in enumerate(extents) if _touches(extent, first, last)]
    numbers = [unit.number(min(max(extents[index].beginning, first), last)) for index in shown]
    wanted = _places(extents, shown, window, most_rows)
    crowded: set[int] = set()
    while True:
        blocks = _blocks(crowded, unit, window)
        places = [_beside(place, blocks, window) for place in wanted]
        left = [position for position in range(len(shown)) if numbers[position] not in crowded]
        order = sorted(left, key=lambda position: (places[position].left, position))
        rows, more = _pack(places, order, numbers, most_rows)
        crowded |= more
        if not more:
            break
    marks = [
        Mark(place.index, place.x, place.left, place.right, rows[position], place.soft)
        for position, place in enumerate(places)
        if rows[position] >= 0
    ]
    return Layout(
        tuple(marks),
        tuple(_densities(crowded, shown, numbers, unit, window)),
        unit,
        max((mark.row + 1 for mark in marks), default=0),
    )


def _touches(extent: Extent, first: int, last: int) -> bool:
    return (extent.first is None or extent.first <= last) and (extent.last is None or extent.last >= first)


@dataclass(frozen=True, slots=True)
class _Place:
    """A mark without its row."""

    index: int
    x: float
    left: float
    right: float
    soft: int


def _places(extents: Sequence[Extent], shown: Iterable[int], window: Window, most_rows: int) -> list[_Place]:
    shown = list(shown)
    days = Counter(extents[index].first for index in shown if extents[index].shape is Shape.DAY)
    seen: Counter[int | None] = Counter()
    places = []
    for index in shown:
        extent = extents[index]
        if extent.shape is Shape.DAY:
            x = _in_day(window, extent.first or 0, seen[extent.first], days[extent.first], most_rows)
            seen[extent.first] += 1
            places.append(_Place(index, x, x - SIGN / 2, x + SIGN / 2, 0))
        else:
            places.append(_spanned(index, extent, window))
    return places


def _in_day(window: Window, day: int, number: int, count: int, most_rows: int) -> float:
    """Where one of the events of a certain day stands: above one another, and side by side where the day has room.

    Half of the rows are left for what spans the day.
    """
    left, right = window.at(day), window.at(day + 1)
    columns = max(min(-(-2 * count // max(most_rows, 1)), math.floor((right - left) / (SIGN + _GAP))), 1)
    each = -(-count // columns)
    return (left + right) / 2 + (number // each - (-(-count // each) - 1) / 2) * (SIGN + _GAP)


def _spanned(index: int, extent: Extent, window: Window) -> _Place:
    """A span has its sign in the middle of what is seen of it, an interval where it begins, or ends if it is open."""
    start = window.at(extent.first) if extent.first is not None else -SIGN
    end = window.at(extent.last + 1) if extent.last is not None else window.width + SIGN
    left, right = max(start, -SIGN), min(end, window.width + SIGN)
    soft = (3 if extent.shape is Shape.SPAN else extent.soft) & ((left == start) | (right == end) << 1)
    if right - left <= SIGN:
        x = (left + right) / 2
        return _Place(index, x, x - SIGN / 2, x + SIGN / 2, soft)
    low, high = max(left, 0.0) + SIGN / 2, min(right, window.width) - SIGN / 2
    if extent.shape is Shape.SPAN:
        x = (low + high) / 2
    else:
        x = high if extent.first is None and extent.last is not None else low
    return _Place(index, x, min(left, x - SIGN / 2), max(right, x + SIGN / 2), soft)


def _piece(unit: Unit, number: int, window: Window) -> tuple[float, float]:
    """Where a piece of the calendar is seen."""
    return max(window.at(unit.start(number)), 0.0), min(window.at(unit.start(number + 1)), window.width)


def _blocks(crowded: set[int], unit: Unit, window: Window) -> list[tuple[float, float]]:
    """What the bars of density take; where there is no room for a sign between two, they are one block."""
    blocks: list[tuple[float, float]] = []
    for number in sorted(crowded):
        left, right = _piece(unit, number, window)
        if blocks and left - blocks[-1][1] < SIGN - _NOTHING:
            left = blocks.pop()[0]
        blocks.append((left, right))
    return blocks


def _beside(place: _Place, blocks: Sequence[tuple[float, float]], window: Window) -> _Place:
    """The place with its sign beside the bars: on its span where it can be, and as near as it can be."""
    half = SIGN / 2
    for start, end in blocks:
        if start - half < place.x < end + half:
            low, high = max(place.left, 0.0) + half, min(place.right, window.width) - half
            sides = (start - half, end + half)
            x = min(sides, key=lambda side: (max(low - side, side - high, 0.0), abs(side - place.x)))
            if place.right - place.left <= SIGN + _NOTHING:
                return replace(place, x=x, left=x - half, right=x + half)
            return replace(place, x=x, left=min(place.left, x - half), right=max(place.right, x + half))
    return place


def _pack(
    places: Sequence[_Place], order: Sequence[int], numbers: Sequence[int], most_rows: int
) -> tuple[list[int], set[int]]:
    """The lowest row that is free for each, -1 where none is; and the pieces of the calendar that are too full.

    In this order no fewer rows would do. Where they are not enough, the fullest piece of those that meet there is.
    """
    counts = Counter(numbers[position] for position in order)
    rows = [-1] * len(places)
    held: list[int] = []
    crowded: set[int] = set()
    for position in order:
        left = places[position].left
        row = next((row for row, other in enumerate(held) if places[other].right + _GAP <= left), len(held))
        if row == most_rows:
            meeting = [numbers[position], *(numbers[other] for other in held)]
            crowded.add(max(meeting, key=lambda number: (counts[number], -number)))
            continue
        held[row : row + 1] = [position]
        rows[position] = row
    return rows, crowded


def _densities(
    crowded: set[int], shown: Sequence[int], numbers: Sequence[int], unit: Unit, window: Window
) -> Iterable[Density]:
    events: dict[int, list[int]] = {number: [] for number in sorted(crowded)}
    for index, number in zip(shown, numbers, strict=True):
        if number in crowded:
            events[number].append(index)
    for number, members in events.items():
        yield Density(number, *_piece(unit, number, window), tuple(members))
