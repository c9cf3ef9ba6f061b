"""The words of a figure: its title, its points one by one, and how to read its marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import isfinite

from chronology.model import date_words, dates, quantity_words
from chronology.model.chronology import Point, SeriesView
from chronology.model.convergence import counter_of
from chronology.model.dates import Date
from chronology.pages.book import Book
from chronology.pages.claimants import Claimant
from chronology.pages.typography import count, listing, typeset


def names_of(book: Book, point: Point) -> tuple[Claimant, ...]:
    """Who counted a point, in words and links."""
    if point.claim is not None:
        return book.claimants(point.claim.claim)
    return tuple(Claimant("actor", actor, book.titles["actor"][actor]) for actor in point.by)


def who(book: Book, point: Point) -> str:
    """Who counted a point, as a name."""
    return listing([claimant.name for claimant in names_of(book, point)])


def title(view: SeriesView, points: Sequence[Point]) -> str:
    """Return what the figure shows, for those who do not see it."""
    claims = [point for point in points if point.claim is not None]
    counters = len({counter_of(point) for point in claims})
    said = f"{count(len(claims), 'claim')} by {count(counters, 'claimant')}" if claims else ""
    read = count(len(points) - len(claims), "reading") if len(points) > len(claims) else ""
    return f"{typeset(view.series.title)}: {listing([part for part in (said, read) if part])}, {_period(points)}"


def tooltip(book: Book, point: Point) -> str:
    """Return one point in words: `DeepState, 13 March 2025: 140 km² (54 mi²)`."""
    figure = quantity_words.in_words(point.quantity, book.chronology.settings.units)
    state = "" if point.state == "stands" else f", {point.state}"
    return f"{typeset(who(book, point))}, {date_words.in_words(point.date)}: {figure}{state}"


def _period(points: Iterable[Point]) -> str:
    ends = [day for point in points for day in (point.date.earliest, point.date.latest) if day]
    first, last = min(ends), max(ends)
    whole = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return date_words.in_words(dates.parse(whole))


# --- how to read it


def caption(points: Sequence[Point], own: int = 0, *, beside: bool = False) -> str:
    """Return how to read the marks, only for those that occur.

    own: how many of the points are the event's own, where there are others too. beside: whether some stand beside
    their time.
    """
    sentences = [f"{'The larger mark is' if own == 1 else 'The larger marks are'} of this event"] if own else []
    if notes := "; ".join(_notes(points)):
        sentences.append(f"{notes[0].upper()}{notes[1:]}")
    if beside:
        sentences.append("Marks that would cover each other stand side by side")
    return " ".join(f"{sentence}." for sentence in sentences)


def _notes(points: Sequence[Point]) -> Iterator[str]:
    given = [point.quantity for point in points]
    if any(quantity.low and quantity.high for quantity in given):
        yield "a bar is a range"
    if about := [quantity for quantity in given if quantity.comparator == "about"]:
        bare = any(quantity.low is None or quantity.high is None for quantity in about)
        yield f"soft ends mean “about”{', drawn as ten per cent either way' if bare else ''}"
    if open_ended := list(dict.fromkeys(_open_end(point) for point in points if _is_open(point))):
        yield f"an arrow means {listing([f'“{words}”' for words in open_ended], 'or')}"
    if any(_lasts(point.date) for point in points):
        yield "a line across is the time that a figure is for"
    states = [state for state in ("revised", "withdrawn") if any(point.state == state for point in points)]
    if states:
        yield f"hollow and struck through is what was {' or '.join(states)}"
    if any(point.claim is None for point in points):
        yield "the stepped line joins the readings of one row"


def _is_open(point: Point) -> bool:
    return not (isfinite(point.low) and isfinite(point.high))


def _open_end(point: Point) -> str:
    given = point.quantity.comparator or ("at-least" if isfinite(point.low) else "at-most")
    return quantity_words.QUALIFIERS[given].strip()


def _lasts(date: Date) -> bool:
    return date.kind != "day" or date.soft_start
