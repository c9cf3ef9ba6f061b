"""The page of a series: every counter's figures, each for its own day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from chronology.model.chronology import Point, SeriesView
from chronology.model.dates import Date
from chronology.pages.book import Book
from chronology.pages.claimants import Claimant
from chronology.pages.figures import Figures
from chronology.pages.known import known_series
from chronology.pages.page import Page
from chronology.pages.record_pages import Part, Subject, listed
from chronology.pages.typography import count, listing, sentence, typeset


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a series."""

    date: Date
    claimants: tuple[Claimant, ...]
    said: Date | None
    stated: str
    converted: str | None
    state: str
    says: str | None
    event: str | None
    anchor: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A long measured row of one counter, kept apart with its caution."""

    title: str
    caution: str | None
    sources: tuple[str, ...]
    rows: tuple[Row, ...]


def series_pages(book: Book) -> Iterable[Page]:
    """Yield the page of every series."""
    figures = Figures(book)
    for view in book.chronology.series.values():
        series = view.series
        rows = [_row(book, point) for point in view.points if point.claim is not None]
        description = f"{sentence(series.summary or series.counts)} {count(len(view.points), 'figure')}."
        yield from listed(
            book, Subject("series", series, series.title, description), rows, partial(_series, book, figures, view)
        )


def _series(book: Book, figures: Figures, view: SeriesView, part: Part, rows: Sequence[Row]) -> str:
    return book.render(
        "series",
        part.name,
        view=view,
        figure=figures.of_series(view) if part.number == 1 else None,
        rows=rows,
        known=known_series(book, view.points),
        counters=len({who.id for row in rows for who in row.claimants}),
        measured=_measured(book, view) if part.number == 1 else [],
        readings=sum(point.claim is None for point in view.points),
        pages=part.pages,
    )


def _row(book: Book, point: Point) -> Row:
    view = point.claim
    claim = view.claim if view else None
    claimants = (
        book.claimants(claim)
        if claim
        else tuple(Claimant("actor", actor, book.titles["actor"][actor]) for actor in point.by)
    )
    return Row(
        date=point.date,
        claimants=claimants,
        said=point.said,
        stated=book.stated(point.quantity),
        converted=book.converted(point.quantity),
        state=point.state,
        says=claim.says if claim else None,
        event=view.event if view else None,
        anchor=view.anchor if view else None,
        sources=point.sources,
    )


def _measured(book: Book, view: SeriesView) -> list[Measured]:
    grouped: dict[tuple[tuple[str, ...], str | None], list[Point]] = {}
    for point in view.points:
        if point.claim is None:
            grouped.setdefault((point.by, point.caution), []).append(point)
    return [
        Measured(
            title=typeset(listing([book.titles["actor"][actor] for actor in by])),
            caution=caution,
            sources=tuple(dict.fromkeys(source for point in points for source in point.sources)),
            rows=tuple(_row(book, point) for point in points),
        )
        for (by, caution), points in grouped.items()
    ]
