"""Contested questions, and corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from chronology.model import date_words
from chronology.model.chronology import EventView, QuestionView
from chronology.model.dates import Date
from chronology.model.standing import Standing
from chronology.pages import paging
from chronology.pages.book import Book
from chronology.pages.page import Page
from chronology.pages.typography import count
from chronology.pages.words import CHANGES


@dataclass(frozen=True, slots=True)
class Row:
    """A question with the event that it is about."""

    event: EventView
    question: QuestionView


@dataclass(frozen=True, slots=True)
class Group:
    """Questions about events of one date, with what stands in the margin beside them."""

    margin: date_words.Margin
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to one of our own records."""

    event: EventView
    date: Date
    kind: str
    reason: str


def register_pages(book: Book) -> Iterable[Page]:
    """Yield the page of contested questions and the page of corrections."""
    yield from _contested(book)
    yield Page(
        "corrections",
        "corrections",
        "Corrections",
        f"{book.chronology.settings.title}: what was corrected, when and why.",
        lambda: _corrections(book),
        section="corrections",
    )


def _contested(book: Book) -> Iterable[Page]:
    rows = {standing: _rows(book, standing) for standing in (Standing.CONTESTED, Standing.SETTLED, Standing.OPEN)}
    parts = paging.slices(rows[Standing.CONTESTED])
    for number, part in enumerate(parts, start=1):
        name = paging.page_name("contested", number)
        yield Page(
            name,
            "contested",
            "Contested questions" if number == 1 else f"Contested questions, page {number}",
            f"{book.chronology.settings.title}: {count(len(rows[Standing.CONTESTED]), 'contested question')}.",
            partial(
                book.render,
                "contested",
                name,
                total=len(rows[Standing.CONTESTED]),
                contested=_by_day(part),
                settled=_by_day(rows[Standing.SETTLED][: paging.PAGE_LENGTH]) if number == 1 else [],
                open=_by_day(rows[Standing.OPEN][: paging.PAGE_LENGTH]) if number == 1 else [],
                pages=paging.links("contested", number, len(parts), book.here(name)),
            ),
            section="contested",
        )


def _rows(book: Book, standing: Standing) -> list[Row]:
    return [
        Row(view, question)
        for view in book.chronology.events.values()
        for question in view.questions
        if question.standing is standing
    ]


def _by_day(rows: Iterable[Row]) -> list[Group]:
    grouped = groupby(rows, key=lambda row: row.event.event.date)
    return [Group(date_words.margin(date), tuple(members)) for date, members in grouped]


def _corrections(book: Book) -> str:
    rows = [
        Correction(book.chronology.events[event], change.date, CHANGES[change.kind], change.reason)
        for event, change in book.chronology.changes
    ]
    sources = [view for view in book.chronology.sources.values() if view.source.corrected]
    return book.render("corrections", "corrections", rows=rows, sources=sources)
