"""A figure shows every point of its series once, as exactly as it was given, and nothing between points.

`UPDATE_GOLDEN=1 pytest tests/pages/test_figures.py` draws the figure in golden/ anew: look at it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chronology.model.chronology import derive
from chronology.pages.addresses import Addresses
from chronology.pages.book import Book, Sheet
from chronology.pages.environment import environment
from chronology.pages.figure_counters import find_counters
from chronology.pages.figure_marks import Mark
from chronology.pages.figures import Figure, Figures
from chronology.pages.repository import Repository
from chronology.pages.site import Site
from tests.model.build import Short, entities

GOLDEN = Path(__file__).parent / "golden" / "figure.html"
READINGS = {"by": ["gauge"], "sources": ["log"], "unit": "km2", "caution": "Copied by hand."}
ALL_FORMS: list[Short] = [
    {"by": ["a"], "value": 140},
    {"by": ["b"], "value": 30, "unit": "mi2", "comparator": "about"},
    {"by": ["c"], "low": 60, "high": 80},
    {"by": ["d"], "low": 60, "high": 80, "value": 70, "as_of": "2025-03-20"},
    {"by": ["e"], "value": 120, "comparator": "at-least", "as_of": "2025-03-25"},
    {"by": ["f"], "value": 110, "comparator": "less-than", "as_of": "2025-03-28"},
    {"by": ["a"], "value": 100, "as_of": "2025-03-01/2025-03-10"},
    {"by": ["b"], "low": 90, "high": 130, "as_of": "2025-03-01/2025-03-08"},
    {"by": ["a"], "value": 95, "as_of": "2025-04-02~"},
    {"by": ["b"], "value": 50, "as_of": "[2025-04-08,2025-04-12]"},
    {"by": ["c"], "value": 40, "as_of": "../2025-04-15"},
    {
        "by": ["d"],
        "value": 30,
        "as_of": "2025-04-16",
        "said": "2025-04-16",
        "then": {"value": 20, "said": "2025-04-18"},
    },
    {"by": ["e"], "value": 10, "as_of": "2025-04-20", "withdrawn": {"date": "2025-04-21"}},
]


def made(figures: Sequence[Short], readings: list[tuple[str, str]] | None = None) -> Book:
    """A book of one series; each figure is of an event of its own, e0, e1 and so on. `then`: a later word there."""
    events = {
        f"e{number}": {
            "date": one.get("as_of", "2025-03-13"),
            "questions": [{"series": "area", "claims": [_claim(word) for word in _words(one)]}],
        }
        for number, one in enumerate(figures)
    }
    series: Short = {"unit": "km2", "readings": [{**READINGS, "rows": readings}] if readings else []}
    return book_of(events, series)


def book_of(events: Short, series: Short) -> Book:
    """A book of these events, and of one series."""
    built = entities(events, series={"area": series}, actors={"gauge": []})
    symbols = {"km2": "km²", "mi2": "mi²"}
    units = {one: replace(unit, symbol=symbols.get(one)) for one, unit in built.settings.units.items()}
    site = Site("https://example.org/", Addresses(), Repository("https://example.org/x/y"), {}, "contribute")
    return Book.of(derive(replace(built, settings=replace(built.settings, units=units))), site)


def _words(one: Short) -> list[Short]:
    return [one, {**one, **one["then"]}] if "then" in one else [one]


def _claim(one: Short) -> Short:
    return {"unit": "km2", "sources": ["s"], "said": "2025-05-01", **one}


def figure(book: Book) -> Figure:
    found = Figures(book).of_series(book.chronology.series["area"])
    assert found is not None
    return found


def html(book: Book, shown: Figure) -> str:
    module: Any = environment().get_template("_figure.html.jinja").module
    text = str(module.figure(Sheet(book, book.here("series/area")), shown))
    return re.sub(r"\n+", "\n", text) + "\n"


def mark_of(book: Book, number: int) -> Mark:
    """The mark of the figure with that number, in the wide drawing."""
    marks = figure(book).drawings[0].marks
    return next(mark for mark in marks if mark.claim and mark.claim.startswith(f"e{number}#"))


def test_the_figure_is_as_it_was_last_looked_at() -> None:
    book = made(ALL_FORMS, [("2025-03-05", "65"), ("2025-03-15", "66.5"), ("2025-03-30", "72")])
    drawn = html(book, figure(book))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(drawn, "utf-8")
    assert GOLDEN.read_text("utf-8") == drawn


def test_every_point_is_a_mark_in_every_drawing() -> None:
    book = made(ALL_FORMS, [("2025-03-05", "65"), ("2025-03-15", "66")])
    points = book.chronology.series["area"].points
    for drawing in figure(book).drawings:
        assert [mark.point for mark in drawing.marks] == list(points)
    assert html(book, figure(book)).count('<g class="chronology-point') == 2 * len(points)


def test_marks_name_their_claim_and_the_day_from_which_it_was_known() -> None:
    drawn = html(book := made(ALL_FORMS), figure(book))
    assert 'data-claim="e11#q-1" data-since="2025-04-16"' in drawn
    assert 'data-claim="e11#q-2" data-since="2025-04-18"' in drawn


def test_nothing_joins_points_but_a_measured_row() -> None:
    assert figure(made(ALL_FORMS)).drawings[0].rows == ()
    (row,) = figure(made(ALL_FORMS, [("2025-03-05", "65"), ("2025-03-15", "66")])).drawings[0].rows
    assert row.counter.name == "gauge"
    assert re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+V[\d.]+", row.path), "a reading holds until the next: a step, no slope"


def test_a_range_without_a_figure_has_no_mark_in_its_middle() -> None:
    mark = mark_of(made(ALL_FORMS), 2)
    assert mark.bar is not None
    assert mark.level is None
    assert mark.y < mark.bar.top


def test_a_range_for_a_time_that_lasts_is_an_area() -> None:
    assert mark_of(made(ALL_FORMS), 7).is_area
    assert not mark_of(made(ALL_FORMS), 2).is_area


def test_about_has_soft_ends_and_a_range_has_hard_ones() -> None:
    book = made(ALL_FORMS)
    assert [mark.bar and mark.bar.soft for mark in (mark_of(book, 1), mark_of(book, 3))] == [True, False]


def test_a_figure_as_stated_has_no_bar() -> None:
    mark = mark_of(made(ALL_FORMS), 0)
    assert (mark.bar, mark.arrow, mark.span) == (None, None, None)


def test_open_ends_are_arrows() -> None:
    book = made(ALL_FORMS)
    up, down = mark_of(book, 4), mark_of(book, 5)
    assert (up.arrow, down.arrow) == ("up", "down")
    assert up.tip < up.y
    assert down.tip > down.y


def test_a_time_that_lasts_is_a_line_and_an_inexact_day_a_soft_one() -> None:
    book = made(ALL_FORMS)
    lasting, soft, either = mark_of(book, 6).span, mark_of(book, 8).span, mark_of(book, 9).span
    assert lasting is not None
    assert (lasting.soft_left, lasting.soft_right, lasting.either) == (False, False, False)
    assert soft is not None
    assert (soft.soft_left, soft.soft_right) == (True, True)
    assert either is not None
    assert either.either


def test_revised_and_withdrawn_figures_stay_and_are_struck_through() -> None:
    drawn = html(book := made(ALL_FORMS), figure(book))
    assert drawn.count("chronology-revised") == drawn.count("chronology-withdrawn") == 2
    assert drawn.count('class="chronology-strike"') == 4


def test_rivals_at_one_time_do_not_cover_each_other() -> None:
    book = made([{"by": [name], "value": 100} for name in "abc"])
    for drawing in figure(book).drawings:
        for one, other in combinations(drawing.marks, 2):
            assert abs(one.x - other.x) >= one.radius + other.radius


def test_who_counts_often_has_a_shape_and_who_counts_once_a_letter() -> None:
    often = [{"by": ["often"], "value": 10 * number, "as_of": f"2025-03-0{number}"} for number in range(1, 4)]
    book = made([*often, *({"by": [f"c{number}"], "value": 5} for number in range(7))])
    counters = find_counters(book, book.chronology.series["area"])
    assert [(one.name, one.number, one.letter) for one in counters.values()][:3] == [
        ("often", 1, ""),
        ("c0", 0, "a"),
        ("c1", 0, "b"),
    ]


def test_six_counters_or_fewer_all_have_shapes() -> None:
    book = made([{"by": [f"c{number}"], "value": 5} for number in range(6)])
    counters = find_counters(book, book.chronology.series["area"])
    assert [one.number for one in counters.values()] == [1, 2, 3, 4, 5, 6]


def test_one_point_is_no_figure() -> None:
    book = made([{"by": ["a"], "value": 1}])
    assert Figures(book).of_series(book.chronology.series["area"]) is None


def test_there_is_no_style_attribute_and_no_script() -> None:
    drawn = html(book := made(ALL_FORMS), figure(book))
    assert "style=" not in drawn
    assert "<script" not in drawn


# --- on an event's page

YEAR = [{"by": ["a"], "value": number, "as_of": day} for number, day in enumerate(["2024-05-01", "2025-05-01"], 1)]


def of_event(book: Book, event: str) -> Figure | None:
    (question,) = book.chronology.events[event].questions
    return Figures(book).of_question(question)


def test_an_event_shows_its_own_points_among_their_neighbours_in_time() -> None:
    near = [{"by": [name], "value": 9, "as_of": day} for name, day in [("a", "2025-01-10"), ("b", "2025-01-20")]]
    found = of_event(made([*YEAR, *near]), "e2")
    assert found is not None
    assert [(mark.claim, mark.own) for mark in found.drawings[0].marks] == [("e2#q-1", True), ("e3#q-1", False)]
    assert found.caption.startswith("The larger mark is of this event.")


def test_an_event_without_neighbours_has_no_figure() -> None:
    assert of_event(made(YEAR), "e0") is None


def test_a_figure_for_another_year_brings_no_neighbours_of_that_year() -> None:
    now, then, other = [
        {"by": ["a"], "value": value, "as_of": day, "unit": "km2", "sources": ["s"]}
        for value, day in [(1, "2025-05-01"), (2, "2024-05-01"), (3, "2024-05-02")]
    ]
    events = {
        "e0": {"date": "2025-05-01", "questions": [{"series": "area", "claims": [now, then]}]},
        "e1": {"date": "2024-05-02", "questions": [{"series": "area", "claims": [other]}]},
    }
    found = of_event(book_of(events, {"unit": "km2"}), "e0")
    assert found is not None
    assert sorted(mark.claim or "" for mark in found.drawings[0].marks) == ["e0#q-1", "e0#q-2"]


# --- whatever the figures are

FIGURES = some.lists(
    some.fixed_dictionaries(
        {
            "by": some.sampled_from([[name] for name in "abcdefgh"]),
            "value": some.integers(-50, 2000).map(str),
            "comparator": some.sampled_from([None, "about", "at-least", "at-most"]),
            "as_of": some.sampled_from(
                ["2025-03-12", "2025-03-13", "2025-03", "2024-08/2024-09", "2025-01-05~", "2024", "2025-03-1X"]
            ),
        }
    ),
    min_size=2,
    max_size=20,
)


@given(FIGURES)
def test_no_two_labels_overlap_and_every_point_is_a_mark(figures: list[Short]) -> None:
    book = made(figures)
    points = book.chronology.series["area"].points
    for drawing in figure(book).drawings:
        assert [mark.point for mark in drawing.marks] == list(points)
        labels = [mark.label.box for mark in drawing.marks if mark.label]
        assert not any(one.meets(other) for one, other in combinations(labels, 2))
        for mark in drawing.marks:
            assert 0 <= mark.y <= drawing.height
            assert drawing.left <= mark.x <= drawing.width


@pytest.mark.parametrize("days", [("-0300", "-0290", "0150"), ("Y-17000", "Y-16000", "2000"), ("2025-03-12",) * 3])
def test_any_time_can_be_drawn(days: tuple[str, ...]) -> None:
    found = figure(made([{"by": [f"c{number}"], "value": number, "as_of": day} for number, day in enumerate(days)]))
    assert all(drawing.day_ticks for drawing in found.drawings)
