"""Where counters agree and part: the cases, and what no order of the records may change."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chronology.model.convergence import Moment, counter_of, find_moments, find_turns
from chronology.model.quantities import Range, Units
from tests.model.build import UNITS, Short, case_name, chronology, read_cases

CASES = read_cases("convergence.yml")
KNOWN = Units(UNITS)


def moments(figures: list[Short]) -> tuple[Moment, ...]:
    claims = [{"unit": "km2", "sources": ["s"], **one} for one in figures]
    events = {f"e{number}": {"questions": [{"series": "area", "claims": [one]}]} for number, one in enumerate(claims)}
    return find_moments(chronology(events, series={"area": {"unit": "km2"}}).series["area"], KNOWN)


def range_of(point) -> Range:
    figures = KNOWN.range_in(point.quantity, "km2")
    assert figures is not None
    return figures


def names(points) -> list[str]:
    return [" ".join(counter_of(point)) for point in points]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_case(case):
    found = moments(case["figures"])

    assert [[names(group) for group in one.agreeing] for one in found] == [one["agree"] for one in case["moments"]]
    parted = [names((one.parting.low, one.parting.high)) if one.parting else None for one in found]
    assert parted == [one.get("part") for one in case["moments"]]
    assert [turn.kind for turn in find_turns(found, KNOWN, "km2")] == case.get("turns", [])


FIGURES = some.lists(
    some.fixed_dictionaries(
        {
            "by": some.sampled_from([["a"], ["b"], ["c"]]),
            "value": some.integers(0, 400).map(str),
            "comparator": some.sampled_from([None, "about", "at-least", "less-than"]),
            "as_of": some.sampled_from(["2025-03-12", "2025-03-13", "2025-03", "2025-03-12/2025-03-14"]),
        }
    ),
    max_size=7,
)


@given(FIGURES)
def test_who_agrees_meets_and_who_parts_does_not(figures):
    for moment in moments(figures):
        for group in moment.agreeing:
            assert all(range_of(one).meets(range_of(other)) for one, other in combinations(group, 2))
        if moment.parting:
            assert not range_of(moment.parting.low).meets(range_of(moment.parting.high))
            assert moment.parting.gap >= 0
        assert all(one.date.overlaps(other.date) for one, other in combinations(moment.points, 2))


@given(FIGURES, some.randoms(use_true_random=False))
def test_order_of_records_does_not_matter(figures, random):
    def said(found):
        return [
            (sorted(map(sorted, map(names, one.agreeing))), one.parting and one.parting.gap, sorted(names(one.points)))
            for one in found
        ]

    mixed = random.sample(figures, len(figures))
    assert sorted(said(moments(figures)), key=str) == sorted(said(moments(mixed)), key=str)
