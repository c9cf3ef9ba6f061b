"""How well sources are kept, in sentences."""

from __future__ import annotations

import pytest

from chronology.model.survival import Coverage, Outcome
from chronology.model.survival_words import copies_in_words, looks_in_words


@pytest.mark.parametrize(
    "addresses, archived, words",
    [
        (0, 0, ""),
        (1, 0, "The source with a public address has no archived copy yet."),
        (1, 1, "The source with a public address has an archived copy."),
        (147, 0, "None of the 147 sources with a public address has an archived copy yet."),
        (147, 147, "All 147 sources with a public address have an archived copy."),
        (1000, 3, "1 % of the 1,000 sources with a public address have an archived copy."),
        (1000, 999, "99 % of the 1,000 sources with a public address have an archived copy."),
        (9, 7, "77 % of the 9 sources with a public address have an archived copy."),
    ],
)
def test_copies(addresses: int, archived: int, words: str) -> None:
    assert copies_in_words(Coverage(addresses, archived, {}, None)) == words


@pytest.mark.parametrize(
    "outcomes, addresses, words",
    [
        ({Outcome.ANSWERS: 1}, 1, "1 page answers."),
        ({Outcome.MOVED: 2}, 3, "2 pages have moved, 1 was never looked at."),
        ({Outcome.GONE: 1, Outcome.CHANGED: 2}, 5, "1 page is gone, 2 have changed, 2 were never looked at."),
        (
            {Outcome.ANSWERS: 1140, Outcome.MOVED: 3, Outcome.GONE: 2, Outcome.CHANGED: 1, Outcome.UNCLEAR: 1},
            1147,
            "1,140 pages answer, 3 have moved, 2 are gone, 1 has changed, 1 is unclear.",
        ),
    ],
)
def test_looks(outcomes: dict[Outcome, int], addresses: int, words: str) -> None:
    coverage = Coverage(addresses, 0, outcomes, "2026-01-05")
    assert looks_in_words(coverage) == f"Last looked at on 5 January 2026: {words}"


def test_nobody_ever_looked() -> None:
    assert looks_in_words(Coverage(3, 0, {}, None)) == ""
