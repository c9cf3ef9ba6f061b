"""Where the counters of a series speak of one time: which figures agree there, and which are furthest apart.

Nothing is added up or averaged: figures of different counters are compared, as `model/rivals.py` compares claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal, TypeVar

from chronology.model.points import Point, SeriesView
from chronology.model.quantities import Range, Units

T = TypeVar("T")
Pair = tuple[Point, Point]
Counter = tuple[str, ...]

_SPANS = (10, 120, 1500)
"""Days, months, years: a figure for a day is compared with one for a month only where nothing closer is to be had."""


@dataclass(frozen=True, slots=True)
class Parting:
    """Two figures of different counters for one time, of which one at most can be right: no figure is in both."""

    low: Point
    high: Point
    gap: float
    """From the upper end of the one to the lower end of the other, in the unit of the series."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of which at least two counters speak."""

    points: tuple[Point, ...]
    """What they gave, by figure; all of them share a day, or may."""
    agreeing: tuple[tuple[Point, ...], ...]
    """Figures that meet in one, of two counters or more with origins of their own; the largest groups first."""
    parting: Parting | None
    """The two that are furthest apart; None where all meet."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Two counters who agreed for one time and part for a later one, or the other way round."""

    kind: Literal["converge", "part"]
    before: Pair
    after: Pair


@dataclass(frozen=True, slots=True)
class _Figure:
    """A point with its range: exact, and with open ends, as points do not keep it."""

    point: Point
    range: Range


def counter_of(point: Point) -> Counter:
    """Who counted: actors, or the sources that speak for themselves."""
    return point.by or point.sources


def find_moments(view: SeriesView, units: Units) -> tuple[Moment, ...]:
    """The times of which at least two counters speak, in order; only figures that stand.

    Figures are compared where their times overlap and are about as long. Only where that finds nothing, a day is
    compared with the month that it lies in.
    """
    figures = [_Figure(point, figure) for point in view.points for figure in [_range_of(point, view, units)] if figure]
    alike: dict[int, list[_Figure]] = {}
    for one in figures:
        alike.setdefault(_span_of(one.point), []).append(one)
    found = [moment for some in alike.values() for moment in _moments(some)] or list(_moments(figures))
    return tuple(sorted(found, key=lambda moment: min(point.date.sort_key for point in moment.points)))


def find_turns(moments: Iterable[Moment], units: Units, unit: str) -> tuple[Turn, ...]:
    """Where two counters change from agreeing to parting, or back, in order of time."""
    seen: dict[frozenset[Counter], list[tuple[Literal["converge", "part"], Pair]]] = {}
    for moment in moments:
        for one, other in combinations(moment.points, 2):
            word = _compare(one, other, units, unit)
            if word:
                seen.setdefault(frozenset((counter_of(one), counter_of(other))), []).append((word, (one, other)))
    turns = [
        Turn(after[0], before[1], after[1])
        for words in seen.values()
        for before, after in pairwise(words)
        if before[0] != after[0] and _is_later(after[1], before[1])
    ]
    return tuple(sorted(turns, key=lambda turn: turn.after[0].date.sort_key))


def _range_of(point: Point, view: SeriesView, units: Units) -> Range | None:
    return units.range_in(point.quantity, view.series.unit) if point.state == "stands" else None


def _span_of(point: Point) -> int:
    """The class of a time's length: 0 for days, up to 3 for what is longer than some years, or has no end."""
    first, last = point.date.earliest, point.date.latest
    if first is None or last is None:
        return len(_SPANS)
    length = last.ordinal() - first.ordinal() + 1
    return sum(length > longest for longest in _SPANS)


def _moments(figures: Iterable[_Figure]) -> Iterator[Moment]:
    in_time = sorted(figures, key=lambda one: (one.point.date.earliest is not None, one.point.date.sort_key))
    for some in _sharing(in_time, lambda one, other: one.point.date.overlaps(other.point.date)):
        if len({counter_of(one.point) for one in some}) > 1:
            by_figure = sorted(some, key=_order)
            yield Moment(tuple(one.point for one in by_figure), tuple(_agreeing(by_figure)), _parting(by_figure))


def _order(one: _Figure) -> tuple[object, ...]:
    return one.range.low, one.range.low_open, one.range.high, one.point.date.sort_key, counter_of(one.point)


def _sharing(items: Sequence[T], meet: Callable[[T, T], bool]) -> Iterator[list[T]]:
    """The largest groups of which all meet. The items are spans in order of their beginnings: so one sweep finds them.

    Spans that meet pair by pair have something in common, all together (Helly's theorem, in one dimension).
    """
    group: list[T] = []
    grown = False
    for item in items:
        lasting = [one for one in group if meet(one, item)]
        if grown and len(lasting) < len(group):
            yield group
        group, grown = [*lasting, item], True
    if grown:
        yield group


def _agreeing(by_figure: Sequence[_Figure]) -> Iterator[tuple[Point, ...]]:
    """Groups that agree. Open ends exclude and never confirm: 'at most 1,400' agrees with nothing.

    To repeat another's figure is not to agree with it: the group needs two points without a common origin.
    """
    bounded = [one for one in by_figure if one.range.low.is_finite() and one.range.high.is_finite()]
    groups = [group for group in _sharing(bounded, lambda one, other: one.range.meets(other.range)) if len(group) > 1]
    for group in sorted(groups, key=len, reverse=True):
        points = tuple(one.point for one in group)
        if any(_are_independent(one, other) for one, other in combinations(points, 2)):
            yield points


def _are_independent(one: Point, other: Point) -> bool:
    return counter_of(one) != counter_of(other) and not set(_origins(one)) & set(_origins(other))


def _origins(point: Point) -> tuple[str, ...]:
    return point.claim.origins if point.claim else counter_of(point)


def _parting(by_figure: Sequence[_Figure]) -> Parting | None:
    apart = [
        Parting(one.point, other.point, float(other.range.low - one.range.high))
        for one, other in combinations(by_figure, 2)
        if counter_of(one.point) != counter_of(other.point) and not one.range.meets(other.range)
    ]
    return max(apart, key=lambda parting: parting.gap, default=None)


def _compare(one: Point, other: Point, units: Units, unit: str) -> Literal["converge", "part"] | None:
    """Whether two points agree or part; None where nothing can be said, or one counter gave both."""
    mine, theirs = units.range_in(one.quantity, unit), units.range_in(other.quantity, unit)
    if mine is None or theirs is None or not _are_independent(one, other):
        return None
    if not mine.meets(theirs):
        return "part"
    bounded = all(end.is_finite() for end in (mine.low, mine.high, theirs.low, theirs.high))
    return "converge" if bounded else None


def _is_later(pair: Pair, before: Pair) -> bool:
    """Whether a pair is about a later time than another, so that it is a turn and no contradiction in one time."""
    return min(one.date.sort_key for one in pair) > max(one.date.sort_key for one in before)
