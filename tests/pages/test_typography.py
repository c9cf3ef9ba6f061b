from __future__ import annotations

import pytest

from chronology.pages.typography import count, listing, sentence, typeset


@pytest.mark.parametrize(
    "typed,shown",
    [
        ('It is "out"', "It is “out”"),
        ("Russia's 'sliver'", "Russia’s ‘sliver’"),
        ('"a" and "b"', "“a” and “b”"),
        ("the soldiers' word", "the soldiers’ word"),
        ("plain", "plain"),
    ],
)
def test_quotation_marks_are_set(typed: str, shown: str) -> None:
    assert typeset(typed) == shown


def test_a_sentence_ends_once() -> None:
    assert [sentence(text) for text in ("Said", "Said.", "“Said.”", "Really?")] == [
        "Said.",
        "Said.",
        "“Said.”",
        "Really?",
    ]


def test_lists_and_counts_read_as_english() -> None:
    assert [listing(list(letters)) for letters in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    assert [count(number, "report") for number in (0, 1, 1294)] == ["0 reports", "1 report", "1,294 reports"]
    assert count(2, "entry", "entries") == "2 entries"
