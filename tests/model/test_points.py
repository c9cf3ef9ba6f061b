from __future__ import annotations

import pytest

from tests.model.build import chronology, date

AREA = {
    "unit": "km2",
    "readings": [
        {
            "by": ["isw"],
            "sources": ["isw-layers"],
            "unit": "mi2",
            "caution": "Derived from map layers.",
            "rows": [("2025-03-15", "100"), ("2025-03-12", "120")],
        }
    ],
}


def points(*claims, readings=True):
    events = {"it": {"questions": [{"series": "area", "claims": [{"sources": ["s"], **one} for one in claims]}]}}
    series = AREA if readings else {"unit": "km2"}
    published = {"isw-layers": {"published": "2025-03-20"}}
    return chronology(events, series={"area": series}, sources=published).series["area"].points


def test_points_are_in_the_unit_of_the_series_and_keep_what_was_given():
    (point,) = points({"value": "30", "unit": "mi2", "comparator": "about", "by": ["paroinen"]}, readings=False)

    assert (point.low, point.best, point.high) == pytest.approx((69.929676, 77.69964, 85.469604))
    assert (point.quantity.value, point.quantity.unit) == ("30", "mi2")
    assert (point.by, point.sources, point.state) == (("paroinen",), ("s",), "stands")
    assert point.claim is not None
    assert point.claim.claim.number == 1


def test_range_has_no_best_figure():
    (point,) = points({"low": "60", "high": "80", "unit": "km2"}, readings=False)

    assert (point.low, point.best, point.high) == (60, None, 80)


def test_points_are_in_order_of_what_they_are_about_then_of_who_counted():
    claims = [{"value": "30", "by": by, "as_of": day} for by, day in [(["b"], "2025-03-15"), (["a"], "2025-03-15")]]

    found = [(point.date.text, point.by) for point in points(*claims)]

    assert found == [
        ("2025-03-12", ("isw",)),
        ("2025-03-15", ("a",)),
        ("2025-03-15", ("b",)),
        ("2025-03-15", ("isw",)),
    ]


def test_readings_carry_their_caution_and_the_publication_of_their_source():
    point = points()[0]

    assert (point.claim, point.caution) == (None, "Derived from map layers.")
    assert (point.said, point.sources) == (date("2025-03-20"), ("isw-layers",))
    assert (point.low, point.high) == pytest.approx((119.5 * 2.589988, 120.5 * 2.589988))


def test_revised_figures_stay_and_say_so():
    told = [{"value": value, "by": ["ap"], "said": day} for value, day in [("12", "2025-03-13"), ("10", "2025-03-14")]]

    assert [(point.best, point.state) for point in points(*told, readings=False)] == [(10, "stands"), (12, "revised")]


def test_figure_in_a_unit_that_does_not_convert_gives_no_point():
    assert points({"value": "30", "unit": "people"}, {"says": "Unknown."}, readings=False) == ()
