"""The counters of a series, each with a mark of its own: the same wherever the series is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from chronology.model.chronology import Point, SeriesView
from chronology.pages.book import Book
from chronology.pages.claimants import Claimant
from chronology.pages.figure_words import names_of, who

SHAPES = 6
"""Counters with a shape and a colour of their own; others have a letter."""


@dataclass(frozen=True, slots=True)
class Counter:
    """Who counted, and the mark of it: a shape and colour, 1 to 6, or a letter."""

    claimants: tuple[Claimant, ...]
    name: str
    number: int
    """0 for a letter."""
    letter: str
    measured: bool
    """Whether all of it is a measured row of readings."""


def find_counters(book: Book, view: SeriesView) -> dict[str, Counter]:
    """Return who counted, by name, first those with a shape.

    Shapes are for those who counted most; where there are more than six counters, for none that counted once: a shape
    that returns is worth learning, a letter is looked up.
    """
    points: dict[str, list[Point]] = {}
    for point in view.points:
        points.setdefault(who(book, point), []).append(point)
    ranked = sorted(points, key=lambda name: -len(points[name]))
    shaped = [name for name in ranked if len(ranked) <= SHAPES or len(points[name]) > 1][:SHAPES]
    lettered = [name for name in points if name not in shaped]
    numbered = [(name, number, "") for number, name in enumerate(shaped, start=1)]
    numbered += [(name, 0, _letter(number)) for number, name in enumerate(lettered)]
    return {name: _counter(book, name, points[name], number, letter) for name, number, letter in numbered}


def _counter(book: Book, name: str, points: Sequence[Point], number: int, letter: str) -> Counter:
    measured = all(point.claim is None for point in points)
    return Counter(names_of(book, points[0]), name, number, letter, measured)


def _letter(number: int) -> str:
    """A to z, then numbers: the twenty-seventh is `1`."""
    return ascii_lowercase[number] if number < len(ascii_lowercase) else str(number - len(ascii_lowercase) + 1)
