"""Lines and rings cut at a box, and thinned out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.maps.clipping import area, clip_line, clip_polygons, clip_ring, is_inside, simplify
from chronology.maps.plane import Box, project, unproject

BOX = Box(0, 0, 10, 10)
SQUARE = [(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0), (-5.0, -5.0)]
numbers = st.floats(-50, 50, allow_nan=False)
points = st.tuples(numbers, numbers)


def test_a_ring_is_cut_at_the_box() -> None:
    assert area(clip_ring(SQUARE, BOX)) == 25
    assert clip_ring([(20.0, 20.0), (21.0, 20.0), (21.0, 21.0), (20.0, 20.0)], BOX) == []


def test_a_ring_around_the_box_fills_it() -> None:
    assert area(clip_ring([(-99.0, -99.0), (99.0, -99.0), (99.0, 99.0), (-99.0, 99.0), (-99.0, -99.0)], BOX)) == 100


def test_a_line_that_leaves_and_comes_back_is_two() -> None:
    line = [(-1.0, 5.0), (5.0, 5.0), (5.0, 20.0), (8.0, 20.0), (8.0, 5.0)]
    assert clip_line(line, BOX) == [[(0.0, 5.0), (5.0, 5.0), (5.0, 10.0)], [(8.0, 10.0), (8.0, 5.0)]]


@given(st.lists(points, min_size=3, max_size=12))
def test_what_is_clipped_lies_in_the_box(ring) -> None:
    for x, y in clip_ring([*ring, ring[0]], BOX):
        assert -1e-9 <= x <= 10 + 1e-9
        assert -1e-9 <= y <= 10 + 1e-9
    for line in clip_line(ring, BOX):
        assert all(-1e-9 <= x <= 10 + 1e-9 and -1e-9 <= y <= 10 + 1e-9 for x, y in line)


@given(st.lists(points, min_size=2, max_size=40), st.floats(0.01, 5))
def test_a_thinned_line_keeps_its_ends_and_stays_near(line, tolerance: float) -> None:
    thin = simplify(line, tolerance)
    assert thin[0] == line[0]
    assert thin[-1] == line[-1]
    assert len(thin) <= len(line)


def test_points_on_a_straight_line_are_left_out() -> None:
    assert simplify([(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (3.0, 2.0)], 0.01) == [(0.0, 0.0), (2.0, 0.0), (3.0, 2.0)]


def test_a_hole_is_not_inside() -> None:
    hole = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0)]
    assert is_inside((3, 3), [SQUARE, hole])
    assert not is_inside((0, 0), [SQUARE, hole])


def test_islands_too_small_to_see_are_left_out() -> None:
    island = [(1.0, 1.0), (1.1, 1.0), (1.1, 1.1), (1.0, 1.0)]
    assert list(clip_polygons([[SQUARE], [island]], BOX, 0.5)) == [[clip_ring(SQUARE, BOX)]]


@pytest.mark.parametrize("longitude, latitude", [(0, 0), (35.27, 51.19), (-180, -84), (180, 84)])
def test_the_plane_and_back(longitude: float, latitude: float) -> None:
    assert unproject(project(longitude, latitude)) == pytest.approx((longitude, latitude))


def test_a_kilometre_is_longer_in_the_north() -> None:
    (_, south), (_, north) = project(0, 50), project(0, 52)
    assert Box(0, south, 1, north).km == pytest.approx(70.1, abs=0.1)
