"""The points of a series: every figure that anyone gave, in the series' unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from chronology.model.claims import ClaimReader, ClaimView, State
from chronology.model.dates import Date
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.series import Reading, Readings, Series
from chronology.model.events import EventView, QuestionView


@dataclass(frozen=True, slots=True)
class Point:
    """One figure. `low`, `high` and `best` are in the series' unit."""

    date: Date
    """The time that it is about."""
    low: float
    """Minus infinity where there is no lower end."""
    high: float
    """Infinity where there is no upper end."""
    best: float | None
    """The figure as stated; None where only a range was given."""
    by: tuple[str, ...]
    """The actors who counted; empty where the sources speak for themselves."""
    said: Date | None
    quantity: Quantity
    """As given, in the unit in which it was given."""
    state: State
    sources: tuple[str, ...]
    claim: ClaimView | None = None
    """The claim that gives it; None for a reading of the series' own."""
    caution: str | None = None


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series, with its points by the time that they are about, then by who counted."""

    series: Series
    points: tuple[Point, ...]


def gather_series(
    series: Mapping[str, Series], events: Iterable[EventView], claims: ClaimReader
) -> dict[str, SeriesView]:
    """The points of each series, from the questions of all events and from its readings.

    A figure in a unit that does not convert to that of the series gives no point.
    """
    asked: dict[str, list[QuestionView]] = {}
    for view in events:
        for question in view.questions:
            if question.question.series:
                asked.setdefault(question.question.series, []).append(question)
    return {
        one: SeriesView(series[one], _sort_points((*_claimed(asked.get(one, ()), series[one], claims),
                                                   *_read(series[one], claims))))
        for one in sorted(series)
    }  # fmt: skip


def _sort_points(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple(sorted(points, key=lambda point: (point.date.sort_key, point.by, point.low, point.high)))


def _claimed(questions: Iterable[QuestionView], series: Series, claims: ClaimReader) -> Iterator[Point]:
    for view in (claim for question in questions for claim in question.claims):
        claim = view.claim
        if claim.quantity is not None and view.bounds is not None:
            best = claims.units.value_in(claim.quantity, series.unit)
            sources = tuple(dict.fromkeys(use.source for use in claim.sources))
            yield Point(
                view.as_of, *view.bounds, best, claim.by, view.said, claim.quantity, view.state, sources, claim=view
            )


def _read(series: Series, claims: ClaimReader) -> Iterator[Point]:
    for readings in series.readings:
        for row in readings.rows:
            point = _read_row(row, readings, series, claims)
            if point is not None:
                yield point


def _read_row(row: Reading, readings: Readings, series: Series, claims: ClaimReader) -> Point | None:
    given = row.quantity
    quantity = Quantity(given.value, given.low, given.high, given.comparator, given.unit or readings.unit)
    figures = claims.units.range_in(quantity, series.unit)
    if figures is None:
        return None
    best = claims.units.value_in(quantity, series.unit)
    said = row.said or (claims.published(readings.sources[0].source) if readings.sources else None)
    sources = tuple(dict.fromkeys(use.source for use in readings.sources))
    return Point(row.date, *figures.bounds, best, readings.by, said, quantity, "stands", sources,
                 caution=readings.caution)  # fmt: skip
