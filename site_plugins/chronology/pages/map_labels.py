"""Names beside marks: each where it covers neither a mark nor another name, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

WIDE = 0.56
"""The width of a letter of our sans, on the average, as a share of its size."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name is written; `anchor` is SVG's `text-anchor`."""

    x: str
    y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class _Taken:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Taken) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Labels:
    """The room for names on a drawing of some width and height, their size in the drawing's units."""

    def __init__(self, width: float, height: float, size: float) -> None:
        """Begin with a drawing on which nothing is written but its scale."""
        self._width, self._height, self._size = width, height, size
        self._taken = [_Taken(0, height - 32, width * 0.3, height)]

    def block(self, x: float, y: float, radius: float) -> None:
        """Keep names away from a mark."""
        self._taken.append(_Taken(x - radius, y - radius, x + radius, y + radius))

    def write(self, name: str, x: float, y: float) -> None:
        """Keep names away from one that is centred at a point."""
        half = len(name) * self._size * WIDE * 0.6
        self._taken.append(_Taken(x - half, y - self._size, x + half, y + self._size * 0.4))

    def place(self, name: str, x: float, y: float, radius: float) -> Label | None:
        """Return where to write a mark's name, or None where there is no room."""
        long, high = len(name) * self._size * WIDE, self._size
        beside = radius + high * 0.35
        for dx, dy, anchor in (
            (beside, high * 0.36, "start"),
            (-beside, high * 0.36, "end"),
            (0.0, -radius - high * 0.4, "middle"),
            (0.0, radius + high * 1.0, "middle"),
            (beside * 0.8, -radius * 0.8, "start"),
            (beside * 0.8, radius * 0.8 + high * 0.7, "start"),
            (-beside * 0.8, -radius * 0.8, "end"),
            (-beside * 0.8, radius * 0.8 + high * 0.7, "end"),
        ):
            left = x + dx - (0 if anchor == "start" else long if anchor == "end" else long / 2)
            box = _Taken(left, y + dy - high * 0.8, left + long, y + dy + high * 0.25)
            inside = box.left >= 2 and box.right <= self._width - 2 and box.top >= 2 and box.bottom <= self._height - 2
            if inside and not any(box.meets(other) for other in self._taken):
                self._taken.append(box)
                return Label(f"{x + dx:.1f}", f"{y + dy:.1f}", anchor)
        return None
