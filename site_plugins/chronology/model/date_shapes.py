"""How a date is drawn on a line of time: as a mark, a span or a bar, and which of its ends are soft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from chronology.model.dates import Date


class Shape(IntEnum):
    """What a date looks like between its bounds. The numbers stand in the explorer's data file."""

    DAY = 0
    """A certain day: a mark."""
    SPAN = 1
    """Somewhere between the bounds: a month, a year, a set, anything that is doubted."""
    INTERVAL = 2
    """From the first bound to the last, all of it: a bar."""


@dataclass(frozen=True, slots=True)
class DateShape:
    """A shape and its soft ends: bounds that are doubted (`~`, `?`, `%`), or not known at all ('/2025-03-16').

    An open end ('2024-08-06/..') has no bound and is not soft: what began goes on.
    """

    shape: Shape
    soft_start: bool = False
    soft_end: bool = False

    @property
    def soft(self) -> int:
        """The soft ends as bits: 1 for the start, 2 for the end."""
        return self.soft_start + 2 * self.soft_end


def shape_of(date: Date) -> DateShape:
    """How a date is drawn. Its bounds as ordinals are in `EventFacets`."""
    if date.kind == "interval":
        start, end = date.soft_start or date.text[0] == "/", date.soft_end or date.text[-1] == "/"
        return DateShape(Shape.INTERVAL, start, end)
    if date.earliest == date.latest and not (date.approximate or date.uncertain):
        return _CERTAIN
    return DateShape(Shape.SPAN, date.soft_start, date.soft_end)


_CERTAIN = DateShape(Shape.DAY)
