"""The nearest right word."""

from __future__ import annotations

import pytest

from chronology.model.suggest import Suggestions, id_like, nearest, one_of


@pytest.mark.parametrize(
    "wrong, right",
    [("sumary", "summary"), ("Title", "title"), ("souces", "sources"), ("xyz", None), ("", None), ("a" * 5000, None)],
)
def test_nearest_field(wrong: str, right: str | None) -> None:
    assert nearest(wrong, ["title", "summary", "sources", "source"]) == right


@pytest.mark.timeout(20)  # comparing with every id takes minutes
def test_nearest_of_many_ids_is_found_fast() -> None:
    suggestions = Suggestions([*(f"event-{number}" for number in range(10_000)), "sudzha-retaken"])
    assert suggestions.nearest("sudja-retaken") == "sudzha-retaken"
    for _ in range(100):
        assert suggestions.nearest("sudzha-retakne") == "sudzha-retaken"


@pytest.mark.parametrize(
    "text, found",
    [("Sudzha retaken", "sudzha-retaken"), ("a_b--c", "a-b-c"), ("Судья", None), ("--", None), ("x" * 90, "x" * 80)],
)
def test_id_like(text: str, found: str | None) -> None:
    assert id_like(text) == found


def test_long_lists_are_cut() -> None:
    assert one_of(["a"]) == "write a"
    assert one_of("abc") == "write one of a, b, c"
    assert one_of(map(str, range(14))).endswith("10, 11 and 2 more")
