"""How dates are drawn."""

from __future__ import annotations

import pytest

from chronology.model.date_shapes import DateShape, Shape, shape_of
from chronology.model.dates import parse


@pytest.mark.parametrize(
    "text, shape, soft",
    [
        ("2025-03-13", Shape.DAY, 0),
        ("-0043-03-15", Shape.DAY, 0),
        ("[2025-03-13]", Shape.DAY, 0),
        ("2025-03-13~", Shape.SPAN, 3),
        ("2025-03-13?", Shape.SPAN, 3),
        ("2025-03-%13", Shape.SPAN, 3),
        ("2025-03", Shape.SPAN, 0),
        ("2025", Shape.SPAN, 0),
        ("2025-21", Shape.SPAN, 0),
        ("202X", Shape.SPAN, 0),
        ("2025-03-XX", Shape.SPAN, 0),
        ("Y-17000", Shape.SPAN, 0),
        ("[2025-03-11,2025-03-12]", Shape.SPAN, 0),
        ("[2025-03-11..2025-03-13]", Shape.SPAN, 0),
        ("[2025-03-11~,2025-03-13]", Shape.SPAN, 1),
        ("[..2025-03-13]", Shape.SPAN, 0),
        ("2025-03-11/2025-03-13", Shape.INTERVAL, 0),
        ("2025-03-11/2025-03-11", Shape.INTERVAL, 0),
        ("2025-03-11/2025-03-13~", Shape.INTERVAL, 2),
        ("2025-03~/2025-04", Shape.INTERVAL, 1),
        ("2024-08-06/..", Shape.INTERVAL, 0),
        ("../2025-03-16", Shape.INTERVAL, 0),
        ("2024-08-06/", Shape.INTERVAL, 2),
        ("/2025-03-16", Shape.INTERVAL, 1),
        ("/2025-03-16?", Shape.INTERVAL, 3),
    ],
)
def test_a_date_has_a_shape_and_soft_ends(text: str, shape: Shape, soft: int):
    drawn = shape_of(parse(text))
    assert (drawn.shape, drawn.soft) == (shape, soft)


def test_soft_ends_are_bits():
    assert [DateShape(Shape.SPAN, start, end).soft for start in (False, True) for end in (False, True)] == [0, 2, 1, 3]
