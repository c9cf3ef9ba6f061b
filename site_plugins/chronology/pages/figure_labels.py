"""Where the labels of a figure go: beside their marks, further off with a line to them, or nowhere; never on anything.

Plain geometry: each label has places that are free of marks, cheapest first, and takes the first that no other label
has taken. Who found no good place goes first in the next round.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from chronology.pages.figure_boxes import SIZE, Box, Line, text_width

HEIGHT = 15
_BASELINE = 11.5
_GAP = 3
_RINGS = (20, 32, 46, 62, 80, 100, 124, 150, 180)
_DIRECTIONS = tuple((math.cos(turn * math.pi / 10), -math.sin(turn * math.pi / 10)) for turn in range(20))
_SLANTED = 0.3
"""A direction of which less goes across is up or down: the label is then centred."""
_RING_COST, _FURTHER_COST = 12.0, 9.0
_CROSSING_COST = 11.0
"""Of a bar or a line that a label lies on."""
_SHORTER_COST = 60.0
_NOWHERE_COST = 400.0
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that is wanted beside a mark: its forms, the longest first."""

    x: float
    y: float
    reach: float
    """How far the mark covers the drawing."""
    forms: tuple[str, ...]
    weight: float = 1.0
    """How much the label is missed where it has no room."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its place: its text on the baseline, from `x` on or up to it; which of its forms; its line."""

    x: float
    y: float
    ends_at_x: bool
    form: int
    box: Box
    leader: Line | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What labels are placed on: the sheet, marks that nothing may touch, and bars and lines that may be crossed."""

    sheet: Box
    marks: Sequence[Box]
    thin: Sequence[Box] = ()


def place(wanted: Sequence[Wanted], ground: Ground) -> list[Label | None]:
    """Place as many of the labels as have room, in the order of `wanted`; None for a label that has none."""
    choices = [_Choice(one, ground) for one in wanted]
    best: tuple[float, list[Label | None]] = math.inf, [None] * len(wanted)
    for order in _ORDERS:
        numbers = sorted(range(len(wanted)), key=order(wanted))
        for _ in range(_ROUNDS):
            cost, labels = _place_in_order(choices, numbers)
            best = min(best, (cost, labels), key=lambda found: found[0])
            poor = [number for number in numbers if not (found := labels[number]) or found.form]
            if not poor or numbers[: len(poor)] == poor:
                break
            numbers = [*poor, *(number for number in numbers if number not in poor)]
        if all(label is not None and label.form == 0 for label in best[1]):
            break
    return best[1]


_ORDERS: tuple[Callable[[Sequence[Wanted]], Callable[[int], tuple[float, ...]]], ...] = (
    lambda wanted: lambda one: (-wanted[one].weight, -_crowd(wanted, one)),
    lambda wanted: lambda one: (-wanted[one].weight, -wanted[one].x),
)


def _crowd(wanted: Sequence[Wanted], one: int) -> int:
    """How many marks are near one."""
    here = wanted[one]
    return sum(math.hypot(other.x - here.x, other.y - here.y) < 4 * SIZE for other in wanted)


def _place_in_order(choices: Sequence[_Choice], order: Sequence[int]) -> tuple[float, list[Label | None]]:
    taken = _Taken()
    placed: list[Label | None] = [None] * len(choices)
    total = 0.0
    for number in order:
        cost, label = choices[number].first(taken.is_free)
        total += cost * choices[number].wanted.weight
        if label:
            taken.add(label)
            placed[number] = label
    return total, placed


@dataclass(slots=True)
class _Taken:
    """The places of the labels that have one, and of the lines to their marks."""

    boxes: list[Box] = field(default_factory=list)
    leaders: list[Line] = field(default_factory=list)

    def add(self, label: Label) -> None:
        self.boxes.append(label.box)
        if label.leader:
            self.leaders.append(label.leader)

    def is_free(self, label: Label) -> bool:
        box, leader = label.box, label.leader
        if any(map(box.meets, self.boxes)) or any(line.enters(box) for line in self.leaders):
            return False
        return leader is None or not (any(map(leader.enters, self.boxes)) or any(map(leader.crosses, self.leaders)))


class _Choice:
    """The places that one label can have, cheapest first, found as they are asked for."""

    def __init__(self, wanted: Wanted, ground: Ground) -> None:
        self.wanted = wanted
        self._ground = ground
        self._own = Box.around(wanted.x, wanted.y, wanted.reach)
        self._found: list[tuple[float, Label]] = []
        self._search = self._in_order()

    def first(self, is_free: Callable[[Label], bool]) -> tuple[float, Label | None]:
        """The cheapest free place, with its cost."""
        for cost, label in self._found:
            if is_free(label):
                return cost, label
        for cost, label in self._search:
            self._found.append((cost, label))
            if is_free(label):
                return cost, label
        return _NOWHERE_COST, None

    def _in_order(self) -> Iterator[tuple[float, Label]]:
        """Places come by distance, and what they cross costs more: one waits until none that follows can be cheaper."""
        waiting: list[tuple[float, int, Label]] = []
        for number, (distance, label) in enumerate(self._places()):
            while waiting and waiting[0][0] <= distance:
                cost, _, first = heapq.heappop(waiting)
                yield cost, first
            extra = self._crossing(label)
            if extra is not None and distance + extra < _NOWHERE_COST:
                heapq.heappush(waiting, (distance + extra, number, label))
        while waiting:
            cost, _, first = heapq.heappop(waiting)
            yield cost, first

    def _crossing(self, label: Label) -> float | None:
        """What a place costs for what it crosses; None where it is no place."""
        box, leader = label.box, label.leader
        if not self._ground.sheet.holds(box) or any(map(box.meets, self._ground.marks)):
            return None
        if leader and any(leader.enters(mark) for mark in self._ground.marks if mark != self._own):
            return None
        return _CROSSING_COST * sum(map(box.meets, self._ground.thin))

    def _places(self) -> Iterator[tuple[float, Label]]:
        for form, text in enumerate(self.wanted.forms):
            width = text_width(text)
            for cost, label in (*_beside(self.wanted, form, width), *_around(self.wanted, form, width)):
                yield cost + form * _SHORTER_COST, label


def _beside(one: Wanted, form: int, width: float) -> Iterator[tuple[float, Label]]:
    """Places right beside a mark."""
    near = one.reach + _GAP
    right, left, centre = one.x + one.reach + 1, one.x - one.reach - 1 - width, one.x - width / 2
    above, below = one.y - HEIGHT - 2, one.y + 2
    for cost, x, top in (
        (0.0, one.x + near, one.y - HEIGHT / 2),
        (2.0, one.x - near - width, one.y - HEIGHT / 2),
        (4.0, right, above),
        (4.0, right, below),
        (5.0, centre, one.y - near - HEIGHT + 2),
        (6.0, centre, one.y + near - 2),
        (7.0, left, above),
        (7.0, left, below),
    ):
        yield cost, _label(x, top, width, form, None, ends_at_x=x + width < one.x)


def _around(one: Wanted, form: int, width: float) -> Iterator[tuple[float, Label]]:
    """Places further off, the nearest edge that far from the mark, with a line between."""
    for ring, distance in enumerate(_RINGS):
        for across, down in _DIRECTIONS:
            x, y = one.x + across * distance, one.y + down * distance
            if across > _SLANTED:
                left, top = x + 2, y - HEIGHT / 2
            elif across < -_SLANTED:
                left, top = x - 2 - width, y - HEIGHT / 2
            else:
                left, top = x - width / 2, y - HEIGHT if down < 0 else y
            leader = Line(one.x + across * one.reach, one.y + down * one.reach, x, y)
            label = _label(left, top, width, form, leader, ends_at_x=across < -_SLANTED)
            yield _RING_COST + _FURTHER_COST * ring, label


def _label(left: float, top: float, width: float, form: int, leader: Line | None, *, ends_at_x: bool) -> Label:
    box = Box(left, top, left + width, top + HEIGHT)
    return Label(box.right if ends_at_x else left, top + _BASELINE, ends_at_x, form, box, leader)
