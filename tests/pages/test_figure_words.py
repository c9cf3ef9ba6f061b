"""What a figure says: who agrees and who parts, by name; and how to read the marks that it has."""

from __future__ import annotations

from tests.model.build import Short
from tests.pages.test_figures import figure, made


def said(*figures: Short) -> list[str]:
    return [sentence.replace("\N{NO-BREAK SPACE}", " ") for sentence in figure(made(figures)).summary]


A = {"by": ["A"], "value": 140}
B = {"by": ["B"], "value": 90}


def test_the_counters_part() -> None:
    assert said(A, B) == ["The claimants part on 13 March 2025: B gives 90 km², A 140 km²."]


def test_a_unit_stays_on_the_line_of_its_figure() -> None:
    assert "90\N{NO-BREAK SPACE}km²" in figure(made([A, B])).summary[0]


def test_the_counters_part_on_times_that_overlap() -> None:
    day, month = {**B, "as_of": "2025-03-12"}, {**A, "as_of": "2025-03"}
    assert said(day, month) == [
        "The claimants part where B gives 90 km² on 12 March 2025, and A 140 km² for March 2025.",
    ]


def test_two_camps_and_other_partings_follow_the_widest() -> None:
    assert said(
        {"by": ["A"], "value": 900},
        {"by": ["B"], "low": 800, "high": 900},
        {"by": ["C"], "value": 1376},
        {"by": ["D"], "value": 500, "unit": "mi2", "comparator": "about"},
        {"by": ["A"], "value": 30, "comparator": "about", "as_of": "2025-04-26"},
        {"by": ["E"], "value": 0, "as_of": "2025-04-26"},
    ) == [
        "The figures are furthest apart on 13 March 2025: B gives 800 to 900 km², C 1,376 km².",
        (
            "For the same time, B (800 to 900 km²) and A (900 km²) agree within their margins; "
            "so do D (about 500 mi² or 1,300 km²) and C (1,376 km²)."
        ),
        "On 26 April 2025, E gives 0 km², A about 30 km².",
    ]


def test_who_agrees_where_nobody_parts() -> None:
    assert said({**A, "comparator": "about"}, {**B, "value": 150}) == [
        "On 13 March 2025, A (about 140 km²) and B (150 km²) agree within their margins.",
    ]


def test_counters_turn() -> None:
    later = {"as_of": "2025-04-06"}
    assert said(A, B, {**A, **later, "value": 60, "comparator": "about"}, {**B, **later, "value": 63})[-1] == (
        "A and B, who differ on 13 March 2025, agree on 6 April 2025."
    )


def test_counters_of_different_times_are_not_compared() -> None:
    assert said(A, {**B, "as_of": "2025-04-01"}) == [
        "No two claimants speak of the same time, so none of these figures bears another out or contradicts it."
    ]


def test_one_counter_needs_no_words() -> None:
    assert said(A, {**A, "value": 130, "as_of": "2025-04-01"}) == []


def test_there_are_four_sentences_at_most() -> None:
    days = [f"2025-0{month}-01" for month in range(1, 8)]
    assert len(said(*({**one, "as_of": day} for day in days for one in (A, B)))) <= 4


def test_the_title_counts_and_dates() -> None:
    found = figure(made([A, {**B, "as_of": "2025-04-01"}]))
    assert found.title == "area: 2 claims by 2 claimants, 13 March – 1 April 2025"


def test_the_caption_explains_only_what_is_there() -> None:
    rule = "Figures of different claimants are not joined: each counts in its own way, and for its own day."
    assert figure(made([A, {**B, "as_of": "2025-04-01"}])).caption == rule
    assert figure(made([A, {**B, "as_of": "2025-04-01", "comparator": "less-than"}])).caption == (
        f"An arrow means “less than”. {rule}"
    )


def test_every_mark_says_all_of_it_in_words() -> None:
    found = figure(made([A, {**B, "as_of": "2025-03", "value": 30, "unit": "mi2", "comparator": "about"}]))
    titles = [mark.title for mark in found.drawings[0].marks]
    assert titles == ["B, March 2025: about 30 mi² (78 km²)", "A, 13 March 2025: 140 km² (54 mi²)"]
