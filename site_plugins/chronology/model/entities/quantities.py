"""A counted or measured figure, as it was given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted or measured answer, in the unit in which it was given.

    `value` is the figure as stated; `low` and `high` bound it where a range was given. `comparator` is one of
    `about`, `at-least`, `at-most`, `more-than`, `less-than`, or None for a figure as stated. Figures keep the text
    in which they were written, because its last digit tells how exact they are.
    """

    value: str | None = None
    low: str | None = None
    high: str | None = None
    comparator: str | None = None
    unit: str | None = None
