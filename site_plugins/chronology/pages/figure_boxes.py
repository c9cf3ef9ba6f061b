"""Rectangles, lines and the widths of words: what it takes to keep the parts of a figure off each other.

Plain geometry. Places are in a drawing's units, from its upper left corner.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

SIZE = 12
"""Of the letters, in a drawing's units; as figures.css sets it."""
_WIDTHS = (
    (" il.,'|!jI:;’", 0.33),
    ('frt()[]-/"', 0.42),
    ("1", 0.46),
    ("mw—", 0.92),
    ("MW%@", 1.04),
)
"""Of the letters of Inter, semi-bold, in parts of their size. Measured in a browser, with a little added."""
_WIDTH_OF = {character: width for characters, width in _WIDTHS for character in characters}


def text_width(text: str) -> float:
    """How wide a text is at most, in the site's sans family."""
    return SIZE * sum(map(_character_width, text))


def _character_width(character: str) -> float:
    if character in _WIDTH_OF:
        return _WIDTH_OF[character]
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if unicodedata.combining(character):
        return 0.0
    return 0.8 if character.isupper() or ord(character) > 0x2FF else 0.66


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: Box) -> bool:
        """Whether the other lies wholly inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    @classmethod
    def around(cls, x: float, y: float, reach: float) -> Box:
        """The square around a point."""
        return cls(x - reach, y - reach, x + reach, y + reach)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line between two points."""

    x1: float
    y1: float
    x2: float
    y2: float

    def enters(self, box: Box) -> bool:
        """Whether any of the line lies in the box (Liang and Barsky's clipping)."""
        if max(self.x1, self.x2) <= box.left or min(self.x1, self.x2) >= box.right:
            return False
        if max(self.y1, self.y2) <= box.top or min(self.y1, self.y2) >= box.bottom:
            return False
        enter, leave = 0.0, 1.0
        dx, dy = self.x2 - self.x1, self.y2 - self.y1
        for step, room in (
            (-dx, self.x1 - box.left), (dx, box.right - self.x1), (-dy, self.y1 - box.top), (dy, box.bottom - self.y1),
        ):  # fmt: skip
            if step < 0:
                enter = max(enter, room / step)
            elif step > 0:
                leave = min(leave, room / step)
        return enter < leave

    def crosses(self, other: Line) -> bool:
        """Whether the two cross."""
        apart = self._side(other.x1, other.y1) * self._side(other.x2, other.y2) < 0
        return apart and other._side(self.x1, self.y1) * other._side(self.x2, self.y2) < 0

    def _side(self, x: float, y: float) -> float:
        return (self.x2 - self.x1) * (y - self.y1) - (self.y2 - self.y1) * (x - self.x1)
