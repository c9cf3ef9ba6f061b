"""One drawing of a figure: its scales, its marks and their labels, for one width of screen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chronology.model import quantity_words
from chronology.model.chronology import Point
from chronology.model.days import Day
from chronology.model.entities.series import Series
from chronology.pages.book import Book
from chronology.pages.figure_boxes import Box, text_width
from chronology.pages.figure_counters import Counter
from chronology.pages.figure_labels import Ground, Label, Wanted, place
from chronology.pages.figure_marks import Given, Mark, extent, place_marks
from chronology.pages.figure_scale import Scale, Tick, day_ticks, label_days, round_bounds, value_ticks
from chronology.pages.figure_words import tooltip

_ABOVE, _BELOW = 24, 28
"""What the drawing keeps free for the unit, and for the days."""
_CROWD = 80
"""Above so many points only the event's own and the ends of measured rows have labels."""
_IN_DAYS = 120
"""Below so many days a tick stands in the middle of its day; above, a day is too narrow for it to matter."""
_OWN_DAYS = 6
"""Up to so many days of points are themselves the ticks."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper for one width of screen: its size, how many ticks have room, and how large a mark is."""

    form: str
    width: int
    lowest: int
    """Its height for few points."""
    highest: int
    growth: int
    """By how much it is higher for each point."""
    days: int
    values: int
    radius: float
    names: bool = True
    """Whether labels name their counters. Where there is no room for it, the key does."""
    second_scale: bool = False

    def height(self, points: int) -> int:
        """How high it is for so many points: those that are close need room, those that are few none."""
        return min(self.highest, self.lowest + self.growth * points)


@dataclass(frozen=True, slots=True)
class Row:
    """The line through a measured row of readings, from place to place: each holds until the next."""

    counter: Counter
    places: tuple[tuple[float, float], ...]
    since: Day | None
    """The day from which all of it was known."""

    @property
    def path(self) -> str:
        """The steps, as SVG writes them."""
        (x, y), *others = self.places
        return f"M{x:g} {y:g}" + "".join(f"H{x:g}V{y:g}" for x, y in others)

    @property
    def boxes(self) -> list[Box]:
        """What the steps cover."""
        return [
            box
            for (x, y), (then, level) in pairwise(self.places)
            for box in (Box(x, y - 1, then, y + 1), Box(then - 1, min(y, level), then + 1, max(y, level)))
        ]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure for one width of screen. Places are in its own units, which are pixels at full size."""

    form: str
    width: int
    height: int
    left: float
    right: float
    bottom: float
    unit: str
    other_unit: str
    value_ticks: tuple[Tick, ...]
    other_ticks: tuple[Tick, ...]
    day_ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]

    @property
    def names_all(self) -> bool:
        """Whether every mark's label names its counter."""
        return all(mark.is_named for mark in self.marks)


def draw(book: Book, series: Series, given: Sequence[Given], sheet: Sheet) -> Drawing:
    """Draw points on a sheet. They are in order of time."""
    height = sheet.height(len(given))
    figures, values = _figure_scale(given, sheet, height)
    other, factor = _other_unit(book, series) if sheet.second_scale else (None, 0.0)
    left = max(text_width(tick.label) for tick in values) + 8
    right = sheet.width - (44 if other else 6)
    time, days = _time_scale(given, sheet, left, right)
    marks = place_marks(given, time, figures, sheet.radius)
    rows = _rows(book, given, time, figures)
    unit = _symbol(book, series.unit)
    ground = Ground(
        Box(left + 2, 2, right if other else sheet.width, height - _BELOW - 1),
        [mark.box for mark in marks] + [Box(0, 0, text_width(unit) + 4, 16)],
        [box for mark in marks for box in mark.extents] + [box for row in rows for box in row.boxes],
    )
    return Drawing(
        form=sheet.form,
        width=sheet.width,
        height=height,
        left=round(left, 1),
        right=right,
        bottom=figures.at(0) if figures.first < 0 else figures.start,
        unit=unit,
        other_unit=_symbol(book, other) if other else "",
        value_ticks=tuple(Tick(figures.at(tick.value), tick.label) for tick in values),
        other_ticks=tuple(_other_ticks(figures, factor, sheet)) if other else (),
        day_ticks=tuple(days),
        rows=tuple(rows),
        marks=tuple(_with_labels(book, series, marks, ground, names=sheet.names)),
    )


# --- scales


def _figure_scale(given: Sequence[Given], sheet: Sheet, height: int) -> tuple[Scale, list[Tick]]:
    """The scale of figures, always with 0 on it, and its ticks."""
    extents = [extent(one.point) for one in given]
    low, high = min(0.0, *(low for low, _ in extents)), max(0.0, *(high for _, high in extents))
    low, high = round_bounds(low, high if high > low else 1.0, sheet.values)
    return Scale(low, high, height - _BELOW, _ABOVE), value_ticks(low, high, sheet.values)


def _time_scale(given: Sequence[Given], sheet: Sheet, left: float, right: float) -> tuple[Scale, list[Tick]]:
    """The scale of days, with a margin at both ends, and its ticks, placed."""
    first, last = bounds(one.point for one in given)
    margin = max((last - first) * 0.04, 1.5) if last - first > 5 else 3.0
    time = Scale(first - margin, last + margin, left + 4, right)
    short = sheet.width < 500
    middle = 0.5 if last - first < _IN_DAYS else 0.0
    ticks = _own_ticks(given, time, sheet.width, short=short) or _round_ticks(time, sheet, short=short)
    return time, [Tick(time.at(tick.value + middle), tick.label) for tick in ticks]


def _round_ticks(time: Scale, sheet: Sheet, *, short: bool) -> list[Tick]:
    """Round days, not so near the edges that their labels would be cut off."""
    room = 22 if short else 44
    first = time.value_at(max(time.start, room))
    last = time.value_at(min(time.end, sheet.width - room))
    return day_ticks(math.ceil(first), math.floor(last), sheet.days, short=short)


def _own_ticks(given: Sequence[Given], time: Scale, width: int, *, short: bool) -> list[Tick]:
    """Ticks at the days of the points, where each has a day, and their labels have room."""
    days = sorted({one.point.date.earliest for one in given if one.point.date.earliest})
    if len(days) > _OWN_DAYS or any(one.point.date.kind != "day" for one in given):
        return []
    ticks = label_days(days, short=short)
    apart = (
        time.at(after.value) - time.at(before.value) - (text_width(before.label) + text_width(after.label)) / 2
        for before, after in pairwise(ticks)
    )
    inside = all(time.at(tick.value) - text_width(tick.label) / 2 >= 0 for tick in ticks) and all(
        time.at(tick.value) + text_width(tick.label) / 2 <= width for tick in ticks
    )
    return ticks if inside and all(room > 4 for room in apart) else []


def bounds(points: Iterable[Point]) -> tuple[int, int]:
    """The first day that points are known to be about, and the day after the last, by number."""
    days = [day.ordinal() for point in points for day in (point.date.earliest, point.date.latest) if day]
    return min(days), max(days) + 1


def _other_unit(book: Book, series: Series) -> tuple[str | None, float]:
    """The unit of the second scale, and what to multiply by: a scale converts without making any figure exact."""
    unit = book.chronology.settings.units.get(series.unit)
    return (unit.to, unit.factor) if unit and unit.to and unit.factor else (None, 0.0)


def _other_ticks(figures: Scale, factor: float, sheet: Sheet) -> list[Tick]:
    ticks = value_ticks(figures.first * factor, figures.last * factor, sheet.values)
    return [Tick(figures.at(tick.value / factor), tick.label) for tick in ticks]


def _symbol(book: Book, unit: str) -> str:
    known = book.chronology.settings.units.get(unit)
    return (known.symbol or known.many) if known else unit


# --- lines and labels


def _rows(book: Book, given: Sequence[Given], time: Scale, figures: Scale) -> list[Row]:
    """The lines through measured rows. Claims are never joined: each was counted in its own way, for its own day."""
    rows: dict[str, list[Given]] = {}
    for one in given:
        if one.point.claim is None and one.point.date.earliest and one.point.best is not None:
            rows.setdefault(one.counter.name, []).append(one)
    return [
        Row(
            row[0].counter,
            tuple(_place(one.point, time, figures) for one in row),
            max(filter(None, (_since(book, one.point) for one in row)), default=None),
        )
        for row in rows.values()
    ]


def _since(book: Book, point: Point) -> Day | None:
    known = book.chronology.known
    return known.since_claim(point.claim) if point.claim else known.since_day(point.said)


def _place(point: Point, time: Scale, figures: Scale) -> tuple[float, float]:
    day = point.date.earliest
    return time.at(day.ordinal() + 0.5 if day else time.first), figures.at(point.best or 0.0)


def _with_labels(book: Book, series: Series, marks: Sequence[Mark], ground: Ground, *, names: bool) -> Iterator[Mark]:
    wanted = _labelled(marks)
    forms = {number: _forms(book, series, marks[number], names=names) for number in wanted}
    labels = place([_wanted(marks[number], forms[number]) for number in wanted], ground)
    found = dict(zip(wanted, labels, strict=True))
    for number, mark in enumerate(marks):
        label = found.get(number)
        yield replace(
            mark,
            label=_rounded(label) if label else None,
            is_named=names and label is not None and label.form == 0,
            figure=_figure(book, series, mark.point),
            title=tooltip(book, mark.point),
            since=_since(book, mark.point),
        )


def _labelled(marks: Sequence[Mark]) -> list[int]:
    """The marks that are to have labels: all claims, but of a measured row only the first and the last reading."""
    rows: dict[str, list[int]] = {}
    for number, mark in enumerate(marks):
        if mark.point.claim is None:
            rows.setdefault(mark.counter.name, []).append(number)
    ends = {end for row in rows.values() for end in (row[0], row[-1])}
    crowded = len(marks) > _CROWD
    return [
        number
        for number, mark in enumerate(marks)
        if number in ends or mark.own or (mark.point.claim is not None and not crowded)
    ]


def _wanted(mark: Mark, forms: tuple[str, ...]) -> Wanted:
    return Wanted(mark.x, mark.y, mark.reach, forms, 3.0 if mark.own else 1.0)


def _forms(book: Book, series: Series, mark: Mark, *, names: bool) -> tuple[str, ...]:
    figure = _figure(book, series, mark.point)
    return (f"{figure} {mark.counter.name}", figure) if names else (figure,)


def _figure(book: Book, series: Series, point: Point) -> str:
    """The figure as it was given; its unit only where that is not the axis' own."""
    units = book.chronology.settings.units
    return quantity_words.stated(point.quantity, {} if point.quantity.unit in (None, series.unit) else units)


def _rounded(label: Label) -> Label:
    line = label.leader
    leader = line and replace(
        line, x1=round(line.x1, 1), y1=round(line.y1, 1), x2=round(line.x2, 1), y2=round(line.y2, 1)
    )
    return replace(label, x=round(label.x, 1), y=round(label.y, 1), leader=leader)
