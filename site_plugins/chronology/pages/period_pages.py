"""The pages of years and months."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from chronology.model.chronology import EventView, Period
from chronology.pages import paging
from chronology.pages.addresses import Here, month_name
from chronology.pages.book import Book
from chronology.pages.days import days, period_title, sections
from chronology.pages.page import Page
from chronology.pages.typography import count


@dataclass(frozen=True, slots=True)
class PeriodLink:
    """A link to a year or a month."""

    title: str
    href: str


def period_pages(book: Book) -> Iterable[Page]:
    """Yield the pages of every year and of every month that has events."""
    chronology = book.chronology
    for periods in (list(chronology.years.values()), list(chronology.months.values())):
        for index, period in enumerate(periods):
            before = periods[index - 1] if index else None
            after = periods[index + 1] if index + 1 < len(periods) else None
            yield from _pages(book, Around(period, before, after))


@dataclass(frozen=True, slots=True)
class Around:
    """A period with the one before and the one after."""

    period: Period
    before: Period | None
    after: Period | None


def _pages(book: Book, around: Around) -> Iterable[Page]:
    period = around.period
    base = month_name(period.year, period.month)
    title = period_title(period.year, period.month)
    events = [book.chronology.events[event] for event in period.events]
    parts = paging.slices(events)
    for number, part in enumerate(parts, start=1):
        name = paging.page_name(base, number)
        pages = paging.links(base, number, len(parts), book.here(name))
        yield Page(
            name=name,
            kind="month" if period.month else "year",
            title=title if number == 1 else f"{title}, page {number}",
            description=f"{book.chronology.settings.title}: {count(len(events), 'event')} in {title}.",
            render=partial(_body, book, name, around, part, pages),
            section="index",
            changed=book.site.newest(view.event.where.path for view in events),
            records=f"{book.site.content}/events",
        )


def _body(
    book: Book, name: str, around: Around, events: Sequence[EventView], pages: tuple[paging.PageLink, ...]
) -> str:
    here = book.here(name)
    period = around.period
    year = PeriodLink(period_title(period.year, None), here.to(month_name(period.year, None)))
    return book.render(
        "period",
        name,
        heading=period_title(period.year, period.month),
        lead=_lead(period),
        up=year if period.month else None,
        days=days(events) if period.month else (),
        sections=() if period.month else sections(events, here),
        months=() if period.month else _months(book, here, period.year),
        ending=[book.chronology.events[event] for event in period.ending],
        before=_link(here, around.before),
        after=_link(here, around.after),
        pages=pages,
    )


def _lead(period: Period) -> str:
    listed = f"{count(len(period.events), 'event')} that began in this {'month' if period.month else 'year'}"
    ending = f", and {count(len(period.ending), 'earlier one')} that ended in it" if period.ending else ""
    return f"{listed}{ending}."


def _months(book: Book, here: Here, year: int) -> list[PeriodLink]:
    return [
        PeriodLink(period_title(*key), here.to(month_name(*key))) for key in book.chronology.months if key[0] == year
    ]


def _link(here: Here, period: Period | None) -> PeriodLink | None:
    if period is None:
        return None
    return PeriodLink(period_title(period.year, period.month), here.to(month_name(period.year, period.month)))
