"""Corrections: what this chronology changed in its own records, and what publishers changed in theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from chronology.model import date_words
from chronology.model.chronology import EventView, SourceView
from chronology.model.corrections import Correction
from chronology.model.dates import Date
from chronology.pages import paging
from chronology.pages.book import Book
from chronology.pages.page import Page
from chronology.pages.typography import count

FEED = "feeds/corrections"
"""Where the feed of corrections lies, without the ending of its format: the page links to it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A correction with the event that it was made to."""

    event: EventView
    correction: Correction


@dataclass(frozen=True, slots=True)
class Group:
    """Corrections of one date, with what stands in the margin beside them."""

    margin: date_words.Margin
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources that their publishers corrected on one date; no margin where the date is not stated."""

    margin: date_words.Margin | None
    sources: tuple[SourceView, ...]


def corrections_pages(book: Book) -> Iterable[Page]:
    """Yield the pages of corrections: our own, newest first, then those of publishers."""
    rows = _rows(book)
    parts = paging.slices(rows)
    for number, part in enumerate(parts, start=1):
        name = paging.page_name("corrections", number)
        yield Page(
            name,
            "corrections",
            "Corrections" if number == 1 else f"Corrections, page {number}",
            f"{book.chronology.settings.title}: what was corrected, when and why.",
            partial(
                book.render,
                "corrections",
                name,
                total=count(len(rows), "correction"),
                groups=_by_day(part),
                publishers=_publishers(book) if number == 1 else [],
                feed=FEED,
                pages=paging.links("corrections", number, len(parts), book.here(name)),
            ),
            section="corrections",
            changed=book.site.newest(),
            records=f"{book.site.content}/events",
        )


def _rows(book: Book) -> list[Row]:
    events = book.chronology.events
    return [Row(events[correction.event], correction) for correction in book.chronology.corrections]


def _by_day(rows: Sequence[Row]) -> list[Group]:
    grouped = groupby(rows, key=lambda row: row.correction.change.date)
    return [Group(date_words.margin(date), tuple(members)) for date, members in grouped]


def _publishers(book: Book) -> list[SourceGroup]:
    corrected = [view for view in book.chronology.sources.values() if view.source.corrected]
    dated = [(date, view) for view in corrected if (date := _corrected(view))]
    dated.sort(key=lambda pair: pair[0].sort_key, reverse=True)
    groups = [
        SourceGroup(date_words.margin(date), tuple(view for _, view in members))
        for date, members in groupby(dated, key=lambda pair: pair[0])
    ]
    undated = tuple(view for view in corrected if _corrected(view) is None)
    return [*groups, SourceGroup(None, undated)] if undated else groups


def _corrected(view: SourceView) -> Date | None:
    return view.source.corrected.date if view.source.corrected else None
