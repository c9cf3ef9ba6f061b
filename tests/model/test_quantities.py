"""Quantities as ranges. New rules are new cases in cases/quantities.yml."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.model.entities.quantities import Quantity
from chronology.model.entities.settings import Unit
from chronology.model.quantities import Range, Units, read_range
from tests.model.build import UNITS, case_name, quantity, read_cases

CASES = read_cases("quantities.yml")
HECTARE = Unit("ha", "hectare", "hectares", to="km2", factor=0.01)

figures = st.decimals(-10_000, 10_000, allow_nan=False, places=1).map(lambda figure: format(figure, "f"))
quantities = st.builds(
    Quantity,
    value=figures,
    comparator=st.sampled_from([None, "about", "at-least", "at-most", "more-than", "less-than"]),
)


def stated(quantity: Quantity) -> Range:
    found = read_range(quantity)
    assert found is not None
    return found


@pytest.mark.parametrize("case", [case for case in CASES if "bounds" in case], ids=case_name)
def test_range_of_a_quantity(case):
    given = quantity(case["quantity"])
    found = Units({**UNITS, "ha": HECTARE}).range_in(given, case.get("in", given.unit))

    if found is None:
        assert case["bounds"] == "none"
    else:
        assert found.bounds == pytest.approx([float(bound) for bound in case["bounds"]])


@pytest.mark.parametrize("case", [case for case in CASES if "meets" in case], ids=case_name)
def test_ranges_meet(case):
    one, other = stated(quantity(case["quantity"])), stated(quantity(case["other"]))

    assert one.meets(other) == other.meets(one) == (case["meets"] == "yes")


def test_quantity_without_a_figure_has_no_range():
    assert read_range(Quantity()) is None


def test_written_factor_wins_over_the_inverse_of_the_other():
    units = Units({"a": Unit("a", "a", "a", to="b", factor=2), "b": Unit("b", "b", "b", to="a", factor=0.4)})

    assert [units.factor("a", "b"), units.factor("b", "a")] == [Decimal(2), Decimal("0.4")]


def test_value_is_converted_without_its_range():
    units = Units(UNITS)

    assert units.value_in(Quantity("30", unit="mi2", comparator="about"), "km2") == pytest.approx(77.69964)
    assert units.value_in(Quantity(low="30", high="40", unit="mi2"), "km2") is None
    assert units.value_in(Quantity("30", unit="people"), "km2") is None


@given(quantities, quantities)
def test_meeting_is_mutual(one, other):
    assert stated(one).meets(stated(other)) == stated(other).meets(stated(one))


@given(quantities)
def test_every_range_meets_itself(one):
    assert stated(one).meets(stated(one))


@given(quantities, st.sampled_from(["km2", "mi2"]))
def test_conversion_keeps_the_ends_in_order(one, target):
    found = Units(UNITS).range_in(Quantity(one.value, comparator=one.comparator, unit="km2"), target)

    assert found is not None
    assert found.low < found.high
