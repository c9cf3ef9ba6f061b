"""Labels are beside their marks, never on each other, never on a mark, never outside."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from chronology.pages.figure_boxes import Box, Line, text_width
from chronology.pages.figure_labels import Ground, Label, Wanted, place

SHEET = Box(40, 0, 640, 300)
REACH = 7.0


def placed(points: list[tuple[float, float]], *texts: str, thin: tuple[Box, ...] = ()) -> list[Label | None]:
    wanted = [Wanted(x, y, REACH, texts or ("140 DeepState", "140")) for x, y in points]
    return place(wanted, Ground(SHEET, [Box.around(x, y, REACH) for x, y in points], thin))


def test_a_label_stands_to_the_right_of_its_mark() -> None:
    (label,) = placed([(100, 100)])
    assert label is not None
    assert (label.x, label.ends_at_x, label.leader, label.form) == (110, False, None, 0)


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    (label,) = placed([(630, 100)])
    assert label is not None
    assert (label.x, label.ends_at_x) == (620, True)


def test_it_stands_above_the_line_that_goes_through_its_mark() -> None:
    (label,) = placed([(300, 100)], thin=(Box(200, 98.5, 400, 101.5),))
    assert label is not None
    assert label.box.bottom < 98.5
    assert label.leader is None


def test_where_there_is_no_room_it_has_a_line_to_its_mark() -> None:
    crowd = [(300.0 + 16 * column, 100.0 + 16 * row) for column in range(3) for row in range(3)]
    labels = placed(crowd)
    middle = labels[4]
    assert middle is None or middle.leader is not None
    assert sum(label is not None for label in labels) >= 8


def test_a_long_label_gives_way_to_its_short_form() -> None:
    (label,) = placed([(100, 100)], "9" * 200, "9")
    assert label is not None
    assert label.form == 1


def test_a_line_enters_a_box() -> None:
    box = Box(10, 10, 20, 20)
    assert Line(0, 0, 30, 30).enters(box)
    assert not Line(0, 0, 9, 30).enters(box)
    assert not Line(0, 10, 30, 10).enters(box)
    assert Line(15, 12, 15, 13).enters(box)


def test_wide_letters_are_wide() -> None:
    assert text_width("illi") < text_width("1914") < text_width("Wehr") < text_width("北京市の")


MARKS = some.lists(
    some.tuples(some.integers(5, 60).map(lambda x: x * 10.0), some.integers(2, 28).map(lambda y: y * 10.0)),
    max_size=25,
    unique=True,
)


@given(MARKS)
def test_no_label_lies_on_another_on_a_mark_or_outside(points: list[tuple[float, float]]) -> None:
    labels = [label for label in placed(points) if label]
    marks = [Box.around(x, y, REACH) for x, y in points]
    for label in labels:
        assert SHEET.holds(label.box)
        assert not any(label.box.meets(mark) for mark in marks)
    for one, other in combinations(labels, 2):
        assert not one.box.meets(other.box)
        assert not (one.leader and one.leader.enters(other.box))
        assert not (one.leader and other.leader and one.leader.crosses(other.leader))
