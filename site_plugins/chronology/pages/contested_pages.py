"""Contested questions, and those that are settled or open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from chronology.model import date_words
from chronology.model.chronology import EventView, QuestionView
from chronology.model.standing import Standing
from chronology.pages import paging
from chronology.pages.book import Book
from chronology.pages.page import Page
from chronology.pages.typography import count


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


def contested_pages(book: Book) -> Iterable[Page]:
    """Yield the pages of contested questions; the first also shows those that are settled or open."""
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
            changed=book.site.newest(),
            records=f"{book.site.content}/events",
        )


def _rows(book: Book, standing: Standing) -> list[Row]:
    return [
        Row(view, question)
        for view in book.chronology.events.values()
        for question in view.questions
        if question.standing is standing and view.event.retracted is None
    ]


def _by_day(rows: Iterable[Row]) -> list[Group]:
    grouped = groupby(rows, key=lambda row: row.event.event.date)
    return [Group(date_words.margin(date), tuple(members)) for date, members in grouped]
