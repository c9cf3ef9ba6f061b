"""Figures of series: who counted what for when, drawn at build time.

A figure is drawn twice, for a wide and for a narrow screen, from the same points; the style sheet shows one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chronology.model.chronology import Point, QuestionView, SeriesView
from chronology.model.dates import Date
from chronology.model.days import Day
from chronology.pages.book import Book
from chronology.pages.figure_counters import Counter, find_counters
from chronology.pages.figure_drawing import Drawing, Sheet, bounds, draw
from chronology.pages.figure_marks import RADIUS, Given
from chronology.pages.figure_summary import summary
from chronology.pages.figure_words import caption, title, who

_LARGE = (
    Sheet("wide", 1040, 280, 540, 10, days=8, values=7, radius=RADIUS, second_scale=True),
    Sheet("narrow", 350, 250, 460, 9, days=4, values=7, radius=4.5, names=False),
)
_IN_TEXT = (
    Sheet("wide", 720, 250, 480, 9, days=6, values=6, radius=RADIUS, names=False),
    Sheet("narrow", 350, 250, 460, 9, days=4, values=7, radius=4.5, names=False),
)
_SMALL = (
    Sheet("wide", 720, 170, 340, 12, days=6, values=4, radius=RADIUS),
    Sheet("narrow", 350, 180, 340, 12, days=4, values=4, radius=5.0),
)
_WINDOW = 16
"""On an event's page the figure reaches to both sides by this part of the time that the whole series spans."""
_SHORTEST = 7
_NOT_JOINED = "Figures of different claimants are not joined: each counts in its own way, and for its own day."
_MOST = 24
"""Points on an event's page."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, and its words: what it is, where its counters agree and part, and how to read it."""

    id: str
    title: str
    summary: tuple[str, ...]
    caption: str
    key: tuple[Counter, ...]
    """The counters that it shows; empty where one alone counted."""
    drawings: tuple[Drawing, ...]
    is_small: bool

    @property
    def names_all(self) -> tuple[str, ...]:
        """The forms of those drawings whose labels say what the key says."""
        return tuple(drawing.form for drawing in self.drawings if drawing.names_all)


def has_figure(view: SeriesView) -> bool:
    """Tell whether the page of a series has a figure: one point alone is none."""
    return len(view.points) > 1


class Figures:
    """Draws the figures of one build, and remembers what those of one series share."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._counters: dict[str, dict[str, Counter]] = {}
        self._bounds: dict[str, tuple[int, int]] = {}

    def of_series(self, view: SeriesView, *, in_text: bool = False) -> Figure | None:
        """Return the figure of a series, or None where it has fewer than two points. A column of text is narrow."""
        if not has_figure(view):
            return None
        drawings = self._draw(view, view.points, (), _IN_TEXT if in_text else _LARGE)
        return Figure(
            id=f"figure-{view.series.id}",
            title=title(view, view.points),
            summary=summary(self.book, view),
            caption=_with_rule(caption(view.points, beside=_any_beside(drawings)), self._key(view, view.points)),
            key=self._key(view, view.points),
            drawings=drawings,
            is_small=in_text,
        )

    def of_question(self, view: QuestionView) -> Figure | None:
        """Return the figure of a question about a quantity: its points among their neighbours in the series.

        None where the question has no series, or gave no point, or no other point is near: one mark is no figure.
        """
        series = self.book.chronology.series.get(view.question.series or "")
        if series is None or not view.claims:
            return None
        event = view.claims[0].event
        own = [point for point in series.points if _is_of(point, event, view.question.id)]
        shown = self._near(series, own, self.book.event_date(event)) if own else []
        if len(shown) < 2:
            return None
        drawings = self._draw(series, shown, own, _SMALL)
        return Figure(
            id=f"figure-{view.question.id}",
            title=title(series, shown),
            summary=(),
            caption=caption(shown, own=len(own) if len(own) < len(shown) else 0, beside=_any_beside(drawings)),
            key=self._key(series, shown),
            drawings=drawings,
            is_small=True,
        )

    def _draw(
        self, view: SeriesView, points: Sequence[Point], own: Sequence[Point], sheets: Iterable[Sheet]
    ) -> tuple[Drawing, ...]:
        counters = self._counters_of(view)
        larger = own if len(own) < len(points) else ()
        given = [Given(point, counters[who(self.book, point)], point in larger) for point in points]
        return tuple(draw(self.book, view.series, given, sheet) for sheet in sheets)

    def _counters_of(self, view: SeriesView) -> Mapping[str, Counter]:
        if view.series.id not in self._counters:
            self._counters[view.series.id] = find_counters(self.book, view)
        return self._counters[view.series.id]

    def _key(self, view: SeriesView, points: Iterable[Point]) -> tuple[Counter, ...]:
        shown = {who(self.book, point) for point in points}
        counters = self._counters_of(view)
        return tuple(counter for name, counter in counters.items() if name in shown) if len(shown) > 1 else ()

    def _near(self, view: SeriesView, own: Sequence[Point], date: Date) -> list[Point]:
        """The event's own points, and others whose time is near those of its own that are about its own time, in order.

        An event may also tell of a figure for another year, to compare with: that brings no neighbours of that year.
        """
        if view.series.id not in self._bounds:
            self._bounds[view.series.id] = bounds(view.points)
        first, last = self._bounds[view.series.id]
        reach = max(_SHORTEST, (last - first) // _WINDOW)
        about_now = [point for point in own if point.date.possibly_within(*_widened(date.earliest, date.latest, reach))]
        start, end = bounds(about_now or own)
        window = _widened(Day.from_ordinal(start), Day.from_ordinal(end - 1), reach)
        others = [point for point in view.points if point not in own and point.date.possibly_within(*window)]
        nearest = sorted(others, key=lambda point: _distance(point, start, end))[: max(_MOST - len(own), 0)]
        return [point for point in view.points if point in own or point in nearest]


def _with_rule(caption: str, counters: Sequence[Counter]) -> str:
    return f"{caption} {_NOT_JOINED}".strip() if counters else caption


def _is_of(point: Point, event: str, question: str) -> bool:
    return point.claim is not None and (point.claim.event, point.claim.question) == (event, question)


def _any_beside(drawings: Iterable[Drawing]) -> bool:
    return any(mark.is_beside for drawing in drawings for mark in drawing.marks)


def _widened(first: Day | None, last: Day | None, days: int) -> tuple[Day | None, Day | None]:
    return (
        Day.from_ordinal(first.ordinal() - days) if first else None,
        Day.from_ordinal(last.ordinal() + days) if last else None,
    )


def _distance(point: Point, start: int, end: int) -> int:
    """How many days a point's time is from a time."""
    first, last = bounds([point])
    return max(first - end, start - last, 0)
