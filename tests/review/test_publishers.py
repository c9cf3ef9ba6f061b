from __future__ import annotations

import pytest

from chronology.review.publishers import Spelling, known_spelling

KNOWN = [
    *["Kyiv Independent"] * 3, "The Moscow Times", "The Moscow Times", "BBC", "TASS", "Interfax-Ukraine", "24 Канал",
    "Izvestia", "POLITICO Europe", "Wikipedia (English)", "Wikipedia (Spanish)", "Газета.Ru",
]  # fmt: skip


@pytest.mark.parametrize(
    "name, usual",
    [
        ("The Kyiv Independent", "Kyiv Independent"),
        ("KYIV INDEPENDENT", "Kyiv Independent"),
        ("kyivindependent.com", "Kyiv Independent"),
        ("www.kyivindependent.com", "Kyiv Independent"),
        ("Kyiv Independant", "Kyiv Independent"),
        ("Moscow Times", "The Moscow Times"),
        ("bbc.co.uk", "BBC"),
        ("Interfax Ukraine", "Interfax-Ukraine"),
        ("Izvestiya", "Izvestia"),
        ("24 Kanal", "24 Канал"),
        ("gazeta.ru", "Газета.Ru"),
    ],
)
def test_the_usual_spelling_of_a_publisher_is_known(name: str, usual: str) -> None:
    assert known_spelling(name, KNOWN) == Spelling(usual, KNOWN.count(usual))


@pytest.mark.parametrize(
    "name",
    [
        "Kyiv Independent",
        "BBC",
        "PASS",
        "BBC Russian",
        "Interfax",
        "Kyiv Post",
        "The",
        "",
        "北京",
        "Wikipedia (German)",
    ],
)
def test_another_publisher_is_left_alone(name: str) -> None:
    assert known_spelling(name, KNOWN) is None


def test_of_two_spellings_the_more_frequent_is_the_usual_one() -> None:
    both = [*KNOWN, "The Kyiv Independent"]
    assert known_spelling("The Kyiv Independent", both) == Spelling("Kyiv Independent", 3)
    assert known_spelling("Kyiv Independent", both) is None
    assert known_spelling("Reuters UK", ["Reuters U.K.", "Reuters UK"]) is None
