"""How a date is drawn on a line of time: as a mark, a span or a bar, and which of its ends are soft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from chronology.model.dates import Date


class Shape(IntEnum):
    """What a date looks like. The numbers stand in the explorer's data file."""

    DAY = 0
    """A certain day: a mark."""
    SPAN = 1
    """One moment or more, somewhere between the bounds: a month, a year, a set, anything that is doubted."""
    INTERVAL = 2
    """From the first bound to the last, all of it: a bar."""


@dataclass(frozen=True, slots=True)
class DateShape:
    """A shape with its bounds as ordinals (`Day.ordinal`). A bound is None where the date has none.

    `soft_start`, `soft_end`: the bound is doubted (`~`, `?`, `%`), or not known at all ('/2025-03-16'). An end that is
    open ('2024-08-06/..') is None and not soft: what began goes on.
    """

    shape: Shape
    first: int | None
    last: int | None
    soft_start: bool = False
    soft_end: bool = False

    @property
    def soft(self) -> int:
        """The soft ends as bits: 1 for the start, 2 for the end."""
        return self.soft_start + 2 * self.soft_end


def shape_of(date: Date) -> DateShape:
    """How a date is drawn."""
    return DateShape(
        _shape(date),
        date.earliest.ordinal() if date.earliest else None,
        date.latest.ordinal() if date.latest else None,
        date.soft_start or date.text.startswith("/"),
        date.soft_end or date.text.endswith("/"),
    )


def _shape(date: Date) -> Shape:
    if date.kind == "interval":
        return Shape.INTERVAL
    certain = not (date.approximate or date.uncertain)
    return Shape.DAY if certain and date.earliest == date.latest else Shape.SPAN
