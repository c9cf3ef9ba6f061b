"""Where the counters of a series agree and part, in a few sentences that name who said what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from chronology.model import date_words, quantity_words
from chronology.model.chronology import Point, SeriesView
from chronology.model.convergence import Moment, Parting, Turn, counter_of, find_moments, find_turns
from chronology.model.dates import Date
from chronology.model.quantities import Units
from chronology.pages.book import Book
from chronology.pages.figure_words import who
from chronology.pages.typography import listing, typeset

_MOST = 4
"""Sentences: a figure is looked at, not read."""


def summary(book: Book, view: SeriesView) -> tuple[str, ...]:
    """Return where the counters of a series agree and part: at most four sentences, each with who said what."""
    if len({counter_of(point) for point in view.points if point.state == "stands"}) < 2:
        return ()
    units = Units(book.chronology.settings.units)
    moments = find_moments(view, units)
    if not moments:
        return (
            "No two claimants speak of the same time, so none of these figures bears another out or contradicts it.",
        )
    writer = _Writer(book, view)
    sentences = [*writer.partings(moments), *writer.turns(find_turns(moments, units, view.series.unit))]
    return tuple(sentences[:_MOST])


class _Writer:
    """Writes the sentences of one series."""

    def __init__(self, book: Book, view: SeriesView) -> None:
        self.book = book
        self.view = view

    def partings(self, moments: Sequence[Moment]) -> Iterator[str]:
        """Return the widest parting, who agrees at that time, other partings in order of time, and other agreement."""
        apart = [parting for parting in (moment.parting for moment in moments) if parting]
        widest = max(apart, key=lambda parting: parting.gap, default=None)
        there = [moment for moment in moments if widest and moment.parting is widest]
        if widest:
            yield self._widest(widest, alone=len(apart) == 1)
            yield from self._agreement(there, there=True)
        others = sorted((one for one in apart if one is not widest), key=_share, reverse=True)[:2]
        for parting in sorted(others, key=lambda one: one.high.date.sort_key):
            yield self._parting(parting)
        yield from self._agreement([moment for moment in moments if moment not in there])

    def _widest(self, parting: Parting, *, alone: bool) -> str:
        low, high = parting.low, parting.high
        lead = "The claimants part" if alone else "The figures are furthest apart"
        if low.date.text == high.date.text:
            return f"{lead} {_when(low.date)}: {self._gives(low)}, {self._name(high)} {self._figure(high)}."
        return f"{lead} where {self._both(parting)}."

    def _parting(self, parting: Parting) -> str:
        low, high = parting.low, parting.high
        if low.date.text == high.date.text:
            return f"{_capital(_when(low.date))}, {self._gives(low)}, {self._name(high)} {self._figure(high)}."
        return f"{_capital(self._both(parting))}."

    def _both(self, parting: Parting) -> str:
        low, high = parting.low, parting.high
        return f"{self._gives(low)} {_when(low.date)}, and {self._name(high)} {self._figure(high)} {_when(high.date)}"

    def _agreement(self, moments: Sequence[Moment], *, there: bool = False) -> Iterator[str]:
        """Return who agrees: one group or two. there: at the time that the sentence before it speaks of."""
        groups = [group for moment in moments for group in _disjoint(moment.agreeing)][:2]
        if not groups:
            return
        first, *others = groups
        when = "For the same time" if there else _capital(_when(first[0].date))
        sentence = f"{when}, {self._group(first)} agree within their margins"
        for other in others:
            sentence += f"; so do {self._group(other)}{'' if there else f' {_when(other[0].date)}'}"
        yield f"{sentence}."

    def turns(self, turns: Sequence[Turn]) -> Iterator[str]:
        """Return how two counters come together, or part, over time."""
        for turn in turns[:1]:
            one, other = turn.after
            names = f"{self._name(one)} and {self._name(other)}"
            before, after = _when(turn.before[0].date), _when(one.date)
            if turn.kind == "converge":
                yield f"{names}, who differ {before}, agree {after}."
            else:
                yield f"{names}, who agree {before}, differ {after}."

    def _group(self, group: Sequence[Point]) -> str:
        chosen = {counter_of(point): point for point in group}
        return listing([f"{self._name(point)} ({self._figure(point)})" for point in chosen.values()])

    def _gives(self, point: Point) -> str:
        return f"{self._name(point)} gives {self._figure(point)}"

    def _figure(self, point: Point) -> str:
        """The figure in its source's unit, with that of the series where it is another: else none could be compared."""
        units = self.book.chronology.settings.units
        stated = _kept_together(quantity_words.stated(point.quantity, units))
        other = _kept_together(quantity_words.converted(point.quantity, units) or "")
        return stated if point.quantity.unit in (None, self.view.series.unit) or not other else f"{stated} or {other}"

    def _name(self, point: Point) -> str:
        return typeset(who(self.book, point))


def _disjoint(groups: Iterable[tuple[Point, ...]]) -> Iterator[tuple[Point, ...]]:
    """Groups of which no two share a point: to agree does not carry over from neighbour to neighbour."""
    seen: set[int] = set()
    for group in groups:
        if not seen & {id(point) for point in group}:
            seen |= {id(point) for point in group}
            yield group


def _share(parting: Parting) -> float:
    """How much of the higher figure is in dispute: 1 where the other counter saw nothing at all."""
    high = parting.high.low
    return parting.gap / high if high > 0 else parting.gap


def _when(date: Date) -> str:
    """`on 13 March 2025`, `for August 2024`."""
    words = date_words.in_words(date)
    return f"{'on' if date.kind == 'day' and not date.approximate else 'for'} {words}"


def _kept_together(text: str) -> str:
    """The text with its unit on the line of its figure."""
    return "\N{NO-BREAK SPACE}".join(text.rsplit(" ", 1))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
